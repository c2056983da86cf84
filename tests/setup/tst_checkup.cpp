#include "app/omnichannel/conversation.h"
#include "tests/setup/checkupbench.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;
using Bench = greenline::test::CheckupBench;

/// A workspace and a Twilio account on this computer, checked as a whole.
class CheckupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWorkingSetupHasNothingFailed();
    void bringsAnUntouchedAccountToPassed();
    void whoMayNotWriteIsToldWhy();
    void whoMayNotReadIsToldWhy();
    void anotherNumberForgetsWhatWasFoundOfTheOld();
    void anotherLoginIsCheckedAnew();
    void mayEndWhileItRuns();
    void signsOnlyWhenItMay();
    void otherProvidersNeedNoTwilio();
    void anotherSiteIsJudgedAnew();
    void aSiteThatCanBeReadAgainIsJudgedAnew();
};

void CheckupTest::aWorkingSetupHasNothingFailed()
{
    Bench bench;
    QVERIFY(bench.isListening && bench.runAll());
    QCOMPARE(bench.failing(),
             (QStringList{u"webhook.limiter limiter-may-lose-texts"_s, u"sending.test not-tried"_s,
                          u"receiving.arrival not-tried"_s}));
    QCOMPARE(bench.checkup->runner().worst(), CheckVerdict::Warning);
    for (const QString &id : bench.checkup->runner().ids()) {
        const CheckOutcome outcome = bench.of(id);
        const bool isShown = outcome.verdict == CheckVerdict::Skipped
            || (!outcome.evidence.isEmpty() && !outcome.evidence.first().asked.isEmpty());
        QVERIFY2(isShown, qPrintable(id));
        for (const Evidence &evidence : outcome.evidence) {
            QVERIFY2(!(evidence.asked + evidence.answered).contains(bench.workspace.authToken()), qPrintable(id));
        }
    }
}

void CheckupTest::bringsAnUntouchedAccountToPassed()
{
    Bench bench(practice::Sms::Off);
    QVERIFY(bench.isListening && bench.runAll());
    QCOMPARE(bench.of(u"settings.enabled"_s).cause, u"sms-off"_s);
    QCOMPARE(bench.of(u"webhook.route"_s).cause, u"hook-demo"_s);
    QVERIFY(bench.confirmed(bench.checkup->settingsRepair()).isOk());
    QVERIFY(bench.carryOut(bench.of(u"webhook.route"_s).repairs.first()).isOk());
    QVERIFY(bench.confirmed(bench.of(u"webhook.limiter"_s).repairs.first()).isOk());
    QCOMPARE(bench.of(u"number.registration"_s).repairs.first().id, u"join-service"_s);
    QVERIFY(bench.carryOut(bench.of(u"number.registration"_s).repairs.first()).isOk());

    QSignalSpy sent(&bench.checkup->testSms(), &TestSms::changed);
    bench.checkup->testSms().start(u"+14155550123"_s, u"Test"_s);
    const auto isDelivered = [&] {
        bench.clock.advance(2s);
        return bench.checkup->testSms().state() == TestSms::State::Delivered;
    };
    QVERIFY(QTest::qWaitFor(isDelivered));
    bench.checkup->arrival().watch();
    bench.workspace.twilio().deliver({u"+14155550123"_s, bench.workspace.number(), u"Here"_s});
    QSignalSpy delivered(&bench.workspace.twilio(), &practice::PracticeTwilio::delivered);
    QVERIFY(delivered.wait());
    QCOMPARE(delivered.first().first().toInt(), 200);
    bench.checkup->arrival().note({.id = {u"room"_s},
                                   .source = Source::Sms,
                                   .customerNumber = u"+14155550123"_s,
                                   .lastMessageAt = bench.clock.now()});

    QVERIFY(bench.runAll());
    QCOMPARE(bench.failing().join(u'\n'), QString());
    QStringList changed;
    for (const practice::TwilioChange &change : bench.workspace.twilio().changes()) {
        changed.append(change.field);
    }
    QCOMPARE(changed, (QStringList{u"sms_url"_s, u"phone_numbers"_s})); // POST it was
}

void CheckupTest::whoMayNotWriteIsToldWhy()
{
    Bench bench(practice::Sms::Off);
    bench.workspace.state().documents.permissions.change(u"edit-privileged-setting"_s, {{u"roles"_s, QJsonArray()}});
    QVERIFY(bench.runAll());
    QCOMPARE(bench.of(u"workspace.rights"_s).cause, u"may-not-write-settings"_s);
    QCOMPARE(bench.of(u"settings.enabled"_s).hindrance, u"may-not-write-settings"_s);
    QVERIFY(bench.of(u"settings.enabled"_s).repairs.isEmpty());
    QVERIFY(!bench.of(u"webhook.route"_s).repairs.isEmpty()); // Twilio is another door
    QVERIFY(!bench.checkup->mayWrite());
}

void CheckupTest::whoMayNotReadIsToldWhy()
{
    Bench bench(practice::Sms::Ready, u"ana"_s);
    QVERIFY(bench.runAll());
    QCOMPARE(bench.of(u"workspace.rights"_s).cause, u"may-not-read-settings"_s);
    QCOMPARE(bench.of(u"settings.enabled"_s).verdict, CheckVerdict::Skipped);
    QCOMPARE(bench.of(u"webhook.probe"_s).verdict, CheckVerdict::Passed); // Site_Url is for everybody
    QCOMPARE(bench.of(u"omnichannel.nobody"_s).verdict, CheckVerdict::Unknown);
}

void CheckupTest::anotherNumberForgetsWhatWasFoundOfTheOld()
{
    Bench bench;
    bench.workspace.twilio().setScene(bench.scene(bench.workspace.webhook().toString()));
    QVERIFY(bench.runAll());
    QCOMPARE(bench.of(u"webhook.route"_s).verdict, CheckVerdict::Passed);
    SetupPlan plan = bench.checkup->plan();
    plan.number = u"+14155550177"_s;
    bench.checkup->setPlan(plan);
    QCOMPARE(bench.of(u"webhook.route"_s).cause, u"not run"_s);
    QCOMPARE(bench.of(u"twilio.account"_s).verdict, CheckVerdict::Passed);
    QCOMPARE(bench.checkup->numbers().size(), 2); // which are there to choose from
    QVERIFY(bench.run(u"webhook.route"_s));
    QVERIFY(bench.of(u"webhook.route"_s).verdict == CheckVerdict::Failed);
}

void CheckupTest::anotherLoginIsCheckedAnew()
{
    Bench bench;
    QVERIFY(bench.runAll());
    SetupPlan plan = bench.checkup->plan();
    plan.twilio.secret = u"00000000000000000000000000000000"_s;
    bench.checkup->setPlan(plan);
    QVERIFY(bench.checkup->numbers().isEmpty());
    QCOMPARE(bench.of(u"twilio.form"_s).cause, u"not run"_s);
    QVERIFY(bench.run(u"twilio.account"_s));
    QCOMPARE(bench.of(u"twilio.account"_s).cause, u"wrong-token"_s);
}

void CheckupTest::mayEndWhileItRuns()
{
    Bench bench;
    bench.checkup->runner().runAll();
    bench.checkup->testSms().start(u"+14155550123"_s, u"Test"_s);
    bench.checkup->arrival().watch();
    QTRY_VERIFY(bench.workspace.twilio().asked() > 1);
    bench.checkup.reset();
    bench.clock.advance(2min); // whatever it waited for is over
    QVERIFY(bench.workspace.twilio().sent().size() <= 1);
}

void CheckupTest::signsOnlyWhenItMay()
{
    Bench bench;
    bench.workspace.state().settings.set(u"SMS_Twilio_authToken"_s, u"00000000000000000000000000000000"_s);
    QVERIFY(bench.run(u"webhook.probe"_s));
    QCOMPARE(bench.of(u"webhook.probe"_s).verdict, CheckVerdict::Passed);
    QCOMPARE(bench.of(u"webhook.probe"_s).evidence.size(), 1);
    SetupPlan plan = bench.checkup->plan();
    plan.maySign = true;
    bench.checkup->setPlan(plan);
    QVERIFY(bench.run(u"webhook.probe"_s));
    QCOMPARE(bench.of(u"webhook.probe"_s).cause, u"hook-signature-refused"_s);
    QCOMPARE(bench.of(u"webhook.probe"_s).evidence.size(), 2);
}

void CheckupTest::otherProvidersNeedNoTwilio()
{
    Bench bench;
    SetupPlan plan = bench.checkup->plan();
    plan.provider = u"voxtelesys"_s;
    bench.checkup->setPlan(plan);
    QVERIFY(bench.runAll());
    QCOMPARE(bench.of(u"twilio.form"_s).cause, u"other-provider"_s);
    QCOMPARE(bench.of(u"settings.enabled"_s).cause, u"sms-other-service"_s);
    RepairPlan fill = bench.checkup->settingsRepair();
    fill.changes.append({u"SMS_Voxtelesys_authToken"_s, {}, u"•"_s});
    bench.checkup->repairs().keepSecret(u"SMS_Voxtelesys_authToken"_s, u"vox-secret"_s);
    QVERIFY(bench.confirmed(fill).isOk());
    QCOMPARE(bench.workspace.state().settings.text(u"SMS_Voxtelesys_authToken"_s), u"vox-secret"_s);
    QVERIFY(bench.run(u"settings.enabled"_s));
    QCOMPARE(bench.of(u"settings.enabled"_s).verdict, CheckVerdict::Passed);
}

/// Whichever check reads it.
void CheckupTest::anotherSiteIsJudgedAnew()
{
    Bench bench;
    QVERIFY(bench.runAll());
    QCOMPARE(bench.of(u"webhook.route"_s).verdict, CheckVerdict::Passed);
    bench.workspace.state().settings.set(u"Site_Url"_s, u"http://127.0.0.1:9"_s); // by somebody else
    QVERIFY(bench.run(u"webhook.limiter"_s));
    QCOMPARE(bench.checkup->hook().port(), 9);
    QCOMPARE(bench.of(u"workspace.site-url"_s).verdict, CheckVerdict::Failed);
    QVERIFY(bench.of(u"webhook.route"_s).verdict != CheckVerdict::Passed);
    QVERIFY(bench.of(u"webhook.probe"_s).verdict != CheckVerdict::Passed);
}

void CheckupTest::aSiteThatCanBeReadAgainIsJudgedAnew()
{
    Bench bench;
    QVERIFY(bench.runAll());
    practice::Settings &settings = bench.workspace.state().settings;
    const QString site = settings.text(u"Site_Url"_s);
    settings.set(u"Site_Url"_s, {});
    QVERIFY(bench.run(u"webhook.limiter"_s));
    QCOMPARE(bench.of(u"workspace.site-url"_s).cause, u"settings-unreadable"_s);
    settings.set(u"Site_Url"_s, site);
    const QSignalSpy finished(&bench.checkup->runner(), &CheckRunner::finished);
    QVERIFY(bench.run(u"workspace.site-url"_s)); // its own run reads it and begins again
    QCOMPARE(finished.size(), 1);
    QCOMPARE(bench.of(u"workspace.site-url"_s).verdict, CheckVerdict::Passed);
    QCOMPARE(bench.of(u"webhook.route"_s).verdict, CheckVerdict::Passed);
    QCOMPARE(bench.of(u"webhook.probe"_s).verdict, CheckVerdict::Passed);
}

QTEST_GUILESS_MAIN(CheckupTest)
#include "tst_checkup.moc"
