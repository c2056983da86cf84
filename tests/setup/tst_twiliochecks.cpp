#include "app/practice/httpsite.h"
#include "app/setup/checkrunner.h"
#include "app/setup/twiliochecks.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// The Twilio side asked over a real socket: which calls are made, and what comes of accounts of every kind.
class TwilioChecksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWholeSetupPasses();
    void findsTheServiceThatDropsTexts();
    void aWrongTokenEndsTheRest();
    void aTrialsRefusalDoesNotBlameTheToken();
    void aServiceThatCannotBeReadIsNotTakenForNone();
    void aMalformedLoginIsNeverSent();
    void anAnswerAboutTheNumberBeforeIsNotKept();
};

namespace {

const QString account = u"AC0123456789abcdef0123456789abcdef"_s;
const QString token = u"fedcba9876543210fedcba9876543210"_s;
const QByteArray hook = "https://chat.example.com/api/v1/livechat/sms-incoming/twilio";

/// A Twilio account as a list of documents by path, and the checks of one of its numbers.
struct Place {
    explicit Place(const QString &secret = token)
        : site([this](const practice::HttpRequest &request, const std::shared_ptr<practice::HttpReply> &reply) {
            asked.append(request.path);
            reply->answer(
                documents.value(request.path, {404, "application/json", R"({"code":20404,"status":404})", {}}));
        })
    {
        isListening = bool(site.listen(0));
        const QUrl base(u"http://127.0.0.1:%1"_s.arg(site.port()));
        client = std::make_unique<TwilioClient>(TwilioClient::Needs{http, clock, {base, base, base}},
                                                TwilioLogin{account, {}, secret});
        checks = std::make_unique<TwilioChecks>(
            *client, TwilioChecks::Plan{u"+14155550100"_s, QUrl(u"https://chat.example.com"_s)});
        runner = std::make_unique<CheckRunner>(checks->checks());
        put(u".json"_s,
            R"({"sid":"AC1","friendly_name":"Acme","status":"active","type":"Full","owner_account_sid":"AC1"})");
        put(u"/Balance.json"_s, R"({"balance":"12.50","currency":"USD"})");
        put(u"/IncomingPhoneNumbers.json"_s,
            R"({"incoming_phone_numbers":[
            {"sid":"PN1","phone_number":"+14155550100","sms_url":")"
                + hook + R"(","sms_method":"POST",
             "capabilities":{"sms":true,"mms":true}},
            {"sid":"PN2","phone_number":"+14155550101","capabilities":{"sms":true,"mms":true}}]})");
        put(u"/IncomingPhoneNumbers/PN1.json"_s,
            R"({"sid":"PN1","phone_number":"+14155550100","sms_url":")" + hook + R"(","sms_method":"POST",
             "capabilities":{"sms":true,"mms":true}})");
        documents.insert(u"/v1/Services"_s, ok(R"({"services":[{"sid":"MG1","friendly_name":"News"},
            {"sid":"MG2","friendly_name":"Support","use_inbound_webhook_on_number":false}],"meta":{}})"));
        documents.insert(u"/v1/Services/MG1/PhoneNumbers"_s, ok(R"({"phone_numbers":[],"meta":{}})"));
        documents.insert(u"/v1/Services/MG2/PhoneNumbers"_s, ok(R"({"phone_numbers":[{"sid":"PN2"}],"meta":{}})"));
    }
    static practice::HttpAnswer ok(const QByteArray &body) { return {200, "application/json", body, {}}; }
    void put(const QString &rest, const QByteArray &body, int status = 200)
    {
        documents.insert(u"/2010-04-01/Accounts/"_s + account + rest, {status, "application/json", body, {}});
    }
    bool run()
    {
        QSignalSpy finished(runner.get(), &CheckRunner::finished);
        runner->runAll();
        return QTest::qWaitFor([&] { return !finished.isEmpty(); }, 15'000);
    }
    CheckOutcome of(const QString &id) const
    {
        const CheckOutcome *outcome = runner->outcome(id);
        return outcome ? *outcome : CheckOutcome{.cause = u"not run"_s};
    }

    HttpClient http;
    ManualClock clock;
    QHash<QString, practice::HttpAnswer> documents;
    QStringList asked;
    practice::HttpSite site;
    std::unique_ptr<TwilioClient> client;
    std::unique_ptr<TwilioChecks> checks;
    std::unique_ptr<CheckRunner> runner;
    bool isListening = false;
};

} // namespace

void TwilioChecksTest::aWholeSetupPasses()
{
    Place place;
    QVERIFY(place.isListening && place.run());
    const QStringList ids = place.runner->ids();
    for (const QString &id : ids) {
        QVERIFY2(place.of(id).verdict == CheckVerdict::Passed, qPrintable(id + u": "_s + place.of(id).cause));
    }
    QVERIFY(!place.checks->inbound()->service);
}

void TwilioChecksTest::findsTheServiceThatDropsTexts()
{
    Place place;
    place.documents.insert(u"/v1/Services/MG2/PhoneNumbers"_s,
                           Place::ok(R"({"phone_numbers":[{"sid":"PN2"},{"sid":"PN1"}],"meta":{}})"));
    QVERIFY(place.run());
    const CheckOutcome route = place.of(u"webhook.route"_s);
    QCOMPARE(route.cause, u"hook-dropped"_s);
    QCOMPARE(route.repairs.first().alsoMoves, QStringList{u"+14155550101"_s});
    QCOMPARE(place.runner->worst(), CheckVerdict::Failed);
}

void TwilioChecksTest::aWrongTokenEndsTheRest()
{
    Place place;
    place.put(u".json"_s, R"({"code":20003,"message":"Authenticate","status":401})", 401);
    QVERIFY(place.run());
    QCOMPARE(place.of(u"twilio.account"_s).cause, u"wrong-token"_s);
    QCOMPARE(place.of(u"webhook.route"_s).verdict, CheckVerdict::Skipped);
    QCOMPARE(place.asked.size(), 1);
}

void TwilioChecksTest::aTrialsRefusalDoesNotBlameTheToken()
{
    Place place;
    place.documents.insert(
        u"/v1/Services"_s,
        {401,
         "application/json",
         R"({"code":20003,"message":"This feature is not available on a Trial account.","status":401})",
         {}});
    QVERIFY(place.run());
    QCOMPARE(place.of(u"webhook.route"_s).verdict, CheckVerdict::Unknown);
    QCOMPARE(place.of(u"webhook.route"_s).cause, u"trial-limit"_s);
}

void TwilioChecksTest::aServiceThatCannotBeReadIsNotTakenForNone()
{
    Place place;
    place.documents.insert(u"/v1/Services/MG1/PhoneNumbers"_s, {500, "text/html", "<html>", {}});
    QVERIFY(place.run());
    QCOMPARE(place.of(u"webhook.route"_s).verdict, CheckVerdict::Unknown);
    QCOMPARE(place.of(u"webhook.route"_s).cause, u"twilio-trouble"_s);
    QVERIFY(!place.checks->inbound());
}

void TwilioChecksTest::aMalformedLoginIsNeverSent()
{
    Place place(u"half a token"_s);
    QVERIFY(place.run());
    QCOMPARE(place.of(u"twilio.form"_s).cause, u"token-malformed"_s);
    QVERIFY(place.asked.isEmpty());
}

void TwilioChecksTest::anAnswerAboutTheNumberBeforeIsNotKept()
{
    Place place;
    QVERIFY(place.run());
    std::optional<Result<CheckOutcome>> answer;
    place.checks->checks().last().run({this, [&answer](const Result<CheckOutcome> &told) { answer.emplace(told); }});
    place.checks->setNumber(u"+14155550101"_s); // while it is asked who is called for the other
    QTRY_VERIFY(answer);
    QVERIFY(place.checks->number().sid.isEmpty());
    QVERIFY(!place.checks->inbound());
}

QTEST_GUILESS_MAIN(TwilioChecksTest)
#include "tst_twiliochecks.moc"
