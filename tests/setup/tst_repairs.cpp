#include "tests/setup/checkupbench.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;
using Bench = greenline::test::CheckupBench;

/// What a repair does, and what it leaves alone.
class RepairsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesWhatHasChangedMeanwhile_data();
    void refusesWhatHasChangedMeanwhile();
    void asksForThePasswordAndThenSaves();
    void smsIsNotSwitchedOnAlone();
    void nothingIsSwitchedOnWithoutAnAccount();
    void aTokenThatNobodyTriedIsNotSavedAlong();
    void whatIsNoSidIsReplacedUnseen();
    void movesANumberOutOfAServiceThatDrops();
    void makesAServiceToRegister();
    void makesNoSecondServiceAfterALostAnswer();
    void aRefusalOfTwilioIsNoEndOfTheSession();
    void cancelsARepairWhenTheAccountBecomesAnother();
    void joinsTheServiceThatAnotherConsoleMadeMeanwhile();
    void ofTwoServicesMadeAtOnceTheOlderStays_data();
    void ofTwoServicesMadeAtOnceTheOlderStays();
    void joinsNoServiceThatIsGone();
};

namespace {

/// Another console at the same Twilio, of which all is answered at once.
struct OtherConsole {
    explicit OtherConsole(Bench &place)
        : bench(place)
        , client({place.http, place.clock, hosts(place)}, place.checkup->plan().twilio)
    {
    }
    static TwilioHosts hosts(Bench &place)
    {
        TwilioHosts hosts;
        hosts.api = hosts.messaging = place.workspace.twilio().url();
        return hosts;
    }
    QString createService(const QString &name)
    {
        std::optional<QString> made;
        client.createService({{u"FriendlyName"_s, name}, {u"UseInboundWebhookOnNumber"_s, u"true"_s}},
                             {&bench.life, [&made](const Result<TwilioService> &service) { made = service->sid; }});
        return QTest::qWaitFor([&made] { return made.has_value(); }) ? *made : QString();
    }
    QStringList services()
    {
        std::optional<QStringList> sids;
        client.services({&bench.life, [&sids](const Result<QList<TwilioService>> &all) {
                             sids.emplace();
                             for (const TwilioService &one : *all) {
                                 sids->append(one.sid);
                             }
                         }});
        return QTest::qWaitFor([&sids] { return sids.has_value(); }) ? *sids : QStringList();
    }
    bool addToService(const QString &service, const QString &number)
    {
        std::optional<Status> added;
        client.addToService(service, number, {&bench.life, [&added](const Status &status) { added.emplace(status); }});
        return QTest::qWaitFor([&added] { return added.has_value(); }) && added->isOk();
    }

    Bench &bench;
    TwilioClient client;
};

} // namespace

void RepairsTest::refusesWhatHasChangedMeanwhile_data()
{
    QTest::addColumn<bool>("isAtTwilio");
    QTest::newRow("the number's hook") << true;
    QTest::newRow("a setting") << false;
}

void RepairsTest::refusesWhatHasChangedMeanwhile()
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

void RepairsTest::asksForThePasswordAndThenSaves()
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

void RepairsTest::smsIsNotSwitchedOnAlone()
{
    Bench bench(practice::Sms::Off);
    SetupPlan plan = bench.checkup->plan();
    const QString token = std::exchange(plan.twilio.secret, QString(32, u'x'));
    plan.twilio.user = u"SK"_s + QString(32, u'1');
    bench.checkup->setPlan(plan);
    const auto settings = [&bench] {
        QStringList where;
        const RepairPlan repair = bench.checkup->settingsRepair();
        for (const RepairPlan::Change &change : repair.changes) {
            where.append(change.where);
        }
        return where;
    };
    QVERIFY(bench.runAll());
    QCOMPARE(bench.of(u"twilio.form"_s).verdict, CheckVerdict::Warning);
    QCOMPARE(bench.of(u"twilio.form"_s).cause, u"no-token-beside-key"_s);
    QCOMPARE(settings().join(u' '), u"SMS_Default_Omnichannel_Department"_s);
    QCOMPARE(bench.of(u"settings.enabled"_s).cause, u"sms-off"_s);
    QVERIFY(bench.of(u"settings.enabled"_s).repairs.isEmpty());
    QCOMPARE(bench.of(u"settings.enabled"_s).hindrance, u"no-token-to-save"_s);
    plan.token = token;
    bench.checkup->setPlan(plan);
    for (const QString &id : {u"settings.enabled"_s, u"settings.login"_s, u"twilio.form"_s}) {
        QVERIFY2(!bench.checkup->runner().outcome(id), qPrintable(id)); // what was said before is of no use any more
    }
    QVERIFY(bench.checkup->runner().outcome(u"sending.test"_s)); // but whoever asks Twilio is the same
    QVERIFY(bench.runAll());
    QCOMPARE(bench.of(u"settings.enabled"_s).repairs.size(), 1);
    QCOMPARE(bench.of(u"settings.enabled"_s).hindrance, QString());
    QCOMPARE(bench.of(u"twilio.form"_s).verdict, CheckVerdict::Passed);
    QCOMPARE(settings().mid(0, 3),
             (QStringList{u"SMS_Enabled"_s, u"SMS_Twilio_Account_SID"_s, u"SMS_Twilio_authToken"_s}));
}

void RepairsTest::nothingIsSwitchedOnWithoutAnAccount()
{
    Bench bench(practice::Sms::Off);
    SetupPlan plan = bench.checkup->plan();
    plan.twilio.account.clear();
    bench.checkup->setPlan(plan);
    QVERIFY(bench.runAll());
    const RepairPlan repair = bench.checkup->settingsRepair();
    for (const RepairPlan::Change &change : repair.changes) {
        QCOMPARE(change.where, u"SMS_Default_Omnichannel_Department"_s);
    }
}

void RepairsTest::aTokenThatNobodyTriedIsNotSavedAlong()
{
    Bench bench;
    SetupPlan plan = bench.checkup->plan();
    plan.twilio.user = u"SK"_s + QString(32, u'1');
    plan.twilio.secret = QString(32, u'x');
    plan.token = QString(32, u'0');
    bench.checkup->setPlan(plan);
    QVERIFY(bench.runAll());
    QVERIFY(bench.checkup->settingsRepair().changes.isEmpty());
}

void RepairsTest::whatIsNoSidIsReplacedUnseen()
{
    const QString pasted(32, u'e');
    Bench bench;
    bench.workspace.state().settings.set(u"SMS_Twilio_Account_SID"_s, pasted);
    QVERIFY(bench.runAll());
    const CheckOutcome login = bench.of(u"settings.login"_s);
    QCOMPARE(login.cause, u"sms-sid-malformed"_s);
    QVERIFY(!login.evidence.isEmpty() && !login.evidence.first().answered.contains(pasted));
    QVERIFY(bench.confirmed(bench.checkup->settingsRepair()).isOk());
    QCOMPARE(bench.workspace.state().settings.text(u"SMS_Twilio_Account_SID"_s), bench.workspace.accountSid());
}

void RepairsTest::movesANumberOutOfAServiceThatDrops()
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

void RepairsTest::makesAServiceToRegister()
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

void RepairsTest::makesNoSecondServiceAfterALostAnswer()
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
    QVERIFY(bench.carryOut(plan).isOk()); // it looks whether it was made
    QCOMPARE(bench.workspace.twilio().calls("POST", u"/v1/Services"_s), 2); // made, and the number into it
    QVERIFY(bench.run(u"webhook.route"_s));
    QVERIFY(bench.checkup->inbound()->service);
}

void RepairsTest::aRefusalOfTwilioIsNoEndOfTheSession()
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

void RepairsTest::cancelsARepairWhenTheAccountBecomesAnother()
{
    Bench bench(practice::Sms::Off);
    QVERIFY(bench.runAll());
    QList<Status> answers;
    QList<Status> others;
    const RepairPlan repair = bench.of(u"webhook.route"_s).repairs.first();
    bench.checkup->repairs().carryOut(repair, {},
                                      {&bench.life, [&answers](const Status &status) { answers.append(status); }});
    bench.checkup->repairs().carryOut(repair, {},
                                      {&bench.life, [&others](const Status &status) { others.append(status); }});
    QVERIFY(bench.checkup->repairs().isBusy());
    QSignalSpy busy(&bench.checkup->repairs(), &Repairs::busyChanged);
    SetupPlan plan = bench.checkup->plan();
    plan.twilio.secret = u"00000000000000000000000000000000"_s;
    bench.checkup->setPlan(plan);
    QVERIFY(!bench.checkup->repairs().isBusy() && busy.size() == 1);
    QCOMPARE(answers.size(), 1);
    QCOMPARE(answers.first().error().kind, Error::Kind::Cancelled);
    QVERIFY(bench.runAll());
    QCOMPARE(answers.size(), 1);
    QVERIFY(others.size() == 1 && others.first().error().code == "repair-busy"_L1);
    QVERIFY(bench.workspace.twilio().changes().isEmpty());
}

/// Two consoles at the same moment: the other one is through while this one still reads.
void RepairsTest::joinsTheServiceThatAnotherConsoleMadeMeanwhile()
{
    Bench bench;
    bench.workspace.twilio().setScene(
        bench.scene(bench.workspace.webhook().toString(), {{{u"friendly_name"_s, u"News"_s}}}));
    QVERIFY(bench.runAll());
    const RepairPlan plan = bench.of(u"number.registration"_s).repairs.first();
    practice::PracticeTwilio &twilio = bench.workspace.twilio();
    practice::TwilioMischief slow;
    slow.kind = practice::TwilioMischief::Kind::Slow;
    slow.method = u"GET"_s;
    slow.path = u"/PhoneNumbers"_s; // who sits in the services that were read before
    slow.delay = 300;
    twilio.addFault(slow);
    const int before = twilio.calls("GET", u"/PhoneNumbers"_s);
    std::optional<Status> done;
    bench.checkup->repairs().carryOut(plan, {}, {&bench.life, [&done](const Status &status) { done.emplace(status); }});
    QTRY_VERIFY(twilio.calls("GET", u"/PhoneNumbers"_s) > before);
    const QString made = OtherConsole(bench).createService(plan.changes.first().to);
    QVERIFY(!made.isEmpty());
    const auto isDone = [&] {
        bench.clock.advance(1s);
        return done.has_value();
    };
    QTRY_VERIFY(isDone() && done->isOk());
    QCOMPARE(twilio.calls("POST", u"/v1/Services"_s), 2); // the other's, and the number into it
    twilio.clearFaults();
    QVERIFY(bench.run(u"webhook.route"_s));
    QCOMPARE(bench.checkup->inbound()->service->sid, made);
}

void RepairsTest::ofTwoServicesMadeAtOnceTheOlderStays_data()
{
    QTest::addColumn<bool>("isUsed");
    QTest::addColumn<bool>("isJoined");
    QTest::newRow("ours is empty") << false << false;
    QTest::newRow("somebody has put a number into ours") << true << false;
    QTest::newRow("the number is in the older one already") << false << true;
}

/// Both look, both find none, both make one; the other is a second ahead.
void RepairsTest::ofTwoServicesMadeAtOnceTheOlderStays()
{
    QFETCH(const bool, isUsed);
    QFETCH(const bool, isJoined);
    Bench bench;
    const QString hook = bench.workspace.webhook().toString();
    bench.workspace.twilio().setScene(bench.scene(hook));
    QVERIFY(bench.runAll());
    const RepairPlan plan = bench.of(u"number.registration"_s).repairs.first();
    practice::PracticeTwilio &twilio = bench.workspace.twilio();
    const auto lists = [&twilio] { return twilio.calls("GET", u"/v1/Services"_s); };
    practice::TwilioMischief slow;
    slow.kind = practice::TwilioMischief::Kind::Slow;
    slow.method = u"GET"_s;
    slow.path = u"/v1/Services"_s;
    slow.delay = 500;
    twilio.addFault(slow);
    const int before = lists();
    std::optional<Status> done;
    bench.checkup->repairs().carryOut(plan, {}, {&bench.life, [&done](const Status &status) { done.emplace(status); }});
    QTRY_COMPARE(lists(), before + 1); // for the check
    bench.clock.advance(1s);
    QTRY_COMPARE(lists(), before + 2); // right before it is made
    OtherConsole other(bench);
    const QString older = other.createService(plan.changes.first().to);
    bench.clock.advance(1s);
    QTRY_COMPARE(lists(), before + 3); // after it was made
    twilio.clearFaults();
    QStringList both = other.services();
    QCOMPARE(both.size(), 2);
    both.removeAll(older);
    QVERIFY(!isUsed || other.addToService(both.first(), bench.checkup->numbers().last().sid));
    QVERIFY(!isJoined || other.addToService(older, bench.checkup->numbers().first().sid));
    bench.clock.advance(1s);
    QTRY_VERIFY(done);
    QVERIFY(done->isOk());
    QVERIFY(bench.run(u"webhook.route"_s) && bench.run(u"number.registration"_s));
    QCOMPARE(bench.checkup->inbound()->service->sid, older);
    const QStringList left = isUsed ? QStringList{older, both.first()} : QStringList(older);
    QCOMPARE(other.services(), left);
    const CheckOutcome outcome = bench.of(u"number.registration"_s);
    QCOMPARE(outcome.cause, isUsed ? u"not-registered-twin"_s : u"not-registered"_s);
    QVERIFY2(outcome.evidence.last().asked.contains(both.first()), qPrintable(outcome.evidence.last().asked));
    QCOMPARE(outcome.evidence.last().answered.section(u',', 0, 0), isUsed ? u"kept"_s : u"deleted again"_s);
}

void RepairsTest::joinsNoServiceThatIsGone()
{
    Bench bench(practice::Sms::Off);
    QVERIFY(bench.runAll());
    const RepairPlan plan = bench.of(u"number.registration"_s).repairs.first();
    QCOMPARE(plan.id, u"join-service"_s);
    practice::TwilioMischief gone;
    gone.method = u"POST"_s;
    gone.path = u"/PhoneNumbers"_s;
    gone.status = 404;
    gone.code = 20404;
    gone.message = u"The requested resource was not found"_s;
    bench.workspace.twilio().addFault(gone);
    const Status done = bench.carryOut(plan);
    QVERIFY(!done.isOk());
    QCOMPARE(done.error().code, u"changed-meanwhile"_s);
    QCOMPARE(bench.workspace.twilio().calls("POST", u"/v1/Services"_s), 1); // none is made in its place
}

QTEST_GUILESS_MAIN(RepairsTest)
#include "tst_repairs.moc"
