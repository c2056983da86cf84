#include "app/base/clock.h"

#include <QTest>

using namespace greenline;
using namespace std::chrono_literals;

class ClockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void callsInOrderOfTime();
    void callsWhatACallAsksFor();
    void dropsCallsOfTheDead();
    void jumpMovesTheWallClockAlone();
    void alarmRingsOnce();
    void alarmFallsSilent();
    void alarmMayRestartItself();
    void systemClockCalls();
};

void ClockTest::callsInOrderOfTime()
{
    ManualClock clock;
    QList<int> order;
    clock.after(20ms, this, [&order] { order.append(2); });
    clock.after(10ms, this, [&order] { order.append(1); });
    clock.after(20ms, this, [&order] { order.append(3); });
    clock.after(40ms, this, [&order] { order.append(4); });
    clock.advance(30ms);
    QCOMPARE(order, (QList<int>{1, 2, 3}));
}

void ClockTest::callsWhatACallAsksFor()
{
    ManualClock clock;
    const auto start = clock.monotonic();
    QList<std::chrono::milliseconds> moments;
    clock.after(10ms, this, [&] {
        moments.append(clock.monotonic() - start);
        clock.after(5ms, this, [&] { moments.append(clock.monotonic() - start); });
        clock.after(50ms, this, [&] { moments.append(clock.monotonic() - start); });
    });
    clock.advance(20ms);
    QCOMPARE(moments, (QList<std::chrono::milliseconds>{10ms, 15ms}));
}

void ClockTest::dropsCallsOfTheDead()
{
    ManualClock clock;
    bool wasCalled = false;
    {
        QObject context;
        clock.after(10ms, &context, [&wasCalled] { wasCalled = true; });
    }
    clock.advance(1s);
    QVERIFY(!wasCalled);
}

void ClockTest::jumpMovesTheWallClockAlone()
{
    ManualClock clock;
    const QDateTime before = clock.now();
    const auto monotonic = clock.monotonic();
    bool wasCalled = false;
    clock.after(1h, this, [&wasCalled] { wasCalled = true; });
    clock.jump(24h);
    QCOMPARE(before.msecsTo(clock.now()), 24 * 3'600'000);
    QCOMPARE(clock.monotonic(), monotonic);
    QVERIFY(!wasCalled);
}

void ClockTest::alarmRingsOnce()
{
    ManualClock clock;
    int rings = 0;
    Alarm alarm(clock, [&rings] { ++rings; });
    alarm.start(10ms);
    alarm.start(30ms);
    clock.advance(20ms);
    QCOMPARE(rings, 0);
    QVERIFY(alarm.isActive());
    clock.advance(1s);
    QCOMPARE(rings, 1);
    QVERIFY(!alarm.isActive());
}

void ClockTest::alarmFallsSilent()
{
    ManualClock clock;
    int rings = 0;
    {
        Alarm alarm(clock, [&rings] { ++rings; });
        alarm.start(10ms);
        alarm.stop();
        clock.advance(20ms);
        alarm.start(10ms);
    }
    clock.advance(20ms);
    QCOMPARE(rings, 0);
}

void ClockTest::alarmMayRestartItself()
{
    ManualClock clock;
    int rings = 0;
    std::unique_ptr<Alarm> alarm;
    alarm = std::make_unique<Alarm>(clock, [&] {
        if (++rings < 3) {
            alarm->start(10ms);
        }
    });
    alarm->start(10ms);
    clock.advance(1s);
    QCOMPARE(rings, 3);
}

void ClockTest::systemClockCalls()
{
    SystemClock clock;
    bool wasCalled = false;
    clock.after(1ms, this, [&wasCalled] { wasCalled = true; });
    QTRY_VERIFY(wasCalled);
    QCOMPARE(clock.now().timeSpec(), Qt::UTC);
}

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
