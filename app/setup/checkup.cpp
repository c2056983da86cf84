#include "app/setup/checkup.h"

#include "app/setup/askedfor.h"
#include "app/setup/outcomes.h"
#include "app/setup/twiliofindings.h"
#include "app/setup/twilioside.h"
#include "app/setup/workspacechecks.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

TwilioPlace placeOf(const TwilioHosts &hosts)
{
    const QString host = hosts.api.host();
    const bool isHere = host == "localhost"_L1 || QHostAddress(host).isLoopback();
    return isHere ? TwilioPlace::ThisComputer : TwilioPlace::Internet;
}

/// The account's secret never stands in what is shown, so the plan's is compared and not copied.
QList<RepairPlan::Change> changesOf(const CheckOutcome &outcome)
{
    QList<RepairPlan::Change> changes;
    for (const RepairPlan &repair : outcome.repairs) {
        changes += repair.changes;
    }
    return changes;
}

} // namespace

struct Checkup::Parts {
    explicit Parts(const Needs &all)
        : needs(all)
        , workspace({all.rest, all.http, all.version, placeOf(all.hosts)})
        , repairs(workspace.api())
        , testSms(all.clock)
        , arrival(all.clock)
        , runner(graph())
        , lastLooks(runner, all.clock)
    {
        renewTwilio();
    }

    void renewTwilio();
    QList<Check> graph();
    QList<Check> twilioOnes();
    void settle(const SetupPlan &next);
    void adoptSite(const QUrl &next);
    void noteTest(const QString &check, const CheckOutcome &outcome);

    Needs needs;
    SetupPlan plan;
    std::optional<QUrl> site; // as last read, which may be empty; nothing: never read
    WorkspaceChecks workspace;
    std::unique_ptr<TwilioSide> twilio;
    Repairs repairs;
    TestSms testSms;
    Arrival arrival;
    CheckRunner runner;
    LastLooks lastLooks;
    QDateTime checkedAt;
    QHash<QString, QDateTime> foundAt;
};

void Checkup::Parts::renewTwilio()
{
    auto next = std::make_unique<TwilioSide>(TwilioClient::Needs{needs.http, needs.clock, needs.hosts}, plan);
    next->checks.setSiteUrl(site.value_or(QUrl()));
    repairs.use(next->checks, next->numberChecks);
    repairs.useToken(plan.workspaceLogin().secret);
    testSms.use(next->checks);
    arrival.use(next->checks);
    twilio = std::move(next);
}

/// Those of Twilio as they are declared; whom they ask is found when they run, for the login may have become another.
QList<Check> Checkup::Parts::twilioOnes()
{
    QList<Check> all = TwilioSide({needs.http, needs.clock, needs.hosts}, plan).declared();
    for (Check &check : all) {
        check.run = [this, id = check.id](const Then<CheckOutcome> &then) {
            if (plan.provider == "twilio"_L1 && id == "twilio.form"_L1) {
                then(judgeForms(plan));
            } else if (plan.provider == "twilio"_L1) {
                twilio->runs.value(id)(then);
            } else {
                then(found(CheckVerdict::Skipped, u"other-provider"_s, {plan.provider}));
            }
        };
        if (check.id == "webhook.route"_L1) { // what is wanted there begins with it
            check.needs.append(u"workspace.site-url"_s);
        }
    }
    return all;
}

QList<Check> Checkup::Parts::graph()
{
    QList<Check> all = workspace.checks() + twilioOnes();
    all.append({u"sending.test"_s, {}, [this](const Then<CheckOutcome> &then) { then(testSms.outcome()); }});
    all.append({u"receiving.arrival"_s, {}, [this](const Then<CheckOutcome> &then) { then(arrival.outcome()); }});
    for (Check &check : all) {
        check = withEvidence(check, &workspace);
    }
    static const QStringList pages{u"workspace"_s, u"omnichannel"_s, u"twilio"_s,  u"number"_s,
                                   u"webhook"_s,   u"settings"_s,    u"sending"_s, u"receiving"_s};
    std::stable_sort(all.begin(), all.end(), [](const Check &one, const Check &other) {
        return pages.indexOf(one.id.section(u'.', 0, 0)) < pages.indexOf(other.id.section(u'.', 0, 0));
    });
    return all;
}

/// It became another since it was judged: so is what is wanted at Twilio, whichever check happened to read it.
void Checkup::Parts::adoptSite(const QUrl &next)
{
    const std::optional<QUrl> before = std::exchange(site, next);
    twilio->checks.setSiteUrl(next);
    if (!before || *before == next) {
        return;
    }
    runner.judgeAnew({u"workspace.site-url"_s});
}

/// Judged when a test begins and when it ends, not at every step between.
void Checkup::Parts::noteTest(const QString &check, const CheckOutcome &outcome)
{
    const CheckOutcome *before = runner.outcome(check);
    const bool wasUnderWay = before && isUnderWay(*before);
    const bool isSame = wasUnderWay ? isUnderWay(outcome) : outcome.cause == "not-tried"_L1;
    if (!isSame) {
        runner.run(check);
    }
}

void Checkup::Parts::settle(const SetupPlan &next)
{
    const SetupPlan before = std::exchange(plan, next);
    workspace.setPlan(plan);
    QStringList old;
    if (before.twilio != plan.twilio || before.provider != plan.provider) {
        old = {u"twilio.form"_s, u"settings.enabled"_s, u"settings.login"_s, u"webhook.probe"_s};
        renewTwilio();
    } else if (before.token != plan.token) {
        old = {u"twilio.form"_s, u"settings.enabled"_s, u"settings.login"_s, u"webhook.probe"_s};
        repairs.useToken(plan.workspaceLogin().secret);
    }
    if (before.number != plan.number) {
        old.append(u"number.owned"_s);
        twilio->checks.setNumber(plan.number);
        testSms.use(twilio->checks);
        arrival.use(twilio->checks);
    }
    if (before.twilio != plan.twilio || before.provider != plan.provider || old.contains(u"number.owned"_s)) {
        old.append({u"sending.test"_s, u"receiving.arrival"_s});
    }
    if (before.maySign != plan.maySign) {
        old.append(u"webhook.probe"_s);
    }
    if (before.department != plan.department) {
        old.append({u"omnichannel.agents"_s, u"settings.department"_s});
    }
    runner.forget(old);
}

Checkup::Checkup(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(needs))
{
    Parts &parts = *m_parts;
    connect(&parts.runner, &CheckRunner::aboutToRun, &parts.workspace, &WorkspaceChecks::forget);
    connect(&parts.runner, &CheckRunner::changed, this,
            [this](const QString &id) { m_parts->foundAt.insert(id, m_parts->needs.clock.now()); });
    connect(&parts.runner, &CheckRunner::finished, this, [this] { m_parts->checkedAt = m_parts->needs.clock.now(); });
    connect(&parts.repairs, &Repairs::done, &parts.workspace, &WorkspaceChecks::forget);
    connect(&parts.workspace, &WorkspaceChecks::settingsRead, this, [this] {
        m_parts->adoptSite(QUrl(m_parts->workspace.settings()->siteUrl.value_or(QString()).trimmed()));
        Q_EMIT settingsRead();
    });
    connect(&parts.testSms, &TestSms::changed, this,
            [this] { m_parts->noteTest(u"sending.test"_s, m_parts->testSms.outcome()); });
    connect(&parts.arrival, &Arrival::changed, this,
            [this] { m_parts->noteTest(u"receiving.arrival"_s, m_parts->arrival.outcome()); });
}

Checkup::~Checkup() = default;

void Checkup::setPlan(const SetupPlan &plan)
{
    if (plan != m_parts->plan) {
        m_parts->settle(plan);
    }
}

const SetupPlan &Checkup::plan() const
{
    return m_parts->plan;
}

CheckRunner &Checkup::runner()
{
    return m_parts->runner;
}

Repairs &Checkup::repairs()
{
    return m_parts->repairs;
}

TestSms &Checkup::testSms()
{
    return m_parts->testSms;
}

Arrival &Checkup::arrival()
{
    return m_parts->arrival;
}

LastLooks &Checkup::lastLooks()
{
    return m_parts->lastLooks;
}

const TwilioAccount &Checkup::account() const
{
    return m_parts->twilio->checks.account();
}

const QList<TwilioNumber> &Checkup::numbers() const
{
    return m_parts->twilio->checks.numbers();
}

const std::optional<InboundFacts> &Checkup::inbound() const
{
    return m_parts->twilio->checks.inbound();
}

const std::optional<WorkspaceSettings> &Checkup::settings() const
{
    return m_parts->workspace.settings();
}

const QList<Department> &Checkup::departments() const
{
    return m_parts->workspace.departments();
}

QDateTime Checkup::checkedAt() const
{
    return m_parts->checkedAt;
}

QDateTime Checkup::checkedAt(const QString &check) const
{
    return m_parts->runner.outcome(check) ? m_parts->foundAt.value(check) : QDateTime();
}

QUrl Checkup::hook() const
{
    return m_parts->workspace.hook();
}

bool Checkup::mayWrite() const
{
    return m_parts->workspace.mayWrite();
}

RepairPlan Checkup::settingsRepair() const
{
    const std::optional<WorkspaceSettings> &settings = m_parts->workspace.settings();
    if (!settings || !mayWrite()) {
        return saving({});
    }
    const SetupPlan &plan = m_parts->plan;
    QList<RepairPlan::Change> changes = changesOf(judgeSmsSwitch(*settings, plan));
    if (plan.provider == "twilio"_L1) {
        const CheckOutcome login = judgePlannedLogin(*settings, plan);
        if (login.verdict == CheckVerdict::Failed) { // a token that is hidden may well be the right one
            changes += changesOf(login);
        }
    }
    changes += changesOf(judgeSmsDepartment(*settings, m_parts->workspace.departments(), plan.department));
    return saving(changes);
}

} // namespace greenline
