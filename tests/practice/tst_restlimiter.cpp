#include "app/practice/restlimiter.h"
#include "app/practice/restschema.h"

#include <QTest>

using namespace greenline;
using namespace greenline::practice;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RestLimiterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void allowsTenCallsPerMinuteAndRoute();
    void complainsAsTheServerDoes_data();
    void complainsAsTheServerDoes();
    void acceptsPagingOnlyWhereItExists();
};

void RestLimiterTest::allowsTenCallsPerMinuteAndRoute()
{
    ManualClock clock;
    RestLimiter limiter(clock);
    for (int call = 1; call <= 10; ++call) {
        const RestLimiter::Verdict verdict = limiter.count(u"GET me"_s);
        QVERIFY(verdict.isAllowed);
        QCOMPARE(verdict.remaining, 10 - call);
        QCOMPARE(verdict.resetAt, clock.now().toMSecsSinceEpoch() + 60000);
    }
    QVERIFY(!limiter.count(u"GET me"_s).isAllowed);
    QVERIFY(limiter.count(u"GET rooms.get"_s).isAllowed);
    clock.advance(45s);
    QCOMPARE(limiter.count(u"GET me"_s).wait, 15s);
    clock.advance(15s);
    QVERIFY(limiter.count(u"GET me"_s).isAllowed);
}

void RestLimiterTest::complainsAsTheServerDoes_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<QString>("complaint");
    QTest::newRow("right") << QJsonObject{{u"id"_s, u"x"_s}, {u"open"_s, true}} << QString();
    QTest::newRow("without the optional one") << QJsonObject{{u"id"_s, u"x"_s}} << QString();
    QTest::newRow("missing") << QJsonObject{} << u"must have required property 'id' [invalid-params]"_s;
    QTest::newRow("wrong type") << QJsonObject{{u"id"_s, 1}} << u"must be string [invalid-params]"_s;
    QTest::newRow("unknown") << QJsonObject{{u"id"_s, u"x"_s}, {u"foo"_s, 1}} << u"must NOT have additional properties [invalid-params]"_s;
}

void RestLimiterTest::complainsAsTheServerDoes()
{
    QFETCH(QJsonObject, body);
    QTEST(bodyComplaint("id! open?b"_L1, body), "complaint");
}

void RestLimiterTest::acceptsPagingOnlyWhereItExists()
{
    const Fields query{{u"agents[]"_s, u"a"_s}, {u"count"_s, u"5"_s}};
    QVERIFY(queryComplaint("agents? page"_L1, query).isEmpty());
    QVERIFY(!queryComplaint("agents?"_L1, query).isEmpty());
}

QTEST_GUILESS_MAIN(RestLimiterTest)
#include "tst_restlimiter.moc"
