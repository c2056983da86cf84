#include "app/http/httpclient.h"

#include "app/http/neversent.h"
#include "tests/http/rawserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;
using greenline::test::rawAnswer;
using greenline::test::RawRequest;
using greenline::test::RawServer;

class HttpClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void answersAnyStatusAsValue_data();
    void answersAnyStatusAsValue();
    void sendsWhatWasAsked();
    void keepsNoCookies();
    void followsRedirectWithinTheOrigin();
    void refusesRedirect_data();
    void refusesRedirect();
    void leavesCircleOfRedirects();
    void timesOutWhenNothingComes();
    void cutsOffLargeAnswer_data();
    void cutsOffLargeAnswer();
    void tellsCutConnection();
    void leavesOnceWhenAsked_data();
    void leavesOnceWhenAsked();
    void tellsHowFarTheBodyIs();
    void canBeCalledBackAlone();
    void tellsClosedPort();
    void knowsWhatNeverLeft_data();
    void knowsWhatNeverLeft();
    void whatWasWrittenOnceMayHaveArrived();
    void refusesPlainHttpToOthers();
    void cancelsEverythingOnce();
    void endsSilentlyWithItsClient();
    void knowsAllowedAddresses_data();
    void knowsAllowedAddresses();
    void knowsOrigins();
    void knowsJson_data();
    void knowsJson();

private:
    void send(const HttpRequest &request);
    const HttpReply &reply() const { return m_answers.constFirst().value(); }
    const Error &error() const { return m_answers.constFirst().error(); }

    std::unique_ptr<HttpClient> m_client;
    QList<Result<HttpReply>> m_answers;
};

void HttpClientTest::init()
{
    m_client = std::make_unique<HttpClient>();
    m_answers.clear();
}

void HttpClientTest::send(const HttpRequest &request)
{
    m_client->send(request, {this, [this](const Result<HttpReply> &answer) { m_answers.append(answer); }});
    QVERIFY(m_answers.isEmpty()); // never inside the call
    QTRY_COMPARE(m_answers.size(), 1);
}

void HttpClientTest::answersAnyStatusAsValue_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 304, 400, 401, 403, 404, 405, 406, 409, 410, 418, 429, 500, 501, 503, 599}) {
        QTest::addRow("%d", status) << status;
    }
}

void HttpClientTest::answersAnyStatusAsValue()
{
    QFETCH(int, status);
    const QByteArray body = status == 304 ? "" : R"({"success":false})";
    RawServer server([&](const RawRequest &) {
        return rawAnswer(status, body, "Content-Type: application/json\r\nWWW-Authenticate: Basic\r\n");
    });
    send({.url = server.url(u"/x"_s)});
    QVERIFY2(m_answers.constFirst().isOk(), m_answers.constFirst() ? "" : qPrintable(error().detail));
    QCOMPARE(reply().status, status);
    QCOMPARE(reply().body, body);
    QCOMPARE(reply().header("www-AUTHENTICATE"), "Basic");
    QCOMPARE(reply().url, server.url(u"/x"_s));
}

void HttpClientTest::sendsWhatWasAsked()
{
    RawServer server([](const RawRequest &) { return rawAnswer(200, "{}"); });
    send({.method = "POST",
          .url = server.url(u"/api"_s),
          .headers = {{"X-Auth-Token", "secret"}, {"Content-Type", "application/json"}},
          .body = "{\"a\":1}"});
    const RawRequest sent = server.requests.constFirst();
    QCOMPARE(sent.method, "POST");
    QCOMPARE(sent.target, "/api");
    QCOMPARE(sent.body, "{\"a\":1}");
    QCOMPARE(sent.header("X-Auth-Token"), "secret");
    QVERIFY(sent.header("User-Agent").startsWith("Greenline/"));
}

void HttpClientTest::keepsNoCookies()
{
    RawServer server(
        [](const RawRequest &) { return rawAnswer(200, "{}", "Set-Cookie: rc_token=stolen; Path=/\r\n"); });
    send({.url = server.url(u"/one"_s)});
    m_answers.clear();
    send({.url = server.url(u"/two"_s)});
    QCOMPARE(server.requests.size(), 2);
    QVERIFY(server.requests.at(1).header("Cookie").isEmpty());
}

void HttpClientTest::followsRedirectWithinTheOrigin()
{
    RawServer server([](const RawRequest &request) {
        return request.target == "/old" ? rawAnswer(302, "gone", "Location: /new?a=b\r\n") : rawAnswer(200, "here");
    });
    send({.url = server.url(u"/old"_s), .headers = {{"X-Auth-Token", "secret"}}});
    QVERIFY(m_answers.constFirst().isOk());
    QCOMPARE(reply().body, "here");
    QCOMPARE(reply().url.path(), u"/new"_s);
    QCOMPARE(server.requests.at(1).header("X-Auth-Token"), "secret");
}

void HttpClientTest::refusesRedirect_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("named");
    QTest::newRow("to another host") << QByteArray("GET") << QByteArray("https://evil.example/api")
                                     << u"https://evil.example"_s;
    QTest::newRow("to another port") << QByteArray("GET") << QByteArray("http://127.0.0.1:1/api")
                                     << u"http://127.0.0.1:1"_s;
    QTest::newRow("to another scheme") << QByteArray("GET") << QByteArray("ftp://127.0.0.1/api")
                                       << u"ftp://127.0.0.1"_s;
    QTest::newRow("of a POST") << QByteArray("POST") << QByteArray("/elsewhere") << u"http://127.0.0.1"_s;
}

void HttpClientTest::refusesRedirect()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, target);
    QFETCH(QString, named);
    RawServer server([&](const RawRequest &) { return rawAnswer(307, {}, "Location: " + target + "\r\n"); });
    send({.method = method,
          .url = server.url(u"/api"_s),
          .headers = {{"X-Auth-Token", "secret"}},
          .body = method == "POST" ? "{}" : ""});
    QVERIFY(!m_answers.constFirst());
    QCOMPARE(error().kind, Error::Kind::Protocol);
    QCOMPARE(error().code, u"redirected"_s);
    QVERIFY2(error().detail.contains(named), qPrintable(error().detail));
    QCOMPARE(server.requests.size(), 1);
}

void HttpClientTest::leavesCircleOfRedirects()
{
    RawServer server([](const RawRequest &) { return rawAnswer(302, {}, "Location: /again\r\n"); });
    send({.url = server.url(u"/again"_s)});
    QVERIFY(!m_answers.constFirst());
    QCOMPARE(error().code, u"redirected"_s);
}

void HttpClientTest::timesOutWhenNothingComes()
{
    RawServer server([](const RawRequest &) { return std::nullopt; });
    send({.url = server.url(), .timeout = 150ms});
    QVERIFY(!m_answers.constFirst());
    QCOMPARE(error().kind, Error::Kind::Timeout);
}

void HttpClientTest::cutsOffLargeAnswer_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("that says its length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 100000000\r\n\r\n");
    QTest::newRow("that never ends") << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
}

void HttpClientTest::cutsOffLargeAnswer()
{
    QFETCH(QByteArray, head);
    RawServer server([&](const RawRequest &) { return head + QByteArray(100'000, 'x'); });
    send({.url = server.url(), .maximumBytes = 50'000});
    QVERIFY(!m_answers.constFirst());
    QCOMPARE(error().kind, Error::Kind::Protocol);
    QCOMPARE(error().code, u"too-large"_s);
    QTRY_VERIFY(!server.sockets.constFirst()
                || server.sockets.constFirst()->state() == QAbstractSocket::UnconnectedState); // cut, not drained
}

void HttpClientTest::tellsCutConnection()
{
    RawServer server(
        [](const RawRequest &) { return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"); });
    server.closesAfterAnswer = true;
    send({.url = server.url()});
    QVERIFY(!m_answers.constFirst());
    QCOMPARE(error().kind, Error::Kind::Network);
}

void HttpClientTest::leavesOnceWhenAsked_data()
{
    QTest::addColumn<bool>("isOnce");
    QTest::addColumn<bool>("isRepeated");
    QTest::newRow("Qt repeats it by itself") << false << true;
    QTest::newRow("once") << true << false;
}

void HttpClientTest::leavesOnceWhenAsked()
{
    QFETCH(bool, isOnce);
    QFETCH(bool, isRepeated);
    RawServer server([](const RawRequest &) { return QByteArray(); });
    server.closesAfterAnswer = true; // without a word
    send({.method = "POST", .url = server.url(), .body = "post this", .isOnce = isOnce});
    QVERIFY(!m_answers.constFirst());
    QCOMPARE(error().kind, Error::Kind::Network);
    QCOMPARE(server.requests.constFirst().body, QByteArray("post this"));
    QCOMPARE(server.requests.size() > 1, isRepeated);
}

void HttpClientTest::tellsHowFarTheBodyIs()
{
    RawServer server([](const RawRequest &) { return rawAnswer(200, "{}"); });
    Transfer transfer;
    qint64 most = 0;
    qint64 whole = 0;
    connect(&transfer, &Transfer::progressed, this, [&most, &whole](qint64 sent, qint64 total) {
        most = qMax(most, sent);
        whole = qMax(whole, total);
    });
    const QByteArray body(300'000, 'x');
    send({.method = "POST", .url = server.url(), .body = body, .isOnce = true, .transfer = &transfer});
    QVERIFY(m_answers.constFirst().isOk());
    QCOMPARE(server.requests.constFirst().body, body);
    QCOMPARE(whole, body.size());
    QCOMPARE(most, body.size());
}

void HttpClientTest::canBeCalledBackAlone()
{
    RawServer server([](const RawRequest &) { return std::nullopt; });
    Transfer transfer;
    m_client->send({.method = "POST", .url = server.url(), .body = "late", .transfer = &transfer},
                   {this, [this](const Result<HttpReply> &answer) { m_answers.append(answer); }});
    QTRY_COMPARE(server.requests.size(), 1);
    transfer.cancel();
    QCOMPARE(m_answers.size(), 1);
    QCOMPARE(error().kind, Error::Kind::Cancelled);
    transfer.cancel();
    QCOMPARE(m_answers.size(), 1);
}

void HttpClientTest::tellsClosedPort()
{
    QUrl url;
    {
        const RawServer gone([](const RawRequest &) { return std::nullopt; });
        url = gone.url();
    }
    send({.url = url});
    QVERIFY(!m_answers.constFirst());
    QCOMPARE(error().kind, Error::Kind::Network);
}

void HttpClientTest::knowsWhatNeverLeft_data()
{
    QTest::addColumn<bool>("isOnce");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::newRow("once") << true << QByteArray("post this") << QString(neverSent);
    QTest::newRow("once, nothing to see it by") << true << QByteArray() << QString();
    QTest::newRow("Qt repeats it") << false << QByteArray("post this") << QString();
}

void HttpClientTest::knowsWhatNeverLeft()
{
    QFETCH(bool, isOnce);
    QFETCH(QByteArray, body);
    QUrl url;
    {
        const RawServer gone([](const RawRequest &) { return std::nullopt; });
        url = gone.url();
    }
    send({.method = "POST", .url = url, .body = body, .isOnce = isOnce});
    QVERIFY(!m_answers.constFirst());
    QCOMPARE(error().kind, Error::Kind::Network);
    QTEST(error().code, "code");
}

/// On a connection that was kept open, so that Qt would like to connect once more, and finds nobody.
void HttpClientTest::whatWasWrittenOnceMayHaveArrived()
{
    auto *listener = new QTcpServer;
    RawServer server([](const RawRequest &request) { return rawAnswer(200, request.body); }, listener);
    send({.method = "POST", .url = server.url(), .body = "first", .isOnce = true});
    QVERIFY(m_answers.constFirst().isOk());
    m_answers.clear();
    const QUrl url = server.url();
    listener->close();
    QTcpSocket *kept = server.sockets.constFirst();
    kept->disconnect();
    connect(kept, &QTcpSocket::readyRead, kept, &QTcpSocket::abort);
    send({.method = "POST", .url = url, .body = "second", .isOnce = true});
    QVERIFY(!m_answers.constFirst());
    QCOMPARE(error().kind, Error::Kind::Network);
    QCOMPARE(error().code, QString());
}

void HttpClientTest::refusesPlainHttpToOthers()
{
    send({.url = QUrl(u"http://chat.example.com/api/info"_s)});
    QVERIFY(!m_answers.constFirst());
    QCOMPARE(error().kind, Error::Kind::Network);
    QCOMPARE(error().code, u"insecure-address"_s);
}

void HttpClientTest::cancelsEverythingOnce()
{
    RawServer server([](const RawRequest &) { return std::nullopt; });
    for (int i = 0; i < 3; ++i) {
        m_client->send({.url = server.url()},
                       {this, [this](const Result<HttpReply> &answer) { m_answers.append(answer); }});
    }
    QTRY_COMPARE(server.requests.size(), 3);
    m_client->cancelAll();
    QCOMPARE(m_answers.size(), 3);
    QCOMPARE(error().kind, Error::Kind::Cancelled);
    m_client->cancelAll();
    QTRY_COMPARE(server.sockets.constFirst()->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_answers.size(), 3);
}

void HttpClientTest::endsSilentlyWithItsClient()
{
    RawServer server([](const RawRequest &) { return std::nullopt; });
    m_client->send({.url = server.url()},
                   {this, [this](const Result<HttpReply> &answer) { m_answers.append(answer); }});
    QTRY_COMPARE(server.requests.size(), 1);
    m_client.reset();
    QTRY_COMPARE(server.sockets.constFirst()->state(), QAbstractSocket::UnconnectedState);
    QVERIFY(m_answers.isEmpty());
}

void HttpClientTest::knowsAllowedAddresses_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isAllowed");
    QTest::newRow("https") << u"https://chat.example.com"_s << true;
    QTest::newRow("http") << u"http://chat.example.com"_s << false;
    QTest::newRow("localhost") << u"http://LOCALHOST:3000"_s << true;
    QTest::newRow("127/8") << u"http://127.8.9.10"_s << true;
    QTest::newRow("::1") << u"http://[::1]:3000"_s << true;
    QTest::newRow("looks like loopback") << u"http://127.0.0.1.example.com"_s << false;
    QTest::newRow("local network") << u"http://192.168.0.4"_s << false;
    QTest::newRow("other scheme") << u"ftp://127.0.0.1"_s << false;
    QTest::newRow("no host") << u"https:///x"_s << false;
}

void HttpClientTest::knowsAllowedAddresses()
{
    QFETCH(QString, address);
    QTEST(isAllowedAddress(QUrl(address)), "isAllowed");
}

void HttpClientTest::knowsOrigins()
{
    const QUrl one(u"https://chat.example.com/sub"_s);
    QVERIFY(isSameOrigin(one, QUrl(u"https://CHAT.example.com:443/other"_s)));
    QVERIFY(!isSameOrigin(one, QUrl(u"https://chat.example.com:8443/"_s)));
    QVERIFY(!isSameOrigin(one, QUrl(u"http://chat.example.com/"_s)));
    QVERIFY(!isSameOrigin(one, QUrl(u"https://files.chat.example.com/"_s)));
}

void HttpClientTest::knowsJson_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<bool>("isJson");
    QTest::newRow("plain") << QByteArray("application/json") << true;
    QTest::newRow("with charset") << QByteArray("Application/JSON; charset=utf-8") << true;
    QTest::newRow("problem") << QByteArray("application/problem+json") << true;
    QTest::newRow("page") << QByteArray("text/html; charset=utf-8") << false;
    QTest::newRow("none") << QByteArray() << false;
}

void HttpClientTest::knowsJson()
{
    QFETCH(QByteArray, type);
    QTEST(HttpReply{.contentType = type}.isJson(), "isJson");
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_httpclient.moc"
