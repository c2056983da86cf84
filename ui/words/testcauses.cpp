#include "ui/words/setuptables.h"

namespace greenline {

namespace {

constexpr CauseWords testTable[] = {
    {u"under-way", QT_TRANSLATE_NOOP("SetupWords", "It is under way."), nullptr},
    {u"other-provider", QT_TRANSLATE_NOOP("SetupWords", "The workspace is to text by “%1”, not by Twilio."), nullptr},
    {u"version-new", QT_TRANSLATE_NOOP("SetupWords", "Rocket.Chat %1 is newer than what Greenline knows."),
     QT_TRANSLATE_NOOP("SetupWords", "Most things will work; update Greenline when you can.")},
    {u"workspace-busy", QT_TRANSLATE_NOOP("SetupWords", "The workspace asks for a pause."),
     QT_TRANSLATE_NOOP("SetupWords", "Wait a minute, then check again.")},
    {u"rights-unreadable", QT_TRANSLATE_NOOP("SetupWords", "The workspace does not tell what your account may do."),
     QT_TRANSLATE_NOOP("SetupWords", "Check again."), u"permissions"},
    {u"routing-to-bot", QT_TRANSLATE_NOOP("SetupWords", "New conversations go to a bot first."),
     QT_TRANSLATE_NOOP("SetupWords", "Look whether the bot hands them over to agents."), u"omnichannel"},
    {u"nobody-customer-texted",
     QT_TRANSLATE_NOOP("SetupWords",
                       "Without an agent who is there, a text is not kept, and its sender is told so in English."),
     QT_TRANSLATE_NOOP("SetupWords", "Let the workspace accept conversations without agents."), u"omnichannel"},
    {u"hook-signature-refused",
     QT_TRANSLATE_NOOP("SetupWords", "The workspace refuses a call that is signed with your Auth Token."),
     QT_TRANSLATE_NOOP("SetupWords",
                       "Save the token of the account that owns the number; Site_Url must be what Twilio calls."),
     u"sms"},
    {u"department-unset",
     QT_TRANSLATE_NOOP("SetupWords", "No department is set for SMS, so every text may open a conversation of its own."),
     QT_TRANSLATE_NOOP("SetupWords", "Choose the department that answers texts."), u"sms"},
    {u"department-other", QT_TRANSLATE_NOOP("SetupWords", "Texts go to another department than the chosen one."),
     QT_TRANSLATE_NOOP("SetupWords", "Save the chosen one."), u"sms"},
    {u"number-not-chosen", QT_TRANSLATE_NOOP("SetupWords", "No number is chosen; the account has %1."),
     QT_TRANSLATE_NOOP("SetupWords", "Choose the one that customers text.")},
    {u"sms-not-known-whether-left",
     QT_TRANSLATE_NOOP("SetupWords",
                       "The answer was lost, and Twilio does not list the text: it is not known whether it left."),
     QT_TRANSLATE_NOOP("SetupWords", "Look at the phone before you send another one."), u"messages"},
    {u"sms-not-followed", QT_TRANSLATE_NOOP("SetupWords", "The text left, but what became of it could not be read."),
     QT_TRANSLATE_NOOP("SetupWords", "Look at the phone, or at the log in the console."), u"messages"},
    {u"sms-handed-over", QT_TRANSLATE_NOOP("SetupWords", "The text was handed to the carrier, which sends no receipt."),
     QT_TRANSLATE_NOOP("SetupWords", "Look whether it is on the phone.")},
    {u"sms-still-waiting", QT_TRANSLATE_NOOP("SetupWords", "After 90 seconds the text to %1 is still “%2”."),
     QT_TRANSLATE_NOOP("SetupWords", "Look at the log in the console later."), u"messages"},
    {u"sms-failed", QT_TRANSLATE_NOOP("SetupWords", "Twilio could not send the text, and does not say why."),
     QT_TRANSLATE_NOOP("SetupWords", "Look at the log in the console."), u"messages"},
    {u"sms-undelivered", QT_TRANSLATE_NOOP("SetupWords", "The carrier did not deliver the text, and does not say why."),
     QT_TRANSLATE_NOOP("SetupWords", "Try another phone."), u"messages"},
    {u"sms-canceled", QT_TRANSLATE_NOOP("SetupWords", "The text was called back before it left."), nullptr},
    {u"arrival-late", QT_TRANSLATE_NOOP("SetupWords", "The text of %1 arrived, but took %2 seconds."), nullptr},
    {u"arrival-log-unreadable",
     QT_TRANSLATE_NOOP("SetupWords", "Nothing arrived within a minute, and Twilio's log could not be read."),
     QT_TRANSLATE_NOOP("SetupWords", "Look at the log in the console."), u"messages"},
    {u"arrival-other-url", QT_TRANSLATE_NOOP("SetupWords", "Twilio called %1 instead of the workspace."),
     QT_TRANSLATE_NOOP("SetupWords", "Repair it on the Webhook page."), u"number"},
    {u"arrival-refused-by-workspace",
     QT_TRANSLATE_NOOP("SetupWords", "Twilio called the workspace, which refused the text (HTTP %2)."),
     QT_TRANSLATE_NOOP("SetupWords",
                       "The token or Site_Url does not fit Twilio's signature, SMS is off, or nobody is there: run the "
                       "other checks again."),
     u"sms"},
    {u"arrival-refused-by-proxy",
     QT_TRANSLATE_NOOP("SetupWords", "Something before the workspace refused Twilio's call (HTTP %2)."),
     QT_TRANSLATE_NOOP("SetupWords", "Let the webhook's address through without a login."), u"errors"},
    {u"arrival-wrong-path", QT_TRANSLATE_NOOP("SetupWords", "The address that Twilio called does not exist (HTTP %2)."),
     QT_TRANSLATE_NOOP("SetupWords", "Run the checks of the webhook again."), u"number"},
    {u"arrival-limited", QT_TRANSLATE_NOOP("SetupWords", "The workspace's limiter turned the text away."),
     QT_TRANSLATE_NOOP("SetupWords", "Let more calls through."), u"limiter"},
    {u"arrival-server-trouble",
     QT_TRANSLATE_NOOP("SetupWords", "The workspace answered Twilio with an error of its own (HTTP %2)."),
     QT_TRANSLATE_NOOP("SetupWords", "Look at the workspace's log."), u"errors"},
    {u"alert-other", QT_TRANSLATE_NOOP("SetupWords", "Twilio could not hand the text over (error %1)."),
     QT_TRANSLATE_NOOP("SetupWords", "Look at the error log in the console."), u"errors"},
    {u"changed-meanwhile",
     QT_TRANSLATE_NOOP("SetupWords", "It is not any more what it was when it was checked, so nothing was changed."),
     QT_TRANSLATE_NOOP("SetupWords", "Check again, and look at what would change.")},
    {u"not-applied", QT_TRANSLATE_NOOP("SetupWords", "Twilio accepted the change and kept the old value."),
     QT_TRANSLATE_NOOP("SetupWords", "Change it in the console."), u"number"},
    {u"repair-busy", QT_TRANSLATE_NOOP("SetupWords", "Another repair is under way."), nullptr},
    {u"setting-value-missing", QT_TRANSLATE_NOOP("SetupWords", "There is no value to save for a setting."),
     QT_TRANSLATE_NOOP("SetupWords", "Enter it first.")},
};

} // namespace

std::span<const CauseWords> testCauses()
{
    return testTable;
}

} // namespace greenline
