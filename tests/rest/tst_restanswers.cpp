#include "restbench.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;
using greenline::test::rawAnswer;

/// What an answer means: success, which kind of failure, an ended session.
class RestAnswersTest : public RestBench
{
    Q_OBJECT
private Q_SLOTS:
    void readsEnvelopes_data();
    void readsEnvelopes();
    void tellsExpiryOnce();
    void tellsNoExpiry_data();
    void tellsNoExpiry();
    void readsMethodAnswers_data();
    void readsMethodAnswers();
};

void RestAnswersTest::readsEnvelopes_data()
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

void RestAnswersTest::readsEnvelopes()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(std::optional<Error::Kind>, kind);
    QFETCH(QString, code);
    m_reply = rawAnswer(status, body, "Content-Type: " + type + "\r\n");
    RestCall call = get(u"me"_s);
    call.mayWait = false;
    m_rest->send(call, noted());
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

void RestAnswersTest::tellsExpiryOnce()
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

void RestAnswersTest::tellsNoExpiry_data()
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

void RestAnswersTest::tellsNoExpiry()
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

void RestAnswersTest::readsMethodAnswers_data()
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

void RestAnswersTest::readsMethodAnswers()
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

QTEST_GUILESS_MAIN(RestAnswersTest)
#include "tst_restanswers.moc"
