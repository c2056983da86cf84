#include "filelock.h"
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

class OutboxTest : public OutboxBench
{
    Q_OBJECT
private Q_SLOTS:
    void showsWritesAndSends();
    void refusesWhatMustNotLeave();
    void survivesEveryFault_data();
    void survivesEveryFault();
    void obeysTheRateLimit();
    void waitsForSignIn();
    void failsWithTheServersWords_data();
    void failsWithTheServersWords();
    void failedOnesCanBeTriedTakenBackOrDiscarded();
    void keepsOrderWithinARoom();
    void roomsDoNotWaitForEachOther();
    void blockedRoomsSendNothing();
    void askedBeforeABlockedMessageIsCalledUnsent();
    void continuesAfterARestart();
    void diskErrorKeepsTheTextWithTheCaller();
    void diskErrorAfterSendingCostsNothing();
};

void OutboxTest::showsWritesAndSends()
{
    start(u":memory:"_s);
    QVERIFY(m_station->safe.putDraft(room, u"hello"_s));
    QSignalSpy waiting(&m_station->outbox, &Outbox::waitingChanged);
    const Result<MessageId> id = m_station->outbox.send(room, u"hello"_s);
    QVERIFY(id);
    QCOMPARE(m_seen, (QStringList{u"hello: waiting"_s, u"hello: sending"_s})); // in the same turn
    QCOMPARE(m_station->safe.outgoing()->size(), 1);
    QVERIFY(m_station->safe.drafts()->isEmpty());
    QTRY_COMPARE(m_seen.last(), u"hello: saved"_s);
    QCOMPARE(m_office->sent, QStringList{u"r1: hello"_s});
    QCOMPARE(m_office->attempts, QStringList{id->value});
    QVERIFY(m_station->safe.outgoing()->isEmpty());
    QCOMPARE(m_station->outbox.waiting(), 0);
    QCOMPARE(waiting.size(), 2);
    QCOMPARE(m_office->questions, 0);
}

void OutboxTest::refusesWhatMustNotLeave()
{
    Outbox &outbox = m_station->outbox;
    QCOMPARE(outbox.send(room, u" \n\t "_s).error().code, u"blank"_s);
    QCOMPARE(outbox.send(room, QString(1601, u'a')).error().code, u"too-long"_s);
    outbox.setBlocked(room, true);
    QCOMPARE(outbox.send(room, u"hello"_s).error().code, u"closed"_s);
    QVERIFY(m_station->safe.outgoing()->isEmpty());
    outbox.setBlocked(room, false);
    QVERIFY(outbox.send(room, QString(1600, u'a')));
}

void OutboxTest::survivesEveryFault_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("questions"); // at least
    QTest::newRow("lost answer") << int(Fault::LostAnswer) << 1;
    QTest::newRow("connection cut") << int(Fault::Cut) << 0;
    QTest::newRow("server down") << int(Fault::Down) << 1;
    QTest::newRow("captive portal") << int(Fault::Portal) << 1;
}

void OutboxTest::survivesEveryFault()
{
    QFETCH(int, fault);
    QFETCH(int, questions);
    m_office->faults.append(static_cast<Fault>(fault));
    QVERIFY(m_station->outbox.send(room, u"hello"_s));
    QVERIFY(pass([this] { return m_station->outbox.waiting() == 0; }));
    QCOMPARE(m_seen.last(), u"hello: saved"_s);
    QCOMPARE(m_office->sent, QStringList{u"r1: hello"_s});
    QCOMPARE(QSet<QString>(m_office->attempts.cbegin(), m_office->attempts.cend()).size(),
             1); // the same id on every try
    QVERIFY(m_office->questions >= questions);
}

void OutboxTest::obeysTheRateLimit()
{
    m_office->faults.append(Fault::TooMany);
    QVERIFY(m_station->outbox.send(room, u"hello"_s));
    QTRY_COMPARE(m_seen.last(), u"hello: waiting"_s);
    m_clock.advance(4s);
    QCOMPARE(states(), QStringList{u"hello: waiting"_s});
    QCOMPARE(m_office->attempts.size(), 1);
    QVERIFY(pass([this] { return m_station->outbox.waiting() == 0; }));
    QCOMPARE(m_office->attempts.size(), 2);
    QCOMPARE(m_office->sent.size(), 1);
}

void OutboxTest::waitsForSignIn()
{
    m_office->faults.append(Fault::Expired);
    QVERIFY(m_station->outbox.send(room, u"hello"_s));
    QTRY_COMPARE(m_seen.last(), u"hello: waiting"_s);
    m_clock.advance(10min);
    QCOMPARE(states(), QStringList{u"hello: waiting"_s});
    m_station->outbox.setOnline(true);
    QTRY_COMPARE(m_station->outbox.waiting(), 0);
    QCOMPARE(m_office->sent.size(), 1);
}

void OutboxTest::failsWithTheServersWords_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("reason");
    QTest::newRow("not allowed, with a notice before the answer")
        << int(Fault::NotAllowed) << u"Not allowed [error-not-allowed]"_s;
    QTest::newRow("restricted workspace") << int(Fault::NoLicence) << u"restricted-workspace"_s;
}

void OutboxTest::failsWithTheServersWords()
{
    QFETCH(int, fault);
    QFETCH(QString, reason);
    QSignalSpy failures(&m_station->outbox, &Outbox::failureChanged);
    m_office->faults.append(static_cast<Fault>(fault));
    QVERIFY(m_station->outbox.send(room, u"hello"_s));
    QTRY_COMPARE(states(), QStringList{u"hello: failed (%1)"_s.arg(reason)});
    QVERIFY(m_station->outbox.hasFailure(room));
    QCOMPARE(failures.size(), 1);
    QVERIFY(m_station->outbox.send(room, u"next"_s)); // nobody waits behind a failed one
    QTRY_COMPARE(m_office->sent, QStringList{u"r1: next"_s});
    QTRY_COMPARE(m_station->outbox.waiting(), 0); // and was told so
    start();
    QCOMPARE(states(), QStringList{u"hello: failed (%1)"_s.arg(reason)});
    QCOMPARE(m_office->sent.size(), 1);
}

void OutboxTest::failedOnesCanBeTriedTakenBackOrDiscarded()
{
    Outbox &outbox = m_station->outbox;
    QList<MessageId> ids;
    for (const QString &text : {u"one"_s, u"two"_s, u"three"_s}) {
        m_office->faults.append(Fault::NoLicence);
        ids.append(*outbox.send(room, text));
        QVERIFY(pass([&outbox] { return outbox.waiting() == 0; }));
    }
    QVERIFY(outbox.discard(ids.at(0)));
    QVERIFY(m_station->safe.putDraft(room, u"being typed"_s));
    QCOMPARE(*outbox.takeBack(ids.at(1)), u"two"_s);
    QCOMPARE(m_station->safe.drafts()->value(room), u"two\nbeing typed"_s); // safe before it left the outbox
    outbox.retry(ids.at(2));
    QVERIFY(pass([&outbox] { return outbox.waiting() == 0; }));
    QCOMPARE(m_office->sent, QStringList{u"r1: three"_s});
    QCOMPARE(m_office->attempts.last(), ids.at(2).value);
    QVERIFY(states().isEmpty());
    QVERIFY(!outbox.hasFailure(room));
    QVERIFY(m_station->safe.outgoing()->isEmpty());
    QCOMPARE(outbox.discard(ids.at(0)).error().kind, Error::Kind::NotFound);
}

void OutboxTest::keepsOrderWithinARoom()
{
    m_office->faults = {Fault::Down, Fault::LostAnswer, Fault::None, Fault::Cut};
    QStringList expected;
    for (int index = 0; index < 6; ++index) {
        QVERIFY(m_station->outbox.send(room, QString::number(index)));
        expected.append(u"r1: %1"_s.arg(index));
    }
    const QList<Message> rows = m_station->outbox.messagesOf(room);
    for (qsizetype index = 1; index < rows.size(); ++index) {
        QVERIFY(rows.at(index - 1).at
                < rows.at(index).at); // so that they stand in the order of writing, though written in one moment
    }
    QVERIFY(pass([this] { return m_station->outbox.waiting() == 0; }));
    QCOMPARE(m_office->sent, expected);
}

void OutboxTest::roomsDoNotWaitForEachOther()
{
    m_office->isHolding = true;
    QVERIFY(m_station->outbox.send(room, u"a1"_s));
    QVERIFY(m_station->outbox.send(room, u"a2"_s));
    QVERIFY(m_station->outbox.send(otherRoom, u"b1"_s));
    QTRY_COMPARE(m_office->underWay, 2); // one of each room
    QCOMPARE(states(), (QStringList{u"a1: sending"_s, u"a2: waiting"_s}));
    QCOMPARE(m_station->outbox.discard(m_station->outbox.messagesOf(room).constFirst().id).error().code, u"sending"_s);
    m_office->letGo();
    QVERIFY(pass([this] { return m_station->outbox.waiting() == 0; }));
    QCOMPARE(m_office->sent.size(), 3);
}

void OutboxTest::blockedRoomsSendNothing()
{
    m_station->outbox.setOnline(false);
    const MessageId id = *m_station->outbox.send(room, u"hello"_s);
    m_station->outbox.setBlocked(room, true);
    QCOMPARE(states(), QStringList{u"hello: failed (closed)"_s});
    m_station->outbox.setOnline(true);
    m_station->outbox.retry(id);
    QCOMPARE(states(), QStringList{u"hello: failed (closed)"_s});
    m_station->outbox.setBlocked(room, false);
    QCOMPARE(states(), QStringList{u"hello: failed (closed)"_s}); // the agent decides
    m_station->outbox.retry(id);
    QTRY_COMPARE(m_office->sent, QStringList{u"r1: hello"_s});
}

void OutboxTest::askedBeforeABlockedMessageIsCalledUnsent()
{
    m_office->faults = {Fault::LostAnswer, Fault::Down};
    QVERIFY(m_station->outbox.send(room, u"arrived"_s));
    QVERIFY(m_station->outbox.send(otherRoom, u"did not"_s));
    QVERIFY(pass([this] { return m_office->attempts.size() == 2 && !m_station->outbox.messagesOf(room).isEmpty(); }));
    const qsizetype attempts = m_office->attempts.size();
    m_station->outbox.setBlocked(room, true);
    m_station->outbox.setBlocked(otherRoom, true);
    QVERIFY(pass([this] { return m_station->outbox.waiting() == 0; }));
    QVERIFY(states(room).isEmpty());
    QCOMPARE(states(otherRoom), QStringList{u"did not: failed (closed)"_s});
    QCOMPARE(m_office->sent, QStringList{u"r1: arrived"_s});
    QVERIFY(m_office->attempts.size() <= attempts + 1); // Qt itself repeats a request whose connection was cut
}

void OutboxTest::continuesAfterARestart()
{
    m_station->outbox.setOnline(false);
    QVERIFY(m_station->outbox.send(room, u"never tried"_s));
    start();
    QTRY_COMPARE(m_office->sent, QStringList{u"r1: never tried"_s});
    for (const Fault fault : {Fault::Silence, Fault::SilentlyStored}) {
        m_office->faults.append(fault);
        QVERIFY(m_station->outbox.send(room, u"in flight %1"_s.arg(int(fault))));
        const qsizetype before = m_office->attempts.size();
        QVERIFY(pass([this, before] { return m_office->attempts.size() > before; }));
        start();
        QVERIFY(pass([this] { return m_station->outbox.waiting() == 0; }));
    }
    QCOMPARE(m_office->sent,
             (QStringList{u"r1: never tried"_s, u"r1: in flight %1"_s.arg(int(Fault::Silence)),
                          u"r1: in flight %1"_s.arg(int(Fault::SilentlyStored))}));
    QVERIFY(m_station->safe.outgoing()->isEmpty());
}

void OutboxTest::diskErrorKeepsTheTextWithTheCaller()
{
    QVERIFY(m_station->safe.putDraft(room, u"hello"_s));
    {
        const FileLock lock(file());
        QVERIFY(lock.isHeld);
        const Result<MessageId> id = m_station->outbox.send(room, u"hello"_s);
        QVERIFY(!id);
        QCOMPARE(id.error().kind, Error::Kind::Storage);
    }
    QVERIFY(m_seen.isEmpty());
    QVERIFY(states().isEmpty());
    QCOMPARE(m_station->safe.drafts()->value(room), u"hello"_s);
    QVERIFY(m_office->attempts.isEmpty());
}

void OutboxTest::diskErrorAfterSendingCostsNothing()
{
    QSignalSpy failures(&m_station->outbox, &Outbox::storageFailed);
    m_office->isHolding = true;
    QVERIFY(m_station->outbox.send(room, u"hello"_s));
    QTRY_COMPARE(m_office->underWay, 1);
    {
        const FileLock lock(file());
        m_office->letGo();
        QTRY_COMPARE(m_seen.last(), u"hello: saved"_s);
        QVERIFY(!failures.isEmpty());
    }
    start(); // still in the journal, so the server is asked
    QVERIFY(pass([this] { return m_station->outbox.waiting() == 0; }));
    QCOMPARE(m_office->sent, QStringList{u"r1: hello"_s});
    QVERIFY(m_station->safe.outgoing()->isEmpty());
}

QTEST_GUILESS_MAIN(OutboxTest)
#include "tst_outbox.moc"
