#include "app/rest/routegate.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;

namespace {

/// Rings up to a twentieth early, as timers of seconds may.
class HastyClock : public ManualClock
{
public:
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> function) override
    {
        ManualClock::after(std::max(delay * 19 / 20, 1ms), context, std::move(function));
    }
};

} // namespace

class RouteGateTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensAfterATimerThatRangEarly();
    void waitsForTheLongerOfTwo();
    void letsAFewOutAtATime();
};

void RouteGateTest::opensAfterATimerThatRangEarly()
{
    HastyClock clock;
    RouteGate gate(clock);
    int calls = 0;
    gate.close(u"GET me"_s, 20s);
    gate.hold(u"GET me"_s, [&] { ++calls; });
    clock.advance(19'999ms);
    QVERIFY(gate.isClosed(u"GET me"_s));
    QCOMPARE(calls, 0);
    clock.advance(1ms);
    QCOMPARE(calls, 1);
    QVERIFY(!gate.isClosed(u"GET me"_s));
}

void RouteGateTest::waitsForTheLongerOfTwo()
{
    ManualClock clock;
    RouteGate gate(clock);
    gate.close(u"GET me"_s, 20s);
    clock.advance(10s);
    gate.close(u"GET me"_s, 20s);
    gate.close(u"GET me"_s, 1s);
    QCOMPARE(gate.remaining(u"GET me"_s), 20s);
    clock.advance(19s);
    QVERIFY(gate.isClosed(u"GET me"_s));
    clock.advance(1s);
    QVERIFY(!gate.isClosed(u"GET me"_s));
}

/// The first answers may close the route again, and then the others are not refused.
void RouteGateTest::letsAFewOutAtATime()
{
    ManualClock clock;
    RouteGate gate(clock);
    QList<int> called;
    gate.close(u"GET me"_s, 20s);
    for (int number = 0; number < 12; ++number) {
        gate.hold(u"GET me"_s, [&called, number] { called.append(number); });
    }
    clock.advance(20s);
    QCOMPARE(called, (QList<int>{0, 1, 2, 3, 4}));
    gate.close(u"GET me"_s, 40s);
    clock.advance(39s);
    QCOMPARE(called.size(), 5);
    clock.advance(1s);
    QCOMPARE(called.size(), 10);
    QVERIFY(gate.isClosed(u"GET me"_s)); // whoever comes now waits behind the others
    clock.advance(1s);
    QCOMPARE(called, (QList<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));
    QVERIFY(!gate.isClosed(u"GET me"_s));
}

QTEST_GUILESS_MAIN(RouteGateTest)
#include "tst_routegate.moc"
