#include "app/practice/httpsite.h"
#include "app/practice/practiceworkspace.h"
#include "twiliosite.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

using namespace greenline;
using namespace greenline::practice;
using namespace Qt::StringLiterals;

/// The practice Twilio's account and what becomes of it: shapes, paging, routing of what arrives, and faults.
class TwilioSceneTest : public QObject, private TwilioSite
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void pagesAreFollowedByRelativeLinks();
    void servicesNameTheRealHost();
    void refusesLogins_data();
    void refusesLogins();
    void changesOnlyWhatIsKnownAndTellsIt();
    void bringsTextsToWhomTheNumberSays_data();
    void bringsTextsToWhomTheNumberSays();
    void aWebhookThatRefusesLeavesAnAlert();
    void sellsANumberOnce();
    void textsSettleLater_data();
    void textsSettleLater();
    void numbersSitInOneService();
    void spoilsAnswers_data();
    void spoilsAnswers();
    void slowAnswersComeInTheEnd();
    void aSpoiltAnswerMayHideADeed();
    void driversSetScenesAndReadChanges();
};

void TwilioSceneTest::init()
{
    QVERIFY(start());
}

void TwilioSceneTest::pagesAreFollowedByRelativeLinks()
{
    play(R"({"pageSize":2,"numbers":[{"phone_number":"+14155550100"},{"phone_number":"+14155550101"},
        {"phone_number":"+14155550102","sms_application_sid":"AP1","capabilities":{"sms":false}}]})");
    const Got first = get(account(numbersPath + u".json?PageSize=50"_s));
    QCOMPARE(first.body.value("incoming_phone_numbers"_L1).toArray().size(), 2);
    const QString next = first.body.value("next_page_uri"_L1).toString();
    QVERIFY(next.startsWith("/2010-04-01/"_L1));
    const Got second = get(next);
    const QJsonArray rest = second.body.value("incoming_phone_numbers"_L1).toArray();
    QCOMPARE(rest.size(), 1);
    QCOMPARE(rest.first()["sms_application_sid"_L1].toString(), u"AP1"_s);
    QVERIFY(second.body.value("next_page_uri"_L1).isNull());
    QCOMPARE(get(account(numbersPath + u".json?PageSize=1&Page=2"_s)).body.value("page"_L1).toInt(), 0);
    const Got one = get(account(numbersPath + u".json?PhoneNumber=%2B14155550101"_s));
    QCOMPARE(one.body.value("incoming_phone_numbers"_L1).toArray().size(), 1);
}

void TwilioSceneTest::servicesNameTheRealHost()
{
    play(R"({"pageSize":1,"numbers":[{"sid":"PN1","phone_number":"+14155550100"}],
        "services":[{"sid":"MG1","numbers":["+14155550100"]},{"sid":"MG2"}]})");
    const Got page = get(u"/v1/Services?PageSize=100"_s);
    QVERIFY(page.body["meta"_L1]["next_page_url"_L1].toString().startsWith("https://messaging.twilio.com/v1/"_L1));
    QVERIFY(!page.body.value("services"_L1).toArray().first().toObject().contains("numbers"_L1));
    const Got members = get(u"/v1/Services/MG1/PhoneNumbers"_s);
    QCOMPARE(members.body["phone_numbers"_L1][0]["sid"_L1].toString(), u"PN1"_s);
    QVERIFY(members.body["phone_numbers"_L1][0]["capabilities"_L1].isArray());
}

void TwilioSceneTest::refusesLogins_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const QString numbers = account(numbersPath + u".json"_s);
    QTest::newRow("wrong token") << sid << u"x"_s << numbers << 401 << u"Authenticate"_s;
    QTest::newRow("nobody") << QString() << QString() << numbers << 401
                            << u"Authentication Error - No credentials provided"_s;
    QTest::newRow("unknown") << u"AC1"_s << token << numbers << 401 << u"Authentication Error - invalid username"_s;
    QTest::newRow("another account") << sid << token << u"/2010-04-01/Accounts/AC1.json"_s << 404
                                     << u"The requested resource /2010-04-01/Accounts/AC1.json was not found"_s;
    QTest::newRow("a key may not read accounts")
        << u"SK1"_s << u"k"_s << account(u".json"_s) << 401 << u"Authenticate"_s;
    QTest::newRow("a key reads numbers") << u"SK1"_s << u"k"_s << numbers << 200 << QString();
}

void TwilioSceneTest::refusesLogins()
{
    QFETCH(QString, user);
    QFETCH(QString, secret);
    QFETCH(QString, path);
    play(R"({"keys":[{"sid":"SK1","secret":"k"}]})");
    const Got got = finished(m_network.get(request(path, user, secret)));
    QTEST(got.status, "status");
    QTEST(got.body.value("message"_L1).toString(), "message");
}

void TwilioSceneTest::changesOnlyWhatIsKnownAndTellsIt()
{
    play(R"({"numbers":[{"sid":"PN1","phone_number":"+14155550100","sms_application_sid":"AP1"}]})");
    const QString number = account(numbersPath + u"/PN1.json"_s);
    const Got got = post(number,
                         {{u"SmsUrl"_s, u"https://chat.example.com/a?b=+1"_s},
                          {u"SmsURL"_s, u"x"_s},
                          {u"SmsApplicationSid"_s, QString()},
                          {u"SmsMethod"_s, u"POST"_s}});
    QCOMPARE(got.status, 200);
    QCOMPARE(got.body.value("sms_url"_L1).toString(), u"https://chat.example.com/a?b=+1"_s);
    QCOMPARE(m_twilio->changes().size(), 2);
    QCOMPARE(m_twilio->changes().first().resource, u"IncomingPhoneNumbers/PN1"_s);
    QCOMPARE(m_twilio->changes().last().field, u"sms_application_sid"_s);
    QCOMPARE(m_twilio->changes().last().from, QJsonValue(u"AP1"_s));
    QCOMPARE(post(number, {{u"SmsUrl"_s, u"chat.example.com"_s}}).body.value("code"_L1).toInt(), 21402);
    QCOMPARE(post(number, {{u"SmsMethod"_s, u"PUT"_s}}).body.value("code"_L1).toInt(), 21403);
    QCOMPARE(post(account(u"/IncomingPhoneNumbers/PN2.json"_s), {}).body.value("code"_L1).toInt(), 20404);
}

void TwilioSceneTest::bringsTextsToWhomTheNumberSays_data()
{
    QTest::addColumn<QByteArray>("number");
    QTest::addColumn<QByteArray>("service"); // the one that it sits in
    QTest::addColumn<QString>("called");
    QTest::addColumn<bool>("isNoted");
    const QByteArray own = R"("sms_url":"@own")";
    QTest::newRow("its own address") << own << QByteArray() << u"POST /own"_s << true;
    QTest::newRow("GET") << own + R"(,"sms_method":"GET")" << QByteArray() << u"GET /own"_s << true;
    QTest::newRow("none") << QByteArray(R"("sms_url":"")") << QByteArray() << QString() << true;
    QTest::newRow("another's") << QByteArray(R"("sms_url":"https://example.com/x")") << QByteArray() << QString()
                               << true;
    QTest::newRow("application") << own + R"(,"sms_application_sid":"AP1")" << QByteArray() << u"POST /app"_s << true;
    QTest::newRow("service") << own << QByteArray(R"("inbound_request_url":"@service")") << u"POST /service"_s << true;
    QTest::newRow("service that drops") << own << QByteArray(R"("inbound_request_url":null)") << QString() << false;
    QTest::newRow("service that defers") << own << QByteArray(R"("inbound_request_url":"@service",
                                            "use_inbound_webhook_on_number":true)")
                                         << u"POST /own"_s << true;
    QTest::newRow("fragment") << QByteArray(R"("sms_url":"@own#rc=2")") << QByteArray() << u"POST /own"_s << true;
}

void TwilioSceneTest::bringsTextsToWhomTheNumberSays()
{
    QFETCH(QByteArray, number);
    QFETCH(QByteArray, service);
    QFETCH(bool, isNoted);
    QFETCH(QString, called);
    QString seen;
    bool isSigned = false;
    HttpSite site([&](const HttpRequest &request, const std::shared_ptr<HttpReply> &reply) {
        seen = QString::fromLatin1(request.method) + u' ' + request.path;
        const QString url
            = u"http://"_s + QString::fromLatin1(request.header("Host")) + QString::fromLatin1(request.target);
        isSigned
            = request.header("X-Twilio-Signature") == twilioSignature(token.toLatin1(), url, formDecoded(request.body));
        reply->answer({200, "text/xml", "<Response></Response>", {}});
    });
    QVERIFY(site.listen(0).isOk());
    QByteArray scene = R"({"numbers":[{"phone_number":"+14155550100",)" + number
        + R"(}],"applications":[{"sid":"AP1","sms_url":"@app"}])"
        + (service.isEmpty() ? QByteArray() : R"(,"services":[{"numbers":["+14155550100"],)" + service + "}]") + '}';
    scene.replace('@', "http://127.0.0.1:" + QByteArray::number(site.port()) + '/');
    play(scene);
    m_twilio->deliver({u"+14155550199"_s, u"+14155550100"_s, u"Hello & co"_s});
    const QString log = account(u"/Messages.json?To=%2B14155550100"_s);
    QCOMPARE(get(log).body.value("messages"_L1).toArray().size(), isNoted ? 1 : 0);
    QTRY_COMPARE(seen, called);
    QCOMPARE(isSigned, !called.isEmpty());
}

void TwilioSceneTest::aWebhookThatRefusesLeavesAnAlert()
{
    HttpSite site([](const HttpRequest &, const std::shared_ptr<HttpReply> &reply) {
        reply->answer({403, "application/json", "{}", {}});
    });
    QVERIFY(site.listen(0).isOk());
    QByteArray scene = R"({"numbers":[{"phone_number":"+14155550100","sms_url":"@"}]})";
    play(scene.replace('@', "http://127.0.0.1:" + QByteArray::number(site.port()) + "/hook"));
    QSignalSpy delivered(m_twilio.get(), &PracticeTwilio::delivered);
    m_twilio->deliver({u"+14155550199"_s, u"+14155550100"_s, u"Hello"_s});
    QVERIFY(delivered.wait());
    const QJsonValue message = get(account(u"/Messages.json"_s)).body["messages"_L1][0];
    QCOMPARE(message["error_code"_L1].toInt(), 11200);
    QCOMPARE(message["direction"_L1].toString(), u"inbound"_s);
    const QJsonValue alert = get(u"/v1/Alerts?LogLevel=error"_s).body["alerts"_L1][0];
    QCOMPARE(alert["error_code"_L1].toString(), u"11200"_s);
    QCOMPARE(alert["resource_sid"_L1], message["sid"_L1]);
    QVERIFY(alert["alert_text"_L1].toString().contains("httpResponse=403&"_L1));
    QVERIFY(alert["alert_text"_L1].toString().startsWith("Msg=HTTP+retrieval+failure&"_L1));
}

void TwilioSceneTest::sellsANumberOnce()
{
    play("{}");
    const QString us = account(u"/AvailablePhoneNumbers/US/"_s);
    QCOMPARE(get(us + u"Mobile.json"_s).body.value("code"_L1).toInt(), 20404);
    QCOMPARE(
        get(us + u"Local.json?Contains=41555*&SmsEnabled=true"_s).body["available_phone_numbers"_L1].toArray().size(),
        2);
    QVERIFY(!get(u"/v1/PhoneNumbers/Countries/US"_s).body.value("phone_number_prices"_L1).toArray().isEmpty());
    const Fields order{{u"PhoneNumber"_s, u"+14155550170"_s}, {u"SmsUrl"_s, u"https://chat.example.com/x"_s}};
    const Got bought = post(account(numbersPath + u".json"_s), order);
    QCOMPARE(bought.status, 201);
    QCOMPARE(bought.body.value("sms_url"_L1).toString(), u"https://chat.example.com/x"_s);
    QVERIFY(bought.body["capabilities"_L1]["mms"_L1].toBool());
    QCOMPARE(post(account(numbersPath + u".json"_s), order).body.value("code"_L1).toInt(), 21422);
    QCOMPARE(m_twilio->changes().first().to, QJsonValue(u"+14155550170"_s));
    QCOMPARE(m_twilio->calls("POST", numbersPath), 2);
}

void TwilioSceneTest::textsSettleLater_data()
{
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("refusal"); // 0: taken
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("error");
    QTest::newRow("delivered") << u"+14155550198"_s << 0 << u"delivered"_s << 0;
    QTest::newRow("not registered") << u"+14155550190"_s << 0 << u"undelivered"_s << 30034;
    QTest::newRow("no receipt") << u"+14155550191"_s << 0 << u"sent"_s << 0;
    QTest::newRow("geo permission") << u"+447700900123"_s << 21408 << QString() << 0;
    QTest::newRow("Twilio's number for tests") << u"+15005550009"_s << 21614 << QString() << 0;
    QTest::newRow("itself") << u"+14155550100"_s << 21266 << QString() << 0;
    QTest::newRow("no number") << u"4155550100"_s << 21211 << QString() << 0;
}

void TwilioSceneTest::textsSettleLater()
{
    QFETCH(QString, to);
    QFETCH(int, refusal);
    play(R"({"numbers":[{"phone_number":"+14155550100"}],
        "outcomes":{"+14155550190":30034,"+14155550191":"sent","+447700900123":21408}})");
    const Got got
        = post(account(u"/Messages.json"_s), {{u"From"_s, u"+14155550100"_s}, {u"To"_s, to}, {u"Body"_s, u"Hi"_s}});
    QCOMPARE(got.status, refusal == 0 ? 201 : 400);
    if (refusal != 0) {
        QCOMPARE(got.body.value("code"_L1).toInt(), refusal);
        return;
    }
    const QString message = account(u"/Messages/%1.json"_s.arg(got.body.value("sid"_L1).toString()));
    QCOMPARE(get(message).body.value("status"_L1).toString(), u"queued"_s);
    m_clock.advance(std::chrono::seconds(1));
    QCOMPARE(get(message).body.value("status"_L1).toString(), u"sent"_s);
    m_clock.advance(std::chrono::seconds(5));
    const Got last = get(message);
    QTEST(last.body.value("status"_L1).toString(), "last");
    QTEST(last.body.value("error_code"_L1).toInt(), "error");
}

void TwilioSceneTest::numbersSitInOneService()
{
    play(R"({"numbers":[{"sid":"PN1","phone_number":"+14155550100"}],"services":[{"sid":"MG1"},{"sid":"MG2"}]})");
    const QString first = u"/v1/Services/MG1/PhoneNumbers"_s;
    const QString second = u"/v1/Services/MG2/PhoneNumbers"_s;
    const Fields number{{u"PhoneNumberSid"_s, u"PN1"_s}};
    QCOMPARE(post(first, number).status, 201);
    QCOMPARE(post(first, number).body.value("code"_L1).toInt(), 21710);
    QCOMPARE(post(second, number).body.value("code"_L1).toInt(), 21712);
    QCOMPARE(finished(m_network.deleteResource(request(first + u"/PN1"_s))).status, 204);
    QCOMPARE(post(second, number).status, 201);
    QCOMPARE(m_twilio->changes().size(), 3);
    const Got made
        = post(u"/v1/Services"_s, {{u"FriendlyName"_s, u"Support"_s}, {u"UseInboundWebhookOnNumber"_s, u"true"_s}});
    QCOMPARE(made.status, 201);
    QVERIFY(made.body.value("use_inbound_webhook_on_number"_L1).toBool());
}

void TwilioSceneTest::spoilsAnswers_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("error");
    QTest::newRow("busy") << QByteArray(R"({"kind":"busy","retryAfter":3})") << 429 << 299;
    QTest::newRow("trouble") << QByteArray(R"({"kind":"trouble"})") << 500 << int(QNetworkReply::InternalServerError);
    QTest::newRow("reset") << QByteArray(R"({"kind":"reset"})") << 0 << int(QNetworkReply::RemoteHostClosedError);
    QTest::newRow("truncated") << QByteArray(R"({"kind":"truncated"})") << 200
                               << int(QNetworkReply::RemoteHostClosedError);
    QTest::newRow("html") << QByteArray(R"({"kind":"html"})") << 200 << 0;
    QTest::newRow("bad JSON") << QByteArray(R"({"kind":"bad-json"})") << 200 << 0;
    QTest::newRow("redirect") << QByteArray(R"({"kind":"redirect","location":"http://127.0.0.1:1/"})") << 302 << 0;
    QTest::newRow("refusal") << QByteArray(R"({"kind":"refuse","status":403,"code":20008})") << 403
                             << int(QNetworkReply::ContentAccessDenied);
}

void TwilioSceneTest::spoilsAnswers()
{
    QFETCH(QByteArray, fault);
    TwilioMischief mischief = TwilioMischief::fromJson(QJsonDocument::fromJson(fault).object());
    mischief.path = u"/Balance"_s;
    m_twilio->addFault(mischief);
    const Got got = get(account(u"/Balance.json"_s));
    QTEST(got.status, "status");
    QTEST(int(got.error), "error");
    QVERIFY(got.body.value("balance"_L1).isUndefined());
    QCOMPARE(get(account(u".json"_s)).status, 200);
    m_twilio->clearFaults();
    QCOMPARE(get(account(u"/Balance.json"_s)).body.value("balance"_L1).toString(), u"12.50"_s);
}

void TwilioSceneTest::slowAnswersComeInTheEnd()
{
    play(R"({"faults":[{"kind":"slow","delay":4000}]})");
    QNetworkReply *reply = m_network.get(request(account(u"/Balance.json"_s)));
    QTRY_COMPARE(m_twilio->asked(), 1);
    m_clock.advance(std::chrono::seconds(3));
    QVERIFY(!QSignalSpy(reply, &QNetworkReply::finished).wait(50));
    m_clock.advance(std::chrono::seconds(1));
    QCOMPARE(finished(reply).body.value("balance"_L1).toString(), u"12.50"_s);
}

void TwilioSceneTest::aSpoiltAnswerMayHideADeed()
{
    play(R"({"faults":[{"kind":"reset","method":"POST","count":1,"isDone":true}]})");
    QNetworkReply *reply = m_network.post(request(account(numbersPath + u".json"_s)), "PhoneNumber=%2B14155550170");
    QVERIFY(finished(reply).error != QNetworkReply::NoError);
    const Got owned = get(account(numbersPath + u".json?PhoneNumber=%2B14155550170"_s));
    QCOMPARE(owned.body.value("incoming_phone_numbers"_L1).toArray().size(), 1);
}

void TwilioSceneTest::driversSetScenesAndReadChanges()
{
    PracticeWorkspace workspace({.hasCustomers = false, .sms = Sms::Off}, m_clock);
    QVERIFY(workspace.start().isOk());
    const auto ask = [&](const QString &path, const QByteArray &body) {
        QNetworkRequest door(QUrl(workspace.twilioUrl().toString() + path));
        door.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        return finished(body.isEmpty() ? m_network.get(door) : m_network.post(door, body));
    };
    QNetworkRequest update(
        QUrl(workspace.twilioUrl().toString() + account(numbersPath + u"/PN00000000000000000000000000000001.json"_s)));
    update.setRawHeader("Authorization", "Basic " + (sid + u':' + workspace.authToken()).toLatin1().toBase64());
    update.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    QCOMPARE(finished(m_network.post(update, "SmsMethod=GET")).status, 200);
    const Got changes = ask(u"/practice/changes"_s, {});
    QCOMPARE(changes.body["twilio"_L1][0]["field"_L1].toString(), u"sms_method"_s);
    QCOMPARE(QJsonDocument::fromJson(ask(u"/changes"_s, {}).bytes).array().size(), 1);
    QVERIFY(changes.body.value("workspace"_L1).toArray().isEmpty());
    QCOMPARE(ask(u"/practice/scene"_s, R"({"numbers":[{"phone_number":"+14155550111"}]})").status, 200);
    QVERIFY(workspace.twilio().changes().isEmpty());
    QCOMPARE(ask(u"/practice/twilio-faults"_s, R"({"faults":[{"kind":"html"}]})").status, 200);
    QCOMPARE(finished(m_network.get(update)).bytes.left(9), QByteArray("<!DOCTYPE"));
}

QTEST_GUILESS_MAIN(TwilioSceneTest)
#include "tst_twilioscene.moc"
