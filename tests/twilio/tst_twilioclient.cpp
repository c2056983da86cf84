#include "app/practice/httpsite.h"
#include "app/twilio/twilioclient.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;

/// Twilio's REST API over a real socket: paging, encoding, waiting, and what must not be done twice.
class TwilioClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnAccount();
    void errorsDoNotSayTheToken();
    void readsEveryPage();
    void followsPagesOnItsOwnHostAlone();
    void readsServicesAndTheirNumbers();
    void writesPlusAsItIs();
    void readsAlerts();
    void waitsWhenTwilioIsBusy();
    void givesUpWhenToldToWaitLong();
    void doesNotSendTwice_data();
    void doesNotSendTwice();
    void halfAListIsNoList();
};

namespace {

const QString account = u"AC0123456789abcdef0123456789abcdef"_s;
const QString token = u"fedcba9876543210fedcba9876543210"_s;

/// A Twilio that answers what it is told, one after the other, and remembers what it was asked.
struct Twilio {
    Twilio()
        : site([this](const practice::HttpRequest &request, const std::shared_ptr<practice::HttpReply> &reply) {
            asked.append(request);
            const practice::HttpAnswer next
                = answers.isEmpty() ? practice::HttpAnswer{404, "text/plain", "more?", {}} : answers.takeFirst();
            next.status == 0 ? reply->drop() : reply->answer(next);
        })
    {
        isListening = bool(site.listen(0));
        const QUrl base(u"http://127.0.0.1:%1"_s.arg(site.port()));
        client = std::make_unique<TwilioClient>(TwilioClient::Needs{http, clock, {base, base, base}},
                                                TwilioLogin{account, {}, token});
    }
    void answer(const QByteArray &body, int status = 200, const QList<std::pair<QByteArray, QByteArray>> &headers = {})
    {
        answers.append(practice::HttpAnswer{status, "application/json", body, headers});
    }

    HttpClient http;
    ManualClock clock;
    QList<practice::HttpAnswer> answers;
    QList<practice::HttpRequest> asked;
    practice::HttpSite site;
    std::unique_ptr<TwilioClient> client;
    bool isListening = false;
};

/// What came, when it has come.
template <typename T>
struct Waiting {
    Then<T> then(QObject *context)
    {
        return {context, [this](const Result<T> &result) {
                    Q_ASSERT(!answer);
                    answer = result;
                }};
    }
    std::optional<Result<T>> answer;
};

const QByteArray busy = R"({"code":20429,"message":"Too many requests","status":429})";

} // namespace

void TwilioClientTest::readsAnAccount()
{
    Twilio twilio;
    QVERIFY(twilio.isListening);
    twilio.answer(R"({"sid":"AC1","friendly_name":"Acme","status":"suspended","type":"Trial","owner_account_sid":"AC0",
                      "auth_token":"never shown"})");
    Waiting<TwilioAccount> read;
    twilio.client->account(read.then(&twilio.site));
    QTRY_VERIFY(read.answer);
    QCOMPARE(**read.answer, (TwilioAccount{u"AC1"_s, u"Acme"_s, TwilioAccount::Status::Suspended, true, u"AC0"_s}));
    QVERIFY((*read.answer)->isSubaccount());
    QCOMPARE(twilio.asked.first().path, u"/2010-04-01/Accounts/%1.json"_s.arg(account));
    QCOMPARE(twilio.asked.first().header("Authorization"), "Basic " + (account + u':' + token).toUtf8().toBase64());
}

void TwilioClientTest::errorsDoNotSayTheToken()
{
    Twilio twilio;
    twilio.answer((u"{\"code\":20003,\"message\":\"%1 is wrong\",\"status\":401}"_s.arg(token)).toUtf8(), 401);
    Waiting<TwilioAccount> read;
    twilio.client->account(read.then(&twilio.site));
    QTRY_VERIFY(read.answer);
    QVERIFY2(read.answer->error().detail.contains(u"is wrong"_s), qPrintable(read.answer->error().detail));
    QVERIFY(!read.answer->error().detail.contains(token));
}

void TwilioClientTest::readsEveryPage()
{
    Twilio twilio;
    twilio.answer(
        R"({"incoming_phone_numbers":[{"sid":"PN1","phone_number":"+14155550100","sms_url":"https://a.example",
        "sms_method":"post","sms_application_sid":null,"capabilities":{"sms":true,"mms":false}}],
        "next_page_uri":"/2010-04-01/Accounts/AC/IncomingPhoneNumbers.json?PageSize=1000&Page=1&PageToken=PAx"})");
    twilio.answer(R"({"incoming_phone_numbers":[{"sid":"PN2","capabilities":{"SMS":true,"MMS":true},
        "sms_application_sid":"AP1"}],"next_page_uri":null})");
    Waiting<QList<TwilioNumber>> read;
    twilio.client->numbers(read.then(&twilio.site));
    QTRY_VERIFY(read.answer);
    const QList<TwilioNumber> numbers = **read.answer;
    QCOMPARE(numbers.size(), 2);
    QCOMPARE(numbers.first().hook, (TwilioHook{u"https://a.example"_s, u"POST"_s}));
    QVERIFY(numbers.first().hasSms && !numbers.first().hasMms && numbers.first().application.isEmpty());
    QVERIFY(numbers.last().hasSms && numbers.last().hasMms);
    QCOMPARE(numbers.last().application, u"AP1"_s);
    QCOMPARE(twilio.asked.last().queryValue(u"PageToken"_s), u"PAx"_s);
}

void TwilioClientTest::followsPagesOnItsOwnHostAlone()
{
    Twilio twilio;
    Twilio stranger;
    twilio.answer(R"({"services":[],"meta":{"next_page_url":"http://127.0.0.1:)"
                  + QByteArray::number(stranger.site.port()) + R"(/v1/Services?PageToken=PAy"}})");
    twilio.answer(R"({"services":[{"sid":"MG1"}],"meta":{"next_page_url":null}})");
    Waiting<QList<TwilioService>> read;
    twilio.client->services(read.then(&twilio.site));
    QTRY_VERIFY(read.answer);
    QCOMPARE((*read.answer)->size(), 1);
    QCOMPARE(twilio.asked.last().queryValue(u"PageToken"_s), u"PAy"_s);
    QVERIFY(stranger.asked.isEmpty());
}

void TwilioClientTest::readsServicesAndTheirNumbers()
{
    Twilio twilio;
    twilio.answer(R"({"services":[{"sid":"MG1","friendly_name":"Support","inbound_request_url":null,
        "inbound_method":"POST","use_inbound_webhook_on_number":true,"us_app_to_person_registered":true}],"meta":{}})");
    Waiting<QList<TwilioService>> services;
    twilio.client->services(services.then(&twilio.site));
    QTRY_VERIFY(services.answer);
    QCOMPARE((*services.answer)->first(), (TwilioService{u"MG1"_s, u"Support"_s, {QString(), u"POST"_s}, true, true}));
    twilio.answer(R"({"phone_numbers":[{"sid":"PN1"},{"sid":"PN2"}],"meta":{}})");
    Waiting<QStringList> numbers;
    twilio.client->numbersOfService(u"MG1"_s, numbers.then(&twilio.site));
    QTRY_VERIFY(numbers.answer);
    QCOMPARE(**numbers.answer, (QStringList{u"PN1"_s, u"PN2"_s}));
    QCOMPARE(twilio.asked.last().path, u"/v1/Services/MG1/PhoneNumbers"_s);
}

void TwilioClientTest::writesPlusAsItIs()
{
    Twilio twilio;
    twilio.answer(R"({"messages":[{"sid":"SM1","direction":"inbound","error_code":11200,
        "date_sent":"Thu, 26 Nov 2026 05:00:00 +0000"}]})");
    Waiting<QList<TwilioMessage>> read;
    twilio.client->messagesTo(u"+14155550100"_s, read.then(&twilio.site));
    QTRY_VERIFY(read.answer);
    QVERIFY2(twilio.asked.last().target.contains("To=%2B14155550100"), twilio.asked.last().target.constData());
    const TwilioMessage message = (*read.answer)->first();
    QVERIFY(message.isInbound);
    QCOMPARE(message.errorCode, std::optional(11200));
    QCOMPARE(message.at, QDateTime(QDate(2026, 11, 26), QTime(5, 0), Qt::UTC));
    twilio.answer(R"({"sid":"SM2","status":"queued"})", 201);
    Waiting<TwilioMessage> sent;
    twilio.client->sendMessage({{u"To"_s, u"+1 2"_s}, {u"Body"_s, u"50%41 & more"_s}}, sent.then(&twilio.site));
    QTRY_VERIFY(sent.answer);
    QCOMPARE(twilio.asked.last().body, "To=%2B1%202&Body=50%2541%20%26%20more");
}

void TwilioClientTest::readsAlerts()
{
    Twilio twilio;
    twilio.answer(R"({"alerts":[{"sid":"NO1","error_code":"11200","resource_sid":"SM1","request_url":null,
        "alert_text":"Msg=HTTP+retrieval+failure&httpResponse=403&url=https%3A%2F%2Fchat.example.com%2Fapi&ErrorCode=11200",
        "date_generated":"2026-11-26T05:00:00Z"}],"meta":{}})");
    Waiting<QList<TwilioAlert>> read;
    twilio.client->alertsSince(QDateTime(QDate(2026, 11, 25), QTime(0, 0), Qt::UTC), read.then(&twilio.site));
    QTRY_VERIFY(read.answer);
    QCOMPARE((*read.answer)->first(),
             (TwilioAlert{u"NO1"_s, 11200, u"SM1"_s, QUrl(u"https://chat.example.com/api"_s), 403,
                          QDateTime(QDate(2026, 11, 26), QTime(5, 0), Qt::UTC)}));
}

void TwilioClientTest::waitsWhenTwilioIsBusy()
{
    Twilio twilio;
    twilio.answer(busy, 429, {{"Retry-After", "2"}});
    twilio.answer(busy, 429);
    twilio.answer(R"({"sid":"SM3","status":"queued"})", 201);
    Waiting<TwilioMessage> sent;
    twilio.client->sendMessage({{u"Body"_s, u"x"_s}}, sent.then(&twilio.site));
    QTRY_COMPARE(twilio.asked.size(), 1);
    twilio.clock.advance(1'999ms);
    QCOMPARE(twilio.asked.size(), 1);
    QTRY_VERIFY((twilio.clock.advance(1ms), twilio.asked.size() == 2));
    QTRY_VERIFY((twilio.clock.advance(100ms), sent.answer));
    QCOMPARE(twilio.asked.size(), 3);
    QCOMPARE((*sent.answer)->sid, u"SM3"_s);
}

void TwilioClientTest::givesUpWhenToldToWaitLong()
{
    Twilio twilio;
    twilio.answer(busy, 429, {{"Retry-After", "600"}});
    Waiting<TwilioBalance> read;
    twilio.client->balance(read.then(&twilio.site));
    QTRY_VERIFY(read.answer);
    QCOMPARE(read.answer->error().kind, Error::Kind::RateLimited);
    QCOMPARE(read.answer->error().retryAfter, std::optional<std::chrono::milliseconds>(600s));
}

void TwilioClientTest::doesNotSendTwice_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("its own trouble") << 500 << QByteArray(R"({"code":20500,"message":"Internal","status":500})");
    QTest::newRow("a proxy's") << 502 << QByteArray("<html>");
    QTest::newRow("the line is cut") << 0 << QByteArray();
    QTest::newRow("no JSON") << 201 << QByteArray("{\"sid\":");
}

void TwilioClientTest::doesNotSendTwice()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    Twilio twilio;
    twilio.answer(body, status);
    Waiting<TwilioMessage> sent;
    twilio.client->sendMessage({{u"Body"_s, u"x"_s}}, sent.then(&twilio.site));
    QTRY_VERIFY(sent.answer);
    QVERIFY(!*sent.answer);
    twilio.clock.advance(1h);
    twilio.answer("{}");
    Waiting<TwilioAccount> next;
    twilio.client->account(next.then(&twilio.site));
    QTRY_VERIFY(next.answer);
    QCOMPARE(twilio.asked.size(), 2); // a second text would have come before
    QCOMPARE(twilio.asked.last().method, "GET");
}

void TwilioClientTest::halfAListIsNoList()
{
    Twilio twilio;
    twilio.answer(R"({"incoming_phone_numbers":[{"sid":"PN1"}],"next_page_uri":"/p2"})");
    twilio.answer(R"({"code":20500,"message":"Internal","status":500})", 500);
    Waiting<QList<TwilioNumber>> read;
    twilio.client->numbers(read.then(&twilio.site));
    QTRY_VERIFY(read.answer);
    QVERIFY(!*read.answer);
}

QTEST_GUILESS_MAIN(TwilioClientTest)
#include "tst_twilioclient.moc"
