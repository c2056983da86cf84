#include "filelock.h"
#include "outboxstation.h"
#include "postoffice.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Delivery = Message::Delivery;
using Fault = PostOffice::Fault;

namespace {

const RoomId room{u"r1"_s};
const RoomId otherRoom{u"r2"_s};

} // namespace

class OutboxTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
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
    void blockedRoomsSendNothing();
    void askedBeforeABlockedMessageIsCalledUnsent();
    void continuesAfterARestart();
    void diskErrorKeepsTheTextWithTheCaller();
    void diskErrorAfterSendingCostsNothing();

private:
    QString file() { return m_folder->filePath(u"safe.sqlite"_s); }
    void start(const QString &name = {});
    QStringList states(const RoomId &where = room) const;
    bool pass(const std::function<bool()> &isReached);
    Refusal notice(const QString &text) const
    {
        return {text, m_clock.monotonic(), m_clock.now()};
    } ///< Written and received now.

    ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PostOffice> m_office;
    std::unique_ptr<OutboxStation> m_station;
    QStringList m_seen; ///< "text: State" of every change, in order.
};

namespace {

QString stateWord(const Message &message)
{
    static const QHash<Delivery, QString> words{{Delivery::Saved, u"saved"_s},
                                                {Delivery::Waiting, u"waiting"_s},
                                                {Delivery::Sending, u"sending"_s},
                                                {Delivery::Refused, u"refused"_s},
                                                {Delivery::Failed, u"failed"_s}};
    const QString word = message.text + u": "_s + words.value(message.delivery);
    return message.reason.isEmpty() ? word : word + u" ("_s + message.reason + u')';
}

} // namespace

void OutboxTest::init()
{
    m_station.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_office = std::make_unique<PostOffice>([this] { return m_clock.now(); });
    QVERIFY(m_office->isListening);
    m_office->notice = [this](const QString &where, const QString &text) {
        (void)m_station->outbox.noteRefusal({where}, notice(text));
    };
    start();
}

void OutboxTest::start(const QString &name)
{
    m_station.reset();
    m_station = std::make_unique<OutboxStation>(name.isEmpty() ? file() : name, m_office->url(), m_clock);
    QVERIFY(m_station->isOpen);
    m_seen.clear();
    connect(&m_station->outbox, &Outbox::changed, this,
            [this](const Message &message) { m_seen.append(stateWord(message)); });
    m_station->outbox.setOnline(true);
}

QStringList OutboxTest::states(const RoomId &where) const
{
    QStringList all;
    const QList<Message> messages = m_station->outbox.messagesOf(where);
    for (const Message &message : messages) {
        all.append(stateWord(message));
    }
    return all;
}

/// Lets the sockets work and the clock run until something is so.
bool OutboxTest::pass(const std::function<bool()> &isReached)
{
    return QTest::qWaitFor([&] {
        m_clock.advance(100ms);
        return isReached();
    });
}

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

void OutboxTest::bindsARefusalToTheMessageInFlight()
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

void OutboxTest::bindsARefusalThatComesAfterTheAnswer()
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

void OutboxTest::aNoticeOfTheNextMessageMarksNoEarlierOne()
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

void OutboxTest::bindsARefusalToAMessageThatWaits()
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
void OutboxTest::bindsARefusalOfAMessageThatWasFound()
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

void OutboxTest::tellsTheRefusalsOfTwoMessagesApart_data()
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

void OutboxTest::tellsTheRefusalsOfTwoMessagesApart()
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

void OutboxTest::whatIsDoneAboutARefusedMessageEndsTheAlarm_data()
{
    QTest::addColumn<QString>("action");
    QTest::newRow("discarded") << u"discard"_s;
    QTest::newRow("sent again") << u"retry"_s;
    QTest::newRow("edited") << u"edit"_s;
}

/// It stands in the workspace, so the bubble stays marked; the conversation asks for nobody any more.
void OutboxTest::whatIsDoneAboutARefusedMessageEndsTheAlarm()
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

void OutboxTest::refusedIsNeverSentAgainByItself()
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
