#include "app/rest/authapi.h"
#include "app/rest/directoryapi.h"
#include "app/rest/messagesapi.h"
#include "app/rest/queueapi.h"
#include "app/rest/rightsapi.h"
#include "app/rest/roomsapi.h"
#include "tests/http/rawserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>
#include <QTestEventLoop>

using namespace Qt::StringLiterals;
using namespace greenline;
using greenline::test::rawAnswer;
using greenline::test::RawRequest;
using greenline::test::RawServer;

/// The interfaces against what real servers answered, and what they ask against what those servers took. Every test
/// runs for each version.
class RecordingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();
    void readsInfo();
    void logsIn();
    void readsMe();
    void logsOut();
    void refusesAnswersWithoutTheirList();
    void readsQueue();
    void readsEveryPageOfTheQueue();
    void takes();
    void readsRoomsAndSubscriptions();
    void sends();
    void findsMessages();
    void catchesUp();
    void readsHistory();
    void readsVisitors();
    void readsDirectory();
    void setsAvailability();
    void returnsAndCloses();

private:
    QJsonObject play(const QString &file, const QString &path, int status = 200);
    template <typename T, typename Ask>
    Result<T> answerOf(Ask ask);
    QJsonObject sent() const { return QJsonDocument::fromJson(m_server->requests.constLast().body).object(); }
    QByteArray target() const { return m_server->requests.constLast().target; }
    bool isOld() const { return m_version.startsWith(u'3'); }

    QString m_version;
    QByteArray m_reply;
    QList<QByteArray> m_nextReplies; // before m_reply
    std::unique_ptr<RawServer> m_server;
    ManualClock m_clock;
    HttpClient m_http;
    std::unique_ptr<RestClient> m_rest;
    std::optional<ServerFeatures> m_features;
};

void RecordingsTest::initTestCase_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("3.11.6") << u"3.11.6"_s;
    QTest::newRow("7.7.1") << u"7.7.1"_s;
}

void RecordingsTest::init()
{
    QFETCH_GLOBAL(QString, version);
    m_version = version;
    m_features.emplace(*parseServerVersion(version));
    m_nextReplies.clear();
    m_server = std::make_unique<RawServer>(
        [this](const RawRequest &) { return m_nextReplies.isEmpty() ? m_reply : m_nextReplies.takeFirst(); });
    m_rest = std::make_unique<RestClient>(m_http, m_clock);
    m_rest->setWorkspace(m_server->url());
    m_rest->setCredentials({u"uid"_s, u"secret"_s});
}

/// Makes the server answer what was recorded for a path with a status; returns the recorded exchange.
QJsonObject RecordingsTest::play(const QString &file, const QString &path, int status)
{
    QFile recording(QStringLiteral(GREENLINE_FIXTURES "/recordings/%1/rest/%2.json").arg(m_version, file));
    recording.open(QIODevice::ReadOnly);
    const QJsonArray all = QJsonDocument::fromJson(recording.readAll()).array();
    for (const QJsonValue &element : all) {
        const QJsonObject exchange = element.toObject();
        const QJsonObject response = exchange.value("response"_L1).toObject();
        const QString recorded = exchange.value("request"_L1).toObject().value("path"_L1).toString();
        if (!recorded.startsWith(path) || response.value("status"_L1).toInt() != status) {
            continue;
        }
        const QByteArray type = response.value("headers"_L1).toObject().value("content-type"_L1).toString().toLatin1();
        const QByteArray body = response.contains("body"_L1)
            ? QJsonDocument(response.value("body"_L1).toObject()).toJson()
            : response.value("bodyText"_L1).toString().toUtf8();
        m_reply = rawAnswer(status, body, "Content-Type: " + type + "\r\n");
        return exchange;
    }
    m_reply = rawAnswer(599);
    QTest::qFail(qPrintable(u"nothing recorded for "_s + path), __FILE__, __LINE__);
    return {};
}

template <typename T, typename Ask>
Result<T> RecordingsTest::answerOf(Ask ask)
{
    std::optional<Result<T>> answer;
    QTestEventLoop wait;
    ask(Then<T>(this, [&](const Result<T> &told) {
        answer.emplace(told);
        wait.exitLoop();
    }));
    wait.enterLoop(10);
    return answer.value_or(Error{Error::Kind::Timeout, u"no answer in the test"_s});
}

void RecordingsTest::readsInfo()
{
    AuthApi auth(*m_rest);
    play(u"11_login_variants"_s, u"/api/info"_s);
    QCOMPARE(answerOf<ServerInfo>([&](const auto &then) { auth.info(then); })->version, m_features->version());
    QCOMPARE(target(), "/api/info");
    m_reply = rawAnswer(200, R"({"info":{"version":"3.16.2"},"success":true})");
    QCOMPARE(answerOf<ServerInfo>([&](const auto &then) { auth.info(then); })->version, (ServerVersion{3, 16}));
    m_reply = rawAnswer(200, "<html>", "Content-Type: text/html\r\n");
    const Result<ServerInfo> other = answerOf<ServerInfo>([&](const auto &then) { auth.info(then); });
    QCOMPARE(other.error().kind, Error::Kind::Protocol);
}

void RecordingsTest::logsIn()
{
    AuthApi auth(*m_rest);
    const auto login = [&](const QString &code) {
        return answerOf<LoginAnswer>(
            [&](const auto &then) { auth.login(u"agent1"_s, u"<PASS_AGENT1>"_s, code, then); });
    };
    const QJsonObject recorded = play(u"10_agent_login"_s, u"/api/v1/login"_s);
    const Result<LoginAnswer> good = login({});
    QVERIFY(good.isOk());
    QCOMPARE(good->credentials.authToken, u"<TOKEN_AGENT1_REST>"_s);
    QCOMPARE(good->credentials.userId, good->me.id.value);
    QVERIFY(good->me.isAgent());
    QCOMPARE(sent(), recorded.value("request"_L1).toObject().value("body"_L1).toObject());

    play(u"11_login_variants"_s, u"/api/v1/login"_s, 401);
    QCOMPARE(login({}).error().kind, Error::Kind::Unauthorized);
    play(u"12_login_totp"_s, u"/api/v1/login"_s, 401);
    const Error needed = login({}).error();
    QCOMPARE(needed.kind, Error::Kind::Rejected);
    QCOMPARE(needed.code, u"totp-required"_s);
    QCOMPARE(needed.detail, u"totp"_s);
    play(u"12_login_totp"_s, u"/api/v1/login"_s);
    QVERIFY(login(u"123456"_s).isOk());
    QCOMPARE(sent().value("code"_L1).toString(), u"123456"_s);
}

void RecordingsTest::readsMe()
{
    AuthApi auth(*m_rest);
    play(u"63_misc"_s, u"/api/v1/me"_s);
    const Result<Agent> me = answerOf<Agent>([&](const auto &then) { auth.me(then); });
    QCOMPARE(me->username, u"agent1"_s);
    QVERIFY(me->availability != Availability::Unknown);
    play(u"10_agent_login"_s, u"/api/v1/me"_s, 401);
    QCOMPARE(answerOf<Agent>([&](const auto &then) { auth.me(then); }).error().kind, Error::Kind::Unauthorized);
}

void RecordingsTest::logsOut()
{
    AuthApi auth(*m_rest);
    play(u"10_agent_login"_s, u"/api/v1/logout"_s); // on 7.7.1 an answer of no bytes
    QVERIFY(answerOf<Done>([&](const auto &then) { auth.logout(then); }).isOk());
}

void RecordingsTest::refusesAnswersWithoutTheirList()
{
    m_reply = rawAnswer(200, R"({"success":true})");
    QueueApi queue(*m_rest, *m_features);
    RoomsApi rooms(*m_rest, *m_features);
    QCOMPARE(answerOf<QList<Inquiry>>([&](const auto &then) { queue.queued(then); }).error().kind,
             Error::Kind::Protocol);
    QCOMPARE(answerOf<QList<Room>>([&](const auto &then) { rooms.mine(then); }).error().kind, Error::Kind::Protocol);
    QCOMPARE(answerOf<OwnTies>([&](const auto &then) { rooms.subscriptions(then); }).error().kind,
             Error::Kind::Protocol);
}

void RecordingsTest::readsQueue()
{
    QueueApi queue(*m_rest, *m_features);
    const QString path = u"/api/v1/livechat/inquiries."_s + (isOld() ? u"queued"_s : u"queuedForUser"_s);
    play(u"40_inquiries"_s, path);
    const Result<QList<Inquiry>> queued = answerOf<QList<Inquiry>>([&](const auto &then) { queue.queued(then); });
    QVERIFY(queued.isOk());
    QVERIFY(!queued->isEmpty());
    QCOMPARE(queued->constFirst().status, Inquiry::Status::Queued);
    QCOMPARE(target(), path.toLatin1() + "?count=100&offset=0");
}

void RecordingsTest::readsEveryPageOfTheQueue()
{
    QueueApi queue(*m_rest, *m_features);
    const auto page = [](const QByteArray &ids) {
        QByteArray rows;
        for (const char id : ids) {
            rows += (rows.isEmpty() ? "" : ",") + QByteArray("{\"_id\":\"") + id
                + "\",\"rid\":\"r\",\"status\":\"queued\"}";
        }
        return rawAnswer(200, "{\"inquiries\":[" + rows + "],\"count\":2,\"total\":5,\"success\":true}");
    };
    m_nextReplies = {page("ab"), page("cd"), page("e")};
    const Result<QList<Inquiry>> all = answerOf<QList<Inquiry>>([&](const auto &then) { queue.queued(then); });
    QCOMPARE(all->size(), 5);
    QCOMPARE(all->constLast().id.value, u"e"_s);
    QCOMPARE(m_server->requests.size(), 3);
    QVERIFY(target().endsWith("offset=4"));

    m_nextReplies = {page("ab"), page("")}; // the queue became shorter meanwhile
    QCOMPARE(answerOf<QList<Inquiry>>([&](const auto &then) { queue.queued(then); })->size(), 2);
    m_nextReplies = {page("ab"), rawAnswer(500, "{}")};
    QVERIFY(!answerOf<QList<Inquiry>>([&](const auto &then) { queue.queued(then); })); // half a queue is none
}

void RecordingsTest::takes()
{
    QueueApi queue(*m_rest, *m_features);
    const auto take = [&] { return answerOf<Done>([&](const auto &then) { queue.take({u"i1"_s}, then); }); };
    play(u"40_inquiries"_s, u"/api/v1/livechat/inquiries.take"_s);
    QVERIFY(take().isOk());
    QCOMPARE(sent(), (QJsonObject{{u"inquiryId"_s, u"i1"_s}})); // the schema is closed
    play(u"40_inquiries"_s, u"/api/v1/livechat/inquiries.take"_s, 400);
    QCOMPARE(take().error().code, u"error-inquiry-taken"_s);
}

void RecordingsTest::readsRoomsAndSubscriptions()
{
    RoomsApi rooms(*m_rest, *m_features);
    play(u"60_room_reads"_s, u"/api/v1/rooms.info?roomId="_s);
    const Result<Room> room = answerOf<Room>([&](const auto &then) { rooms.info({u"r/1"_s}, then); });
    QVERIFY(room->isOpen);
    QCOMPARE(room->source, Source::Sms);
    QCOMPARE(target(), "/api/v1/rooms.info?roomId=r%2F1");
    play(u"60_room_reads"_s, u"/api/v1/rooms.get"_s);
    const Result<QList<Room>> mine = answerOf<QList<Room>>([&](const auto &then) { rooms.mine(then); });
    QVERIFY(!mine->isEmpty());
    play(u"60_room_reads"_s, u"/api/v1/subscriptions.get"_s);
    const Result<OwnTies> ties = answerOf<OwnTies>([&](const auto &then) { rooms.subscriptions(then); });
    QVERIFY(!ties->readable.isEmpty() && ties->unreadable.isEmpty());
    play(u"60_room_reads"_s, u"/api/v1/subscriptions.read"_s);
    QVERIFY(answerOf<Done>([&](const auto &then) { rooms.markRead({u"r1"_s}, then); }).isOk());
    QCOMPARE(sent(), (QJsonObject{{u"rid"_s, u"r1"_s}}));
}

void RecordingsTest::sends()
{
    MessagesApi messages(*m_rest, *m_features);
    const auto send = [&] {
        return answerOf<Message>([&](const auto &then) { messages.send({u"r1"_s}, {u"m1"_s}, u"Hello"_s, then); });
    };
    play(u"50_send"_s, u"/api/v1/chat.sendMessage"_s);
    QCOMPARE(send()->id.value, u"clientMsg0000002"_s);
    QCOMPARE(
        sent(),
        (QJsonObject{{u"message"_s, QJsonObject{{u"_id"_s, u"m1"_s}, {u"rid"_s, u"r1"_s}, {u"msg"_s, u"Hello"_s}}}}));
    play(u"50_send"_s, u"/api/v1/chat.sendMessage"_s, 400); // the duplicate id
    const Error twice = send().error();
    QCOMPARE(twice.kind, Error::Kind::Rejected);
    QVERIFY(twice.code.isEmpty());
    QVERIFY(twice.detail.contains(u"starred"_s));
}

void RecordingsTest::findsMessages()
{
    MessagesApi messages(*m_rest, *m_features);
    const auto find
        = [&] { return answerOf<std::optional<Message>>([&](const auto &then) { messages.exists({u"m1"_s}, then); }); };
    play(u"60_room_reads"_s, u"/api/v1/chat.getMessage"_s);
    QCOMPARE(find().value()->id.value, u"clientMsg0000001"_s);
    m_reply = rawAnswer(400, R"({"success":false})"); // an unknown id, recorded on 7.7.1
    QVERIFY(find().isOk());
    QVERIFY(!find().value());
    m_reply = rawAnswer(400, R"({"success":false,"error":"error-not-allowed"})");
    QVERIFY(!find().isOk());
}

void RecordingsTest::catchesUp()
{
    MessagesApi messages(*m_rest, *m_features);
    const QJsonObject recorded = play(u"60_room_reads"_s, u"/api/v1/chat.syncMessages"_s);
    const QDateTime since(QDate(2026, 11, 24), QTime(8, 0, 0, 5), Qt::UTC);
    const Result<MessageChanges> changes
        = answerOf<MessageChanges>([&](const auto &then) { messages.changesSince({u"r1"_s}, since, then); });
    const QJsonObject result
        = recorded.value("response"_L1).toObject().value("body"_L1).toObject().value("result"_L1).toObject();
    QCOMPARE(changes->updated.size(), result.value("updated"_L1).toArray().size());
    QVERIFY(!changes->updated.isEmpty());
    QCOMPARE(target(), "/api/v1/chat.syncMessages?roomId=r1&lastUpdate=2026-11-24T08%3A00%3A00.005Z");
    m_reply = rawAnswer(
        200,
        R"({"result":{"updated":[{"_id":"a","rid":"r1","ts":5},{"x":1}],"deleted":[{"_id":"b"},{}]},"success":true})");
    const Result<MessageChanges> odd
        = answerOf<MessageChanges>([&](const auto &then) { messages.changesSince({u"r1"_s}, since, then); });
    QCOMPARE(odd->deleted, QList<MessageId>{{u"b"_s}});
    QCOMPARE(odd->updated.size(), 1); // one bad element does not lose the rest
}

void RecordingsTest::readsHistory()
{
    MessagesApi messages(*m_rest, *m_features);
    const auto page = [&](const QDateTime &before, int count) {
        return answerOf<HistoryPage>([&](const auto &then) { messages.history({u"r1"_s}, before, count, then); });
    };
    const auto params = [this] {
        return QJsonDocument::fromJson(sent().value("message"_L1).toString().toUtf8())
            .object()
            .value("params"_L1)
            .toArray();
    };
    QJsonArray three;
    for (int i = 1; i <= 3; ++i) {
        three.prepend(QJsonObject{{u"_id"_s, QString::number(i)},
                                  {u"rid"_s, u"r1"_s},
                                  {u"ts"_s, QJsonObject{{u"$date"_s, i * 1000}}},
                                  {u"msg"_s, u"x"_s}});
    }
    const QJsonObject inner{
        {u"msg"_s, u"result"_s}, {u"id"_s, u"1"_s}, {u"result"_s, QJsonObject{{u"messages"_s, three}}}};
    m_reply = rawAnswer(200,
                        QJsonDocument(QJsonObject{{u"success"_s, true},
                                                  {u"message"_s, QString::fromUtf8(QJsonDocument(inner).toJson())}})
                            .toJson());
    const Result<HistoryPage> newest = page({}, 2);
    QCOMPARE(newest->messages.size(), 2);
    QCOMPARE(newest->messages.constFirst().id.value, u"2"_s);
    QVERIFY(newest->hasOlder);
    QCOMPARE(params(), (QJsonArray{u"r1"_s, QJsonValue::Null, 3, QJsonValue::Null}));
    QVERIFY(!page(QDateTime::fromMSecsSinceEpoch(4000, Qt::UTC), 3)->hasOlder);
    QCOMPARE(params().at(1).toObject(), (QJsonObject{{u"$date"_s, 4000}}));
    if (!isOld()) {
        play(u"64_history"_s, u"/api/v1/method.call/loadHistory"_s);
        QCOMPARE(page({}, 50)->messages.size(), 3);
    }
    m_reply = rawAnswer(200, R"({"success":true,"message":"{\"msg\":\"result\",\"id\":\"1\",\"result\":false}"})");
    QCOMPARE(page({}, 2).error().kind, Error::Kind::Forbidden);
}

void RecordingsTest::readsVisitors()
{
    DirectoryApi directory(*m_rest, *m_features);
    play(u"62_visitor"_s, u"/api/v1/livechat/visitors.info"_s);
    QCOMPARE(answerOf<Contact>([&](const auto &then) { directory.visitor({u"v1"_s}, then); })->phones,
             QStringList{u"+14155550101"_s});
    play(u"62_visitor"_s, u"/api/v1/livechat/visitors.info"_s, 400);
    QCOMPARE(answerOf<Contact>([&](const auto &then) { directory.visitor({u"v1"_s}, then); }).error().code,
             u"visitor-not-found"_s);
}

void RecordingsTest::readsDirectory()
{
    DirectoryApi directory(*m_rest, *m_features);
    play(u"63_misc"_s, u"/api/v1/livechat/department"_s);
    QVERIFY(!answerOf<QList<Department>>([&](const auto &then) { directory.departments(then); })->isEmpty());
    play(u"63_misc"_s, u"/api/v1/livechat/agents/"_s);
    QCOMPARE(answerOf<QSet<DepartmentId>>([&](const auto &then) { directory.myDepartments({u"me"_s}, then); })->size(),
             1);
    QCOMPARE(target(), "/api/v1/livechat/agents/me/departments");
    play(u"63_misc"_s, u"/api/v1/livechat/tags.list"_s, isOld() ? 200 : 404); // no such route without Enterprise code
    const Result<QStringList> none = answerOf<QStringList>([&](const auto &then) { directory.tags({}, then); });
    QVERIFY(none.isOk());
    QVERIFY(none->isEmpty());

    m_reply = rawAnswer(
        200,
        R"({"update":[{"_id":"close","roles":["admin","livechat-agent"]},{"_id":"other","roles":["admin"]}],"remove":[]})");
    const Result<QSet<QString>> granted = answerOf<QSet<QString>>([&](const auto &then) {
        RightsApi(*m_rest, *m_features).permissions({u"user"_s, u"livechat-agent"_s}, then);
    });
    QCOMPARE(*granted, QSet<QString>{u"close"_s});
    m_reply = rawAnswer(
        200,
        R"({"settings":[{"_id":"Livechat_enabled","value":false},{"_id":"Site_Name","value":"Acme"}],"success":true})");
    const Result<WorkspaceRules> rules = answerOf<WorkspaceRules>([&](const auto &then) { directory.rules(then); });
    QVERIFY(!rules->omnichannelEnabled);
    QVERIFY(rules->closingNeedsComment);
    QCOMPARE(rules->siteName, u"Acme"_s);
    QVERIFY(target().startsWith(isOld() ? "/api/v1/settings.public?query=%7B"
                                        : "/api/v1/settings.public?_id=Livechat_enabled%2C"));
    if (!isOld()) {
        QueueApi queue(*m_rest, *m_features);
        play(u"42_take_variants"_s, u"/api/v1/method.call/livechat:getRoutingConfig"_s);
        const Result<Routing> routing = answerOf<Routing>([&](const auto &then) { queue.routing(then); });
        QVERIFY(routing->showsQueue && routing->allowsPreview && !routing->assignsAgents);
    }
}

void RecordingsTest::setsAvailability()
{
    if (isOld()) {
        const Route toggled = m_features->route(Action::SetAvailability); // no REST route was recorded there
        QCOMPARE(toggled.kind, Route::Kind::MethodCall);
        return;
    }
    DirectoryApi directory(*m_rest, *m_features);
    play(u"13_presence_and_agent_status"_s, u"/api/v1/livechat/agent.status"_s);
    const Result<Availability> now = answerOf<Availability>(
        [&](const auto &then) { directory.setAvailability(Availability::NotAvailable, then); });
    QCOMPARE(*now, Availability::NotAvailable);
    QCOMPARE(sent(), (QJsonObject{{u"status"_s, u"not-available"_s}}));
    play(u"13_presence_and_agent_status"_s, u"/api/v1/livechat/agent.status"_s, 404);
    const Error unknown = answerOf<Availability>([&](const auto &then) {
                              directory.setAvailability(Availability::Available, then);
                          }).error();
    QCOMPARE(unknown.kind, Error::Kind::NotFound);
    QCOMPARE(m_server->requests.size(), 2); // that an agent is unknown does not mean that the route is
}

void RecordingsTest::returnsAndCloses()
{
    QueueApi queue(*m_rest, *m_features);
    RoomsApi rooms(*m_rest, *m_features);
    m_reply = rawAnswer(
        200, R"({"success":true,"message":"{\"msg\":\"result\",\"id\":\"1\",\"result\":true}"})"); // recorded on 7.7.1
    QVERIFY(answerOf<Done>([&](const auto &then) { queue.returnToQueue({u"r1"_s}, {}, then); }).isOk());
    QCOMPARE(target(), "/api/v1/method.call/livechat:returnAsInquiry");
    const CloseRequest request{u"done"_s, {u"billing"_s}};
    QVERIFY(answerOf<Done>([&](const auto &then) { rooms.close({u"r1"_s}, request, then); }).isOk());
    if (!isOld()) {
        QCOMPARE(sent(),
                 (QJsonObject{{u"rid"_s, u"r1"_s}, {u"comment"_s, u"done"_s}, {u"tags"_s, QJsonArray{u"billing"_s}}}));
        return;
    }
    QCOMPARE(target(), "/api/v1/method.call/livechat:closeRoom");
    m_reply = rawAnswer(
        200,
        R"({"success":true,"message":"{\"msg\":\"result\",\"error\":{\"error\":\"room-closed\",\"reason\":\"Room closed\"}}"})");
    const Error twice = answerOf<Done>([&](const auto &then) { rooms.close({u"r1"_s}, request, then); }).error();
    QCOMPARE(twice.code, u"error-room-already-closed"_s);
}

QTEST_GUILESS_MAIN(RecordingsTest)
#include "tst_recordings.moc"
