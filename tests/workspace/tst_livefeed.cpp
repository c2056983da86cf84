#include "console.h"

#include "app/ddp/ddpclient.h"
#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"
#include "app/rest/messagesapi.h"
#include "app/storage/cachedb.h"
#include "app/storage/safedb.h"
#include "app/workspace/livefeed.h"
#include "app/workspace/streamjournal.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace greenline;

/// What the streams say, into the stores.
class LiveFeedTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aBurstDoesNotHoldUpTheEventLoop();
    void countsWhatItCannotRead_data();
    void countsWhatItCannotRead();
    void showsAnUnreadableMessageAsSuch();
    void readsMessagesOfBothReleases_data();
    void readsMessagesOfBothReleases();
    void leavesOtherDepartmentsAlone();
    void aRefusalSpeaksOfNothingThatLeftAfterIt();
    void survivesGarbageOnTheLine();
};

namespace {

/// A live feed whose line is not connected: events are given to it directly, as DdpClient would.
struct Feed {
    ManualClock clock;
    HttpClient http;
    RestClient rest{http, clock};
    DdpClient ddp{clock};
    MessagesApi api{rest, ServerFeatures({8, 8})};
    SafeDb safe;
    CacheDb cache;
    ConversationStore conversations;
    AgentStore agent;
    StreamJournal journal;
    Outbox outbox{safe, api, clock};
    Timelines timelines{api, ddp, outbox, cache};
    LiveFeed feed{ddp, {conversations, agent, timelines, outbox, journal}, clock};

    Feed()
    {
        agent.setMe({.id = {u"ana"_s}});
        agent.setMyDepartments({{u"support"_s}});
        conversations.setMe({u"ana"_s});
    }
    void tell(const QString &stream, const QString &event, const QJsonArray &args)
    {
        Q_EMIT ddp.streamEvent({{stream, event}, args});
    }
    void tellQueue(const QJsonObject &inquiry, const QString &channel = u"department/support"_s)
    {
        tell(u"stream-livechat-inquiry-queue-observer"_s, channel, {inquiry});
    }
};

QJsonObject date(qint64 milliseconds)
{
    return {{u"$date"_s, milliseconds}};
}

QJsonObject queued(int number)
{
    const QString text = QString::number(number);
    return {{u"type"_s, u"changed"_s},
            {u"_id"_s, u"i"_s + text},
            {u"rid"_s, u"r"_s + text},
            {u"status"_s, u"queued"_s},
            {u"name"_s, u"1212555"_s + text},
            {u"department"_s, u"support"_s},
            {u"ts"_s, date(1'795'468'000'000 + number)},
            {u"_updatedAt"_s, date(1'795'468'000'000 + number)}};
}

QJsonObject message(const QString &id, const QJsonValue &text)
{
    return {{u"_id"_s, id},
            {u"rid"_s, u"r1"_s},
            {u"msg"_s, text},
            {u"token"_s, u"t"_s},
            {u"ts"_s, date(1'795'468'100'000)},
            {u"u"_s, QJsonObject{{u"_id"_s, u"v1"_s}, {u"username"_s, u"12125551"_s}}}};
}

} // namespace

void LiveFeedTest::aBurstDoesNotHoldUpTheEventLoop()
{
    constexpr int events = 1'000;
    Feed feed;
    int turnsMeanwhile = 0;
    QTimer everyTurn;
    connect(&everyTurn, &QTimer::timeout, this, [&] { turnsMeanwhile += feed.conversations.size() < events ? 1 : 0; });
    for (int number = 0; number < events; ++number) {
        feed.tellQueue(queued(number));
    }
    QCOMPARE(feed.conversations.size(), 0); // nothing inside the socket's own signal
    everyTurn.start(0);
    QTRY_COMPARE(feed.conversations.size(), events);
    QVERIFY2(turnsMeanwhile > 1, qPrintable(QString::number(turnsMeanwhile)));
    QCOMPARE(feed.conversations.at(0).id.value, u"r0"_s);
    QCOMPARE(feed.feed.unreadable(), 0);
}

void LiveFeedTest::countsWhatItCannotRead_data()
{
    QTest::addColumn<QString>("stream");
    QTest::addColumn<QString>("event");
    QTest::addColumn<QJsonArray>("args");
    const QString user = u"stream-notify-user"_s;
    const QJsonObject bare{{u"t"_s, u"l"_s}};
    QTest::newRow("queue entry without ids") << u"stream-livechat-inquiry-queue-observer"_s << u"public"_s
                                             << QJsonArray{QJsonObject{{u"type"_s, u"added"_s}}};
    QTest::newRow("queue event that is a number")
        << u"stream-livechat-inquiry-queue-observer"_s << u"public"_s << QJsonArray{7};
    QTest::newRow("no arguments") << u"stream-livechat-inquiry-queue-observer"_s << u"public"_s << QJsonArray();
    QTest::newRow("message without ids") << u"stream-room-messages"_s << u"r1"_s
                                         << QJsonArray{QJsonObject{{u"msg"_s, u"x"_s}}};
    QTest::newRow("subscription without ids")
        << user << u"ana/subscriptions-changed"_s << QJsonArray{u"updated"_s, bare};
    QTest::newRow("room without id") << user << u"ana/rooms-changed"_s << QJsonArray{u"updated"_s, bare};
    QTest::newRow("notice without ids") << user << u"ana/message"_s << QJsonArray{QJsonObject{{u"msg"_s, u"x"_s}}};
}

void LiveFeedTest::countsWhatItCannotRead()
{
    QFETCH(QString, stream);
    QFETCH(QString, event);
    QFETCH(QJsonArray, args);
    Feed feed;
    feed.tell(stream, event, args);
    feed.tellQueue(queued(1)); // and the rest goes on
    QTRY_COMPARE(feed.conversations.size(), 1);
    QCOMPARE(feed.feed.unreadable(), 1);
}

void LiveFeedTest::showsAnUnreadableMessageAsSuch()
{
    Feed feed;
    const MessageStore &store = feed.timelines.open({u"r1"_s});
    feed.tell(u"stream-room-messages"_s, u"r1"_s, {message(u"m1"_s, QJsonObject{{u"text"_s, u"hi"_s}})});
    QTRY_COMPARE(store.size(), 1);
    QVERIFY(store.at(0).isUnreadable);
    QCOMPARE(feed.feed.unreadable(), 1);
    feed.tell(u"stream-room-messages"_s, u"r1"_s, {message(u"m2"_s, u"hi"_s)});
    QTRY_COMPARE(store.size(), 2);
    QCOMPARE(store.at(1).text, u"hi"_s);
}

void LiveFeedTest::readsMessagesOfBothReleases_data()
{
    QTest::addColumn<QJsonArray>("args");
    const QJsonObject about{{u"roomParticipant"_s, true}, {u"roomType"_s, u"l"_s}};
    QTest::newRow("3.11.6 wraps it") << QJsonArray{QJsonArray{message(u"m1"_s, u"hello"_s)}, about};
    QTest::newRow("7.7.1") << QJsonArray{message(u"m1"_s, u"hello"_s), about};
}

void LiveFeedTest::readsMessagesOfBothReleases()
{
    QFETCH(QJsonArray, args);
    Feed feed;
    feed.tellQueue(queued(1));
    QTRY_COMPARE(feed.conversations.size(), 1);
    QSignalSpy arrived(&feed.feed, &LiveFeed::messageArrived);
    feed.tell(u"stream-room-messages"_s, u"__my_messages__"_s, args);
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(feed.conversations.at(0).preview, u"hello"_s);
    QJsonArray ofChannel = args;
    ofChannel[1] = QJsonObject{{u"roomType"_s, u"c"_s}};
    feed.tell(u"stream-room-messages"_s, u"__my_messages__"_s, ofChannel);
    feed.tellQueue(queued(2));
    QTRY_COMPARE(feed.conversations.size(), 2);
    QCOMPARE(arrived.size(), 1);
}

/// 3.11 and 5.x tell everybody of every department's entries on the public channel.
void LiveFeedTest::leavesOtherDepartmentsAlone()
{
    Feed feed;
    QJsonObject foreign = queued(1);
    foreign.insert(u"department"_s, u"sales"_s);
    feed.tellQueue(foreign, u"public"_s);
    feed.tellQueue(queued(2), u"public"_s);
    QTRY_COMPARE(feed.conversations.size(), 1);
    QCOMPARE(feed.conversations.at(0).id.value, u"r2"_s);
    QJsonObject moved = queued(2);
    moved.insert(u"department"_s, u"sales"_s);
    moved.insert(u"_updatedAt"_s, date(1'795'468'900'000));
    feed.tellQueue(moved, u"public"_s);
    QTRY_COMPARE(feed.conversations.size(), 0);
}

/// In a burst it may be worked off long after it was received.
void LiveFeedTest::aRefusalSpeaksOfNothingThatLeftAfterIt()
{
    Feed feed;
    QVERIFY(feed.safe.open(u":memory:"_s));
    const RoomId room{u"r1"_s};
    const MessageStore &store = feed.timelines.open(room);
    feed.outbox.setOnline(true);
    feed.tell(u"stream-notify-user"_s, u"ana/message"_s, {message(u"1795468100000"_s, u"no such number"_s)});
    feed.clock.advance(std::chrono::milliseconds(1));
    QVERIFY(feed.outbox.send(room, u"later"_s));
    QTRY_VERIFY(store.rowOf({u"1795468100000"_s}) >= 0); // a notice like any other
    QVERIFY(feed.outbox.messagesOf(room).constFirst().delivery != Message::Delivery::Refused);
    feed.tell(u"stream-notify-user"_s, u"ana/message"_s, {message(u"1795468100001"_s, u"no such number"_s)});
    QTRY_COMPARE(feed.outbox.messagesOf(room).constFirst().delivery, Message::Delivery::Refused);
}

void LiveFeedTest::survivesGarbageOnTheLine()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    console.workspace.faults().malformedFrames = 5;
    console.text(u"+12125550142"_s, u"hello"_s);
    QTRY_VERIFY(console.only());
    QTRY_COMPARE(console.only()->preview, u"hello"_s);
    QCOMPARE(console.line(), ConnectionState::Line::Live);
    QCOMPARE(console.workspace.faults().malformedFrames, 0);
}

QTEST_GUILESS_MAIN(LiveFeedTest)
#include "tst_livefeed.moc"
