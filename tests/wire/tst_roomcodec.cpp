#include "app/wire/inquirycodec.h"
#include "app/wire/roomcodec.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Rooms, subscriptions and queue entries.
class RoomCodecTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsARoom();
    void aRoomWithoutOpenIsClosed();
    void recognisesTheChannel_data();
    void recognisesTheChannel();
    void readsASubscription();
    void readsAQueueEntry();
    void readsTheStatus_data();
    void readsTheStatus();
    void aRemovalNeedsNoMoreThanItsId();
    void namesWhatIsMissing();
    void readsPhonesInBothForms_data();
    void readsPhonesInBothForms();
    void knowsOnlyTheFourPresences();
};

static QJsonObject parsed(const char *json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    Q_ASSERT_X(error.error == QJsonParseError::NoError, json, qPrintable(error.errorString()));
    return document.object();
}

static QDateTime moment(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

void RoomCodecTest::readsARoom()
{
    const Result<Room> room = decodeRoom(parsed(
        R"({"_id":"r1","t":"l","fname":"Rui","ts":{"$date":1000},"lm":{"$date":4000},"queuedAt":{"$date":2000},"_updatedAt":{"$date":5000},"open":true,"waitingResponse":true,
            "departmentId":"d1","v":{"_id":"v1","username":"1415","token":"secret","status":"away"},"servedBy":{"_id":"u1","username":"agent1"},"tags":["vip",7],"topic":"late parcel",
            "source":{"type":"sms","destination":"+15559990000"},"sms":{"from":"+15559990001"},
            "lastMessage":{"_id":"m1","rid":"r1","msg":"hi","ts":{"$date":4000},"token":"secret"}})"));
    QVERIFY(room);
    Room expected;
    expected.id = {u"r1"_s};
    expected.name = u"Rui"_s;
    expected.visitor = {{u"v1"_s}, u"1415"_s, {}, {}, Presence::Away};
    expected.source = Source::Sms;
    expected.ourNumber = u"+15559990001"_s;
    expected.department = {u"d1"_s};
    expected.servedBy = {u"u1"_s};
    expected.servedByName = u"agent1"_s;
    expected.isOpen = true;
    expected.isWaitingForAnswer = true;
    expected.tags = {u"vip"_s};
    expected.topic = u"late parcel"_s;
    expected.startedAt = moment(1000);
    expected.queuedAt = moment(2000);
    expected.lastMessageAt = moment(4000);
    expected.updatedAt = moment(5000);
    Message last;
    last.id = {u"m1"_s};
    last.room = {u"r1"_s};
    last.text = u"hi"_s;
    last.at = last.updatedAt = moment(4000);
    expected.lastMessage = last;
    QCOMPARE(*room, expected);
}

void RoomCodecTest::aRoomWithoutOpenIsClosed()
{
    const Result<Room> room = decodeRoom(parsed(
        R"({"_id":"r1","closedAt":"2026-11-23T21:13:28.441Z","closedBy":{"username":"agent2"},"source":{"destination":"+1"},"lastMessage":{}})"));
    QVERIFY(room);
    QVERIFY(!room->isOpen);
    QVERIFY(!room->lastMessage);
    QCOMPARE(room->closedAt, QDateTime(QDate(2026, 11, 23), QTime(21, 13, 28, 441), Qt::UTC));
    QCOMPARE(room->closedBy, u"agent2"_s);
    QCOMPARE(room->ourNumber, u"+1"_s);
    QVERIFY(!decodeRoom(parsed(R"({"_id":"r1","open":["wrong"]})"))); // closed would be a guess
}

void RoomCodecTest::recognisesTheChannel_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<Source>("source");
    QTest::newRow("3.11.6 has only sms") << QByteArray(R"({"_id":"r","sms":{"from":"+1"}})") << Source::Sms;
    QTest::newRow("source") << QByteArray(R"({"_id":"r","source":{"type":"sms"}})") << Source::Sms;
    QTest::newRow("widget") << QByteArray(R"({"_id":"r","source":{"type":"widget"}})") << Source::Widget;
    QTest::newRow("e-mail") << QByteArray(R"({"_id":"r","source":{"type":"email"}})") << Source::Email;
    QTest::newRow("app") << QByteArray(R"({"_id":"r","source":{"type":"app"}})") << Source::App;
    QTest::newRow("api") << QByteArray(R"({"_id":"r","source":{"type":"api"}})") << Source::Api;
    QTest::newRow("unknown") << QByteArray(R"({"_id":"r","source":{"type":"pigeon"}})") << Source::Other;
    QTest::newRow("neither") << QByteArray(R"({"_id":"r","sms":true,"source":"sms"})") << Source::Other;
}

void RoomCodecTest::recognisesTheChannel()
{
    QFETCH(QByteArray, json);
    QTEST(decodeRoom(parsed(json.constData()))->source, "source");
}

void RoomCodecTest::readsASubscription()
{
    const Result<Subscription> subscription = decodeSubscription(parsed(
        R"({"_id":"s1","t":"l","rid":"r1","name":"1415","fname":"Rui","open":true,"alert":true,"unread":2,"onHold":true,"department":"d1",
            "ls":{"$date":3000},"_updatedAt":{"$date":5000},"u":{"_id":"u1"},"v":{"_id":"v1","status":"online"}})"));
    QVERIFY(subscription);
    Subscription expected;
    expected.id = {u"s1"_s};
    expected.room = {u"r1"_s};
    expected.name = u"Rui"_s;
    expected.visitor = {{u"v1"_s}, {}, {}, {}, Presence::Online};
    expected.department = {u"d1"_s};
    expected.unread = 2;
    expected.hasAlert = true;
    expected.isOnHold = true;
    expected.lastSeenAt = moment(3000);
    expected.updatedAt = moment(5000);
    QCOMPARE(*subscription, expected);
    QCOMPARE(decodeSubscription(parsed(R"({"_id":"s1","rid":"r1","unread":-4})"))->unread, 0);
}

void RoomCodecTest::readsAQueueEntry()
{
    const Result<InquiryEvent> event = decodeInquiryEvent(parsed(
        R"({"type":"changed","_id":"i1","rid":"r1","name":"1415","ts":{"$date":1000},"department":"d1","message":"","status":"queued","t":"l","queuedAt":{"$date":2000},
            "v":{"_id":"v1"},"source":{"type":"sms","destination":"+1555"},"defaultAgent":{"agentId":"u9","username":"bea"},"_updatedAt":{"$date":5000},
            "lastMessage":{"_id":"m1","rid":"r1","msg":"hi","ts":{"$date":1000}}})"));
    QVERIFY(event);
    QVERIFY(!event->isRemoval);
    const Inquiry &inquiry = event->inquiry;
    QCOMPARE(inquiry.id, InquiryId{u"i1"_s});
    QCOMPARE(inquiry.room, RoomId{u"r1"_s});
    QCOMPARE(inquiry.status, Inquiry::Status::Queued);
    QCOMPARE(inquiry.source, std::optional(Source::Sms));
    QCOMPARE(inquiry.ourNumber, u"+1555"_s);
    QCOMPARE(inquiry.department, DepartmentId{u"d1"_s});
    QCOMPARE(inquiry.defaultAgent, AgentId{u"u9"_s});
    QCOMPARE(inquiry.lastMessage->text, u"hi"_s);
    QCOMPARE(inquiry.queuedAt, moment(2000));
    QCOMPARE(inquiry.updatedAt, moment(5000));
    QVERIFY(!decodeInquiry(parsed(R"({"_id":"i1","rid":"r1"})"))->source); // 3.11.6
}

void RoomCodecTest::readsTheStatus_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<Inquiry::Status>("expected");
    QTest::newRow("queued") << u"queued"_s << Inquiry::Status::Queued;
    QTest::newRow("taken") << u"taken"_s << Inquiry::Status::Taken;
    QTest::newRow("ready") << u"ready"_s << Inquiry::Status::Ready;
    QTest::newRow("verifying") << u"verifying"_s << Inquiry::Status::Other;
    QTest::newRow("new") << u"from-the-future"_s << Inquiry::Status::Other;
}

void RoomCodecTest::readsTheStatus()
{
    QFETCH(QString, status);
    QTEST(decodeInquiry({{u"_id"_s, u"i1"_s}, {u"rid"_s, u"r1"_s}, {u"status"_s, status}})->status, "expected");
}

void RoomCodecTest::aRemovalNeedsNoMoreThanItsId()
{
    const Result<InquiryEvent> removal = decodeInquiryEvent(parsed(R"({"type":"removed","_id":"i1"})"));
    QVERIFY(removal);
    QVERIFY(removal->isRemoval);
    QCOMPARE(removal->inquiry.id, InquiryId{u"i1"_s});
    QVERIFY(!decodeInquiryEvent(parsed(R"({"type":"changed","_id":"i1"})")));
    QVERIFY(!decodeInquiryEvent(parsed(R"({"type":"removed"})")));
}

void RoomCodecTest::namesWhatIsMissing()
{
    QCOMPARE(decodeRoom({}).error().detail, u"room._id is missing"_s);
    QCOMPARE(decodeSubscription({{u"_id"_s, u"s"_s}}).error().detail, u"subscription.rid is missing"_s);
    QCOMPARE(decodeInquiry({{u"rid"_s, u"r"_s}}).error().detail, u"inquiry._id is missing"_s);
}

void RoomCodecTest::readsPhonesInBothForms_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("phone");
    QTest::newRow("text") << QByteArray(R"({"phone":"+1415"})") << u"+1415"_s;
    QTest::newRow("list") << QByteArray(R"({"phone":[{"phoneNumber":"+1415"},{"phoneNumber":"+2"}]})") << u"+1415"_s;
    QTest::newRow("null") << QByteArray(R"({"phone":null})") << QString();
    QTest::newRow("odd list") << QByteArray(R"({"phone":["+1415"]})") << QString();
}

void RoomCodecTest::readsPhonesInBothForms()
{
    QFETCH(QByteArray, json);
    QTEST(decodeVisitorFacts(parsed(json.constData())).phone, "phone");
}

void RoomCodecTest::knowsOnlyTheFourPresences()
{
    QCOMPARE(presenceNamed(u"busy"_s), std::optional(Presence::Busy));
    QCOMPARE(presenceNamed(u"offline"_s), std::optional(Presence::Offline));
    QCOMPARE(presenceNamed(u"Online"_s), std::nullopt);
    QCOMPARE(presenceNamed({}), std::nullopt);
}

QTEST_APPLESS_MAIN(RoomCodecTest)
#include "tst_roomcodec.moc"
