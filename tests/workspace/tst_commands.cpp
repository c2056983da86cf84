#include "console.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

using Verdict = TakeOutcome::Verdict;

/// What an agent does to conversations, and what others do to them at the same moment.
class CommandsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhoTookIt_data();
    void saysWhoTookIt();
    void theLaterOfTwoAtTheSameMomentServes();
    void saysWhenItIsGone();
    void doesNotTakeWhileUnavailable();
    void takesAgainAfterALostAnswer();
    void closingAsksForAComment();
    void closingAsksForATag();
    void closingOrdersTheTranscript_data();
    void closingOrdersTheTranscript();
    void closingWhatIsClosedIsDone();
    void closingWhatAnotherClosedSaysSo();
    void changesAvailability();
    void readingClearsUnread();
};

namespace {

const QString &customer()
{
    static const QString number = u"+12125550142"_s;
    return number;
}

/// A console that sees one queued conversation.
bool queueOne(Console &console)
{
    if (!console.signIn() || !console.start()) {
        return false;
    }
    console.text(customer(), u"hello"_s);
    return QTest::qWaitFor([&] { return console.only() && console.only()->stage == Stage::Queue; });
}

QJsonObject inquiryIn(Console &console)
{
    return console.workspace.state().documents.inquiries.all().value(0);
}

Result<TakeOutcome> take(Console &console, const RoomId &room)
{
    Awaited<TakeOutcome> taken;
    console.session->commands().take(room, taken.then(&console));
    return QTest::qWaitFor([&] { return taken.isHere(); }, 15'000) ? taken.result()
                                                                   : Error{Error::Kind::Timeout, u"never answered"_s};
}

Status close(Console &console, const RoomId &room, const CloseRequest &request)
{
    Awaited<Done> closed;
    console.session->commands().close(room, request, closed.then(&console));
    return QTest::qWaitFor([&] { return closed.isHere(); }, 15'000) ? closed.result()
                                                                    : Error{Error::Kind::Timeout, u"never answered"_s};
}

} // namespace

void CommandsTest::saysWhoTookIt_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"7.7"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void CommandsTest::saysWhoTookIt()
{
    QFETCH(QString, version);
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    Console console(options);
    QVERIFY(queueOne(console));
    const RoomId room = console.only()->id;
    console.workspace.faults().suppressQueueEvents = true; // the row still stands when we click
    QVERIFY(
        !console.workspace.state().desk.take(console.userId(u"tom"_s), inquiryIn(console).value("_id"_L1).toString()));
    const Result<TakeOutcome> outcome = take(console, room);
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().detail));
    QCOMPARE(outcome->verdict, Verdict::TakenByOther);
    QVERIFY2(outcome->byWhom.isEmpty() || outcome->byWhom == u"tom"_s, qPrintable(outcome->byWhom));
    QTRY_COMPARE(console.conversations().size(), 0);
}

/// Both are answered 200; servedBy is the later one's (seen on 7.7.1).
void CommandsTest::theLaterOfTwoAtTheSameMomentServes()
{
    Console console;
    QVERIFY(queueOne(console));
    const RoomId room = console.only()->id;
    practice::State &state = console.workspace.state();
    const QString inquiry = inquiryIn(console).value("_id"_L1).toString();
    bool hasTomTaken = false;
    connect(&state.streams, &practice::Streams::told, this, [&](const practice::StreamNotice &notice) {
        const bool isAnaIn = notice.event == console.userId(u"ana"_s) + u"/subscriptions-changed"_s;
        if (isAnaIn && !std::exchange(hasTomTaken, true)) {
            QMetaObject::invokeMethod(
                this,
                [&] {
                    console.workspace.faults().racingTakes = 1;
                    QVERIFY(!state.desk.take(console.userId(u"tom"_s), inquiry));
                },
                Qt::QueuedConnection);
        }
    });
    const Result<TakeOutcome> outcome = take(console, room);
    QVERIFY(hasTomTaken);
    QVERIFY(outcome);
    QCOMPARE(outcome->verdict, Verdict::TakenByOther);
    QTRY_VERIFY(!console.only() || console.only()->stage != Stage::Mine);
}

void CommandsTest::saysWhenItIsGone()
{
    Console console;
    QVERIFY(queueOne(console));
    const RoomId room = console.only()->id;
    practice::Documents &documents = console.workspace.state().documents;
    console.workspace.faults().suppressQueueEvents = true;
    documents.inquiries.remove(inquiryIn(console).value("_id"_L1).toString());
    documents.rooms.remove(room.value);
    const Result<TakeOutcome> outcome = take(console, room);
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().detail));
    QCOMPARE(outcome->verdict, Verdict::Gone);
    QCOMPARE(console.conversations().size(), 0);
    QCOMPARE(take(console, room).error().code, u"not-queued"_s);
}

void CommandsTest::doesNotTakeWhileUnavailable()
{
    Console console;
    QVERIFY(queueOne(console));
    console.workspace.state().presence.setAvailability(console.userId(u"ana"_s), false);
    const Result<TakeOutcome> outcome = take(console, console.only()->id);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, u"error-agent-status-service-offline"_s);
    QVERIFY(console.only());
    QCOMPARE(console.only()->stage, Stage::Queue);
}

void CommandsTest::takesAgainAfterALostAnswer()
{
    Console console;
    QVERIFY(queueOne(console));
    console.workspace.faults().dropRequests = 3; // Qt tries once more by itself
    const RoomId room = console.only()->id;
    const Result<TakeOutcome> first = take(console, room);
    QVERIFY(first || first.error().kind == Error::Kind::Network);
    console.workspace.faults().dropRequests = 0;
    if (!first) {
        QVERIFY(console.only());
        const Result<TakeOutcome> second = take(console, room);
        QVERIFY(second);
        QCOMPARE(second->verdict, Verdict::Mine);
    }
    QTRY_COMPARE(console.only()->stage, Stage::Mine);
}

void CommandsTest::closingAsksForAComment()
{
    Console console;
    QVERIFY(queueOne(console));
    const RoomId room = console.only()->id;
    QVERIFY(take(console, room));
    Awaited<CloseRules> rules;
    console.session->commands().closeRules(room, rules.then(&console));
    QTRY_VERIFY(rules.isHere());
    QVERIFY(rules.result() && rules.result()->needsComment && !rules.result()->needsTag);
    const Status blank = close(console, room, {u"  \n"_s, {}});
    QVERIFY(!blank);
    QCOMPARE(blank.error().code, u"comment-required"_s);
    QCOMPARE(console.workspace.state().documents.rooms.find(room.value).value("open"_L1).toBool(), true);
    QVERIFY(close(console, room, {u"done"_s, {u"billing"_s}}));
    const QJsonObject closed = console.workspace.state().documents.rooms.find(room.value);
    QVERIFY(!closed.contains("open"_L1));
    QVERIFY(closed.value("tags"_L1).toArray().contains(u"billing"_s));
}

void CommandsTest::closingAsksForATag()
{
    Console console;
    practice::Documents &documents = console.workspace.state().documents;
    const QString department = documents.departments.all().value(0).value("_id"_L1).toString();
    documents.departments.change(
        department, {{u"requestTagBeforeClosingChat"_s, true}, {u"chatClosingTags"_s, QJsonArray{u"done"_s}}});
    QVERIFY(queueOne(console));
    const RoomId room = console.only()->id;
    QVERIFY(take(console, room));
    QTRY_VERIFY(console.session->agent().department({department}));
    const Status bare = close(console, room, {u"done"_s, {}});
    QVERIFY(!bare);
    QCOMPARE(bare.error().code, u"tags-required"_s);
    Awaited<CloseRules> rules;
    console.session->commands().closeRules(room, rules.then(&console));
    QTRY_VERIFY(rules.isHere());
    QVERIFY(rules.result()->needsTag);
    QVERIFY(rules.result()->knownTags.contains(u"done"_s));
    QVERIFY(close(console, room, {u"done"_s, {u"done"_s}}));
}

void CommandsTest::closingOrdersTheTranscript_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"6.13"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void CommandsTest::closingOrdersTheTranscript()
{
    QFETCH(QString, version);
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    Console console(options);
    QVERIFY(queueOne(console));
    const RoomId room = console.only()->id;
    QVERIFY(take(console, room));
    practice::Documents &documents = console.workspace.state().documents;
    const QString visitor = console.only()->visitor.value;
    documents.visitors.change(visitor,
                              {{u"visitorEmails"_s, QJsonArray{QJsonObject{{u"address"_s, u"rui@example.com"_s}}}}});
    Awaited<CloseRules> rules;
    console.session->commands().closeRules(room, rules.then(&console));
    QTRY_VERIFY(rules.isHere());
    QCOMPARE(rules.result()->customerEmail, u"rui@example.com"_s);
    QVERIFY(close(console, room, {u"done"_s, {}, TranscriptOrder{u"rui@example.com"_s, u"Your texts"_s}}));
    const QJsonObject closed = documents.rooms.find(room.value);
    QVERIFY(!closed.contains("open"_L1));
    QCOMPARE(closed.value("transcriptRequest"_L1).toObject().value("email"_L1).toString(), u"rui@example.com"_s);
    QCOMPARE(closed.value("transcriptRequest"_L1).toObject().value("subject"_L1).toString(), u"Your texts"_s);
}

void CommandsTest::closingWhatIsClosedIsDone()
{
    Console console;
    QVERIFY(queueOne(console));
    const RoomId room = console.only()->id;
    QVERIFY(take(console, room));
    QVERIFY(!console.workspace.state().closing.close(console.userId(u"ana"_s), room.value,
                                                     {u"from another computer"_s, {}}));
    QVERIFY(close(console, room, {u"done"_s, {}}));
    QTRY_COMPARE(console.conversations().size(), 0);
}

void CommandsTest::closingWhatAnotherClosedSaysSo()
{
    Console console;
    QVERIFY(queueOne(console));
    const RoomId room = console.only()->id;
    QVERIFY(take(console, room));
    QVERIFY(!console.workspace.state().closing.close(console.userId(u"maria"_s), room.value, {u"by a manager"_s, {}}));
    const Status closed = close(console, room, {u"a comment that is not saved"_s, {}});
    QVERIFY(!closed);
    QCOMPARE(closed.error().code, u"error-room-already-closed"_s);
    QTRY_COMPARE(console.conversations().size(), 0);
}

void CommandsTest::changesAvailability()
{
    Console console;
    QVERIFY(console.signIn() && console.start());
    QTRY_COMPARE(console.session->agent().me().availability, Availability::Available);
    Awaited<Done> away;
    console.session->commands().setAvailability(Availability::NotAvailable, away.then(&console));
    QTRY_VERIFY(away.isHere());
    QVERIFY(away.result());
    QCOMPARE(console.session->agent().me().availability, Availability::NotAvailable);
    QVERIFY(!console.workspace.state().presence.isAvailable(console.userId(u"ana"_s)));
    console.workspace.state().presence.setAvailability(console.userId(u"ana"_s), true); // by a manager
    QTRY_COMPARE(console.session->agent().me().availability, Availability::Available);
}

void CommandsTest::readingClearsUnread()
{
    Console console;
    QVERIFY(queueOne(console));
    const RoomId room = console.only()->id;
    QVERIFY(take(console, room));
    console.text(customer(), u"one more"_s);
    QTRY_VERIFY(console.only()->unread > 0);
    console.session->setView({.openRoom = room, .isWindowActive = true});
    QTRY_COMPARE(console.only()->unread, 0);
    // A text on its way meanwhile is marked with the next call, six seconds after the last.
    const auto hasAlert = [&] {
        return console.workspace.state().documents.subscriptions.first(u"rid"_s, room.value)["alert"_L1].toBool();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!hasAlert(), 15'000);
}

QTEST_GUILESS_MAIN(CommandsTest)
#include "tst_commands.moc"
