#include "app/base/backoff.h"

#include <QTest>

#include <set>

using namespace greenline;
using namespace std::chrono_literals;

class BackoffTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void doublesUpToTheCap();
    void startsAnewAfterReset();
    void spreadsAnOffice();
};

void BackoffTest::doublesUpToTheCap()
{
    for (quint32 seed = 0; seed < 200; ++seed) {
        Backoff backoff(1s, 30s, seed);
        for (const auto span : {1s, 2s, 4s, 8s, 16s, 30s, 30s}) {
            const auto drawn = backoff.next();
            QVERIFY(drawn >= span / 2);
            QVERIFY(drawn <= span);
        }
    }
}

void BackoffTest::startsAnewAfterReset()
{
    Backoff backoff(100ms, 10s, 7);
    for (int count = 0; count < 5; ++count) {
        (void)backoff.next();
    }
    backoff.reset();
    QVERIFY(backoff.next() <= 100ms);
}

void BackoffTest::spreadsAnOffice()
{
    std::set<std::chrono::milliseconds> moments;
    for (quint32 seed = 0; seed < 100; ++seed) {
        moments.insert(Backoff(2s, 60s, seed).next());
    }
    QVERIFY(moments.size() > 80);
}

QTEST_GUILESS_MAIN(BackoffTest)
#include "tst_backoff.moc"
