#include "app/rest/messagesapi.h"
#include "app/rest/queueapi.h"
#include "app/rest/roomsapi.h"
#include "recordedserver.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;
using greenline::test::rawAnswer;

/// The interfaces of queue, rooms and messages against what real servers answered.
class RecordedConversationsTest : public RecordedServer
{
    Q_OBJECT
private Q_SLOTS:
    void refusesAnswersWithoutTheirList();
    void readsQueue();
    void readsEveryPageOfTheQueue();
    void takes();
    void readsRoomsAndSubscriptions();
    void sends();
    void findsMessages();
    void catchesUp();
    void readsHistory();
    void returnsAndCloses();
};

void RecordedConversationsTest::refusesAnswersWithoutTheirList()
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

void RecordedConversationsTest::readsQueue()
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

void RecordedConversationsTest::readsEveryPageOfTheQueue()
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

void RecordedConversationsTest::takes()
{
    QueueApi queue(*m_rest, *m_features);
    const auto take = [&] { return answerOf<Done>([&](const auto &then) { queue.take({u"i1"_s}, then); }); };
    play(u"40_inquiries"_s, u"/api/v1/livechat/inquiries.take"_s);
    QVERIFY(take().isOk());
    QCOMPARE(sent(), (QJsonObject{{u"inquiryId"_s, u"i1"_s}})); // the schema is closed
    play(u"40_inquiries"_s, u"/api/v1/livechat/inquiries.take"_s, 400);
    QCOMPARE(take().error().code, u"error-inquiry-taken"_s);
}

void RecordedConversationsTest::readsRoomsAndSubscriptions()
{
    RoomsApi rooms(*m_rest, *m_features);
    play(u"60_room_reads"_s, u"/api/v1/rooms.info?roomId="_s);
    const Result<Room> room = answerOf<Room>([&](const auto &then) { rooms.info(RoomId{u"r/1"_s}, then); });
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

void RecordedConversationsTest::sends()
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

void RecordedConversationsTest::findsMessages()
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

void RecordedConversationsTest::catchesUp()
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

void RecordedConversationsTest::readsHistory()
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

void RecordedConversationsTest::returnsAndCloses()
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

QTEST_GUILESS_MAIN(RecordedConversationsTest)
#include "tst_recordedconversations.moc"
