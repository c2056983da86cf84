#include "app/workspace/shift.h"

#include "app/omnichannel/conversationstore.h"
#include "app/storage/cachedb.h"
#include "app/workspace/shiftkeeper.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace greenline;
using namespace std::chrono_literals;

namespace {

const AgentId me{u"me"_s};

} // namespace

/// The agent's own figures.
class ShiftTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void countsServedUntilTheyAreOver();
    void whatWasThereBeforeIsOpenAndNotNew();
    void returnedIsNotHandled();
    void aRestartOnTheSameDayGoesOn();
    void aRestartCountsNoReplyThatCameFromElsewhere();
    void aFastClockLosesNoReply();
    void whatAColleagueHandsOverWasAnswered_data();
    void whatAColleagueHandsOverWasAnswered();
    void theNextDayBeginsAnew();

private:
    struct Place {
        Place()
            : shift(conversations, clock)
        {
            conversations.setMe(me);
        }
        QDateTime in(int seconds) const { return clock.now().addSecs(seconds); }
        void queue(const QString &id)
        {
            conversations.applyInquiry({.id = {u"q-"_s + id},
                                        .room = {id},
                                        .status = Inquiry::Status::Queued,
                                        .queuedAt = in(0),
                                        .updatedAt = in(0)});
        }
        void serve(const QString &id, const AgentId &by, bool isOpen = true)
        {
            clock.advance(1s);
            conversations.removeInquiry({u"q-"_s + id});
            conversations.applyRoom(
                {.id = {id}, .servedBy = by, .isOpen = isOpen, .startedAt = in(0), .updatedAt = in(0)});
            if (by == me && isOpen) {
                conversations.applySubscription({.id = {u"s-"_s + id}, .room = {id}, .updatedAt = in(0)});
            } else {
                conversations.removeSubscription({id});
            }
        }
        /// As it comes from somebody else or from the workspace, with the server's times.
        void give(const QString &id, int startedIn)
        {
            conversations.applyRoom({.id = {id},
                                     .servedBy = me,
                                     .isOpen = true,
                                     .startedAt = in(startedIn),
                                     .lastMessageAt = in(startedIn),
                                     .updatedAt = in(0)});
        }
        void answer(const QString &id)
        {
            shift.note({.id = {u"m-"_s + id}, .room = {id}, .author = Message::Author::Agent, .at = in(0)});
        }

        ManualClock clock;
        ConversationStore conversations;
        Shift shift;
    };
    std::unique_ptr<Place> m_place;
};

void ShiftTest::init()
{
    m_place = std::make_unique<Place>();
}

void ShiftTest::countsServedUntilTheyAreOver()
{
    Place &place = *m_place;
    place.shift.open();
    place.queue(u"a"_s);
    place.queue(u"b"_s);
    place.clock.advance(59s);
    place.serve(u"a"_s, me); // a minute after it came
    place.answer(u"a"_s);
    place.answer(u"a"_s); // only the first reply counts
    place.clock.advance(59s);
    place.serve(u"b"_s, me);
    place.answer(u"b"_s);
    ShiftFigures figures = place.shift.figures();
    QCOMPARE(figures.open, 2);
    QCOMPARE(figures.handled, 0);
    QCOMPARE(figures.answered, 2);
    QCOMPARE(figures.firstReply, 90s);

    place.serve(u"a"_s, me, false);
    place.serve(u"b"_s, {u"tom"_s});
    figures = place.shift.figures();
    QCOMPARE(figures.open, 0);
    QCOMPARE(figures.handled, 2);
}

void ShiftTest::whatWasThereBeforeIsOpenAndNotNew()
{
    Place &place = *m_place;
    place.serve(u"old"_s, me);
    place.clock.advance(60s);
    place.shift.open();
    QCOMPARE(place.shift.figures().since, place.clock.now());
    place.answer(u"old"_s);
    QCOMPARE(place.shift.figures().open, 1);
    QCOMPARE(place.shift.figures().answered, 0);
    place.serve(u"old"_s, me, false);
    QCOMPARE(place.shift.figures().handled, 1);
}

void ShiftTest::returnedIsNotHandled()
{
    Place &place = *m_place;
    place.shift.open();
    place.serve(u"a"_s, me);
    place.clock.advance(1s);
    place.conversations.removeSubscription({u"a"_s});
    place.clock.advance(1s);
    place.conversations.applyRoom({.id = {u"a"_s}, .isOpen = true, .updatedAt = place.in(0)});
    place.queue(u"a"_s);
    QCOMPARE(place.shift.figures().open, 0);
    QCOMPARE(place.shift.figures().handled, 0);
}

/// Two are answered, one of them is over; then the program ends.
static void workAndQuit(const QString &file, const QDateTime &at)
{
    CacheDb cache;
    QVERIFY(cache.open(file));
    ManualClock clock(at);
    ConversationStore conversations;
    conversations.setMe(me);
    Shift shift(conversations, clock);
    ShiftKeeper keeper(shift, cache, clock);
    keeper.load();
    shift.open();
    const auto served = [&](const QString &id, const AgentId &by) {
        clock.advance(60s);
        return Room{.id = {id}, .servedBy = by, .isOpen = true, .startedAt = at, .updatedAt = clock.now()};
    };
    for (const QString &id : {u"a"_s, u"b"_s}) {
        conversations.applyRoom(served(id, me));
        shift.note({.id = {u"m-"_s + id}, .room = {id}, .author = Message::Author::Agent, .at = clock.now()});
    }
    conversations.applyRoom(served(u"a"_s, {u"tom"_s}));
    QCOMPARE(shift.figures().handled, 1);
    keeper.write();
}

void ShiftTest::aRestartOnTheSameDayGoesOn()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"cache.db"_s);
    const QDateTime morning(QDate(2026, 11, 24), QTime(9, 0));
    workAndQuit(file, morning.toUTC());
    CacheDb cache;
    QVERIFY(cache.open(file));
    ManualClock clock(QDateTime(morning.date(), QTime(23, 59)).toUTC());
    ConversationStore conversations;
    Shift shift(conversations, clock);
    ShiftKeeper keeper(shift, cache, clock);
    keeper.load();
    keeper.write(); // before the first load: nothing is forgotten
    keeper.load();
    shift.open();
    const ShiftFigures figures = shift.figures();
    QCOMPARE(figures.since, morning.toUTC());
    QCOMPARE(figures.handled, 2); // the other one was over while nobody looked
    QCOMPARE(figures.open, 0);
    QCOMPARE(figures.answered, 2);
    QCOMPARE(figures.firstReply, 90s);
}

void ShiftTest::aRestartCountsNoReplyThatCameFromElsewhere()
{
    Place &place = *m_place;
    const auto given = [&](const QString &id, Message::Author lastAuthor) {
        const QDateTime at = place.in(-3600);
        place.conversations.applyRoom(
            {.id = {id},
             .servedBy = me,
             .isOpen = true,
             .startedAt = at,
             .lastMessageAt = at,
             .lastMessage = Message{.id = {u"last-"_s + id}, .room = {id}, .author = lastAuthor, .at = at},
             .updatedAt = at});
    };
    ShiftRecord earlier{.since = place.in(-8 * 3600), .served = {{u"before"_s}, {u"still"_s}}};
    earlier.waiting = {{{u"before"_s}, place.in(-7200)}, {{u"still"_s}, place.in(-60)}};
    place.shift.resume(earlier);
    given(u"before"_s, Message::Author::Agent); // answered on the phone
    given(u"still"_s, Message::Author::Customer); // was waiting then, and is now
    given(u"meanwhile"_s, Message::Author::Customer); // came while nobody looked: who knows what was said
    place.shift.open();
    for (const QString &id : {u"before"_s, u"meanwhile"_s, u"still"_s}) {
        place.answer(id);
    }
    QCOMPARE(place.shift.figures().answered, 1);
    QCOMPARE(place.shift.figures().firstReply, 60s);

    place.serve(u"new"_s, me); // given without a queue, before our eyes
    place.answer(u"new"_s);
    QCOMPARE(place.shift.figures().answered, 2);
}

void ShiftTest::aFastClockLosesNoReply()
{
    Place &place = *m_place;
    place.give(u"loaded"_s, -600);
    place.shift.open();
    place.give(u"a"_s, -180); // just now, by the server's clock
    place.clock.advance(30s);
    place.shift.note({.id = {u"m"_s}, .room = {u"a"_s}, .author = Message::Author::Agent, .at = place.in(-180)});
    place.answer(u"loaded"_s);
    QCOMPARE(place.shift.figures().answered, 1);
    QCOMPARE(place.shift.figures().firstReply, 30s);
}

void ShiftTest::whatAColleagueHandsOverWasAnswered_data()
{
    QTest::addColumn<int>("loaded"); // seconds after now; 0: nothing was
    QTest::addColumn<int>("began");
    QTest::newRow("of yesterday") << -600 << -86'400;
    QTest::newRow("of yesterday, to an empty list") << 0 << -86'400;
    QTest::newRow("of this morning, beside one of Friday") << -300'000 << -3'600;
}

void ShiftTest::whatAColleagueHandsOverWasAnswered()
{
    QFETCH(int, loaded);
    QFETCH(int, began);
    Place &place = *m_place;
    if (loaded != 0) {
        place.give(u"loaded"_s, loaded);
    }
    place.shift.open();
    place.give(u"handed over"_s, began);
    place.answer(u"handed over"_s);
    QCOMPARE(place.shift.figures().open, loaded != 0 ? 2 : 1);
    QCOMPARE(place.shift.figures().answered, 0);
}

void ShiftTest::theNextDayBeginsAnew()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"cache.db"_s);
    workAndQuit(file, QDateTime(QDate(2026, 11, 24), QTime(23, 50)).toUTC());
    CacheDb cache;
    QVERIFY(cache.open(file));
    const QDateTime next = QDateTime(QDate(2026, 11, 25), QTime(0, 1)).toUTC();
    ManualClock clock(next);
    ConversationStore conversations;
    Shift shift(conversations, clock);
    ShiftKeeper keeper(shift, cache, clock);
    keeper.load();
    shift.open();
    QCOMPARE(shift.figures(), (ShiftFigures{.since = next}));
    QVERIFY(readShiftRecord("no record") == ShiftRecord());
}

QTEST_GUILESS_MAIN(ShiftTest)
#include "tst_shift.moc"
