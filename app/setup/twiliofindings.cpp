#include "app/setup/twiliofindings.h"

#include "app/setup/outcomes.h"
#include "app/twilio/loginforms.h"
#include "app/twilio/twiliofault.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr double lowBalance = 2.0; // in the account's currency: some dozens of texts

QString formCause(LoginForm form)
{
    switch (form) {
    case LoginForm::NoAccount:
        return u"no-account-sid"_s;
    case LoginForm::KeyInPlaceOfAccount:
        return u"key-as-account-sid"_s;
    case LoginForm::ServiceInPlaceOfAccount:
        return u"service-as-account-sid"_s;
    case LoginForm::KeyMalformed:
        return u"key-malformed"_s;
    case LoginForm::NoKeySecret:
        return u"no-key-secret"_s;
    case LoginForm::KeySecretMalformed:
        return u"key-secret-malformed"_s;
    case LoginForm::AccountMalformed:
        return u"account-sid-malformed"_s;
    case LoginForm::NoToken:
        return u"no-token"_s;
    case LoginForm::TokenMalformed:
        return u"token-malformed"_s;
    case LoginForm::TokenIsAccount:
        return u"token-is-account-sid"_s;
    case LoginForm::Right:
        break;
    }
    return {};
}

CheckOutcome ofFault(TwilioFault fault)
{
    switch (fault) {
    case TwilioFault::WrongToken:
        return found(CheckVerdict::Failed, u"wrong-token"_s);
    case TwilioFault::UnknownUser:
        return found(CheckVerdict::Failed, u"unknown-account"_s);
    case TwilioFault::UnknownKey:
        return found(CheckVerdict::Failed, u"unknown-key"_s);
    case TwilioFault::NoCredentials:
        return found(CheckVerdict::Failed, u"credentials-stripped"_s);
    case TwilioFault::TrialLimit:
        return found(CheckVerdict::Warning, u"trial-limit"_s);
    case TwilioFault::KeyMayNot:
        return found(CheckVerdict::Warning, u"key-may-not-read"_s);
    case TwilioFault::TestCredentials:
        return found(CheckVerdict::Failed, u"test-credentials"_s);
    case TwilioFault::NotActive:
        return found(CheckVerdict::Failed, u"account-not-active"_s);
    case TwilioFault::AccountNotFound:
    case TwilioFault::NotFound:
        return found(CheckVerdict::Failed, u"account-not-found"_s);
    case TwilioFault::Throttled:
        return found(CheckVerdict::Unknown, u"twilio-busy"_s);
    case TwilioFault::Unreachable:
        return found(CheckVerdict::Unknown, u"twilio-unreachable"_s);
    case TwilioFault::NotTwilio:
        return found(CheckVerdict::Unknown, u"not-twilio"_s);
    case TwilioFault::ServerTrouble:
        return found(CheckVerdict::Unknown, u"twilio-trouble"_s);
    case TwilioFault::Other:
    case TwilioFault::None:
        break;
    }
    return found(CheckVerdict::Unknown, u"twilio-refused"_s);
}

CheckOutcome refused(const Error &error, const TwilioLogin &login)
{
    CheckOutcome outcome = ofFault(twilioFault(error, login));
    outcome.evidence = {{{}, error.detail}};
    return outcome;
}

} // namespace

CheckOutcome judgeForm(const TwilioLogin &login)
{
    const LoginForm form = loginForm(login);
    if (form == LoginForm::Right) {
        return fine(login.account);
    }
    // Without a token nothing was tried, so nothing failed: the set-up may well work.
    return found(form == LoginForm::NoToken ? CheckVerdict::Unknown : CheckVerdict::Failed, formCause(form));
}

CheckOutcome judgeForms(const SetupPlan &plan)
{
    CheckOutcome asking = judgeForm(plan.twilio);
    if (!plan.twilio.isKey() || asking.verdict != CheckVerdict::Passed) {
        return asking;
    }
    const CheckOutcome sending = judgeForm(plan.workspaceLogin());
    if (sending.verdict == CheckVerdict::Passed) {
        return asking;
    }
    return found(CheckVerdict::Warning, plan.token.isEmpty() ? u"no-token-beside-key"_s : sending.cause);
}

CheckOutcome judgeAccount(const Result<TwilioAccount> &account, const TwilioLogin &login)
{
    if (!account) {
        return refused(account.error(), login);
    }
    switch (account->status) {
    case TwilioAccount::Status::Suspended:
        return found(CheckVerdict::Failed, u"account-suspended"_s, {account->name});
    case TwilioAccount::Status::Closed:
        return found(CheckVerdict::Failed, u"account-closed"_s, {account->name});
    case TwilioAccount::Status::Active:
    case TwilioAccount::Status::Unknown:
        break;
    }
    if (account->isTrial) {
        return found(CheckVerdict::Warning, u"trial"_s, {account->name});
    }
    if (account->isSubaccount()) {
        return found(CheckVerdict::Warning, u"subaccount"_s, {account->name, account->owner});
    }
    return fine(account->name);
}

bool isKeyInDoubt(const Error &error, const TwilioLogin &login)
{
    return login.isKey() && error.kind == Error::Kind::Unauthorized && error.code != "70051"_L1
        && twilioFault(error, login) == TwilioFault::KeyMayNot;
}

CheckOutcome judgeKey(const CheckOutcome &unread, const Error &error, const TwilioLogin &login)
{
    CheckOutcome outcome = refused(error, login);
    if (isKeyInDoubt(error, login)) {
        outcome.verdict = CheckVerdict::Failed;
        outcome.cause = u"key-refused"_s;
    }
    outcome.evidence.first().asked = u"GET IncomingPhoneNumbers.json"_s;
    outcome.evidence = unread.evidence + outcome.evidence;
    return outcome;
}

CheckOutcome judgeBalance(const Result<TwilioBalance> &balance, const TwilioAccount &account)
{
    if (account.isSubaccount()) {
        return found(CheckVerdict::Skipped, u"balance-of-parent"_s, {account.owner}); // it has none of its own
    }
    if (!balance) {
        return {CheckVerdict::Unknown, u"balance-unreadable"_s, {}, {{{}, balance.error().detail}}, {}};
    }
    const QStringList values{QString::number(balance->amount, 'f', 2), balance->currency};
    if (balance->amount <= 0) {
        return found(CheckVerdict::Failed, u"balance-empty"_s, values);
    }
    return balance->amount < lowBalance ? found(CheckVerdict::Warning, u"balance-low"_s, values)
                                        : fine(values.join(u' '));
}

CheckOutcome judgeOwned(const QList<TwilioNumber> &numbers, const QString &wanted)
{
    if (numbers.isEmpty()) {
        return found(CheckVerdict::Failed, u"no-numbers"_s);
    }
    if (wanted.isEmpty()) {
        return found(CheckVerdict::Failed, u"number-not-chosen"_s, {QString::number(numbers.size())});
    }
    const bool isOwned = std::any_of(numbers.begin(), numbers.end(),
                                     [&wanted](const TwilioNumber &one) { return one.number == wanted; });
    if (!isOwned) {
        return found(CheckVerdict::Failed, u"number-not-owned"_s, {wanted, QString::number(numbers.size())});
    }
    return fine(wanted);
}

CheckOutcome judgeCapable(const TwilioNumber &number)
{
    if (!number.hasSms) {
        return found(CheckVerdict::Failed, u"number-without-sms"_s, {number.number});
    }
    if (!number.hasMms) {
        return found(CheckVerdict::Warning, u"number-without-mms"_s, {number.number});
    }
    return fine(u"SMS, MMS"_s);
}

CheckOutcome judgeUnread(const Error &error, const TwilioLogin &login)
{
    CheckOutcome outcome = judgeAccount(error, login);
    if (outcome.verdict == CheckVerdict::Failed) {
        outcome.cause = u"not-readable"_s;
    }
    outcome.verdict = CheckVerdict::Unknown;
    return outcome;
}

} // namespace greenline
