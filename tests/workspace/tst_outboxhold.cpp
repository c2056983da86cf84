#include "outboxstation.h"
#include "postoffice.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;

namespace {

const RoomId room{u"room"_s};

} // namespace

class OutboxHoldTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leavesAfterTheHold();
    void isCalledBack();
    void isADraftAfterACrash();
    void isNotOvertaken();
    void doesNotLeaveAClosedConversation();
};

/// An outbox that holds for five seconds, and the office it posts to.
struct HeldPost {
    HeldPost()
        : office([this] { return clock.now(); })
        , station(std::make_unique<OutboxStation>(folder.filePath(u"safe"_s), office.url(), clock))
    {
        station->outbox.setHold(5s);
        station->outbox.setOnline(true);
    }
    ManualClock clock;
    QTemporaryDir folder;
    PostOffice office;
    std::unique_ptr<OutboxStation> station;
};

void OutboxHoldTest::leavesAfterTheHold()
{
    HeldPost post;
    Outbox &outbox = post.station->outbox;
    QSignalSpy held(&outbox, &Outbox::held);
    QVERIFY(outbox.send(room, u"Hello"_s).isOk());
    QCOMPARE(held.size(), 1);
    QCOMPARE(outbox.waiting(), 1);
    QCOMPARE(outbox.messagesOf(room).first().delivery, Message::Delivery::Waiting);
    post.clock.advance(4'999ms);
    QCOMPARE(outbox.messagesOf(room).first().delivery, Message::Delivery::Waiting);
    post.clock.advance(1ms);
    QCOMPARE(outbox.messagesOf(room).first().delivery, Message::Delivery::Sending);
    QTRY_COMPARE(post.office.sent, QStringList{u"room: Hello"_s});
}

void OutboxHoldTest::isCalledBack()
{
    HeldPost post;
    Outbox &outbox = post.station->outbox;
    const Result<MessageId> sent = outbox.send(room, u"Hello"_s);
    const Result<QString> text = outbox.takeBack(*sent);
    QVERIFY(text.isOk());
    QCOMPARE(*text, u"Hello"_s);
    QCOMPARE(post.station->safe.drafts()->value(room), u"Hello"_s);
    QVERIFY(outbox.messagesOf(room).isEmpty());
    post.clock.advance(60s);
    QVERIFY(post.station->safe.outgoing()->isEmpty());
    QCOMPARE(post.office.attempts, QStringList());
}

void OutboxHoldTest::isADraftAfterACrash()
{
    HeldPost post;
    QVERIFY(post.station->outbox.send(room, u"Hello"_s).isOk());
    QVERIFY(post.station->outbox.send(room, u"again"_s).isOk());
    QVERIFY(post.station->safe.putDraft(room, u"and more"_s).isOk());
    post.station.reset();
    OutboxStation again(post.folder.filePath(u"safe"_s), post.office.url(), post.clock);
    QVERIFY(again.isOpen);
    again.outbox.setOnline(true);
    QCOMPARE(again.outbox.waiting(), 0);
    QCOMPARE(again.safe.drafts()->value(room), u"Hello\nagain\nand more"_s);
    QVERIFY(again.safe.outgoing()->isEmpty());
}

void OutboxHoldTest::isNotOvertaken()
{
    HeldPost post;
    Outbox &outbox = post.station->outbox;
    QVERIFY(outbox.send(room, u"First"_s).isOk());
    outbox.setHold(0s);
    QVERIFY(outbox.send(room, u"Second"_s).isOk());
    QCOMPARE(outbox.messagesOf(room).last().delivery, Message::Delivery::Waiting);
    post.clock.advance(5s);
    QTRY_COMPARE(post.office.sent.size(), 1);
    QTRY_COMPARE(outbox.messagesOf(room).size(), 1);
    post.clock.advance(1s); // between two messages
    const QStringList both{u"room: First"_s, u"room: Second"_s};
    QTRY_COMPARE(post.office.sent, both);
}

void OutboxHoldTest::doesNotLeaveAClosedConversation()
{
    HeldPost post;
    Outbox &outbox = post.station->outbox;
    QVERIFY(outbox.send(room, u"Hello"_s).isOk());
    outbox.setBlocked(room, true);
    QCOMPARE(outbox.messagesOf(room).first().delivery, Message::Delivery::Failed);
    post.clock.advance(60s);
    QCOMPARE(outbox.messagesOf(room).first().delivery, Message::Delivery::Failed);
    QCOMPARE(post.office.attempts, QStringList());
}

QTEST_GUILESS_MAIN(OutboxHoldTest)
#include "tst_outboxhold.moc"
