#include "app/setup/checkrunner.h"

#include <QSignalSpy>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Checks in the order of what they need, again one by one, and ended.
class CheckRunnerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void startsWhatNeedsNothingTogether();
    void skipsWhatNeedsOneThatFailed();
    void aWarningIsEnough();
    void anErrorIsUnknown();
    void runsOneAgainAndWhatBuildsUponIt();
    void leavesWhatBuildsUponTheSameVerdict();
    void fetchesWhatOneNeeds();
    void runsWhatStoodInTheWayAgain();
    void runsSeveralAsOneRequest();
    void asksAgainWhatWasAskedBeforeAChange();
    void hearsNothingAfterCancel();
    void forgetsWhatBuildsUponTheForgotten();
    void endsWhenTheLastUnderWayIsForgotten();
    void neverMoreThanFourAtOnce();
    void tellsTheWorst();
    void tellsWhatItPlansAndWhatItDrops();
};

namespace {

CheckOutcome verdict(CheckVerdict verdict)
{
    return {.verdict = verdict};
}

/// Checks that answer when the test says so.
struct Desk {
    explicit Desk(const QList<std::pair<QString, QStringList>> &plan)
    {
        QList<Check> checks;
        for (const auto &[id, needs] : plan) {
            checks.append({id, needs, [this, name = id](const Then<CheckOutcome> &then) {
                               asked.append(name);
                               open.emplace(name, then);
                           }});
        }
        runner = std::make_unique<CheckRunner>(checks);
    }
    void answer(const QString &id, const Result<CheckOutcome> &outcome)
    {
        auto one = open.extract(id);
        QVERIFY(!one.empty());
        one.mapped()(outcome);
    }
    void pass(const QString &id) { answer(id, verdict(CheckVerdict::Passed)); }
    CheckVerdict of(const QString &id) const { return runner->outcome(id)->verdict; }

    QStringList asked;
    std::map<QString, Then<CheckOutcome>> open;
    std::unique_ptr<CheckRunner> runner;
};

const QList<std::pair<QString, QStringList>> chain{
    {u"reach"_s, {}}, {u"version"_s, {u"reach"_s}}, {u"sms"_s, {u"version"_s}}, {u"twilio"_s, {}}};

} // namespace

void CheckRunnerTest::startsWhatNeedsNothingTogether()
{
    Desk desk(chain);
    QSignalSpy finished(desk.runner.get(), &CheckRunner::finished);
    QSignalSpy progressed(desk.runner.get(), &CheckRunner::progressed);
    desk.runner->runAll();
    QCOMPARE(desk.asked, (QStringList{u"reach"_s, u"twilio"_s}));
    QVERIFY(desk.runner->isRunning(u"reach"_s) && !desk.runner->outcome(u"reach"_s));
    desk.pass(u"reach"_s);
    desk.pass(u"version"_s);
    desk.pass(u"twilio"_s);
    QCOMPARE(finished.count(), 0);
    desk.pass(u"sms"_s);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(progressed.last(), (QVariantList{4, 4}));
    QCOMPARE(desk.runner->worst(), CheckVerdict::Passed);
}

void CheckRunnerTest::skipsWhatNeedsOneThatFailed()
{
    Desk desk(chain);
    QSignalSpy finished(desk.runner.get(), &CheckRunner::finished);
    desk.runner->runAll();
    desk.answer(u"reach"_s, verdict(CheckVerdict::Failed));
    QCOMPARE(desk.of(u"version"_s), CheckVerdict::Skipped);
    QCOMPARE(desk.runner->outcome(u"version"_s)->values, QStringList{u"reach"_s});
    QCOMPARE(desk.runner->outcome(u"sms"_s)->values, QStringList{u"version"_s});
    desk.pass(u"twilio"_s);
    QCOMPARE(finished.count(), 1);
    QCOMPARE(desk.asked, (QStringList{u"reach"_s, u"twilio"_s}));
}

void CheckRunnerTest::aWarningIsEnough()
{
    Desk desk(chain);
    desk.runner->runAll();
    desk.answer(u"reach"_s, verdict(CheckVerdict::Warning));
    QVERIFY(desk.runner->isRunning(u"version"_s));
}

void CheckRunnerTest::anErrorIsUnknown()
{
    Desk desk(chain);
    desk.runner->runAll();
    desk.answer(u"reach"_s, Error{Error::Kind::Timeout, u"no answer in 30 s"_s, u"slow"_s});
    QCOMPARE(desk.of(u"reach"_s), CheckVerdict::Unknown);
    QCOMPARE(desk.runner->outcome(u"reach"_s)->cause, u"slow"_s);
    QCOMPARE(desk.runner->outcome(u"reach"_s)->evidence.first().answered, u"no answer in 30 s"_s);
    QCOMPARE(desk.of(u"version"_s), CheckVerdict::Skipped);
}

void CheckRunnerTest::runsOneAgainAndWhatBuildsUponIt()
{
    Desk desk(chain);
    desk.runner->runAll();
    desk.answer(u"reach"_s, verdict(CheckVerdict::Failed));
    desk.pass(u"twilio"_s);
    desk.asked.clear();
    QSignalSpy finished(desk.runner.get(), &CheckRunner::finished);
    desk.runner->run(u"reach"_s); // repaired meanwhile
    QCOMPARE(desk.asked, QStringList{u"reach"_s});
    desk.pass(u"reach"_s);
    desk.pass(u"version"_s);
    desk.pass(u"sms"_s);
    QCOMPARE(desk.asked, (QStringList{u"reach"_s, u"version"_s, u"sms"_s}));
    QCOMPARE(finished.count(), 1);
}

void CheckRunnerTest::leavesWhatBuildsUponTheSameVerdict()
{
    Desk desk(chain);
    desk.runner->runAll();
    for (const QString &id : {u"reach"_s, u"version"_s, u"sms"_s, u"twilio"_s}) {
        desk.pass(id);
    }
    desk.asked.clear();
    desk.runner->run(u"reach"_s);
    desk.answer(u"reach"_s, verdict(CheckVerdict::Warning));
    QCOMPARE(desk.asked, QStringList{u"reach"_s});
    QCOMPARE(desk.of(u"version"_s), CheckVerdict::Passed);
}

void CheckRunnerTest::fetchesWhatOneNeeds()
{
    Desk desk(chain);
    desk.runner->run(u"sms"_s);
    QCOMPARE(desk.asked, QStringList{u"reach"_s});
    desk.pass(u"reach"_s);
    desk.pass(u"version"_s);
    QVERIFY(desk.runner->isRunning(u"sms"_s));
    desk.runner->run(u"sms"_s); // is under way
    desk.pass(u"sms"_s);
    QVERIFY(!desk.runner->isRunning());
    QVERIFY(!desk.runner->outcome(u"twilio"_s));
}

void CheckRunnerTest::runsSeveralAsOneRequest()
{
    Desk desk(chain);
    QSignalSpy requests(desk.runner.get(), &CheckRunner::aboutToRun);
    desk.runner->run(QStringList{u"sms"_s, u"twilio"_s});
    QCOMPARE(desk.asked, (QStringList{u"reach"_s, u"twilio"_s}));
    QCOMPARE(requests.count(), 1);
    desk.runner->run(QStringList{u"reach"_s, u"twilio"_s}); // are under way
    desk.runner->run(QStringList());
    QCOMPARE(requests.count(), 1);
}

void CheckRunnerTest::asksAgainWhatWasAskedBeforeAChange()
{
    Desk desk(chain);
    QSignalSpy finished(desk.runner.get(), &CheckRunner::finished);
    desk.runner->run(u"twilio"_s);
    desk.runner->runAnew({u"twilio"_s, u"reach"_s});
    desk.answer(u"twilio"_s, verdict(CheckVerdict::Failed));
    QVERIFY(!desk.runner->outcome(u"twilio"_s)); // it is of before
    desk.pass(u"reach"_s);
    QVERIFY(finished.isEmpty());
    desk.pass(u"twilio"_s);
    QCOMPARE(desk.of(u"twilio"_s), CheckVerdict::Passed);
    QCOMPARE(desk.asked, QStringList({u"twilio"_s, u"reach"_s, u"twilio"_s}));
    QCOMPARE(finished.size(), 1);
}

void CheckRunnerTest::hearsNothingAfterCancel()
{
    Desk desk(chain);
    desk.runner->runAll();
    desk.runner->cancel();
    QVERIFY(!desk.runner->isRunning());
    desk.pass(u"reach"_s); // late
    QVERIFY(!desk.runner->outcome(u"reach"_s));
    QCOMPARE(desk.asked.size(), 2);
}

void CheckRunnerTest::runsWhatStoodInTheWayAgain()
{
    Desk desk(chain);
    desk.runner->runAll();
    desk.pass(u"twilio"_s);
    desk.answer(u"reach"_s, verdict(CheckVerdict::Failed));
    desk.asked.clear();
    desk.runner->run(u"sms"_s);
    QCOMPARE(desk.asked, QStringList{u"reach"_s});
    desk.pass(u"reach"_s);
    desk.pass(u"version"_s);
    desk.pass(u"sms"_s);
    QCOMPARE(desk.of(u"sms"_s), CheckVerdict::Passed);
}

void CheckRunnerTest::forgetsWhatBuildsUponTheForgotten()
{
    Desk desk(chain);
    desk.runner->runAll();
    desk.pass(u"twilio"_s);
    desk.pass(u"reach"_s);
    desk.pass(u"version"_s);
    auto old = desk.open.extract(u"sms"_s);
    desk.runner->forget({u"version"_s});
    QVERIFY(!desk.runner->outcome(u"version"_s) && !desk.runner->isRunning(u"sms"_s));
    QVERIFY(desk.runner->outcome(u"reach"_s) && desk.runner->outcome(u"twilio"_s));
    desk.runner->run(u"sms"_s);
    desk.pass(u"version"_s);
    old.mapped()(verdict(CheckVerdict::Failed)); // of the login before
    QVERIFY(desk.runner->isRunning(u"sms"_s));
    desk.pass(u"sms"_s);
    QCOMPARE(desk.of(u"sms"_s), CheckVerdict::Passed);
}

void CheckRunnerTest::endsWhenTheLastUnderWayIsForgotten()
{
    Desk desk({{u"twilio"_s, {}}});
    QSignalSpy finished(desk.runner.get(), &CheckRunner::finished);
    desk.runner->runAll();
    desk.runner->forget({u"twilio"_s});
    QCOMPARE(finished.count(), 1);
    QVERIFY(!desk.runner->isRunning());
}

void CheckRunnerTest::neverMoreThanFourAtOnce()
{
    QList<std::pair<QString, QStringList>> many;
    for (int number = 0; number < 9; ++number) {
        many.append({QString::number(number), {}});
    }
    Desk desk(many);
    desk.runner->runAll();
    QCOMPARE(desk.asked.size(), 4);
    desk.pass(u"2"_s);
    QCOMPARE(desk.asked.size(), 5);
}

void CheckRunnerTest::tellsTheWorst()
{
    Desk desk({{u"a"_s, {}}, {u"b"_s, {}}, {u"c"_s, {u"b"_s}}});
    desk.runner->runAll();
    desk.answer(u"a"_s, verdict(CheckVerdict::Warning));
    QCOMPARE(desk.runner->worst(), CheckVerdict::Warning);
    desk.answer(u"b"_s, verdict(CheckVerdict::Unknown));
    QCOMPARE(desk.runner->worst(), CheckVerdict::Unknown);
    desk.runner->run(u"b"_s);
    desk.answer(u"b"_s, verdict(CheckVerdict::Failed));
    QCOMPARE(desk.runner->worst(), CheckVerdict::Failed);
}

void CheckRunnerTest::tellsWhatItPlansAndWhatItDrops()
{
    Desk desk(chain);
    QStringList atPlan{u"never"_s};
    QObject::connect(desk.runner.get(), &CheckRunner::planned, desk.runner.get(), [&] {
        atPlan = desk.asked;
        QVERIFY(desk.runner->isAskedFor(u"sms"_s) && !desk.runner->isRunning(u"sms"_s));
    });
    desk.runner->run(u"sms"_s);
    QCOMPARE(atPlan, QStringList());
    QCOMPARE(desk.asked, QStringList{u"reach"_s});
    QSignalSpy changed(desk.runner.get(), &CheckRunner::changed);
    desk.runner->cancel();
    QStringList told;
    for (const QVariantList &one : changed) {
        told.append(one.first().toString());
    }
    QVERIFY2(told.contains(u"sms"_s) && told.contains(u"reach"_s), qPrintable(told.join(u' ')));
    QVERIFY(!desk.runner->isAskedFor(u"sms"_s));
    atPlan = {u"never"_s};
    desk.asked.clear();
    desk.runner->runAll();
    QCOMPARE(atPlan, QStringList());
}

QTEST_GUILESS_MAIN(CheckRunnerTest)
#include "tst_checkrunner.moc"
