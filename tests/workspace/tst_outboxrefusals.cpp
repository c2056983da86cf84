#include "outboxbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Fault = PostOffice::Fault;

namespace {

const RoomId room{u"r1"_s};
const RoomId otherRoom{u"r2"_s};

} // namespace

/// What the provider refuses after the server has taken it.
class OutboxRefusalsTest : public OutboxBench
{
    Q_OBJECT
private Q_SLOTS:
    void bindsARefusalToTheMessageInFlight();
    void bindsARefusalThatComesAfterTheAnswer();
    void aNoticeOfTheNextMessageMarksNoEarlierOne();
    void bindsARefusalToAMessageThatWaits();
    void bindsARefusalOfAMessageThatWasFound();
    void tellsTheRefusalsOfTwoMessagesApart_data();
    void tellsTheRefusalsOfTwoMessagesApart();
    void whatIsDoneAboutARefusedMessageEndsTheAlarm_data();
    void whatIsDoneAboutARefusedMessageEndsTheAlarm();
    void refusedIsNeverSentAgainByItself();
};

void OutboxRefusalsTest::bindsARefusalToTheMessageInFlight()
{
    const QString refused = u"hello: refused (The 'To' number is not a valid phone number.)"_s;
    m_office->faults.append(Fault::Refused);
    const MessageId id = *m_station->outbox.send(room, u"hello"_s);
    QVERIFY(pass([this] { return m_seen.size() >= 4; }));
    QCOMPARE(m_seen, (QStringList{u"hello: waiting"_s, u"hello: sending"_s, refused, refused}));
    QCOMPARE(m_station->outbox.waiting(), 0);
    QVERIFY(m_station->outbox.hasFailure(room));
    start();
    QCOMPARE(states(), QStringList{refused}); // the mark outlives the program
    QCOMPARE(*m_station->outbox.takeBack(id), u"hello"_s);
    QCOMPARE(states(), QStringList{refused});
    m_clock.advance(10s);
    QVERIFY(!m_station->outbox.noteRefusal(room, notice(u"about nothing"_s)));
    QVERIFY(!m_station->outbox.noteRefusal(otherRoom, notice(u"about nothing"_s)));
}

void OutboxRefusalsTest::bindsARefusalThatComesAfterTheAnswer()
{
    QVERIFY(m_station->outbox.send(room, u"one"_s));
    QVERIFY(m_station->outbox.send(room, u"two"_s));
    QTRY_COMPARE(m_seen.last(), u"one: saved"_s);
    QVERIFY(m_station->outbox.noteRefusal(room, notice(u"no such number"_s))); // the second has not started yet
    QCOMPARE(states(), (QStringList{u"two: waiting"_s, u"one: refused (no such number)"_s}));
    QVERIFY(pass([this] { return m_station->outbox.waiting() == 0; }));
    m_clock.advance(10s);
    QVERIFY(!m_station->outbox.noteRefusal(room, notice(u"too late"_s)));
    start();
    QCOMPARE(states(), QStringList{u"one: refused (no such number)"_s});
    QCOMPARE(m_office->sent.size(), 2);
}

void OutboxRefusalsTest::aNoticeOfTheNextMessageMarksNoEarlierOne()
{
    m_office->faults = {Fault::None, Fault::NoLicence};
    QVERIFY(m_station->outbox.send(room, u"one"_s));
    QVERIFY(m_station->outbox.send(room, u"two"_s));
    QVERIFY(pass([this] { return m_station->outbox.waiting() == 0; }));
    const QStringList failed{u"two: failed (restricted-workspace)"_s};
    QCOMPARE(states(), failed);
    QVERIFY(!m_station->outbox.noteRefusal(room, notice(u"restricted-workspace"_s))); // after its answer
    QCOMPARE(states(), failed);
}

void OutboxRefusalsTest::bindsARefusalToAMessageThatWaits()
{
    m_office->faults.append(Fault::Gateway);
    QVERIFY(m_station->outbox.send(room, u"hello"_s));
    QTRY_COMPARE(m_seen.last(), u"hello: waiting"_s); // the answer is lost, and nothing is under way
    m_clock.advance(1s);
    QVERIFY(m_station->outbox.noteRefusal(room, notice(u"no such number"_s)));
    QCOMPARE(states(), QStringList{u"hello: refused (no such number)"_s});
    QCOMPARE(m_station->outbox.waiting(), 0);
    m_clock.advance(10min);
    QVERIFY(m_station->outbox.send(otherRoom, u"something else"_s));
    QVERIFY(pass([this] { return m_station->outbox.waiting() == 0; }));
    QCOMPARE(m_office->attempts.size(), 2);
    QCOMPARE(states(), QStringList{u"hello: refused (no such number)"_s});
}

/// The question for the id is answered while the server still waits for the provider.
void OutboxRefusalsTest::bindsARefusalOfAMessageThatWasFound()
{
    m_office->faults.append(Fault::Gateway);
    QVERIFY(m_station->outbox.send(room, u"hello"_s));
    QVERIFY(pass([this] { return m_station->outbox.waiting() == 0; }));
    QCOMPARE(m_seen.last(), u"hello: saved"_s);
    m_clock.advance(20s);
    QVERIFY(m_station->outbox.noteRefusal(room, notice(u"timeout of 30000ms exceeded"_s)));
    QCOMPARE(states(), QStringList{u"hello: refused (timeout of 30000ms exceeded)"_s});
    m_clock.advance(10min);
    QVERIFY(!m_station->outbox.noteRefusal(room, notice(u"about nothing"_s)));
}

void OutboxRefusalsTest::tellsTheRefusalsOfTwoMessagesApart_data()
{
    QTest::addColumn<bool>("isReceivedEarly"); // before the second one left; worked off while it is under way
    QTest::addColumn<bool>("isDated");
    QTest::addColumn<bool>("isWrittenEarly");
    QTest::addColumn<QString>("refused");
    QTest::newRow("worked off late") << true << true << true << u"one"_s;
    QTest::newRow("worked off late, without a date") << true << false << false << u"one"_s;
    QTest::newRow("received late") << false << true << true << u"one"_s;
    QTest::newRow("of the second") << false << true << false << u"two"_s;
    QTest::newRow("of the second, without a date") << false << false << false << u"two"_s;
}

void OutboxRefusalsTest::tellsTheRefusalsOfTwoMessagesApart()
{
    QFETCH(bool, isReceivedEarly);
    QFETCH(bool, isDated);
    QFETCH(bool, isWrittenEarly);
    QFETCH(QString, refused);
    QVERIFY(m_station->outbox.send(room, u"one"_s));
    QVERIFY(m_station->outbox.send(room, u"two"_s));
    QTRY_COMPARE(m_seen.last(), u"one: saved"_s);
    const Refusal early = notice(u"no"_s);
    m_office->isHolding = true;
    m_clock.advance(200ms);
    QTRY_COMPARE(m_office->underWay, 1);
    const Refusal late = notice(u"no"_s);
    const QDateTime writtenAt = isWrittenEarly ? early.writtenAt : late.writtenAt;
    QVERIFY(m_station->outbox.noteRefusal(
        room, {u"no"_s, (isReceivedEarly ? early : late).arrivedAt, isDated ? writtenAt : QDateTime()}));
    m_office->letGo();
    QTRY_COMPARE(m_seen.filter(u"two: saved"_s).size() + (refused == u"two"_s ? 1 : 0), 1);
    QTRY_COMPARE(states(), QStringList{refused + u": refused (no)"_s});
    start();
    QCOMPARE(states(), QStringList{refused + u": refused (no)"_s});
    QCOMPARE(m_office->sent.size(), 2);
}

void OutboxRefusalsTest::whatIsDoneAboutARefusedMessageEndsTheAlarm_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("discarded") << u"discard"_s;
    QTest::newRow("sent again") << u"retry"_s;
    QTest::newRow("edited") << u"edit"_s;
}

/// It stands in the workspace, so the bubble stays marked; the conversation asks for nobody any more.
void OutboxRefusalsTest::whatIsDoneAboutARefusedMessageEndsTheAlarm()
{
    QFETCH(QString, action);
    const QString refused = u"hello: refused (The 'To' number is not a valid phone number.)"_s;
    m_office->faults.append(Fault::Refused);
    const MessageId id = *m_station->outbox.send(room, u"hello"_s);
    QTRY_COMPARE(m_seen.filter(refused).size(), 2);
    QVERIFY(m_station->outbox.hasFailure(room));
    QSignalSpy failures(&m_station->outbox, &Outbox::failureChanged);
    if (action == u"discard"_s) {
        QVERIFY(m_station->outbox.discard(id));
    } else if (action == u"retry"_s) {
        m_station->outbox.retry(id);
        m_station->outbox.retry(id); // pressed twice
    } else {
        QCOMPARE(*m_station->outbox.takeBack(id), u"hello"_s);
    }
    QVERIFY(m_station->outbox.messagesOf(room).first().isSettled || action == u"retry"_s);
    QVERIFY(!m_station->outbox.hasFailure(room));
    QCOMPARE(failures.size(), 1);
    QVERIFY(pass([this] { return m_station->outbox.waiting() == 0; }));
    QCOMPARE(m_office->sent.size(), action == u"retry"_s ? 2 : 1);
    start();
    QCOMPARE(states(), QStringList{refused});
    QVERIFY(!m_station->outbox.hasFailure(room));
    QVERIFY(!m_station->outbox.hasUnsent(room));
}

void OutboxRefusalsTest::refusedIsNeverSentAgainByItself()
{
    m_office->faults.append(Fault::LostAnswer);
    m_office->isHolding = true;
    const MessageId id = *m_station->outbox.send(room, u"hello"_s);
    QTRY_COMPARE(m_office->underWay, 1);
    QVERIFY(m_station->outbox.noteRefusal(room, notice(u"no such number"_s)));
    m_office->letGo();
    QVERIFY(pass([this] { return m_office->sent.size() == 1; }));
    start();
    m_station->outbox.setOnline(false);
    m_station->outbox.setOnline(true);
    QVERIFY(m_station->outbox.send(otherRoom, u"something else"_s));
    QVERIFY(pass([this] { return m_station->outbox.waiting() == 0; }));
    QCOMPARE(m_office->sent, (QStringList{u"r1: hello"_s, u"r2: something else"_s}));
    m_station->outbox.retry(id); // only when somebody says so, and then as a new message
    QVERIFY(pass([this] { return m_station->outbox.waiting() == 0; }));
    QCOMPARE(m_office->sent.last(), u"r1: hello"_s);
    QVERIFY(m_office->attempts.last() != id.value);
    QCOMPARE(states(), QStringList{u"hello: refused (no such number)"_s});
}

QTEST_GUILESS_MAIN(OutboxRefusalsTest)
#include "tst_outboxrefusals.moc"
