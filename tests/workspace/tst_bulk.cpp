#include "app/workspace/bulk.h"

#include <QSignalSpy>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class BulkTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksForOneAfterTheOther();
    void staysBelowTheLimitOfARoute();
    void namesWhatFailedAndGoesOn();
    void tooManyRequestsAreWaitedOut();
    void cancellingBeginsNoOther();
};

namespace {

QList<RoomId> manyRooms(int count)
{
    QList<RoomId> rooms;
    for (int each = 0; each < count; ++each) {
        rooms.append(RoomId{u"room%1"_s.arg(each)});
    }
    return rooms;
}

/// Answers only when told to.
struct SlowDeed {
    Bulk::Deed deed()
    {
        return [this](const RoomId &room, const Then<Done> &then) {
            asked.append(room);
            thens.append(then);
        };
    }
    void answer(const Status &how) { thens.takeFirst()(how); }

    QList<RoomId> asked;
    QList<Then<Done>> thens;
};

} // namespace

void BulkTest::asksForOneAfterTheOther()
{
    ManualClock clock;
    Bulk bulk(clock);
    SlowDeed slow;
    QSignalSpy finished(&bulk, &Bulk::finished);
    bulk.start(manyRooms(2), slow.deed());
    QCOMPARE(slow.asked.size(), 1);
    slow.answer(Done());
    QCOMPARE(slow.asked.size(), 2);
    QCOMPARE(bulk.answered(), 1);
    QCOMPARE(finished.size(), 0);
    slow.answer(Done());
    QCOMPARE(finished.size(), 1);
    QVERIFY(!bulk.isRunning() && bulk.failures().isEmpty());
}

void BulkTest::staysBelowTheLimitOfARoute()
{
    ManualClock clock;
    Bulk bulk(clock);
    QList<std::chrono::milliseconds> asked;
    bulk.start(manyRooms(15), [&](const RoomId &, const Then<Done> &then) {
        asked.append(clock.monotonic());
        then(Done());
    });
    QCOMPARE(asked.size(), 6);
    QCOMPARE(bulk.pause(), 60'000ms);
    clock.advance(180s);
    QCOMPARE(asked.size(), 15);
    for (int each = 6; each < asked.size(); ++each) {
        QVERIFY(asked.at(each) - asked.at(each - 6) >= 60s);
    }
}

void BulkTest::namesWhatFailedAndGoesOn()
{
    ManualClock clock;
    Bulk bulk(clock);
    SlowDeed slow;
    bulk.start(manyRooms(2), slow.deed());
    slow.answer(Error{Error::Kind::Forbidden, u"no"_s, u"unauthorized"_s});
    slow.answer(Done());
    QCOMPARE(bulk.failures().size(), 1);
    QCOMPARE(bulk.failures().first().room, RoomId{u"room0"_s});
    QCOMPARE(bulk.failures().first().error.code, u"unauthorized"_s);
}

void BulkTest::tooManyRequestsAreWaitedOut()
{
    ManualClock clock;
    Bulk bulk(clock);
    SlowDeed slow;
    bulk.start(manyRooms(1), slow.deed());
    slow.answer(Error{Error::Kind::RateLimited, u"429"_s});
    QVERIFY(bulk.isRunning() && bulk.failures().isEmpty());
    clock.advance(60s);
    QCOMPARE(slow.asked, (QList{RoomId{u"room0"_s}, RoomId{u"room0"_s}}));
    slow.answer(Done());
    QVERIFY(!bulk.isRunning() && bulk.failures().isEmpty());
}

void BulkTest::cancellingBeginsNoOther()
{
    ManualClock clock;
    Bulk bulk(clock);
    SlowDeed slow;
    QSignalSpy finished(&bulk, &Bulk::finished);
    bulk.start(manyRooms(3), slow.deed());
    bulk.cancel();
    QCOMPARE(finished.size(), 0); // the one under way still gets its answer
    slow.answer(Done());
    QCOMPARE(finished.size(), 1);
    QCOMPARE(slow.asked.size(), 1);
    QCOMPARE(bulk.answered(), 1);
}

QTEST_GUILESS_MAIN(BulkTest)
#include "tst_bulk.moc"
