#include "app/practice/practicetwilio.h"

#include "app/practice/form.h"
#include "app/practice/httpsite.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace greenline;
using namespace greenline::practice;
using namespace Qt::StringLiterals;

namespace {

const QString sid = u"AC00000000000000000000000000000000"_s;
const QString token = u"practicetoken"_s;

struct Got {
    int status = 0;
    QJsonObject body = {};
    QByteArray bytes = {};
    bool isFinished = false;
};

} // namespace

class PracticeTwilioTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void signsAsTwilioPublishes();
    void countsEachValueOfARepeatedNameOnce();
    void takesAText();
    void answersWhatItIsTold_data();
    void answersWhatItIsTold();
    void refusesWrongCredentials();
    void neverAnswersWhenHanging();
    void deliversSignedFormToTheWebhook();
    void servesAPicture();
    void formKeepsPlusAndUmlauts();
    void saysWhenThePortIsTaken();

private:
    Got post(const QByteArray &form, const QString &password = token);
    void waitFor(QNetworkReply *reply, Got &got);
    ManualClock m_clock;
    std::unique_ptr<PracticeTwilio> m_twilio;
    QNetworkAccessManager m_network;
};

void PracticeTwilioTest::init()
{
    m_twilio = std::make_unique<PracticeTwilio>(sid, token, m_clock);
    QVERIFY(m_twilio->start().isOk());
}

void PracticeTwilioTest::cleanup()
{
    m_twilio.reset();
}

void PracticeTwilioTest::waitFor(QNetworkReply *reply, Got &got)
{
    QSignalSpy finished(reply, &QNetworkReply::finished);
    QVERIFY(reply->isFinished() || finished.wait());
    got.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    got.bytes = reply->readAll();
    got.body = QJsonDocument::fromJson(got.bytes).object();
    reply->deleteLater();
}

Got PracticeTwilioTest::post(const QByteArray &form, const QString &password)
{
    QNetworkRequest request(m_twilio->url().resolved(QUrl(u"/2010-04-01/Accounts/%1/Messages.json"_s.arg(sid))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setRawHeader("Authorization", "Basic " + (sid + u':' + password).toLatin1().toBase64());
    Got got;
    waitFor(m_network.post(request, form), got);
    return got;
}

void PracticeTwilioTest::signsAsTwilioPublishes()
{
    const Fields fields{{u"CallSid"_s, u"CA1234567890ABCDE"_s},
                        {u"Caller"_s, u"+14158675309"_s},
                        {u"Digits"_s, u"1234"_s},
                        {u"From"_s, u"+14158675309"_s},
                        {u"To"_s, u"+18005551212"_s}};
    QCOMPARE(twilioSignature("12345", u"https://mycompany.com/myapp.php?foo=1&bar=2"_s, fields), QByteArray("RSOYDt4T1cUTdK1PDd93/VVr8B8="));
}

void PracticeTwilioTest::countsEachValueOfARepeatedNameOnce()
{
    const Fields twice{{u"A"_s, u"1"_s}, {u"A"_s, u"1"_s}, {u"B"_s, u"2"_s}};
    const Fields once{{u"B"_s, u"2"_s}, {u"A"_s, u"1"_s}};
    QCOMPARE(twilioSignature("t", u"https://a.example/x"_s, twice), twilioSignature("t", u"https://a.example/x"_s, once));
}

void PracticeTwilioTest::takesAText()
{
    QSignalSpy sent(m_twilio.get(), &PracticeTwilio::smsSent);
    const Got got = post("To=%2B14155550101&From=%2B15005550006&Body=Hi%21+gr%C3%BC%C3%9Fe%20%F0%9F%98%80");
    QCOMPARE(got.status, 201);
    QCOMPARE(got.body.value("to"_L1).toString(), u"+14155550101"_s);
    QCOMPARE(got.body.value("status"_L1).toString(), u"queued"_s);
    QCOMPARE(got.body.value("sid"_L1).toString().size(), 34);
    QCOMPARE(sent.count(), 1);
    QCOMPARE(m_twilio->sent().size(), 1);
    QCOMPARE(m_twilio->sent().first().body, u"Hi! grüße 😀"_s);
    QCOMPARE(m_twilio->sent().first().from, u"+15005550006"_s);
    QCOMPARE(m_twilio->sent().first().at, m_clock.now());
}

void PracticeTwilioTest::answersWhatItIsTold_data()
{
    QTest::addColumn<PracticeTwilio::Answer>("answer");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::newRow("bad number") << PracticeTwilio::Answer::InvalidTo << 400 << 21211;
    QTest::newRow("customer said STOP") << PracticeTwilio::Answer::OptedOut << 400 << 21610;
    QTest::newRow("bad credentials") << PracticeTwilio::Answer::Unauthorized << 401 << 20003;
}

void PracticeTwilioTest::answersWhatItIsTold()
{
    QFETCH(PracticeTwilio::Answer, answer);
    m_twilio->setAnswer(answer);
    const Got got = post("To=%2B14155550101&From=%2B15005550006&Body=x");
    QTEST(got.status, "status");
    QTEST(got.body.value("code"_L1).toInt(), "code");
    QCOMPARE(got.body.value("status"_L1).toInt(), got.status);
    QVERIFY(!got.body.value("message"_L1).toString().isEmpty());
    QVERIFY(m_twilio->sent().isEmpty());
}

void PracticeTwilioTest::refusesWrongCredentials()
{
    QCOMPARE(post("To=%2B1&From=%2B2&Body=x", u"wrong"_s).status, 401);
}

void PracticeTwilioTest::neverAnswersWhenHanging()
{
    m_twilio->setAnswer(PracticeTwilio::Answer::Hang);
    QNetworkRequest request(m_twilio->url().resolved(QUrl(u"/2010-04-01/Accounts/%1/Messages.json"_s.arg(sid))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    QNetworkReply *reply = m_network.post(request, "To=%2B1");
    QSignalSpy finished(reply, &QNetworkReply::finished);
    QVERIFY(!finished.wait(150));
    m_twilio.reset();
    QVERIFY(!finished.isEmpty() || finished.wait());
    reply->deleteLater();
}

void PracticeTwilioTest::deliversSignedFormToTheWebhook()
{
    HttpRequest seen;
    HttpSite site([&seen](const HttpRequest &request, const std::shared_ptr<HttpReply> &reply) {
        seen = request;
        reply->answer({200, "text/xml", "<Response></Response>"});
    });
    QVERIFY(site.listen(0).isOk());
    const QString webhook = u"http://127.0.0.1:%1/api/v1/livechat/sms-incoming/twilio?department=Sales%20%26%20more"_s.arg(site.port());
    m_twilio->setWebhook(QUrl(webhook));
    QSignalSpy delivered(m_twilio.get(), &PracticeTwilio::delivered);
    m_twilio->deliver({u"+4915112345678"_s, u"+15005550006"_s, u"50% & mehr + ü"_s, {m_twilio->pictureUrl().toString()}, {u"image/png"_s}});
    QVERIFY(delivered.wait());
    QCOMPARE(delivered.first().at(0).toInt(), 200);
    QVERIFY(seen.body.contains("From=%2B4915112345678"));
    const Fields fields = formDecoded(seen.body);
    QCOMPARE(formValue(fields, u"Body"_s), u"50% & mehr + ü"_s);
    QCOMPARE(formValue(fields, u"NumMedia"_s), u"1"_s);
    QCOMPARE(formValue(fields, u"MediaContentType0"_s), u"image/png"_s);
    QCOMPARE(formValue(fields, u"FromCountry"_s), u"DE"_s);
    QCOMPARE(seen.header("x-twilio-signature"), twilioSignature(token.toLatin1(), webhook, fields));
    QCOMPARE(seen.queryValue(u"department"_s), u"Sales & more"_s);
}

void PracticeTwilioTest::servesAPicture()
{
    Got got;
    waitFor(m_network.get(QNetworkRequest(m_twilio->pictureUrl())), got);
    QCOMPARE(got.status, 200);
    QVERIFY(got.bytes.startsWith("\x89PNG"));
    QVERIFY(got.bytes.size() < 200000);
}

void PracticeTwilioTest::formKeepsPlusAndUmlauts()
{
    const Fields fields{{u"a b"_s, u"+1 & %41 ü😀="_s}, {u"empty"_s, u""_s}};
    QCOMPARE(formDecoded(formEncoded(fields)), fields);
}

void PracticeTwilioTest::saysWhenThePortIsTaken()
{
    const auto nothing = [](const HttpRequest &, const std::shared_ptr<HttpReply> &) {};
    HttpSite first(nothing);
    HttpSite second(nothing);
    QVERIFY(first.listen(0).isOk());
    const Status taken = second.listen(first.port());
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, Error::Kind::Network);
}

QTEST_GUILESS_MAIN(PracticeTwilioTest)
#include "tst_practicetwilio.moc"
