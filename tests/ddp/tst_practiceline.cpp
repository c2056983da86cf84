#include "app/ddp/ddpclient.h"
#include "app/http/httpclient.h"
#include "app/practice/faults.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/practiceworkspace.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;
using practice::PracticeOptions;
using practice::PracticeWorkspace;
using State = DdpClient::State;

/// The line to a workspace of each age, monolith and streamer, with what goes wrong on the way.
class PracticeLineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void cleanup();
    void hearsOfNewTexts();
    void comesBackAfterLoss();
    void livesOnAfterGarbage();
    void hearsThatStreamIsForbidden();
    void callsMethods();
    void signsOutWithUnknownToken();

private:
    QString tokenOf(const QString &user);
    void goOnline();
    void text();
    StreamKey queue() const { return {u"stream-livechat-inquiry-queue-observer"_s, u"public"_s}; }

    SystemClock m_clock;
    std::unique_ptr<PracticeWorkspace> m_workspace;
    std::unique_ptr<DdpClient> m_client;
};

void PracticeLineTest::initTestCase_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<bool>("isStreamer");
    QTest::newRow("3.11") << u"3.11"_s << false;
    QTest::newRow("7.7") << u"7.7"_s << false;
    QTest::newRow("8.8") << u"8.8"_s << false;
    QTest::newRow("8.8 streamer") << u"8.8"_s << true;
}

void PracticeLineTest::init()
{
    QFETCH_GLOBAL(QString, version);
    QFETCH_GLOBAL(bool, isStreamer);
    PracticeOptions options;
    options.version = version;
    options.hasCustomers = false;
    options.hasDepartment = false; // texts wait in the public queue
    options.isStreamer = isStreamer;
    m_workspace = std::make_unique<PracticeWorkspace>(options, m_clock);
    QVERIFY(m_workspace->start().isOk());
    m_client = std::make_unique<DdpClient>(m_clock);
}

void PracticeLineTest::cleanup()
{
    m_client.reset();
    m_workspace.reset();
}

QString PracticeLineTest::tokenOf(const QString &name)
{
    QByteArray body;
    for (const practice::PracticeUser &user : m_workspace->users()) {
        if (user.username == name) {
            body = QJsonDocument(QJsonObject{{u"user"_s, name}, {u"password"_s, user.password}}).toJson();
        }
    }
    HttpRequest login{.method = "POST", .url = m_workspace->url(), .headers = {{"Content-Type", "application/json"}}, .body = body};
    login.url.setPath(u"/api/v1/login"_s);
    HttpClient http;
    QString token;
    http.send(login, {this, [&token](const Result<HttpReply> &reply) {
        token = reply ? QJsonDocument::fromJson(reply->body).object().value("data"_L1).toObject().value("authToken"_L1).toString() : u"-"_s;
    }});
    [&] { QTRY_VERIFY(!token.isEmpty()); }();
    return token;
}

void PracticeLineTest::goOnline()
{
    QSignalSpy ready(m_client.get(), &DdpClient::ready);
    m_client->open(m_workspace->url(), tokenOf(u"ana"_s));
    QTRY_COMPARE(ready.size(), 1);
}

void PracticeLineTest::text()
{
    m_workspace->twilio().deliver({u"+14155550199"_s, m_workspace->number(), u"Hello?"_s});
}

void PracticeLineTest::hearsOfNewTexts()
{
    m_client->subscribe(queue());
    QSignalSpy events(m_client.get(), &DdpClient::streamEvent);
    goOnline();
    text();
    QTRY_VERIFY(!events.isEmpty());
    const StreamEvent event = events.constLast().at(0).value<StreamEvent>();
    QCOMPARE(event.key, queue());
    QVERIFY(!event.args.at(0).toObject().value("rid"_L1).toString().isEmpty());
}

void PracticeLineTest::comesBackAfterLoss()
{
    m_client->subscribe(queue());
    goOnline();
    QSignalSpy ready(m_client.get(), &DdpClient::ready);
    QSignalSpy events(m_client.get(), &DdpClient::streamEvent);
    Q_EMIT m_workspace->faults().dropSockets();
    QTRY_COMPARE(m_client->state(), State::Waiting);
    QVERIFY(m_client->retryIn() <= 1s);
    m_client->retryNow();
    QTRY_COMPARE(ready.size(), 1);
    text();
    QTRY_VERIFY(!events.isEmpty());
}

void PracticeLineTest::livesOnAfterGarbage()
{
    m_client->subscribe(queue());
    goOnline();
    QSignalSpy events(m_client.get(), &DdpClient::streamEvent);
    QSignalSpy unreadable(m_client.get(), &DdpClient::unreadableFrame);
    m_workspace->faults().malformedFrames = 3;
    text();
    QTRY_VERIFY(!events.isEmpty());
    QCOMPARE(unreadable.size(), 3);
    QCOMPARE(m_client->state(), State::Online);
}

void PracticeLineTest::hearsThatStreamIsForbidden()
{
    const StreamKey others{u"stream-notify-user"_s, u"somebody-else/rooms-changed"_s};
    m_client->subscribe(others);
    QSignalSpy refused(m_client.get(), &DdpClient::subscriptionRefused);
    goOnline();
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.at(0).at(0).value<StreamKey>(), others);
    QCOMPARE(refused.at(0).at(1).value<Error>().kind, Error::Kind::Forbidden);
}

void PracticeLineTest::callsMethods()
{
    goOnline();
    QList<Result<QJsonValue>> answers;
    const Then<QJsonValue> noted(this, [&answers](const Result<QJsonValue> &answer) { answers.append(answer); });
    m_client->call(u"UserPresence:online"_s, {}, noted);
    m_client->call(u"no:such"_s, {}, noted);
    QTRY_COMPARE(answers.size(), 2);
    QVERIFY(answers.at(0).isOk());
    QCOMPARE(answers.at(1).error().kind, Error::Kind::NotFound);
}

void PracticeLineTest::signsOutWithUnknownToken()
{
    QSignalSpy refused(m_client.get(), &DdpClient::loginRefused);
    m_client->open(m_workspace->url(), u"nobody's"_s);
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(m_client->state(), State::Offline);
}

QTEST_GUILESS_MAIN(PracticeLineTest)
#include "tst_practiceline.moc"
