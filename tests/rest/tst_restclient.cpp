#include "app/rest/restclient.h"
#include "tests/http/rawserver.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;
using greenline::test::rawAnswer;
using greenline::test::RawRequest;
using greenline::test::RawServer;

class RestClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sendsCredentialsInHeadersOnly();
    void makesAddresses_data();
    void makesAddresses();
    void readsEnvelopes_data();
    void readsEnvelopes();
    void tellsExpiryOnce();
    void tellsNoExpiry_data();
    void tellsNoExpiry();
    void holdsCallsOfLimitedRoute();
    void clampsTheWait_data();
    void clampsTheWait();
    void readsMethodAnswers_data();
    void readsMethodAnswers();
    void callsMethods();
    void downloadsOwnFiles_data();
    void downloadsOwnFiles();
    void refusesForeignFiles_data();
    void refusesForeignFiles();
    void tellsRefusedFiles();

private:
    Then<QJsonObject> noted()
    {
        return {this, [this](const Result<QJsonObject> &answer) { m_answers.append(answer); }};
    }
    RestCall get(const QString &path) { return {.path = path}; }

    std::optional<QByteArray> m_reply; // what the server answers next
    std::unique_ptr<RawServer> m_server;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<RestClient> m_rest;
    QList<Result<QJsonObject>> m_answers;
};

void RestClientTest::init()
{
    m_reply = rawAnswer(200, R"({"success":true})");
    m_server = std::make_unique<RawServer>([this](const RawRequest &) { return m_reply; });
    m_rest.reset();
    m_http = std::make_unique<HttpClient>();
    m_clock = std::make_unique<ManualClock>();
    m_rest = std::make_unique<RestClient>(*m_http, *m_clock);
    m_rest->setWorkspace(m_server->url());
    m_rest->setCredentials({u"uid"_s, u"secret"_s});
    m_answers.clear();
}

void RestClientTest::sendsCredentialsInHeadersOnly()
{
    m_rest->send({.verb = "POST", .path = u"chat.sendMessage"_s, .body = {{u"a"_s, 1}}}, noted());
    m_rest->send({.verb = "POST", .path = u"login"_s}, noted());
    QTRY_COMPARE(m_answers.size(), 2);
    for (const RawRequest &request : std::as_const(m_server->requests)) {
        const bool isLogin = request.target.endsWith("/login");
        QCOMPARE(request.header("X-Auth-Token"), isLogin ? "" : "secret");
        QCOMPARE(request.header("X-User-Id"), isLogin ? "" : "uid");
        QCOMPARE(request.header("Accept"), "application/json");
        QCOMPARE(request.header("Content-Type"), "application/json");
        QCOMPARE(request.body, isLogin ? "{}" : R"({"a":1})");
        QVERIFY(!request.target.contains("secret"));
    }
}

void RestClientTest::makesAddresses_data()
{
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("plain") << u""_s << u"me"_s << QByteArray("/api/v1/me?q=a%2Bb%26c%20%C3%BC");
    QTest::newRow("from the root") << u""_s << u"/api/info"_s << QByteArray("/api/info?q=a%2Bb%26c%20%C3%BC");
    QTest::newRow("below a path") << u"/support/chat/"_s << u"me"_s
                                  << QByteArray("/support/chat/api/v1/me?q=a%2Bb%26c%20%C3%BC");
    QTest::newRow("with an id") << u""_s << u"livechat/agents/"_s + pathSegment(u"a/b?c"_s) + u"/departments"_s
                                << QByteArray("/api/v1/livechat/agents/a%2Fb%3Fc/departments?q=a%2Bb%26c%20%C3%BC");
}

void RestClientTest::makesAddresses()
{
    QFETCH(QString, workspace);
    QFETCH(QString, path);
    m_rest->setWorkspace(m_server->url(workspace));
    RestCall call = get(path);
    addQuery(call.query, u"q"_s, u"a+b&c ü"_s);
    m_rest->send(call, noted());
    QTRY_COMPARE(m_answers.size(), 1);
    QTEST(m_server->requests.constFirst().target, "target");
}

void RestClientTest::readsEnvelopes_data()
{
    using Kind = Error::Kind;
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<std::optional<Error::Kind>>("kind"); // none: a success
    QTest::addColumn<QString>("code");
    const auto json
        = [](const char *name, int status, const char *body, std::optional<Kind> kind, const QString &code = {}) {
              QTest::newRow(name) << status << QByteArray("application/json") << QByteArray(body) << kind << code;
          };
    const auto text
        = [](const char *name, int status, const char *type, const char *body, Kind kind, const QString &code = {}) {
              QTest::newRow(name) << status << QByteArray(type) << QByteArray(body) << std::optional(kind) << code;
          };
    json("success", 200, R"({"success":true})", std::nullopt);
    json("login", 200, R"({"status":"success","data":{}})", std::nullopt);
    json("failure with 200", 200, R"({"success":false,"error":"nope"})", Kind::Rejected, u"nope"_s);
    json("array", 200, "[]", Kind::Protocol);
    json("broken", 200, "{", Kind::Protocol);
    json("broken 500", 500, "{", Kind::Network);
    json("errorType", 400, R"({"success":false,"error":"Taken [x]","errorType":"error-inquiry-taken"})", Kind::Rejected,
         u"error-inquiry-taken"_s);
    json("bracketed", 400, R"({"success":false,"error":"Message size exceeds [error-message-size-exceeded]"})",
         Kind::Rejected, u"error-message-size-exceeded"_s);
    json(
        "spread, 3.11", 400,
        R"({"error":"error-not-allowed","reason":"Inquiry already taken","message":"Inquiry already taken [error-not-allowed]","errorType":"Meteor.Error","success":false})",
        Kind::Rejected, u"error-not-allowed"_s);
    json("text is the code", 400, R"({"success":false,"error":"error-invalid-room"})", Kind::Rejected,
         u"error-invalid-room"_s);
    json("errorType with a space, 7.7", 400, R"({"success":false,"error":"not-allowed","errorType":"Not Allowed"})",
         Kind::Rejected, u"not-allowed"_s);
    json("text is no code", 400,
         R"-({"success":false,"error":"Cannot read properties of undefined (reading 'starred')"})-", Kind::Rejected);
    json("nothing said", 400, R"({"success":false})", Kind::Rejected);
    json("expired, 3.11", 401, R"({"status":"error","message":"You must be logged in to do this."})",
         Kind::Unauthorized);
    json("second factor, login", 401, R"({"status":"error","error":"totp-required","details":{"method":"email"}})",
         Kind::Rejected, u"totp-required"_s);
    json("second factor, settings", 400,
         R"({"success":false,"error":"TOTP Required [totp-required]","errorType":"totp-required"})", Kind::Rejected,
         u"totp-required"_s);
    json("forbidden", 403, R"({"success":false,"error":"unauthorized"})", Kind::Forbidden, u"unauthorized"_s);
    json("forbidden by name", 403,
         R"({"success":false,"error":"User does not have the permissions [error-unauthorized]"})", Kind::Forbidden,
         u"error-unauthorized"_s);
    json("no such document", 404, R"({"success":false,"error":"Agent not found"})", Kind::NotFound);
    json("wrong verb, 3.11", 405, R"({"status":"error","message":"API endpoint does not exist"})", Kind::NotFound,
         u"no-such-route"_s);
    json("limited", 429, R"({"success":false,"error":"Error, too many requests. [error-too-many-requests]"})",
         Kind::RateLimited, u"error-too-many-requests"_s);
    json("limited login", 401, R"({"status":"error","error":"too-many-requests"})", Kind::RateLimited,
         u"too-many-requests"_s);
    json("server error", 500, R"({"success":false,"error":"Internal server error"})", Kind::Network);
    text("page with 200, 3.11", 200, "text/html", "<!DOCTYPE html>", Kind::NotFound, u"no-such-route"_s);
    text("text with 404, 7.7", 404, "text/plain", "404 Not Found", Kind::NotFound, u"no-such-route"_s);
    text("page with 400", 400, "text/html", "<pre>Bad Request</pre>", Kind::Protocol);
    text("too large for a proxy", 413, "text/html", "<h1>Request Entity Too Large</h1>", Kind::Rejected,
         u"request-too-large"_s);
    text("refusal of a proxy", 403, "text/html", "<h1>Forbidden</h1>", Kind::Protocol);
    json("refusal of a proxy in JSON", 403, R"({"error":"forbidden"})", Kind::Protocol, u"forbidden"_s);
    text("page of a proxy", 502, "text/html", "<h1>Bad gateway</h1>", Kind::Network);
    text("limit of a proxy", 429, "text/html", "", Kind::RateLimited);
    text("login of a proxy", 401, "text/html", "", Kind::Protocol);
}

void RestClientTest::readsEnvelopes()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(std::optional<Error::Kind>, kind);
    QFETCH(QString, code);
    m_reply = rawAnswer(status, body, "Content-Type: " + type + "\r\n");
    m_rest->send(get(u"me"_s), noted());
    QTRY_COMPARE(m_answers.size(), 1);
    const Result<QJsonObject> answer = m_answers.constFirst();
    QCOMPARE(answer.isOk(), !kind.has_value());
    if (kind) {
        QCOMPARE(answer.error().kind, *kind);
        QCOMPARE(answer.error().code, code);
        QCOMPARE(answer.error().retryAfter.has_value(), *kind == Error::Kind::RateLimited);
    }
    if (code == "totp-required"_L1) {
        QVERIFY(status == 400 || answer.error().detail == "email"_L1);
    }
}

void RestClientTest::tellsExpiryOnce()
{
    QSignalSpy unauthorized(m_rest.get(), &RestClient::unauthorized);
    m_reply = rawAnswer(401, R"({"status":"error","message":"You must be logged in to do this."})");
    for (int i = 0; i < 3; ++i) {
        m_rest->send(get(u"me"_s), noted());
    }
    QTRY_COMPARE(m_answers.size(), 3);
    QCOMPARE(unauthorized.size(), 1);
    m_rest->setCredentials({u"uid"_s, u"newer"_s});
    m_rest->send(get(u"me"_s), noted());
    QTRY_COMPARE(unauthorized.size(), 2);

    const std::optional<QByteArray> late = std::exchange(m_reply, std::nullopt);
    m_rest->send(get(u"me"_s), noted());
    QTRY_COMPARE(m_server->requests.size(), 5);
    m_rest->setCredentials({u"uid"_s, u"newest"_s});
    for (const QPointer<QTcpSocket> &socket : std::as_const(m_server->sockets)) {
        socket->write(*late); // an answer to the sign-in before this one
    }
    QTRY_COMPARE(m_answers.size(), 5);
    QCOMPARE(unauthorized.size(), 2);
}

void RestClientTest::tellsNoExpiry_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray json("application/json");
    QTest::newRow("wrong password") << u"login"_s << json << QByteArray(R"({"status":"error","error":"Unauthorized"})");
    QTest::newRow("second factor") << u"settings/x"_s << json
                                   << QByteArray(R"({"status":"error","error":"totp-required"})");
    QTest::newRow("a proxy's login") << u"me"_s << QByteArray("text/html") << QByteArray("<html>");
}

void RestClientTest::tellsNoExpiry()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QSignalSpy unauthorized(m_rest.get(), &RestClient::unauthorized);
    m_reply = rawAnswer(401, body, "Content-Type: " + type + "\r\n");
    m_rest->send({.verb = "POST", .path = path}, noted());
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(unauthorized.size(), 0);
}

void RestClientTest::holdsCallsOfLimitedRoute()
{
    const QByteArray reset = QByteArray::number(m_clock->now().addSecs(20).toMSecsSinceEpoch());
    m_reply = rawAnswer(429, R"({"success":false,"error":"[error-too-many-requests]"})",
                        "Content-Type: application/json\r\nX-RateLimit-Reset: " + reset + "\r\n");
    m_rest->send(get(u"me"_s), noted());
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.at(0).error().retryAfter, 20s);

    m_reply = rawAnswer(200, R"({"success":true})");
    for (const char16_t number : {u'1', u'2', u'3'}) {
        RestCall call = get(u"me"_s);
        addQuery(call.query, u"n"_s, QString(QChar(number)));
        m_rest->send(call, noted());
    }
    m_rest->send(get(u"rooms.get"_s), noted());
    QTRY_COMPARE(m_answers.size(), 2); // the other route is open
    QCOMPARE(m_server->requests.size(), 2);
    m_clock->advance(19s);
    QCOMPARE(m_server->requests.size(), 2);
    m_clock->advance(1s);
    QTRY_COMPARE(m_answers.size(), 5);
    QSet<QByteArray> targets;
    for (const RawRequest &request : m_server->requests.mid(2)) {
        targets.insert(request.target);
    }
    QCOMPARE(targets, (QSet<QByteArray>{"/api/v1/me?n=1", "/api/v1/me?n=2", "/api/v1/me?n=3"}));
    m_clock->advance(120s);
    QCOMPARE(m_answers.size(), 5);
}

void RestClientTest::clampsTheWait_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("seconds");
    const auto reset = [](int seconds) {
        return "X-RateLimit-Reset: " + QByteArray::number(ManualClock().now().addSecs(seconds).toMSecsSinceEpoch())
            + "\r\n";
    };
    QTest::newRow("soon") << reset(7) << 7;
    QTest::newRow("server's clock is behind") << reset(-4000) << 1;
    QTest::newRow("server's clock is ahead") << reset(4000) << 120;
    QTest::newRow("seconds of a proxy") << QByteArray("Retry-After: 9\r\n") << 9;
    QTest::newRow("nothing said") << QByteArray() << 30;
}

void RestClientTest::clampsTheWait()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, seconds);
    m_reply = rawAnswer(429, "{}", "Content-Type: application/json\r\n" + headers);
    m_rest->send(get(u"me"_s), noted());
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.at(0).error().retryAfter, std::chrono::seconds(seconds));
}

void RestClientTest::readsMethodAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("inner"); // empty: no message at all
    QTest::addColumn<std::optional<Error::Kind>>("kind");
    QTest::addColumn<QString>("code");
    using Kind = std::optional<Error::Kind>;
    QTest::newRow("result") << 200 << uR"({"msg":"result","id":"1","result":true})"_s << Kind() << QString();
    QTest::newRow("error with 200, 7.7")
        << 200 << uR"({"msg":"result","id":"1","error":{"error":"room-closed","reason":"Room closed"}})"_s
        << Kind(Error::Kind::Rejected) << u"room-closed"_s;
    QTest::newRow("error with 400, 8.x") << 400
                                         << uR"({"msg":"result","id":"1","error":{"error":"error-not-allowed"}})"_s
                                         << Kind(Error::Kind::Rejected) << u"error-not-allowed"_s;
    QTest::newRow("no such method")
        << 200 << uR"({"msg":"result","id":"1","error":{"error":404,"reason":"Method 'x' not found"}})"_s
        << Kind(Error::Kind::NotFound) << u"no-such-route"_s;
    QTest::newRow("limited")
        << 200 << uR"({"msg":"result","id":"1","error":{"error":"too-many-requests","details":{"timeToReset":5000}}})"_s
        << Kind(Error::Kind::RateLimited) << u"too-many-requests"_s;
    QTest::newRow("expired") << 401 << QString() << Kind(Error::Kind::Unauthorized) << QString();
    QTest::newRow("no result") << 200 << QString() << Kind(Error::Kind::Protocol) << QString();
}

void RestClientTest::readsMethodAnswers()
{
    QFETCH(int, status);
    QFETCH(QString, inner);
    QFETCH(std::optional<Error::Kind>, kind);
    m_reply
        = rawAnswer(status, QJsonDocument(QJsonObject{{u"success"_s, status == 200}, {u"message"_s, inner}}).toJson());
    std::optional<Result<QJsonValue>> answer;
    m_rest->callMethod(u"x"_s, {}, {this, [&](const Result<QJsonValue> &told) { answer.emplace(told); }});
    QTRY_VERIFY(answer);
    QCOMPARE(answer->isOk(), !kind.has_value());
    if (kind) {
        QCOMPARE(answer->error().kind, *kind);
        QTEST(answer->error().code, "code");
        QCOMPARE(answer->error().retryAfter.value_or(5s), 5s);
    }
}

void RestClientTest::callsMethods()
{
    m_rest->callMethod(u"livechat:returnAsInquiry"_s, {u"r\"1"_s, QJsonObject{{u"$date"_s, 5}}},
                       {this, [](const Result<QJsonValue> &) {}});
    QTRY_COMPARE(m_server->requests.size(), 1);
    const RawRequest request = m_server->requests.constFirst();
    QCOMPARE(request.target, "/api/v1/method.call/livechat:returnAsInquiry");
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    QCOMPARE(body.keys(), QStringList{u"message"_s}); // the schema is closed
    const QJsonObject message = QJsonDocument::fromJson(body.value("message"_L1).toString().toUtf8()).object();
    QCOMPARE(message.value("msg"_L1).toString(), u"method"_s);
    QCOMPARE(message.value("method"_L1).toString(), u"livechat:returnAsInquiry"_s);
    QCOMPARE(message.value("params"_L1).toArray(), (QJsonArray{u"r\"1"_s, QJsonObject{{u"$date"_s, 5}}}));
}

void RestClientTest::downloadsOwnFiles_data()
{
    QTest::addColumn<QString>("workspace");
    QTest::addColumn<QString>("link"); // %1: the origin
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("relative") << u""_s << u"/file-upload/id/a b%20c.png"_s
                              << QByteArray("/file-upload/id/a%20b%20c.png");
    QTest::newRow("no slash") << u""_s << u"file-upload/id/x"_s << QByteArray("/file-upload/id/x");
    QTest::newRow("absolute") << u""_s << u"%1/file-upload/id/x?download=1#frag"_s
                              << QByteArray("/file-upload/id/x?download=1");
    QTest::newRow("below a path") << u"/sub"_s << u"/file-upload/id/x"_s << QByteArray("/sub/file-upload/id/x");
    QTest::newRow("below a path, written out")
        << u"/sub"_s << u"/sub/file-upload/id/x"_s << QByteArray("/sub/file-upload/id/x");
}

void RestClientTest::downloadsOwnFiles()
{
    QFETCH(QString, workspace);
    QFETCH(QString, link);
    m_rest->setWorkspace(m_server->url(workspace));
    m_reply = rawAnswer(200, "picture", "Content-Type: image/png\r\n");
    std::optional<Result<HttpReply>> answer;
    m_rest->download(link.contains(u"%1"_s) ? link.replace(u"%1"_s, m_server->url().toString()) : link, 1000,
                     {this, [&](const Result<HttpReply> &told) { answer.emplace(told); }});
    QTRY_VERIFY(answer);
    QVERIFY(answer->isOk());
    QCOMPARE((*answer)->body, "picture");
    QTEST(m_server->requests.constFirst().target, "target");
    QCOMPARE(m_server->requests.constFirst().header("X-Auth-Token"), "secret");
}

void RestClientTest::refusesForeignFiles_data()
{
    QTest::addColumn<QString>("link");
    QTest::newRow("another host") << u"https://evil.example/file-upload/id/x"_s;
    QTest::newRow("another port") << u"http://127.0.0.1:1/file-upload/id/x"_s;
    QTest::newRow("host without scheme") << u"//evil.example/x"_s;
    QTest::newRow("user in the address") << u"http://a@127.0.0.1/x"_s;
    QTest::newRow("a local file") << u"file:///etc/passwd"_s;
    QTest::newRow("data") << u"data:text/html,x"_s;
}

void RestClientTest::refusesForeignFiles()
{
    QFETCH(QString, link);
    std::optional<Result<HttpReply>> answer;
    m_rest->download(link, 1000, {this, [&](const Result<HttpReply> &told) { answer.emplace(told); }});
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().code, u"foreign-origin"_s);
    QVERIFY(m_server->requests.isEmpty());
}

void RestClientTest::tellsRefusedFiles()
{
    m_reply = rawAnswer(403, {}, {});
    std::optional<Result<HttpReply>> answer;
    m_rest->download(u"/file-upload/id/x"_s, 1000,
                     {this, [&](const Result<HttpReply> &told) { answer.emplace(told); }});
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().kind, Error::Kind::Forbidden);
    answer.reset();
    m_reply = rawAnswer(200, QByteArray(2000, 'x'), {});
    m_rest->download(u"/file-upload/id/x"_s, 1000,
                     {this, [&](const Result<HttpReply> &told) { answer.emplace(told); }});
    QTRY_VERIFY(answer);
    QCOMPARE(answer->error().code, u"too-large"_s);
}

QTEST_GUILESS_MAIN(RestClientTest)
#include "tst_restclient.moc"
