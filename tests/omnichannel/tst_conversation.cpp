#include "app/omnichannel/conversation.h"
#include "app/omnichannel/ordering.h"

#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

namespace {

const RoomId roomId{u"r1"_s};
const AgentId me{u"me"_s};

QDateTime at(int minute)
{
    return QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC).addSecs(60 * minute);
}

Room room(const QString &servedBy, int updated)
{
    Room made{.id = roomId, .servedBy = {servedBy}, .isOpen = true, .updatedAt = at(updated)};
    made.visitor = {.id = {u"v1"_s}, .username = u"14155550101"_s, .presence = Presence::Online};
    made.source = Source::Sms;
    return made;
}

Inquiry inquiry(Inquiry::Status status, int updated)
{
    return {.id = {u"q1"_s}, .room = roomId, .status = status, .queuedAt = at(1), .updatedAt = at(updated)};
}

Subscription subscription(int updated)
{
    return {.id = {u"s1"_s}, .room = roomId, .updatedAt = at(updated)};
}

} // namespace

Q_DECLARE_METATYPE(greenline::ConversationFacts)
Q_DECLARE_METATYPE(greenline::Stage)

class ConversationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void servedByDecides_data();
    void servedByDecides();
    void unreadIsWhatEitherSaysOfIt();
    void namesTheCustomer_data();
    void namesTheCustomer();
    void tellsSmsOfOldServersByTheVisitorsName();
    void lastWordDecidesWhetherAnAnswerIsDue();
    void previewIsOneShortLine();
    void listPutsWhoWaitsLongestOnTop();
    void timelinePutsUnsentLast();
};

void ConversationTest::servedByDecides_data()
{
    using Status = Inquiry::Status;
    QTest::addColumn<ConversationFacts>("facts");
    QTest::addColumn<Stage>("stage");
    Room closed = room(u"me"_s, 5);
    closed.isOpen = false;
    Room held = room(u"me"_s, 5);
    held.isOnHold = true;
    QTest::newRow("nothing known") << ConversationFacts{} << Stage::Elsewhere;
    QTest::newRow("queued") << ConversationFacts{.inquiry = inquiry(Status::Queued, 1)} << Stage::Queue;
    QTest::newRow("taken, as changed says it")
        << ConversationFacts{.inquiry = inquiry(Status::Taken, 1)} << Stage::Elsewhere;
    QTest::newRow("added as ready") << ConversationFacts{.inquiry = inquiry(Status::Ready, 1)} << Stage::Elsewhere;
    QTest::newRow("subscription alone") << ConversationFacts{.subscription = subscription(2)} << Stage::Mine;
    QTest::newRow("served by me") << ConversationFacts{.room = room(u"me"_s, 2)} << Stage::Mine;
    QTest::newRow("on hold") << ConversationFacts{.room = held} << Stage::OnHold;
    QTest::newRow("two took it, the later one has it")
        << ConversationFacts{.room = room(u"ana"_s, 2), .subscription = subscription(3)} << Stage::Elsewhere;
    QTest::newRow("taken by another while our entry is old")
        << ConversationFacts{.room = room(u"ana"_s, 3), .inquiry = inquiry(Status::Queued, 1)} << Stage::Elsewhere;
    QTest::newRow("returned by another after we read the room")
        << ConversationFacts{.room = room(u"ana"_s, 3), .inquiry = inquiry(Status::Queued, 4)} << Stage::Queue;
    QTest::newRow("taken: the subscription is faster than the entry")
        << ConversationFacts{.subscription = subscription(2), .inquiry = inquiry(Status::Queued, 1)} << Stage::Mine;
    QTest::newRow("returned: the entry is faster than the removal")
        << ConversationFacts{.subscription = subscription(2), .inquiry = inquiry(Status::Queued, 3)} << Stage::Queue;
    QTest::newRow("closed, whoever served it")
        << ConversationFacts{.room = closed, .subscription = subscription(6), .inquiry = inquiry(Status::Queued, 7)}
        << Stage::Closed;
}

void ConversationTest::servedByDecides()
{
    QFETCH(ConversationFacts, facts);
    const Conversation row = joined(roomId, facts, me);
    QTEST(row.stage, "stage");
    QCOMPARE(row.inquiry.isEmpty(), row.stage != Stage::Queue);
}

void ConversationTest::unreadIsWhatEitherSaysOfIt()
{
    Subscription mine = subscription(2);
    QCOMPARE(joined(roomId, {.subscription = mine}, me).unread, 0);
    mine.hasAlert = true; // 3.11 leaves unread at 0
    QCOMPARE(joined(roomId, {.subscription = mine}, me).unread, 1);
    mine.unread = 3;
    QCOMPARE(joined(roomId, {.subscription = mine}, me).unread, 3);
}

void ConversationTest::namesTheCustomer_data()
{
    QTest::addColumn<QString>("roomName");
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("shown");
    QTest::newRow("only digits") << u"14155552671"_s << u"14155552671"_s << QString() << QString() << u"14155552671"_s
                                 << u"+1 415-555-2671"_s;
    QTest::newRow("a newer room with its phone") << u"14155552671"_s << u"14155552671-2"_s << u"+14155552671"_s
                                                 << QString() << u"+14155552671"_s << u"+1 415-555-2671"_s;
    QTest::newRow("a name was given") << u"Ana Souza"_s << u"14155552671"_s << QString() << u"Ana Souza"_s
                                      << u"14155552671"_s << u"Ana Souza"_s;
    QTest::newRow("widget visitor") << u"guest-12"_s << u"guest-12"_s << QString() << u"guest-12"_s << QString()
                                    << u"guest-12"_s;
}

void ConversationTest::namesTheCustomer()
{
    QFETCH(QString, roomName);
    QFETCH(QString, username);
    QFETCH(QString, phone);
    Room named = room(u"me"_s, 2);
    named.name = roomName;
    named.visitor.username = username;
    named.visitor.phone = phone;
    const Conversation row = joined(roomId, {.room = named}, me);
    QTEST(row.customerName, "name");
    QTEST(row.customerNumber, "number");
    QTEST(shownName(row), "shown");
}

void ConversationTest::tellsSmsOfOldServersByTheVisitorsName()
{
    Inquiry entry = inquiry(Inquiry::Status::Queued, 1);
    entry.visitor.username = u"14155550101"_s;
    QCOMPARE(joined(roomId, {.inquiry = entry}, me).source, Source::Sms);
    entry.visitor.username = u"guest-3"_s;
    QCOMPARE(joined(roomId, {.inquiry = entry}, me).source, Source::Other);
    entry.source = Source::Widget;
    QCOMPARE(joined(roomId, {.inquiry = entry}, me).source, Source::Widget);
}

void ConversationTest::lastWordDecidesWhetherAnAnswerIsDue()
{
    Room served = room(u"me"_s, 2);
    served.isWaitingForAnswer = true; // some versions never take it back, others never set it again
    served.lastMessage = Message{.author = Message::Author::Agent, .text = u"Hello"_s, .at = at(3)};
    Conversation row = joined(roomId, {.room = served}, me);
    QVERIFY(!row.needsAnswer);
    QVERIFY(row.isPreviewOurs);
    served.isWaitingForAnswer = false;
    served.lastMessage = Message{.author = Message::Author::Customer, .text = u"And now?"_s, .at = at(4)};
    row = joined(roomId, {.room = served}, me);
    QVERIFY(row.needsAnswer);
    QCOMPARE(row.waitingSince, at(4));
    QCOMPARE(row.preview, u"And now?"_s);
}

void ConversationTest::previewIsOneShortLine()
{
    Room served = room(u"me"_s, 2);
    served.lastMessage = Message{.text = u"one\n\ntwo\t<b>three</b>"_s};
    QCOMPARE(joined(roomId, {.room = served}, me).preview, u"one two <b>three</b>"_s);
    served.lastMessage = Message{.text = QString(299, u'a') + QString(1'000'000, u'x').prepend(u"😀"_s)};
    QCOMPARE(joined(roomId, {.room = served}, me).preview, QString(299, u'a'));
    served.lastMessage = Message{.attachments = {Attachment{.title = u"photo.jpg"_s}}};
    QCOMPARE(joined(roomId, {.room = served}, me).preview, u"photo.jpg"_s);
}

void ConversationTest::listPutsWhoWaitsLongestOnTop()
{
    QList<Conversation> list{
        {.id = {u"queued early"_s}, .stage = Stage::Queue, .waitingSince = at(1)},
        {.id = {u"queued late"_s}, .stage = Stage::Queue, .waitingSince = at(2)},
        {.id = {u"asked early"_s},
         .stage = Stage::Mine,
         .needsAnswer = true,
         .waitingSince = at(1),
         .lastMessageAt = at(9)},
        {.id = {u"asked late"_s},
         .stage = Stage::Mine,
         .needsAnswer = true,
         .waitingSince = at(5),
         .lastMessageAt = at(5)},
        {.id = {u"answered now"_s}, .stage = Stage::Mine, .lastMessageAt = at(8)},
        {.id = {u"answered before"_s}, .stage = Stage::Mine, .lastMessageAt = at(7)},
        {.id = {u"held"_s}, .stage = Stage::OnHold, .lastMessageAt = at(9)},
        {.id = {u"same time a"_s}, .stage = Stage::Closed, .closedAt = at(3)},
        {.id = {u"same time b"_s}, .stage = Stage::Closed, .closedAt = at(3)},
    };
    const QList<Conversation> expected = list;
    std::reverse(list.begin(), list.end());
    std::sort(list.begin(), list.end(), isListedBefore);
    QCOMPARE(list, expected);
}

void ConversationTest::timelinePutsUnsentLast()
{
    using Delivery = Message::Delivery;
    const Message saved{.id = {u"b"_s}, .at = at(5)};
    const Message twin{.id = {u"c"_s}, .at = at(5)};
    const Message refused{.id = {u"a"_s}, .at = at(4), .delivery = Delivery::Refused};
    const Message waiting{.id = {u"z"_s}, .at = at(1), .delivery = Delivery::Waiting};
    const Message failed{.id = {u"y"_s}, .at = at(2), .delivery = Delivery::Failed};
    QList<Message> timeline{failed, waiting, twin, saved, refused};
    std::sort(timeline.begin(), timeline.end(), isWrittenBefore);
    QCOMPARE(timeline, (QList<Message>{refused, saved, twin, waiting, failed}));
}

QTEST_GUILESS_MAIN(ConversationTest)
#include "tst_conversation.moc"
