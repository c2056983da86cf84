#include "restbench.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;
using greenline::test::rawAnswer;
using greenline::test::RawRequest;

class RestClientTest : public RestBench
{
    Q_OBJECT
private Q_SLOTS:
    void sendsCredentialsInHeadersOnly();
    void makesAddresses_data();
    void makesAddresses();
    void holdsCallsOfLimitedRoute();
    void clampsTheWait_data();
    void clampsTheWait();
    void asksNothingOfSpentRoute();
    void repeatsLimitedGetTwiceAtMost();
    void refusesAtOnceWhereAPersonWaits();
    void tellsWhereAPersonWaits();
    void nobodyWaitsAnyMore();
    void sharesRecentAnswers();
    void refusesNobodyElse();
    void callsMethods();
    void downloadsOwnFiles_data();
    void downloadsOwnFiles();
    void refusesForeignFiles_data();
    void refusesForeignFiles();
    void tellsRefusedFiles();
};

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

void RestClientTest::holdsCallsOfLimitedRoute()
{
    const QByteArray reset = QByteArray::number(m_clock->now().addSecs(20).toMSecsSinceEpoch());
    m_reply = rawAnswer(429, R"({"success":false,"error":"[error-too-many-requests]"})",
                        "Content-Type: application/json\r\nX-RateLimit-Reset: " + reset + "\r\n");
    const auto post = [this](char16_t number) {
        RestCall call = get(u"me"_s);
        call.verb = "POST";
        addQuery(call.query, u"n"_s, QString(QChar(number)));
        m_rest->send(call, noted());
    };
    post(u'0');
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.at(0).error().retryAfter, 20s);

    m_reply = rawAnswer(200, R"({"success":true})");
    for (const char16_t number : {u'1', u'2', u'3'}) {
        post(number);
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
    QTest::newRow("server's clock is ahead and told")
        << "Date: " + ManualClock().now().addSecs(3000).toString(Qt::RFC2822Date).toLatin1() + "\r\n" + reset(3040)
        << 40;
    QTest::newRow("seconds of a proxy") << QByteArray("Retry-After: 9\r\n") << 9;
    QTest::newRow("nothing said") << QByteArray() << 30;
}

void RestClientTest::clampsTheWait()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, seconds);
    m_reply = rawAnswer(429, "{}", "Content-Type: application/json\r\n" + headers);
    RestCall call = get(u"me"_s);
    call.mayWait = false;
    m_rest->send(call, noted());
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.at(0).error().retryAfter, std::chrono::seconds(seconds));
}

/// The limiter is not run into: the answer before tells that nothing is left.
void RestClientTest::asksNothingOfSpentRoute()
{
    const QByteArray reset = QByteArray::number(m_clock->now().addSecs(20).toMSecsSinceEpoch());
    m_reply = rawAnswer(200, R"({"success":true})",
                        "Content-Type: application/json\r\nX-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: " + reset
                            + "\r\n");
    m_rest->send(get(u"me"_s), noted());
    QTRY_COMPARE(m_answers.size(), 1);
    QVERIFY(m_answers.at(0));
    m_reply = rawAnswer(200, R"({"success":true})");
    m_rest->send(get(u"me"_s), noted());
    m_rest->send(get(u"rooms.get"_s), noted());
    QTRY_COMPARE(m_answers.size(), 2);
    m_clock->advance(19s);
    QCOMPARE(m_server->requests.size(), 2);
    m_clock->advance(1s);
    QTRY_COMPARE(m_answers.size(), 3);
    QCOMPARE(m_server->requests.size(), 3);
}

/// Others of the office may use up what the route allows.
void RestClientTest::repeatsLimitedGetTwiceAtMost()
{
    m_reply = rawAnswer(429, "{}", "Content-Type: application/json\r\nRetry-After: 9\r\n");
    m_rest->send(get(u"me"_s), noted());
    for (const int asked : {1, 2}) {
        QTRY_COMPARE(m_server->requests.size(), asked);
        QCOMPARE(m_answers.size(), 0);
        QTRY_COMPARE((m_clock->advance(1s), m_server->requests.size()), asked + 1);
    }
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_answers.at(0).error().kind, Error::Kind::RateLimited);
    QCOMPARE(m_server->requests.size(), 3);
}

void RestClientTest::refusesAtOnceWhereAPersonWaits()
{
    m_reply = rawAnswer(429, "{}", "Content-Type: application/json\r\nRetry-After: 9\r\n");
    RestCall call = get(u"me"_s);
    call.mayWait = false;
    m_rest->send(call, noted());
    QTRY_COMPARE(m_answers.size(), 1);
    m_clock->advance(4s);
    m_rest->send(call, noted());
    QTRY_COMPARE(m_answers.size(), 2);
    QCOMPARE(m_answers.at(1).error().retryAfter, 5s);
    QCOMPARE(m_server->requests.size(), 1);
}

void RestClientTest::tellsWhereAPersonWaits()
{
    m_reply = rawAnswer(429, "{}", "Content-Type: application/json\r\nRetry-After: 9\r\n");
    RestCall call{.verb = "POST", .path = u"livechat/room.close"_s};
    QSignalSpy changed(m_rest.get(), &RestClient::pausesChanged);
    m_rest->send(call, noted());
    QTRY_COMPARE(m_answers.size(), 1);
    m_reply = rawAnswer(200, R"({"success":true})");
    m_rest->send(call, noted()); // in the background
    QCOMPARE(m_rest->pauses().size(), 0);
    const RoomId room{u"room"_s};
    call.awaitedIn = room;
    m_rest->send(call, noted());
    call.awaitedIn = RoomId();
    m_rest->send(call, noted());
    QCOMPARE(changed.size(), 2);
    m_clock->advance(4s);
    QCOMPARE(m_rest->pauses(), (QHash<RoomId, std::chrono::milliseconds>{{room, 5s}, {RoomId(), 5s}}));
    m_clock->advance(5s);
    QCOMPARE(changed.size(), 4);
    QCOMPARE(m_rest->pauses().size(), 0);
    QTRY_COMPARE(m_answers.size(), 4);
}

void RestClientTest::nobodyWaitsAnyMore()
{
    m_reply = rawAnswer(429, "{}", "Content-Type: application/json\r\nRetry-After: 9\r\n");
    RestCall call{.verb = "POST", .path = u"livechat/room.close"_s};
    m_rest->send(call, noted());
    QTRY_COMPARE(m_answers.size(), 1);
    m_reply = rawAnswer(200, R"({"success":true})");
    const RoomId room{u"room"_s};
    QSignalSpy changed(m_rest.get(), &RestClient::pausesChanged);
    auto person = std::make_unique<QObject>();
    call.awaitedIn = Wait(room, person.get());
    m_rest->send(call, noted());
    QCOMPARE(m_rest->pauses().value(room), 9s);
    QCOMPARE(changed.size(), 1);
    person.reset();
    QCOMPARE(m_rest->pauses().size(), 0);
    QTRY_COMPARE(changed.size(), 2);
    m_rest->send(call, noted()); // the next question of who has gone
    QCOMPARE(m_rest->pauses().size(), 0);
    m_clock->advance(9s);
    QTRY_COMPARE(m_answers.size(), 3);
}

void RestClientTest::sharesRecentAnswers()
{
    const auto ask = [this](RestCall::Age age) {
        RestCall call = get(u"rooms.info"_s);
        call.age = age;
        const qsizetype before = m_answers.size();
        m_rest->send(call, noted());
        return QTest::qWaitFor([&] { return m_answers.size() == before + 1; });
    };
    QVERIFY(ask(RestCall::Age::Now) && ask(RestCall::Age::Recent)); // what was not meant to be shared is not
    QCOMPARE(m_server->requests.size(), 2);
    m_clock->advance(10s);
    QVERIFY(ask(RestCall::Age::Recent));
    QCOMPARE(m_server->requests.size(), 2);
    m_clock->advance(1s);
    QVERIFY(ask(RestCall::Age::Recent));
    QCOMPARE(m_server->requests.size(), 3);
    QVERIFY(ask(RestCall::Age::Shared));
    QCOMPARE(m_server->requests.size(), 4);
    m_rest->setCredentials({u"somebody"_s, u"else"_s});
    QVERIFY(ask(RestCall::Age::Recent));
    QCOMPARE(m_server->requests.size(), 5);
    m_clock->advance(11s);
    m_answers.clear();
    RestCall call = get(u"rooms.info"_s);
    call.age = RestCall::Age::Recent;
    for (const int each : {1, 2, 3}) { // at once: the later ones join
        Q_UNUSED(each)
        m_rest->send(call, noted());
    }
    QTRY_COMPARE(m_answers.size(), 3);
    QCOMPARE(m_server->requests.size(), 6);
}

/// Who may not wait is refused alone: those who may have not joined, and keep whom they joined.
void RestClientTest::refusesNobodyElse()
{
    m_reply = rawAnswer(429, "{}", "Content-Type: application/json\r\nRetry-After: 9\r\n");
    RestCall hasty = get(u"rooms.info"_s);
    hasty.age = RestCall::Age::Shared;
    hasty.mayWait = false;
    RestCall patient = get(u"rooms.info"_s);
    patient.age = RestCall::Age::Recent;
    patient.awaitedIn = RoomId();
    m_rest->send(hasty, noted());
    m_rest->send(patient, noted());
    QTRY_COMPARE(m_rest->pauses().size(), 1);
    QTRY_COMPARE(m_answers.size(), 1);
    QCOMPARE(m_server->requests.size(), 2);
    m_reply = rawAnswer(200, R"({"success":true})");
    m_rest->send(patient, noted()); // joins the one that is held
    m_rest->send(hasty, noted());
    QTRY_COMPARE(m_answers.size(), 2);
    QVERIFY(!m_answers.at(0) && !m_answers.at(1));
    m_clock->advance(9s);
    QTRY_COMPARE(m_answers.size(), 4);
    QVERIFY(m_answers.at(2) && m_answers.at(3));
    QCOMPARE(m_server->requests.size(), 3);
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
