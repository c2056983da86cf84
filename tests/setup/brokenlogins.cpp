#include "brokensetups.h"

using namespace Qt::StringLiterals;

namespace greenline::test {

namespace {

const QString otherHex = u"0123456789abcdef0123456789abcdef"_s;

BrokenPlace::Way entered(const std::function<void(SetupPlan &)> &replan)
{
    return {.replan = replan};
}

BrokenPlace::Way account(const QString &sid)
{
    return entered([sid](SetupPlan &plan) { plan.twilio.account = sid; });
}

BrokenPlace::Way token(const QString &secret)
{
    return entered([secret](SetupPlan &plan) { plan.twilio.secret = secret; });
}

/// The account itself is refused: what the API answers instead of it.
BrokenPlace::Way refused(int status, int code, const QByteArray &message)
{
    return {.scene = R"({"faults":[{"kind":"refuse","path":"00.json","status":)" + QByteArray::number(status)
                + R"(,"code":)" + QByteArray::number(code) + R"(,"message":")" + message + R"("}]})"};
}

BrokenPlace::Way scene(const QByteArray &members)
{
    return {.scene = members};
}

BrokenPlace::Way key(const QString &secret = u"KeySecretKeySecretKeySecretKey12"_s)
{
    BrokenPlace::Way way{
        .scene
        = R"({"keys":[{"sid":"SK0123456789abcdef0123456789abcdef","secret":"KeySecretKeySecretKeySecretKey12"}]})"};
    way.replan = [secret](SetupPlan &plan) {
        plan.twilio.user = u"SK"_s + otherHex;
        plan.twilio.secret = secret;
    };
    return way;
}

QList<BrokenSetup> malformedLogins()
{
    const QString form = u"twilio.form"_s;
    const CheckVerdict failed = CheckVerdict::Failed;
    BrokenPlace::Way halfKey;
    halfKey.replan = [](SetupPlan &plan) { plan.twilio.user = u"SK0123"_s; };
    return {
        {"no account SID", account({}), form, failed, u"no-account-sid"_s},
        {"an API key as account SID", account(u"SK"_s + otherHex), form, failed, u"key-as-account-sid"_s},
        {"half of an API key's SID", halfKey, form, failed, u"key-malformed"_s, {}, false},
        {"an API key without its secret", key({}), form, failed, u"no-key-secret"_s, {}, false},
        {"half of an API key's secret", key(u"KeySecret"_s), form, failed, u"key-secret-malformed"_s, {}, false},
        {"a service as account SID", account(u"MG"_s + otherHex), form, failed, u"service-as-account-sid"_s},
        {"an account SID cut off", account(u"AC"_s + otherHex.left(30)), form, failed, u"account-sid-malformed"_s},
        {"no token", token({}), form, CheckVerdict::Unknown, u"no-token"_s, {}, false},
        {"a token cut off", token(otherHex.left(31)), form, failed, u"token-malformed"_s, {}, false},
        {"the SID as token",
         entered([](SetupPlan &plan) { plan.twilio.secret = plan.twilio.account; }),
         form,
         failed,
         u"token-is-account-sid"_s,
         {},
         false},
    };
}

QList<BrokenSetup> refusedLogins()
{
    const QString login = u"twilio.account"_s;
    const CheckVerdict failed = CheckVerdict::Failed;
    const CheckVerdict warning = CheckVerdict::Warning;
    BrokenPlace::Way foreign = account(u"AC"_s + otherHex);
    foreign.replan = [](SetupPlan &plan) { plan.twilio.user = std::exchange(plan.twilio.account, u"AC"_s + otherHex); };
    return {
        {"a wrong token", token(otherHex), login, failed, u"wrong-token"_s, {}, false},
        {"an unknown account", account(u"AC"_s + otherHex), login, failed, u"unknown-account"_s, {}, false},
        {"another account in the path", foreign, login, failed, u"account-not-found"_s, {}, false},
        {"a proxy strips the login", refused(401, 20003, "Authentication Error - No credentials provided"), login,
         failed, u"credentials-stripped"_s},
        {"test credentials", scene(R"({"isTestLogin":true})"), login, failed, u"test-credentials"_s},
        {"not active, 20005", refused(401, 20005, "Account not active"), login, failed, u"account-not-active"_s},
        {"suspended, 20403", refused(403, 20403, "403 Forbidden"), login, failed, u"account-not-active"_s},
        {"no money, 10001", refused(400, 10001, "Account is not active"), login, failed, u"account-not-active"_s},
        {"suspended, in the words of a wrong token", refused(401, 20003, "Account suspended"), login, failed,
         u"account-not-active"_s},
        {"a trial's refusal, in the code of a wrong token",
         refused(401, 20003, "This feature is not available on a Trial account. Please upgrade your account"), login,
         warning, u"trial-limit"_s},
    };
}

QList<BrokenSetup> refusedKeys()
{
    const QString login = u"twilio.account"_s;
    const CheckVerdict failed = CheckVerdict::Failed;
    const CheckVerdict warning = CheckVerdict::Warning;
    BrokenPlace::Way halfToken = key();
    halfToken.replan = [withKey = key().replan](SetupPlan &plan) {
        withKey(plan);
        plan.token = u"0123"_s;
    };
    BrokenPlace::Way unknownKey = key();
    unknownKey.scene = "{}";
    const auto answeredNumbers = [](const QByteArray &fault) {
        BrokenPlace::Way way = key();
        way.scene.chop(1);
        way.scene += R"(,"faults":[{"path":"IncomingPhoneNumbers.json",)" + fault + "}]}";
        return way;
    };
    const BrokenPlace::Way busyKey = answeredNumbers(R"("kind":"busy")");
    const BrokenPlace::Way narrowKey
        = answeredNumbers(R"("kind":"refuse","status":401,"code":70051,"message":"Authorization Error")");
    return {
        {"a wrong secret of an API key", key(QString(32, u'x')), login, failed, u"key-refused"_s},
        {"half of a token beside an API key", halfToken, u"twilio.form"_s, warning, u"token-malformed"_s, {}, false},
        {"an unknown API key", unknownKey, login, failed, u"unknown-key"_s},
        {"an API key while Twilio is busy with its numbers", busyKey, login, CheckVerdict::Unknown, u"twilio-busy"_s},
        {"an API key that may not even list numbers", narrowKey, login, warning, u"key-may-not-read"_s},
        {"a standard API key", key(), login, warning, u"key-may-not-read"_s},
        {"a restricted API key", refused(401, 70051, "Authorization Error"), login, warning, u"key-may-not-read"_s},
    };
}

QList<BrokenSetup> accountsInTrouble()
{
    const QString login = u"twilio.account"_s;
    const QString balance = u"twilio.balance"_s;
    const CheckVerdict failed = CheckVerdict::Failed;
    const CheckVerdict warning = CheckVerdict::Warning;
    const QByteArray sub = R"({"account":{"owner_account_sid":"AC0123456789abcdef0123456789abcdef"}})";
    return {
        {"suspended", scene(R"({"account":{"status":"suspended"}})"), login, failed, u"account-suspended"_s},
        {"closed", scene(R"({"account":{"status":"closed"}})"), login, failed, u"account-closed"_s},
        {"a trial", scene(R"({"account":{"type":"Trial"}})"), login, warning, u"trial"_s},
        {"a subaccount", scene(sub), login, warning, u"subaccount"_s},
        {"a subaccount's balance", scene(sub), balance, CheckVerdict::Skipped, u"balance-of-parent"_s},
        {"no money left", scene(R"({"balance":"0.00"})"), balance, failed, u"balance-empty"_s},
        {"a debt", scene(R"({"balance":"-3.20"})"), balance, failed, u"balance-empty"_s},
        {"little money", scene(R"({"balance":"1.20"})"), balance, warning, u"balance-low"_s},
    };
}

} // namespace

QList<BrokenSetup> brokenLogins()
{
    return malformedLogins() + refusedLogins() + refusedKeys() + accountsInTrouble();
}

} // namespace greenline::test
