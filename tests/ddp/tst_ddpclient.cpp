#include "app/ddp/ddpclient.h"
#include "tests/ddp/scriptedserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;
using greenline::test::ScriptedServer;
using State = DdpClient::State;

static const StreamKey queue{u"stream-livechat-inquiry-queue-observer"_s, u"public"_s};
static const StreamKey mine{u"stream-notify-user"_s, u"u/rooms-changed"_s};

class DdpClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void logsInByResume_data();
    void logsInByResume();
    void usesTheWorkspacesPath();
    void signsInAgainWhenTokenIsRefused_data();
    void signsInAgainWhenTokenIsRefused();
    void waitsAsLongAsTheLoginLimiterSays();
    void waitsAfterOtherLoginErrors();
    void triesAgainSoonerThenLater();
    void triesNowWhenAsked();
    void closesForGood();
    void subscribesAgainAfterEachLogin();
    void readyWaitsForEveryAnswer();
    void readyDoesNotWaitForSilentServer();
    void tellsRefusedSubscriptions();
    void asksLimitedSubscriptionAgain();
    void unsubscribesQuietly();
    void answersCalls();
    void answersCallsOnceOnLoss();
    void answersCallsOnceOnClose();
    void answersCallsOnceOnSilence();
    void refusesCallsWhileOffline();

private:
    void goOnline();
    Then<QJsonValue> noted()
    {
        return {this, [this](const Result<QJsonValue> &answer) { m_answers.append(answer); }};
    }

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<DdpClient> m_client;
    QList<State> m_states;
    QList<Result<QJsonValue>> m_answers;
};

void DdpClientTest::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_server->listen();
    m_clock = std::make_unique<ManualClock>();
    m_client = std::make_unique<DdpClient>(*m_clock);
    m_states.clear();
    m_answers.clear();
    connect(m_client.get(), &DdpClient::stateChanged, this, [this] { m_states.append(m_client->state()); });
}

void DdpClientTest::cleanup()
{
    m_client.reset();
}

void DdpClientTest::goOnline()
{
    QSignalSpy ready(m_client.get(), &DdpClient::ready);
    m_client->open(m_server->url(), u"token"_s);
    QTRY_COMPARE(ready.size(), 1);
}

void DdpClientTest::logsInByResume_data()
{
    QTest::addColumn<bool>("saysServerId");
    QTest::newRow("3.11 says a server id first") << true;
    QTest::newRow("7.7 does not") << false;
}

void DdpClientTest::logsInByResume()
{
    QFETCH(bool, saysServerId);
    m_server->saysServerId = saysServerId;
    goOnline();
    QCOMPARE(m_states, (QList<State>{State::Connecting, State::LoggingIn, State::Online}));
    QCOMPARE(m_server->frames.at(0).value("msg"_L1).toString(), u"connect"_s);
    QCOMPARE(m_server->frames.at(1).value("method"_L1).toString(), u"login"_s);
    QCOMPARE(m_server->frames.at(1).value("params"_L1).toArray(), (QJsonArray{QJsonObject{{u"resume"_s, u"token"_s}}}));
    QCOMPARE(m_client->retryIn(), 0ms);
    QVERIFY(!m_client->lastError());
}

void DdpClientTest::usesTheWorkspacesPath()
{
    m_client->open(m_server->url(u"/support/chat/"_s), u"token"_s);
    QTRY_COMPARE(m_client->state(), State::Online);
    QCOMPARE(m_server->path, u"/support/chat/websocket"_s);
}

void DdpClientTest::signsInAgainWhenTokenIsRefused_data()
{
    QTest::addColumn<int>("code");
    QTest::newRow("401, 7.7") << 401;
    QTest::newRow("403, 3.11") << 403;
}

void DdpClientTest::signsInAgainWhenTokenIsRefused()
{
    QFETCH(int, code);
    m_server->loginError = {{u"error"_s, code}, {u"reason"_s, u"User not found"_s}};
    QSignalSpy refused(m_client.get(), &DdpClient::loginRefused);
    m_client->open(m_server->url(), u"token"_s);
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(m_client->state(), State::Offline);
    QTRY_COMPARE(m_server->line ? m_server->line->state() : QAbstractSocket::UnconnectedState,
                 QAbstractSocket::UnconnectedState);
    m_clock->advance(10min);
    QCOMPARE(m_client->state(), State::Offline);
    QCOMPARE(m_server->lines, 1);
}

void DdpClientTest::waitsAsLongAsTheLoginLimiterSays()
{
    m_server->loginError
        = {{u"error"_s, u"too-many-requests"_s}, {u"details"_s, QJsonObject{{u"timeToReset"_s, 9871}}}};
    m_client->open(m_server->url(), u"token"_s);
    QTRY_COMPARE(m_client->state(), State::Waiting);
    QCOMPARE(m_client->retryIn(), 9871ms);
    m_server->loginError = {};
    m_clock->advance(9870ms);
    QCOMPARE(m_client->state(), State::Waiting);
    m_clock->advance(1ms);
    QTRY_COMPARE(m_client->state(), State::Online);
}

void DdpClientTest::waitsAfterOtherLoginErrors()
{
    m_server->loginError = {{u"error"_s, 500}, {u"reason"_s, u"Internal server error"_s}};
    m_client->open(m_server->url(), u"token"_s);
    QTRY_COMPARE(m_client->state(), State::Waiting);
    QCOMPARE(m_client->lastError()->code, u"500"_s);
    QVERIFY(m_client->retryIn() <= 1s);
}

void DdpClientTest::triesAgainSoonerThenLater()
{
    goOnline();
    const quint16 port = quint16(m_server->url().port());
    m_server.reset();
    QTRY_COMPARE(m_client->state(), State::Waiting);
    QVERIFY(m_client->retryIn() > 0ms && m_client->retryIn() <= 1s);
    std::chrono::milliseconds longest = 0ms;
    for (int attempt = 0; attempt < 8; ++attempt) {
        longest = std::max(longest, m_client->retryIn());
        m_clock->advance(m_client->retryIn());
        QCOMPARE(m_client->state(), State::Connecting);
        QTRY_COMPARE(m_client->state(), State::Waiting);
        QCOMPARE(m_client->lastError()->kind, Error::Kind::Network);
    }
    QVERIFY(longest >= 15s && longest <= 30s);

    m_server = std::make_unique<ScriptedServer>();
    m_server->listen(port);
    m_clock->advance(30s);
    QTRY_COMPARE(m_client->state(), State::Online);
    m_server->line->close();
    QTRY_COMPARE(m_client->state(), State::Waiting);
    QVERIFY(m_client->retryIn() <= 1s); // a line that stood starts from the beginning
}

void DdpClientTest::triesNowWhenAsked()
{
    goOnline();
    m_server->line->close();
    QTRY_COMPARE(m_client->state(), State::Waiting);
    m_client->retryNow();
    QCOMPARE(m_client->state(), State::Connecting);
    QTRY_COMPARE(m_client->state(), State::Online);
    m_clock->advance(10s); // the wait that was skipped does not ring any more
    QCOMPARE(m_server->lines, 2);
}

void DdpClientTest::closesForGood()
{
    goOnline();
    m_client->close();
    QCOMPARE(m_client->state(), State::Offline);
    QTRY_VERIFY(!m_server->line || m_server->line->state() == QAbstractSocket::UnconnectedState);
    m_clock->advance(10min);
    QCOMPARE(m_server->lines, 1);
}

void DdpClientTest::subscribesAgainAfterEachLogin()
{
    m_client->subscribe(queue);
    m_client->subscribe(queue);
    m_client->subscribe(mine);
    QSignalSpy ready(m_client.get(), &DdpClient::ready);
    QSignalSpy events(m_client.get(), &DdpClient::streamEvent);
    goOnline();
    QCOMPARE(m_server->framesOf(u"sub"_s).size(), 2);
    m_server->line->close();
    QTRY_COMPARE(m_client->state(), State::Waiting);
    m_clock->advance(1s);
    QTRY_COMPARE(ready.size(), 2);

    const QList<QJsonObject> asked = m_server->framesOf(u"sub"_s);
    QCOMPARE(asked.size(), 4);
    QCOMPARE(asked.at(2).value("name"_L1).toString(), queue.stream);
    QSet<QString> ids;
    for (const QJsonObject &frame : asked) {
        ids.insert(frame.value("id"_L1).toString());
    }
    QCOMPARE(ids.size(), 4);
    m_server->sendEvent(queue.stream, queue.event, {u"x"_s});
    QTRY_COMPARE(events.size(), 1);
    QCOMPARE(events.at(0).at(0).value<StreamEvent>().key, queue);
    QCOMPARE(events.at(0).at(0).value<StreamEvent>().args, QJsonArray{u"x"_s});
    QCOMPARE(ready.size(), 2);
}

void DdpClientTest::readyWaitsForEveryAnswer()
{
    m_server->silentEvents = {mine.event};
    m_client->subscribe(queue);
    m_client->subscribe(mine);
    QSignalSpy ready(m_client.get(), &DdpClient::ready);
    m_client->open(m_server->url(), u"token"_s);
    QTRY_COMPARE(m_server->framesOf(u"sub"_s).size(), 2);
    m_server->onMethod = [this](const QJsonObject &frame) {
        m_server->send({{u"msg"_s, u"result"_s}, {u"id"_s, frame.value("id"_L1)}});
    };
    m_client->call(u"probe"_s, {}, noted());
    QTRY_COMPARE(m_answers.size(), 1); // so the answer to the first has come, too
    QCOMPARE(ready.size(), 0);
    const QString id = m_server->framesOf(u"sub"_s).at(1).value("id"_L1).toString();
    m_server->send({{u"msg"_s, u"ready"_s}, {u"subs"_s, QJsonArray{id}}});
    QTRY_COMPARE(ready.size(), 1);
    m_client->subscribe({u"stream-notify-logged"_s, u"user-status"_s}); // later ones do not make it ready again
    m_clock->advance(20s);
    QCOMPARE(ready.size(), 1);
}

void DdpClientTest::readyDoesNotWaitForSilentServer()
{
    m_client->subscribe(mine);
    goOnline();
    m_server->silentEvents = {mine.event}; // what was answered on an earlier line says nothing about this one
    QSignalSpy ready(m_client.get(), &DdpClient::ready);
    m_server->line->close();
    QTRY_COMPARE(m_client->state(), State::Waiting);
    m_client->retryNow();
    QTRY_COMPARE(m_server->framesOf(u"sub"_s).size(), 2);
    m_clock->advance(9s);
    QCOMPARE(ready.size(), 0);
    m_clock->advance(1s);
    QCOMPARE(ready.size(), 1);
}

void DdpClientTest::tellsRefusedSubscriptions()
{
    m_server->refusedEvents = {{queue.event, {}}, {mine.event, {{u"error"_s, u"not-allowed"_s}}}};
    m_client->subscribe(queue);
    m_client->subscribe(mine);
    QSignalSpy refused(m_client.get(), &DdpClient::subscriptionRefused);
    goOnline();
    QCOMPARE(refused.size(), 2);
    for (const QList<QVariant> &told : std::as_const(refused)) {
        QCOMPARE(told.at(1).value<Error>().kind, Error::Kind::Forbidden);
        QCOMPARE(told.at(1).value<Error>().code, u"not-allowed"_s);
    }
    m_server->refusedEvents.clear();
    m_client->subscribe(queue); // a right that was granted later needs a new question
    QTRY_COMPARE(m_server->framesOf(u"sub"_s).size(), 3);
}

void DdpClientTest::asksLimitedSubscriptionAgain()
{
    m_server->refusedEvents = {
        {queue.event, {{u"error"_s, u"too-many-requests"_s}, {u"details"_s, QJsonObject{{u"timeToReset"_s, 4000}}}}}};
    m_client->subscribe(queue);
    QSignalSpy refused(m_client.get(), &DdpClient::subscriptionRefused);
    QSignalSpy ready(m_client.get(), &DdpClient::ready);
    QSignalSpy events(m_client.get(), &DdpClient::streamEvent);
    m_client->open(m_server->url(), u"token"_s);
    QTRY_COMPARE(m_server->framesOf(u"sub"_s).size(), 1);
    m_server->sendEvent(queue.stream, queue.event, {}); // comes after the refusal
    QTRY_COMPARE(events.size(), 1);
    m_server->refusedEvents.clear();
    QCOMPARE(ready.size(), 0);
    m_clock->advance(4s);
    QTRY_COMPARE(ready.size(), 1);
    QCOMPARE(refused.size(), 0);
}

void DdpClientTest::unsubscribesQuietly()
{
    m_client->subscribe(queue);
    goOnline();
    QSignalSpy events(m_client.get(), &DdpClient::streamEvent);
    QSignalSpy refused(m_client.get(), &DdpClient::subscriptionRefused);
    m_client->unsubscribe(queue);
    m_client->unsubscribe(queue);
    QTRY_COMPARE(m_server->framesOf(u"unsub"_s).size(), 1);
    const QJsonValue id = m_server->framesOf(u"unsub"_s).at(0).value("id"_L1);
    QCOMPARE(id, m_server->framesOf(u"sub"_s).at(0).value("id"_L1));
    m_server->sendEvent(queue.stream, queue.event, {}); // the server keeps delivering (3.11, 7.7)
    m_server->send({{u"msg"_s, u"nosub"_s}, {u"id"_s, id}});
    m_client->subscribe(mine);
    m_server->sendEvent(mine.stream, mine.event, {});
    QTRY_COMPARE(events.size(), 1);
    QCOMPARE(events.at(0).at(0).value<StreamEvent>().key, mine);
    QCOMPARE(refused.size(), 0);
}

void DdpClientTest::answersCalls()
{
    goOnline();
    m_server->onMethod = [this](const QJsonObject &frame) {
        const QJsonValue id = frame.value("id"_L1);
        m_server->send({{u"msg"_s, u"updated"_s}, {u"methods"_s, QJsonArray{id}}});
        if (frame.value("method"_L1).toString() == "bad"_L1) {
            m_server->send(
                {{u"msg"_s, u"result"_s}, {u"id"_s, id}, {u"error"_s, QJsonObject{{u"error"_s, u"room-closed"_s}}}});
        } else {
            m_server->send({{u"msg"_s, u"result"_s}, {u"id"_s, id}, {u"result"_s, frame.value("params"_L1)}});
        }
    };
    m_client->call(u"good"_s, {1, 2}, noted());
    m_client->call(u"bad"_s, {}, noted());
    QTRY_COMPARE(m_answers.size(), 2);
    QCOMPARE(m_answers.at(0).value(), QJsonValue(QJsonArray{1, 2}));
    QCOMPARE(m_answers.at(1).error().code, u"room-closed"_s);
}

void DdpClientTest::answersCallsOnceOnLoss()
{
    goOnline();
    m_client->call(u"one"_s, {}, noted());
    m_client->call(u"two"_s, {}, {this, [this](const Result<QJsonValue> &answer) {
                                      m_answers.append(answer);
                                      m_client->call(u"three"_s, {}, noted()); // asked in the answer to a loss
                                  }});
    m_server->line->close();
    QTRY_COMPARE(m_answers.size(), 3);
    for (const Result<QJsonValue> &answer : std::as_const(m_answers)) {
        QCOMPARE(answer.error().kind, Error::Kind::Network);
    }
    m_clock->advance(40s);
    QCOMPARE(m_answers.size(), 3);
}

void DdpClientTest::answersCallsOnceOnClose()
{
    goOnline();
    m_client->call(u"one"_s, {}, noted());
    m_client->close();
    QCOMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.at(0).error().kind, Error::Kind::Cancelled);
}

void DdpClientTest::answersCallsOnceOnSilence()
{
    goOnline();
    QJsonValue id;
    m_server->onMethod = [&](const QJsonObject &frame) { id = frame.value("id"_L1); };
    m_client->call(u"slow"_s, {}, noted());
    QTRY_VERIFY(id.isString());
    m_clock->advance(29s);
    QVERIFY(m_answers.isEmpty());
    m_clock->advance(1s);
    QCOMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.at(0).error().kind, Error::Kind::Timeout);
    m_server->send({{u"msg"_s, u"result"_s}, {u"id"_s, id}});
    m_client->subscribe(queue);
    QTRY_COMPARE(m_server->framesOf(u"sub"_s).size(), 1);
    QCOMPARE(m_answers.size(), 1);
}

void DdpClientTest::refusesCallsWhileOffline()
{
    m_client->call(u"one"_s, {}, noted());
    QVERIFY(m_answers.isEmpty()); // never inside the call
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.at(0).error().kind, Error::Kind::Network);
}

QTEST_GUILESS_MAIN(DdpClientTest)
#include "tst_ddpclient.moc"
