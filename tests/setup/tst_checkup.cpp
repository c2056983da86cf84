#include "app/omnichannel/conversation.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/practiceworkspace.h"
#include "app/practice/state.h"
#include "app/practice/twilioscene.h"
#include "app/rest/authapi.h"
#include "app/setup/checkup.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;

/// A workspace and a Twilio account on this computer, checked and repaired as a whole.
class CheckupTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aWorkingSetupHasNothingFailed();
    void bringsAnUntouchedAccountToPassed();
    void refusesWhatHasChangedMeanwhile_data();
    void refusesWhatHasChangedMeanwhile();
    void asksForThePasswordAndThenSaves();
    void whoMayNotWriteIsToldWhy();
    void whoMayNotReadIsToldWhy();
    void anotherNumberForgetsWhatWasFoundOfTheOld();
    void anotherLoginIsCheckedAnew();
    void movesANumberOutOfAServiceThatDrops();
    void makesAServiceToRegister();
    void makesNoSecondServiceAfterALostAnswer();
    void aRefusalOfTwilioIsNoEndOfTheSession();
    void mayEndWhileItRuns();
    void cancelsARepairWhenTheAccountBecomesAnother();
    void signsOnlyWhenItMay();
    void otherProvidersNeedNoTwilio();
};

namespace {

struct Bench {
    explicit Bench(practice::Sms sms = practice::Sms::Ready, const QString &user = u"admin"_s,
                   const QString &version = u"8.8"_s)
        : workspace(options(sms, version), clock)
        , rest(http, clock)
    {
        isListening = workspace.start().isOk();
        rest.setWorkspace(workspace.url());
        for (const practice::PracticeUser &one : workspace.users()) {
            password = one.username == user ? one.password : password;
        }
        std::optional<Result<LoginAnswer>> login;
        AuthApi(rest).login(user, password, {}, {&life, [&login](const auto &answer) { login.emplace(answer); }});
        isListening = QTest::qWaitFor([&login] { return login.has_value(); }) && login->isOk() && isListening;
        rest.setCredentials((*login)->credentials);
        const QUrl twilio = workspace.twilioUrl();
        TwilioHosts hosts;
        hosts.api = hosts.messaging = hosts.monitor = hosts.pricing = hosts.lookups = twilio;
        checkup = std::make_unique<Checkup>(Checkup::Needs{rest, *parseServerVersion(version), http, clock, hosts});
        checkup->setPlan({.twilio = {workspace.accountSid(), {}, workspace.authToken()}, .number = workspace.number()});
    }
    static practice::PracticeOptions options(practice::Sms sms, const QString &version)
    {
        practice::PracticeOptions options;
        options.version = version;
        options.hasCustomers = false;
        options.sms = sms;
        return options;
    }
    bool runAll()
    {
        QSignalSpy finished(&checkup->runner(), &CheckRunner::finished);
        checkup->runner().runAll();
        return QTest::qWaitFor([&] { return !finished.isEmpty(); }, 15'000);
    }
    bool run(const QString &id)
    {
        checkup->runner().run(id);
        return QTest::qWaitFor([&] { return !checkup->runner().isRunning(); }, 15'000);
    }
    CheckOutcome of(const QString &id) const
    {
        const CheckOutcome *outcome = checkup->runner().outcome(id);
        return outcome ? *outcome : CheckOutcome{.cause = u"not run"_s};
    }
    Status carryOut(const RepairPlan &plan, const QString &code = {})
    {
        std::optional<Status> done;
        checkup->repairs().carryOut(plan, code, {&life, [&done](const Status &status) { done.emplace(status); }});
        const bool isDone = QTest::qWaitFor([&done] { return done.has_value(); }, 15'000);
        return isDone ? *done : Status(Error{Error::Kind::Timeout, u"no answer in the test"_s});
    }
    /// With the password, when it is asked for.
    Status confirmed(const RepairPlan &plan)
    {
        const Status first = carryOut(plan);
        return !first && first.error().code == "totp-required"_L1 ? carryOut(plan, password) : first;
    }
    QStringList failing() const
    {
        QStringList ids;
        for (const QString &id : checkup->runner().ids()) {
            const CheckOutcome outcome = of(id);
            if (outcome.verdict != CheckVerdict::Passed) {
                ids.append(id + u' ' + outcome.cause);
            }
        }
        return ids;
    }
    practice::TwilioScene scene(const QString &url, const QList<QJsonObject> &services = {}) const
    {
        practice::TwilioScene scene;
        scene.numbers = {{{u"phone_number"_s, workspace.number()}, {u"sms_url"_s, url}},
                         {{u"phone_number"_s, u"+14155550177"_s}}};
        scene.services = services;
        return scene;
    }

    ManualClock clock;
    HttpClient http;
    QObject life;
    practice::PracticeWorkspace workspace;
    RestClient rest;
    std::unique_ptr<Checkup> checkup;
    QString password;
    bool isListening = false;
};

} // namespace

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

void CheckupTest::refusesWhatHasChangedMeanwhile_data()
{
    QTest::addColumn<bool>("isAtTwilio");
    QTest::newRow("the number's hook") << true;
    QTest::newRow("a setting") << false;
}

void CheckupTest::refusesWhatHasChangedMeanwhile()
{
    QFETCH(bool, isAtTwilio);
    Bench bench(practice::Sms::Off);
    QVERIFY(bench.runAll());
    const RepairPlan plan = isAtTwilio ? bench.of(u"webhook.route"_s).repairs.first() : bench.checkup->settingsRepair();
    bench.workspace.twilio().setScene(bench.scene(u"https://studio.example.com/flow"_s));
    bench.workspace.state().settings.set(u"SMS_Twilio_Account_SID"_s, u"AC-of-somebody"_s);
    const Status done = bench.confirmed(plan);
    QVERIFY(!done.isOk());
    QCOMPARE(done.error().code, u"changed-meanwhile"_s);
    QVERIFY(bench.workspace.twilio().changes().isEmpty());
    QVERIFY(!bench.workspace.state().settings.isOn(u"SMS_Enabled"_s));
}

void CheckupTest::asksForThePasswordAndThenSaves()
{
    Bench bench(practice::Sms::Off);
    QVERIFY(bench.runAll());
    const RepairPlan plan = bench.checkup->settingsRepair();
    const QStringList where{plan.changes.at(0).where, plan.changes.at(1).where, plan.changes.at(2).where};
    QCOMPARE(where, (QStringList{u"SMS_Enabled"_s, u"SMS_Twilio_Account_SID"_s, u"SMS_Twilio_authToken"_s}));
    for (const RepairPlan::Change &change : plan.changes) {
        QVERIFY(!change.to.contains(bench.workspace.authToken()));
    }
    const Status asked = bench.carryOut(plan);
    QVERIFY(!asked.isOk() && asked.error().code == "totp-required"_L1 && asked.error().detail == "password"_L1);
    QVERIFY(bench.carryOut(plan, bench.password).isOk());
    QCOMPARE(bench.workspace.state().settings.text(u"SMS_Twilio_authToken"_s), bench.workspace.authToken());
    QVERIFY(bench.run(u"settings.login"_s));
    QCOMPARE(bench.of(u"settings.login"_s).verdict, CheckVerdict::Passed);
    QVERIFY(bench.checkup->settingsRepair().changes.isEmpty());
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

void CheckupTest::movesANumberOutOfAServiceThatDrops()
{
    Bench bench;
    const QString hook = bench.workspace.webhook().toString();
    bench.workspace.twilio().setScene(
        bench.scene(hook,
                    {{{u"friendly_name"_s, u"News"_s},
                      {u"use_inbound_webhook_on_number"_s, false},
                      {u"numbers"_s, QJsonArray{bench.workspace.number(), u"+14155550177"_s}}}}));
    QVERIFY(bench.runAll());
    const CheckOutcome route = bench.of(u"webhook.route"_s);
    QCOMPARE(route.cause, u"hook-dropped"_s);
    QCOMPARE(route.repairs.size(), 3);
    QCOMPARE(route.repairs.at(0).alsoMoves, QStringList{u"+14155550177"_s});
    QVERIFY(route.repairs.at(2).alsoMoves.isEmpty());
    QVERIFY(bench.carryOut(route.repairs.at(2)).isOk());
    QVERIFY(bench.run(u"webhook.route"_s));
    QCOMPARE(bench.of(u"webhook.route"_s).verdict, CheckVerdict::Passed);
    QVERIFY(!bench.checkup->inbound()->service);
}

void CheckupTest::makesAServiceToRegister()
{
    Bench bench;
    bench.workspace.twilio().setScene(bench.scene(bench.workspace.webhook().toString()));
    QVERIFY(bench.runAll());
    const CheckOutcome before = bench.of(u"number.registration"_s);
    QCOMPARE(before.cause, u"not-registered"_s);
    QVERIFY(bench.carryOut(before.repairs.first()).isOk());
    QCOMPARE(bench.workspace.twilio().calls("POST", u"/v1/Services"_s), 2); // the service, and the number into it
    QVERIFY(bench.run(u"webhook.route"_s));
    QVERIFY(bench.checkup->inbound()->service && bench.checkup->inbound()->service->defersToNumber);
    QCOMPARE(bench.of(u"webhook.route"_s).verdict, CheckVerdict::Passed);
    const Status again = bench.carryOut(before.repairs.first());
    QCOMPARE(again.error().code, u"changed-meanwhile"_s);
}

void CheckupTest::makesNoSecondServiceAfterALostAnswer()
{
    Bench bench;
    practice::TwilioScene scene = bench.scene(bench.workspace.webhook().toString());
    practice::TwilioMischief lost;
    lost.kind = practice::TwilioMischief::Kind::Reset;
    lost.method = u"POST"_s;
    lost.path = u"/v1/Services"_s;
    lost.count = 1;
    lost.isDone = true;
    scene.faults = {lost};
    bench.workspace.twilio().setScene(scene);
    QVERIFY(bench.runAll());
    const RepairPlan plan = bench.of(u"number.registration"_s).repairs.first();
    QCOMPARE(plan.id, u"create-service"_s);
    QVERIFY(!bench.carryOut(plan).isOk());
    QVERIFY(bench.carryOut(plan).isOk());
    QCOMPARE(bench.workspace.twilio().calls("POST", u"/v1/Services"_s), 2); // made, and the number into it
    QVERIFY(bench.run(u"webhook.route"_s));
    QVERIFY(bench.checkup->inbound()->service);
}

void CheckupTest::aRefusalOfTwilioIsNoEndOfTheSession()
{
    Bench bench(practice::Sms::Off);
    QVERIFY(bench.runAll());
    practice::TwilioMischief refusal;
    refusal.method = u"POST"_s;
    refusal.message = u"This feature is not available on a Trial account."_s;
    bench.workspace.twilio().addFault(refusal);
    const Status done = bench.carryOut(bench.of(u"webhook.route"_s).repairs.first());
    QVERIFY(!done.isOk());
    QCOMPARE(done.error().code, u"trial-limit"_s);
    QCOMPARE(done.error().kind, Error::Kind::Rejected);
    QCOMPARE(bench.workspace.twilio().calls("POST", u"/IncomingPhoneNumbers"_s), 1);
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

void CheckupTest::cancelsARepairWhenTheAccountBecomesAnother()
{
    Bench bench(practice::Sms::Off);
    QVERIFY(bench.runAll());
    QList<Status> answers;
    bench.checkup->repairs().carryOut(bench.of(u"webhook.route"_s).repairs.first(), {},
                                      {&bench.life, [&answers](const Status &status) { answers.append(status); }});
    SetupPlan plan = bench.checkup->plan();
    plan.twilio.secret = u"00000000000000000000000000000000"_s;
    bench.checkup->setPlan(plan);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers.first().error().kind, Error::Kind::Cancelled);
    QVERIFY(bench.runAll());
    QCOMPARE(answers.size(), 1);
    QVERIFY(bench.workspace.twilio().changes().isEmpty());
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

QTEST_GUILESS_MAIN(CheckupTest)
#include "tst_checkup.moc"
