#include "app/twilio/loginforms.h"
#include "app/twilio/twiliocodec.h"
#include "app/twilio/twiliofault.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// What Twilio's refusals mean, and what is wrong with a login before it is asked (twilio.md 1.1, 1.2, 1.6).
class TwilioFaultTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsCausesApart_data();
    void tellsCausesApart();
    void keepsTheRequestForSupport();
    void readsForms_data();
    void readsForms();
};

namespace {

const QString account = u"AC0123456789abcdef0123456789abcdef"_s;
const QString token = u"fedcba9876543210fedcba9876543210"_s;

TwilioLogin byToken()
{
    return {account, {}, token};
}

TwilioLogin byKey()
{
    return {account, u"SK0123456789abcdef0123456789abcdef"_s, u"aSecretOfThirtyTwoLettersInAll12"_s};
}

HttpReply reply(int status, const QByteArray &body, const QByteArray &type = "application/json")
{
    return {.status = status, .contentType = type, .body = body};
}

QByteArray refusal(int status, int code, const QByteArray &message)
{
    return "{\"code\":" + QByteArray::number(code) + ",\"message\":\"" + message
        + "\",\"more_info\":\"https://www.twilio.com/docs/errors/" + QByteArray::number(code)
        + "\",\"status\":" + QByteArray::number(status) + "}";
}

} // namespace

void TwilioFaultTest::tellsCausesApart_data()
{
    QTest::addColumn<HttpReply>("answer");
    QTest::addColumn<TwilioLogin>("login");
    QTest::addColumn<TwilioFault>("fault");
    const auto row = [](const char *name, int status, int code, const QByteArray &words, TwilioFault fault,
                        const TwilioLogin &login = byToken()) {
        QTest::newRow(name) << reply(status, refusal(status, code, words)) << login << fault;
    };
    row("wrong token", 401, 20003, "Authenticate", TwilioFault::WrongToken);
    row("unknown SID", 401, 20003, "Authentication Error - invalid username", TwilioFault::UnknownUser);
    row("unknown key", 401, 20003, "Authentication Error - invalid username", TwilioFault::UnknownKey, byKey());
    row("stripped by a proxy", 401, 20003, "Authentication Error - No credentials provided",
        TwilioFault::NoCredentials);
    row("a trial account's limit", 401, 20003,
        "This feature is not available on a Trial account. Please upgrade your account to gain access.",
        TwilioFault::TrialLimit);
    row("the same with 403", 403, 20003, "This feature is not available on a Trial account.", TwilioFault::TrialLimit);
    row("a trial account's limit, old", 400, 10002, "Trial account does not support this feature",
        TwilioFault::TrialLimit);
    row("one number on trial", 400, 21404, "Trial accounts can have only one number", TwilioFault::TrialLimit);
    row("a key that may not read the account", 401, 20003, "Authenticate", TwilioFault::KeyMayNot, byKey());
    row("a key without the grant", 403, 70051, "Authorization required", TwilioFault::KeyMayNot, byKey());
    row("test credentials", 403, 20008, "Resource not accessible with Test Account Credentials",
        TwilioFault::TestCredentials);
    row("suspended, by number", 401, 20005, "Account not active", TwilioFault::NotActive);
    row("suspended, by words", 403, 20403, "403 Forbidden. The account is suspended or closed", TwilioFault::NotActive);
    row("not active when sending", 400, 10001, "Account is not active", TwilioFault::NotActive);
    row("another account in the path", 404, 20404,
        "The requested resource /2010-04-01/Accounts/AC00000000000000000000000000000000.json was not found",
        TwilioFault::AccountNotFound);
    row("a number that is gone", 404, 20404,
        "The requested resource /2010-04-01/Accounts/AC0/IncomingPhoneNumbers/PN1.json was not found",
        TwilioFault::NotFound);
    row("busy", 429, 20429, "Too many concurrent requests", TwilioFault::Throttled);
    row("Twilio's own trouble", 503, 20503, "Service unavailable", TwilioFault::ServerTrouble);
    row("anything else", 400, 21211, "Invalid To", TwilioFault::Other);
    QTest::newRow("a proxy's login page")
        << reply(401, "<html>Sign in</html>", "text/html") << byToken() << TwilioFault::NotTwilio;
    QTest::newRow("a proxy's 403") << reply(403, "", "text/html") << byToken() << TwilioFault::NotTwilio;
    QTest::newRow("a web page with 200") << reply(200, "<html></html>", "text/html") << byToken()
                                         << TwilioFault::NotTwilio;
    QTest::newRow("a proxy's 502") << reply(502, "<html>Bad Gateway</html>", "text/html") << byToken()
                                   << TwilioFault::ServerTrouble;
}

void TwilioFaultTest::tellsCausesApart()
{
    QFETCH(HttpReply, answer);
    QFETCH(TwilioLogin, login);
    const Result<QJsonObject> read = readTwilioAnswer(answer);
    QVERIFY(!read);
    QTEST(twilioFault(read.error(), login), "fault");
    QVERIFY(!read.error().detail.contains(login.secret));
}

void TwilioFaultTest::keepsTheRequestForSupport()
{
    HttpReply answer = reply(400, refusal(400, 21211, "Invalid 'To' Phone Number"));
    answer.headers.emplaceBack("Twilio-Request-Id", "RQ42");
    const Error error = readTwilioAnswer(answer).error();
    QCOMPARE(error.code, u"21211"_s);
    QCOMPARE(error.detail, u"HTTP 400: Invalid 'To' Phone Number (request RQ42)"_s);
}

void TwilioFaultTest::readsForms_data()
{
    QTest::addColumn<TwilioLogin>("login");
    QTest::addColumn<LoginForm>("form");
    QTest::newRow("right") << byToken() << LoginForm::Right;
    QTest::newRow("a key") << byKey() << LoginForm::Right;
    QTest::newRow("nothing") << TwilioLogin{} << LoginForm::NoAccount;
    QTest::newRow("a key's SID") << TwilioLogin{byKey().user, {}, token} << LoginForm::KeyInPlaceOfAccount;
    QTest::newRow("a service's SID") << TwilioLogin{u"MG"_s + account.mid(2), {}, token}
                                     << LoginForm::ServiceInPlaceOfAccount;
    QTest::newRow("too short") << TwilioLogin{account.chopped(1), {}, token} << LoginForm::AccountMalformed;
    QTest::newRow("an e-mail address") << TwilioLogin{u"ana@example.com"_s, {}, token} << LoginForm::AccountMalformed;
    QTest::newRow("no token") << TwilioLogin{account, {}, {}} << LoginForm::NoToken;
    QTest::newRow("the SID twice") << TwilioLogin{account, {}, account} << LoginForm::TokenIsAccount;
    QTest::newRow("half a token") << TwilioLogin{account, {}, token.left(16)} << LoginForm::TokenMalformed;
    QTest::newRow("blanks of pasting") << trimmed({u" %1\n"_s.arg(account), {}, u"\t%1 "_s.arg(token)})
                                       << LoginForm::Right;
}

void TwilioFaultTest::readsForms()
{
    QFETCH(TwilioLogin, login);
    QTEST(loginForm(login), "form");
}

QTEST_GUILESS_MAIN(TwilioFaultTest)
#include "tst_twiliofault.moc"
