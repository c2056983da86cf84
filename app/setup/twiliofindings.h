#pragma once

#include "app/setup/check.h"
#include "app/setup/setupplan.h"
#include "app/twilio/twiliotypes.h"

namespace greenline {

/// What each check of the Twilio side makes of what it was told (twilio.md 1 to 3). Pure: the asking is TwilioChecks'.
/// The causes are ids; ui makes sentences of them.

CheckOutcome judgeForm(const TwilioLogin &login);
/// Of both logins: by an API key all can be asked, but the workspace needs the Auth Token beside it (twilio.md 1.1).
CheckOutcome judgeForms(const SetupPlan &plan);
/// The account itself, or why it could not be read. A key that may not read it is no failure: it may do the rest.
CheckOutcome judgeAccount(const Result<TwilioAccount> &account, const TwilioLogin &login);
/// A standard key may not read accounts, and is told so in the words of a wrong secret (twilio.md 1.1): whether it is
/// one tells only what it may read.
bool isKeyInDoubt(const Error &error, const TwilioLogin &login);
/// unread: of the account. error: of the numbers, which every key of use may read.
CheckOutcome judgeKey(const CheckOutcome &unread, const Error &error, const TwilioLogin &login);
/// What could not be read after the login was judged: that says nothing about the token.
CheckOutcome judgeUnread(const Error &error, const TwilioLogin &login);
CheckOutcome judgeBalance(const Result<TwilioBalance> &balance, const TwilioAccount &account);

/// wanted: E.164. numbers: every page of them.
CheckOutcome judgeOwned(const QList<TwilioNumber> &numbers, const QString &wanted);
CheckOutcome judgeCapable(const TwilioNumber &number);

/// Everything that decides who is called when a text arrives.
struct InboundFacts {
    TwilioNumber number = {};
    std::optional<TwilioApplication> application = {}; ///< The one that the number names.
    std::optional<TwilioService> service = {}; ///< The one that the number sits in.
    QStringList others = {}; ///< Other numbers of that service, E.164.
    QUrl wanted = {}; ///< The workspace's webhook.
    QList<TwilioService> services = {}; ///< All of the account.
};
CheckOutcome judgeRoute(const InboundFacts &facts);

/// The address that a hook is to have: the wanted one, with how it is to be called (#rc=2&rp=all, twilio.md 6.3) as it
/// was said before.
QString mendedHook(const TwilioHook &from, const QUrl &wanted);

/// The webhook of a workspace (rocketchat-wire.md 5, twilio.md 6.4): it begins exactly with its Site_Url.
QUrl workspaceHook(const QUrl &siteUrl);

} // namespace greenline
