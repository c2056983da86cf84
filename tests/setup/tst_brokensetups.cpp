#include "brokensetups.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace greenline;
using namespace greenline::test;

/// Every trap that is known, set for a checkup over real sockets: the right check says the right thing, the token is
/// blamed only when it is wrong, and what is offered as a repair makes the check pass.
class BrokenSetupsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWorkingSetupPasses();
    void thereAreEnough();
    void isJudgedAndRepaired_data();
    void isJudgedAndRepaired();
};

namespace {

QList<BrokenSetup> allBroken()
{
    return brokenLogins() + brokenNumbers() + brokenRoutes() + brokenWorkspaces();
}

const BrokenSetup *brokenNamed(const QList<BrokenSetup> &all, const QByteArray &tag)
{
    const auto broken = std::find_if(
        all.begin(), all.end(), [&tag](const BrokenSetup &one) { return one.check.toUtf8() + ": " + one.name == tag; });
    return broken == all.end() ? nullptr : &*broken;
}

/// A check that blames the token; empty: none does.
QString blaming(BrokenPlace &place)
{
    const QStringList ids = place.checkup().runner().ids();
    const auto blames = std::find_if(ids.begin(), ids.end(),
                                     [&place](const QString &id) { return blamesTheToken(place.of(id).cause); });
    return blames == ids.end() ? QString() : *blames + u' ' + place.of(*blames).cause;
}

} // namespace

void BrokenSetupsTest::aWorkingSetupPasses()
{
    BrokenPlace place({.settings = {{u"API_Enable_Rate_Limiter_Limit_Calls_Default"_s, 100}}});
    QVERIFY(place.isReady() && place.runAll());
    const QStringList ids = place.checkup().runner().ids();
    for (const QString &id : ids) {
        const CheckOutcome outcome = place.of(id);
        const bool isWell = outcome.verdict == CheckVerdict::Passed || outcome.cause == "not-tried"_L1;
        QVERIFY2(isWell, qPrintable(id + u' ' + outcome.cause));
    }
}

void BrokenSetupsTest::thereAreEnough()
{
    const QList<BrokenSetup> all = allBroken();
    QVERIFY(all.size() >= 60);
    QSet<QString> causes;
    for (const BrokenSetup &broken : all) {
        causes.insert(broken.cause);
    }
    QVERIFY(causes.size() >= 60);
}

void BrokenSetupsTest::isJudgedAndRepaired_data()
{
    QTest::addColumn<bool>("isRepairable");
    const QList<BrokenSetup> all = allBroken();
    for (const BrokenSetup &broken : all) {
        QTest::newRow((broken.check.toUtf8() + ": " + broken.name).constData()) << !broken.repair.isEmpty();
    }
}

void BrokenSetupsTest::isJudgedAndRepaired()
{
    QFETCH(bool, isRepairable);
    const QList<BrokenSetup> all = allBroken();
    const BrokenSetup *broken = brokenNamed(all, QTest::currentDataTag());
    QVERIFY(broken);
    BrokenPlace place(broken->way);
    QVERIFY(place.isReady() && place.run(broken->check));
    const CheckOutcome outcome = place.of(broken->check);
    QCOMPARE(outcome.cause, broken->cause);
    QCOMPARE(outcome.verdict, broken->verdict);
    QCOMPARE(broken->isTokenRight ? blaming(place) : QString(), QString());
    if (!isRepairable) {
        return;
    }
    const auto plan = std::find_if(outcome.repairs.begin(), outcome.repairs.end(),
                                   [broken](const RepairPlan &one) { return one.id == broken->repair; });
    QVERIFY2(plan != outcome.repairs.end(), "no such repair is offered");
    const Status repaired = place.repair(*plan);
    QVERIFY2(repaired.isOk(), repaired ? "" : qPrintable(repaired.error().code + u' ' + repaired.error().detail));
    QVERIFY(place.run(broken->check));
    QCOMPARE(place.of(broken->check).cause, QString());
    QCOMPARE(place.of(broken->check).verdict, CheckVerdict::Passed);
}

QTEST_GUILESS_MAIN(BrokenSetupsTest)
#include "tst_brokensetups.moc"
