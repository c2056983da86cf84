#include "ui/words/setuptables.h"

namespace greenline {

namespace {

/// What is wrong with the account or the number (twilio.md 1 to 3). No sentence blames the token when another cause is
/// known.
constexpr CauseWords twilioCauseTable[] = {
    {u"no-account-sid", QT_TRANSLATE_NOOP("SetupWords", "The Account SID is missing."),
     QT_TRANSLATE_NOOP("SetupWords", "Copy it from the console's first page."), u"console"},
    {u"key-as-account-sid",
     QT_TRANSLATE_NOOP("SetupWords", "This is the SID of an API key (SK…), not of the account (AC…)."),
     QT_TRANSLATE_NOOP("SetupWords", "Copy the Account SID from the console's first page."), u"console"},
    {u"service-as-account-sid",
     QT_TRANSLATE_NOOP("SetupWords", "This is the SID of a messaging service (MG…), not of the account (AC…)."),
     QT_TRANSLATE_NOOP("SetupWords", "Copy the Account SID from the console's first page."), u"console"},
    {u"account-sid-malformed",
     QT_TRANSLATE_NOOP("SetupWords", "An Account SID is AC and 32 more letters a to f and digits."),
     QT_TRANSLATE_NOOP("SetupWords", "Copy it again, as a whole."), u"console"},
    {u"no-token", QT_TRANSLATE_NOOP("SetupWords", "The Auth Token is missing."),
     QT_TRANSLATE_NOOP("SetupWords", "Copy it from the console; it is shown there on demand."), u"tokens"},
    {u"token-malformed", QT_TRANSLATE_NOOP("SetupWords", "An Auth Token has 32 letters a to f and digits."),
     QT_TRANSLATE_NOOP("SetupWords", "Copy it again, as a whole."), u"tokens"},
    {u"token-is-account-sid", QT_TRANSLATE_NOOP("SetupWords", "The Account SID was entered as the token, too."),
     QT_TRANSLATE_NOOP("SetupWords", "Copy the Auth Token, which stands below the SID."), u"tokens"},
    {u"wrong-token", QT_TRANSLATE_NOOP("SetupWords", "Twilio does not accept this Auth Token for this account."),
     QT_TRANSLATE_NOOP("SetupWords",
                       "Copy it again. A token of another region, or one that was rotated, is refused the same way."),
     u"tokens"},
    {u"unknown-account", QT_TRANSLATE_NOOP("SetupWords", "Twilio does not know this account."),
     QT_TRANSLATE_NOOP("SetupWords", "Look whether the SID was copied whole."), u"console"},
    {u"credentials-stripped",
     QT_TRANSLATE_NOOP("SetupWords", "The login did not arrive at Twilio: something on the way takes it off."),
     QT_TRANSLATE_NOOP("SetupWords",
                       "Look at the proxy between this computer and Twilio. The token may well be right.")},
    {u"trial-limit", QT_TRANSLATE_NOOP("SetupWords", "Twilio keeps this for paid accounts. The token is right."),
     QT_TRANSLATE_NOOP("SetupWords", "Upgrade the account when you need it."), u"billing"},
    {u"key-may-not-read", QT_TRANSLATE_NOOP("SetupWords", "The API key is valid, but may not read this."),
     QT_TRANSLATE_NOOP("SetupWords", "Enter the account's Auth Token instead; Rocket.Chat needs that one anyway."),
     u"tokens"},
    {u"test-credentials",
     QT_TRANSLATE_NOOP("SetupWords", "These are the test credentials, which neither send nor receive."),
     QT_TRANSLATE_NOOP("SetupWords", "Copy the live Account SID and Auth Token."), u"tokens"},
    {u"account-not-active",
     QT_TRANSLATE_NOOP("SetupWords", "The account is suspended or closed. The token may well be right."),
     QT_TRANSLATE_NOOP("SetupWords", "The console says why, and what lifts it."), u"console"},
    {u"account-suspended", QT_TRANSLATE_NOOP("SetupWords", "The account “%1” is suspended."),
     QT_TRANSLATE_NOOP("SetupWords", "The console says why, and what lifts it."), u"console"},
    {u"account-closed", QT_TRANSLATE_NOOP("SetupWords", "The account “%1” is closed."),
     QT_TRANSLATE_NOOP("SetupWords", "Use another account."), u"console"},
    {u"account-not-found", QT_TRANSLATE_NOOP("SetupWords", "The login works, but not for this account."),
     QT_TRANSLATE_NOOP("SetupWords", "Look whether SID and token are of the same account."), u"console"},
    {u"not-readable", QT_TRANSLATE_NOOP("SetupWords", "The login is right, but Twilio did not let this be read."),
     QT_TRANSLATE_NOOP("SetupWords", "With a restricted API key, allow it; or enter the Auth Token."), u"tokens"},
    {u"trial",
     QT_TRANSLATE_NOOP("SetupWords", "“%1” is a trial account: it reaches verified numbers only, and marks its texts."),
     QT_TRANSLATE_NOOP("SetupWords", "Upgrade it before customers text you."), u"billing"},
    {u"subaccount", QT_TRANSLATE_NOOP("SetupWords", "“%1” is a subaccount of %2."),
     QT_TRANSLATE_NOOP(
         "SetupWords",
         "All is well as long as the number belongs to it, too; the workspace needs this account's own token.")},
    {u"balance-of-parent", QT_TRANSLATE_NOOP("SetupWords", "A subaccount has no balance of its own; %1 pays."),
     nullptr},
    {u"balance-unreadable", QT_TRANSLATE_NOOP("SetupWords", "Twilio did not tell the balance."),
     QT_TRANSLATE_NOOP("SetupWords", "Look at it in the console."), u"billing"},
    {u"balance-empty", QT_TRANSLATE_NOOP("SetupWords", "The balance is %1 %2, so nothing is sent."),
     QT_TRANSLATE_NOOP("SetupWords", "Add funds."), u"billing"},
    {u"balance-low", QT_TRANSLATE_NOOP("SetupWords", "The balance is only %1 %2."),
     QT_TRANSLATE_NOOP("SetupWords", "Add funds, or let Twilio do it by itself."), u"billing"},
    {u"twilio-busy", QT_TRANSLATE_NOOP("SetupWords", "Twilio has too much to do for this account just now."),
     QT_TRANSLATE_NOOP("SetupWords", "Check again in a minute.")},
    {u"twilio-unreachable", QT_TRANSLATE_NOOP("SetupWords", "Twilio does not answer."),
     QT_TRANSLATE_NOOP("SetupWords", "Look whether this computer reaches api.twilio.com; then check again."),
     u"status"},
    {u"not-twilio", QT_TRANSLATE_NOOP("SetupWords", "What answered was not Twilio, but a proxy or a login page."),
     QT_TRANSLATE_NOOP("SetupWords", "Look at the proxy between this computer and Twilio.")},
    {u"twilio-trouble", QT_TRANSLATE_NOOP("SetupWords", "Twilio has trouble of its own."),
     QT_TRANSLATE_NOOP("SetupWords", "Check again later."), u"status"},
    {u"twilio-refused", QT_TRANSLATE_NOOP("SetupWords", "Twilio refused to answer."),
     QT_TRANSLATE_NOOP("SetupWords", "The evidence shows what it said."), u"errors"},
    {u"no-numbers", QT_TRANSLATE_NOOP("SetupWords", "The account owns no number."),
     QT_TRANSLATE_NOOP("SetupWords", "Buy one on this page, or in the console."), u"buy"},
    {u"number-not-chosen", QT_TRANSLATE_NOOP("SetupWords", "No number is chosen yet."),
     QT_TRANSLATE_NOOP("SetupWords", "Choose one in the list.")},
    {u"number-not-owned", QT_TRANSLATE_NOOP("SetupWords", "%1 is not among the %2 numbers of the account."),
     QT_TRANSLATE_NOOP("SetupWords", "Choose one in the list, or enter the account that owns it."), u"numbers"},
    {u"number-without-sms", QT_TRANSLATE_NOOP("SetupWords", "%1 can neither send nor receive SMS."),
     QT_TRANSLATE_NOOP("SetupWords", "Choose or buy another number."), u"buy"},
    {u"number-without-mms", QT_TRANSLATE_NOOP("SetupWords", "%1 takes texts, but no pictures."),
     QT_TRANSLATE_NOOP("SetupWords", "If customers should send pictures, choose a number with MMS."), u"buy"},
};

} // namespace

std::span<const CauseWords> twilioCauses()
{
    return twilioCauseTable;
}

} // namespace greenline
