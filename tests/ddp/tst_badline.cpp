#include "app/ddp/ddpclient.h"
#include "app/ddp/socket.h"
#include "tests/ddp/scriptedserver.h"
#include "tests/http/certificates.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;
using greenline::test::Certificates;
using greenline::test::ScriptedServer;
using State = DdpClient::State;

/// Lines that are slow, half-open, hostile or broken.
class BadLineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void answersPings();
    void asksAfterSilence();
    void givesUpAfterLongSilence();
    void staysWhileAnythingComes();
    void findsHalfOpenLineAfterSleep();
    void givesUpOnServerThatNeverShakesHands();
    void givesUpOnServerThatNeverAnswersTheLogin();
    void tellsServerWithoutWebSocket();
    void livesOnAfterMalformedFrames();
    void leavesServerThatSaysOnlyGarbage();
    void refusesHugeFrames();
    void tellsWhyTheServerClosed_data();
    void tellsWhyTheServerClosed();
    void leavesServerOfAnotherVersion();
    void namesTlsFaults();
    void refusesPlainAddressOfOthers();
    void makesSocketAddresses_data();
    void makesSocketAddresses();

private:
    void goOnline();

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<DdpClient> m_client;
};

void BadLineTest::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_server->listen();
    m_clock = std::make_unique<ManualClock>();
    m_client = std::make_unique<DdpClient>(*m_clock);
}

void BadLineTest::cleanup()
{
    m_client.reset();
}

void BadLineTest::goOnline()
{
    m_client->open(m_server->url(), u"token"_s);
    QTRY_COMPARE(m_client->state(), State::Online);
}

void BadLineTest::answersPings()
{
    goOnline();
    m_server->send({{u"msg"_s, u"ping"_s}});
    m_server->send({{u"msg"_s, u"ping"_s}, {u"id"_s, u"p1"_s}});
    QTRY_COMPARE(m_server->framesOf(u"pong"_s).size(), 2);
    QVERIFY(!m_server->framesOf(u"pong"_s).at(0).contains("id"_L1));
    QCOMPARE(m_server->framesOf(u"pong"_s).at(1).value("id"_L1).toString(), u"p1"_s);
}

void BadLineTest::asksAfterSilence()
{
    goOnline();
    m_clock->advance(29s);
    m_clock->advance(1s);
    QTRY_COMPARE(m_server->framesOf(u"ping"_s).size(), 1);
}

void BadLineTest::givesUpAfterLongSilence()
{
    goOnline();
    m_server->isSilent = true;
    m_clock->advance(59s);
    QCOMPARE(m_client->state(), State::Online);
    m_clock->advance(1s);
    QCOMPARE(m_client->state(), State::Waiting);
    QCOMPARE(m_client->lastError()->kind, Error::Kind::Timeout);
    m_server->isSilent = false;
    m_clock->advance(1s);
    QTRY_COMPARE(m_client->state(), State::Online);
    QCOMPARE(m_server->lines, 2);
}

void BadLineTest::staysWhileAnythingComes()
{
    goOnline();
    QSignalSpy unreadable(m_client.get(), &DdpClient::unreadableFrame);
    for (int round = 1; round <= 5; ++round) {
        m_clock->advance(50s);
        m_server->sendText(u"garbage is a sign of life, too"_s);
        QTRY_COMPARE(unreadable.size(), round);
    }
    QCOMPARE(m_client->state(), State::Online);
}

void BadLineTest::findsHalfOpenLineAfterSleep()
{
    goOnline();
    m_server->isSilent = true;
    m_client->retryNow();
    m_clock->advance(9s);
    QCOMPARE(m_client->state(), State::Online);
    m_clock->advance(1s);
    QCOMPARE(m_client->state(), State::Waiting);

    m_server->isSilent = false;
    m_clock->advance(1s);
    QTRY_COMPARE(m_client->state(), State::Online);
    m_client->retryNow();
    QTRY_VERIFY(!m_server->framesOf(u"ping"_s).isEmpty());
    QSignalSpy unreadable(m_client.get(), &DdpClient::unreadableFrame);
    m_server->sendText(u"."_s);
    QTRY_COMPARE(unreadable.size(), 1);
    m_clock->advance(20s);
    QCOMPARE(m_client->state(), State::Online); // it has answered
}

void BadLineTest::givesUpOnServerThatNeverShakesHands()
{
    QTcpServer silent;
    silent.listen(QHostAddress::LocalHost);
    m_client->open(QUrl(u"http://127.0.0.1:%1"_s.arg(silent.serverPort())), u"token"_s);
    QTRY_VERIFY(silent.hasPendingConnections());
    QTcpSocket *line = silent.nextPendingConnection();
    m_clock->advance(29s);
    QCOMPARE(m_client->state(), State::Connecting);
    m_clock->advance(1s);
    QCOMPARE(m_client->state(), State::Waiting);
    QCOMPARE(m_client->lastError()->kind, Error::Kind::Timeout);
    QTRY_COMPARE(line->state(), QAbstractSocket::UnconnectedState); // no socket is left behind
    QVERIFY(line->readAll().endsWith("\r\n\r\n")); // nothing but the handshake was said
}

void BadLineTest::givesUpOnServerThatNeverAnswersTheLogin()
{
    m_client->open(m_server->url(), u"token"_s);
    QTRY_COMPARE(m_client->state(), State::Connecting);
    m_server->isSilent = true;
    QTRY_COMPARE(m_server->framesOf(u"connect"_s).size(), 1);
    m_server->send({{u"msg"_s, u"connected"_s}});
    QTRY_COMPARE(m_client->state(), State::LoggingIn);
    for (int second = 0; second < 30; ++second) {
        m_clock->advance(1s);
    }
    QCOMPARE(m_client->state(), State::Waiting);
    QCOMPARE(m_client->lastError()->kind, Error::Kind::Timeout);
}

void BadLineTest::tellsServerWithoutWebSocket()
{
    QTcpServer web;
    web.listen(QHostAddress::LocalHost);
    m_client->open(QUrl(u"http://127.0.0.1:%1"_s.arg(web.serverPort())), u"token"_s);
    QTRY_VERIFY(web.hasPendingConnections());
    web.nextPendingConnection()->write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    QTRY_COMPARE(m_client->state(), State::Waiting);
    QCOMPARE(m_client->lastError()->kind, Error::Kind::Network);
    QVERIFY2(m_client->lastError()->detail.contains(u"404"_s), qPrintable(m_client->lastError()->detail));
}

void BadLineTest::livesOnAfterMalformedFrames()
{
    m_client->subscribe({u"stream-x"_s, u"e"_s});
    goOnline();
    QSignalSpy unreadable(m_client.get(), &DdpClient::unreadableFrame);
    QSignalSpy events(m_client.get(), &DdpClient::streamEvent);
    for (const char *garbage : {"", "{", "[]", "\"x\"", "{\"msg\":\"changed\",\"fields\":", "null"}) {
        m_server->sendText(QString::fromLatin1(garbage));
    }
    m_server->line->sendBinaryMessage("binary");
    for (const char *odd : {"{}", "{\"msg\":\"changed\"}", "{\"msg\":\"result\"}", "{\"msg\":\"ready\",\"subs\":5}",
                            "{\"msg\":\"nosub\"}", "{\"msg\":\"nosub\",\"error\":5}", "{\"msg\":\"connected\"}",
                            "{\"msg\":\"error\"}", "{\"msg\":\"new\"}"}) {
        m_server->sendText(QString::fromLatin1(odd));
    }
    m_server->sendEvent(u"stream-x"_s, u"e"_s, {});
    QTRY_COMPARE(events.size(), 1);
    QCOMPARE(unreadable.size(), 7);
    QCOMPARE(m_client->state(), State::Online);
    QCOMPARE(m_server->framesOf(u"method"_s).size(), 1); // a second "connected" is no reason to log in again
}

void BadLineTest::leavesServerThatSaysOnlyGarbage()
{
    goOnline();
    for (int i = 0; i < 20; ++i) {
        m_server->sendText(u"<html>"_s);
    }
    m_server->send({{u"msg"_s, u"pong"_s}});
    for (int i = 0; i < 20; ++i) {
        m_server->sendText(u"<html>"_s);
    }
    m_server->send({{u"msg"_s, u"ping"_s}});
    QTRY_COMPARE(m_server->framesOf(u"pong"_s).size(), 1);
    QCOMPARE(m_client->state(), State::Online);
    for (int i = 0; i < 21; ++i) {
        m_server->sendText(u"<html>"_s);
    }
    QTRY_COMPARE(m_client->state(), State::Waiting);
    QCOMPARE(m_client->lastError()->kind, Error::Kind::Protocol);
}

void BadLineTest::refusesHugeFrames()
{
    goOnline();
    m_server->sendText(QString(64 * 1024 * 1024, u'x'));
    QTRY_COMPARE_WITH_TIMEOUT(m_client->state(), State::Waiting, 15000);
    QCOMPARE(m_client->lastError()->kind, Error::Kind::Protocol);
    QVERIFY2(m_client->lastError()->detail.contains(u"1009"_s), qPrintable(m_client->lastError()->detail));
}

void BadLineTest::tellsWhyTheServerClosed_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<Error::Kind>("kind");
    QTest::newRow("goodbye") << 1000 << Error::Kind::Network;
    QTest::newRow("streamer, protocol") << 1002 << Error::Kind::Protocol;
    QTest::newRow("streamer, bad data") << 1007 << Error::Kind::Protocol;
    QTest::newRow("streamer, timeout") << 4000 << Error::Kind::Network;
}

void BadLineTest::tellsWhyTheServerClosed()
{
    QFETCH(int, code);
    goOnline();
    m_server->line->close(QWebSocketProtocol::CloseCode(code), u"why"_s);
    QTRY_COMPARE(m_client->state(), State::Waiting);
    QTEST(m_client->lastError()->kind, "kind");
    QVERIFY2(m_client->lastError()->detail.contains(u"%1 why"_s.arg(code)), qPrintable(m_client->lastError()->detail));
}

void BadLineTest::leavesServerOfAnotherVersion()
{
    m_client->open(m_server->url(), u"token"_s);
    m_server->isSilent = true;
    QTRY_COMPARE(m_server->framesOf(u"connect"_s).size(), 1);
    m_server->send({{u"msg"_s, u"failed"_s}, {u"version"_s, u"2"_s}});
    QTRY_COMPARE(m_client->state(), State::Waiting);
    QCOMPARE(m_client->lastError()->kind, Error::Kind::Protocol);
}

void BadLineTest::namesTlsFaults()
{
    if (!Certificates::canBeMade()) {
        QFAIL("no openssl here");
    }
    const Certificates certificates;
    ScriptedServer server(QWebSocketServer::SecureMode);
    server.setSslConfiguration(certificates.make(u"own"_s, u"IP:127.0.0.1"_s, 9));
    server.listen();
    m_client->open(server.url(), u"token"_s);
    QTRY_COMPARE(m_client->state(), State::Waiting);
    QCOMPARE(m_client->lastError()->kind, Error::Kind::Tls);
    QCOMPARE(m_client->lastError()->code, u"self-signed"_s);
    QCOMPARE(server.lines, 0);
}

void BadLineTest::refusesPlainAddressOfOthers()
{
    m_client->open(QUrl(u"http://chat.example.com"_s), u"token"_s);
    QTRY_COMPARE(m_client->state(), State::Waiting);
    QCOMPARE(m_client->lastError()->code, u"insecure-address"_s);
}

void BadLineTest::makesSocketAddresses_data()
{
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<QString>("socket");
    QTest::newRow("root") << u"https://chat.example.com"_s << u"wss://chat.example.com/websocket"_s;
    QTest::newRow("slash") << u"https://chat.example.com/"_s << u"wss://chat.example.com/websocket"_s;
    QTest::newRow("path") << u"https://example.com:8443/sub/chat/"_s << u"wss://example.com:8443/sub/chat/websocket"_s;
    QTest::newRow("loopback") << u"http://[::1]:3000/?x=1#y"_s << u"ws://[::1]:3000/websocket"_s;
}

void BadLineTest::makesSocketAddresses()
{
    QFETCH(QString, workspace);
    QFETCH(QString, socket);
    QCOMPARE(socketAddress(QUrl(workspace)).toString(), socket);
}

QTEST_GUILESS_MAIN(BadLineTest)
#include "tst_badline.moc"
