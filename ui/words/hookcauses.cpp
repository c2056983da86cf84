#include "ui/words/setuptables.h"

namespace greenline {

namespace {

/// What a call of the workspace's webhook found, from here or by Twilio (twilio.md 3.2, 5, 6).
constexpr CauseWords hookCauseTable[] = {
    {u"hook-not-set", QT_TRANSLATE_NOOP("SetupWords", "Nobody is called when somebody texts the number."),
     QT_TRANSLATE_NOOP("SetupWords", "Set the webhook to the workspace."), u"number"},
    {u"hook-dropped",
     QT_TRANSLATE_NOOP(
         "SetupWords",
         "The number sits in a messaging service that has no inbound webhook: texts are thrown away, and not even "
         "logged."),
     QT_TRANSLATE_NOOP("SetupWords", "Give the service the webhook, or let it defer to the number."), u"services"},
    {u"hook-demo",
     QT_TRANSLATE_NOOP("SetupWords", "Twilio's own demonstration answers the number, as on every new one."),
     QT_TRANSLATE_NOOP("SetupWords", "Set the webhook to the workspace; nothing of yours is lost."), u"number"},
    {u"hook-wrong-method",
     QT_TRANSLATE_NOOP("SetupWords", "The right address is called, but not by POST, so the text is not in it."),
     QT_TRANSLATE_NOOP("SetupWords", "Set the method to POST."), u"number"},
    {u"hook-other-path", QT_TRANSLATE_NOOP("SetupWords", "The workspace is called at %2, which is not its webhook."),
     QT_TRANSLATE_NOOP("SetupWords", "It should be %3."), u"number"},
    {u"hook-foreign", QT_TRANSLATE_NOOP("SetupWords", "Texts go to another product: %2."),
     QT_TRANSLATE_NOOP("SetupWords", "Repair only if nobody uses that any more, for it will get no more texts."),
     u"number"},
    {u"hook-other-service",
     QT_TRANSLATE_NOOP("SetupWords",
                       "The workspace answered “Invalid service”: SMS is off, or set to another provider."),
     QT_TRANSLATE_NOOP("SetupWords", "Save the workspace's SMS settings, then check again."), u"sms"},
    {u"hook-unsigned",
     QT_TRANSLATE_NOOP("SetupWords",
                       "The workspace was reached, but this version takes texts without checking Twilio's signature."),
     QT_TRANSLATE_NOOP(
         "SetupWords",
         "Update to Rocket.Chat 6.11.1 or newer; until then anybody who knows the address can pretend to text.")},
    {u"hook-redirected",
     QT_TRANSLATE_NOOP("SetupWords",
                       "The webhook answers with a redirect, and Twilio loses the text when it follows one."),
     QT_TRANSLATE_NOOP("SetupWords", "Set Site_Url to the address that answers itself (https, with or without www)."),
     u"general"},
    {u"hook-server-trouble",
     QT_TRANSLATE_NOOP("SetupWords", "The workspace, or the proxy before it, has trouble of its own."),
     QT_TRANSLATE_NOOP("SetupWords", "Look into its log; Twilio does not call again for a text that met this.")},
    {u"hook-web-page",
     QT_TRANSLATE_NOOP("SetupWords", "A web page answers at the webhook's address, not the workspace's interface."),
     QT_TRANSLATE_NOOP("SetupWords", "Let the proxy pass /api/ on to Rocket.Chat.")},
    {u"hook-proxy",
     QT_TRANSLATE_NOOP("SetupWords",
                       "Something before the workspace turns the call away: a proxy, a firewall or a login page."),
     QT_TRANSLATE_NOOP("SetupWords", "Let /api/v1/livechat/sms-incoming/ pass without a login.")},
    {u"hook-certificate",
     QT_TRANSLATE_NOOP("SetupWords",
                       "The certificate at the webhook's address is not trusted, or its chain is incomplete."),
     QT_TRANSLATE_NOOP("SetupWords",
                       "Let the web server send the whole chain. Browsers forgive a missing part, Twilio does not.")},
    {u"hook-too-slow",
     QT_TRANSLATE_NOOP("SetupWords", "The webhook did not answer within 15 seconds, which is as long as Twilio waits."),
     QT_TRANSLATE_NOOP("SetupWords", "Look what keeps the workspace busy.")},
    {u"hook-unreachable", QT_TRANSLATE_NOOP("SetupWords", "Nothing answers at the webhook's address."),
     QT_TRANSLATE_NOOP("SetupWords", "Look whether Site_Url is right and reachable from the internet."), u"general"},
    {u"hook-odd", QT_TRANSLATE_NOOP("SetupWords", "The webhook answered something that Greenline does not know."),
     QT_TRANSLATE_NOOP("SetupWords", "The evidence shows the answer; ask whoever looks after the server.")},
    {u"nothing-arrived",
     QT_TRANSLATE_NOOP("SetupWords", "No text came within a minute, and Twilio has not seen one either."),
     QT_TRANSLATE_NOOP("SetupWords", "Text the number again, and look whether the phone says that it was sent."),
     u"messages"},
    {u"arrived-at-twilio-only",
     QT_TRANSLATE_NOOP("SetupWords", "Twilio received the text, but the workspace made no conversation of it."),
     QT_TRANSLATE_NOOP("SetupWords", "Run the checks of the webhook again."), u"errors"},
};

} // namespace

std::span<const CauseWords> hookCauses()
{
    return hookCauseTable;
}

} // namespace greenline
