#include "busyagent.h"

#include "app/practice/restlimiter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;
using namespace std::chrono_literals;

namespace {

constexpr int conversations = 200;
constexpr auto longestPause = 10s; // of the person, because the workspace asks for one

} // namespace

/// An hour of work, 200 conversations, before a workspace that lets each route be called ten times a minute. The time
/// of workspace and console is the test's.
class LimiterHourTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyNoticesTheLimiter_data();
    void nobodyNoticesTheLimiter();
};

void LimiterHourTest::nobodyNoticesTheLimiter_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("notesScope");
    for (const QString &version : {u"3.11"_s, u"8.8"_s}) { // between them, each route of the versions in the middle
        QTest::addRow("%s", qPrintable(version)) << version << QString();
        QTest::addRow("%s, notes with the customer", qPrintable(version)) << version << u"visitor"_s;
        QTest::addRow("%s, notes with the conversation", qPrintable(version)) << version << u"room"_s;
    }
}

void LimiterHourTest::nobodyNoticesTheLimiter()
{
    QFETCH(QString, version);
    QFETCH(QString, notesScope);
    BusyAgent agent(version, notesScope);
    QVERIFY(agent.sitDown());
    constexpr int shareAtStart = practice::RestLimiter::calls * 60 / 100;
    QCOMPARE(agent.crowded(shareAtStart), QStringList());
    const QDateTime start = agent.time.now();
    int served = 0;
    for (int number = 0; number < conversations; ++number) {
        served += agent.serve(number) ? 1 : 0;
    }
    QCOMPARE(agent.problems, QStringList());
    QCOMPARE(agent.crowded(practice::RestLimiter::calls), QStringList());
    QCOMPARE(served, conversations);
    QVERIFY2(agent.longestWait <= longestPause, qPrintable(QString::number(agent.longestWait.count())));
    QVERIFY(std::abs(start.secsTo(agent.time.now()) - 3600) < 300);
}

QTEST_GUILESS_MAIN(LimiterHourTest)
#include "tst_limiterhour.moc"
