#include "ui/wizard/setupdesk.h"

#include "app/setup/checkup.h"
#include "app/twilio/loginforms.h"
#include "app/workspace/abilities.h"
#include "app/workspace/finding.h"
#include "app/workspace/session.h"
#include "ui/dialogs/problembar.h"
#include "ui/wizard/arrivalfeed.h"
#include "ui/wizard/health.h"
#include "ui/wizard/wizardwindow.h"
#include "ui/words/abilitywords.h"
#include "ui/words/errortext.h"

#include <QAction>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto firstLook = 60s; // after the start, when the console has come to rest
constexpr auto laterLooks = 6h;

} // namespace

SetupDesk::SetupDesk(const Needs &needs, const Switches &switches, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_switches(switches)
    , m_file(needs.settings, needs.session.signedIn().account.workspace.toString())
    , m_draft(m_file.read())
    , m_drift(new QToolButton)
    , m_next(needs.clock, [this] { lookIfDue(); })
{
    m_drift->setText(tr("Open Health"));
    needs.addTool(m_drift);
    m_drift->hide();
    showAbility();
    m_next.start(firstLook);
    connect(m_drift, &QToolButton::clicked, this, &SetupDesk::openHealth);
    connect(&switches.setUp, &QAction::triggered, this, &SetupDesk::open);
    connect(&switches.health, &QAction::triggered, this, &SetupDesk::openHealth);
    connect(&needs.session.abilities(), &Abilities::changed, this, &SetupDesk::showAbility);
    connect(&needs.session, &Session::versionChanged, this, [this] { m_next.start(firstLook); });
}

SetupDesk::~SetupDesk()
{
    delete m_wizard; // it shows what is ours
}

QString SetupDesk::refusal() const
{
    return abilityRefusal(Ability::SetUpSms, m_needs.session.abilities().verdict(Ability::SetUpSms));
}

/// The actions stay, so that the palette can say what is missing.
void SetupDesk::showAbility()
{
    for (QAction *action : {&m_switches.setUp, &m_switches.health}) {
        action->setToolTip(refusal());
        action->setStatusTip(refusal());
    }
}

bool SetupDesk::prepare()
{
    if (!refusal().isEmpty()) {
        return false;
    }
    if (m_checkup) {
        return true;
    }
    const ServerVersion version = m_needs.session.signedIn().version;
    RestClient &rest = m_needs.session.rest();
    m_checkup = std::make_unique<Checkup>(
        Checkup::Needs{.rest = rest, .version = version, .http = m_http, .clock = m_needs.clock});
    m_feed = std::make_unique<ArrivalFeed>(
        ArrivalFeed::Needs{m_needs.session.conversations(), rest, m_needs.clock, m_checkup->arrival()});
    m_checkup->setPlan({.twilio = {.account = m_draft.account}, .number = m_draft.number});
    m_checkup->lastLooks().restore(m_draft.looks);
    const CheckRunner &runner = m_checkup->runner();
    connect(&runner, &CheckRunner::aboutToRun, this, [this] { m_look = Look::Asked; });
    connect(&runner, &CheckRunner::finished, this, &SetupDesk::onFinished);
    connect(m_checkup.get(), &Checkup::settingsRead, this, &SetupDesk::adoptSettings);
    connect(&runner, &CheckRunner::changed, this, [this](const QString &id) {
        if ((id == "twilio.account"_L1 || id == "settings.login"_L1) && hasHeld(id)) { // and is not just forgotten
            keepLogin();
        }
    });
    return true;
}

/// A workspace that texts by another provider is no broken one of Twilio. Only what is first read tells so: later it
/// differs from what a person wants.
bool SetupDesk::adoptProvider(SetupPlan &plan)
{
    static const QStringList others{u"voxtelesys"_s, u"mobex"_s};
    const WorkspaceSettings &settings = *m_checkup->settings();
    const QString service = settings.smsService.value_or(QString());
    const bool isChosen = std::exchange(m_isProviderKnown, true) || plan.provider != SetupPlan().provider;
    if (isChosen || !settings.smsEnabled.value_or(false) || !others.contains(service)) {
        return false;
    }
    plan.provider = service;
    return true;
}

bool SetupDesk::adoptAccount(SetupPlan &plan)
{
    const QString named = m_checkup->settings()->accountSid.value_or(QString()).trimmed();
    const bool isEntering = m_wizard && m_wizard->page() != "report"_L1;
    const QString account = isAccountSid(named) ? named : QString();
    const bool isOpen = plan.twilio.account.isEmpty() || isAdopted(plan);
    if (!m_isHealth || isEntering || !isOpen || plan.twilio.account == account) {
        return false;
    }
    plan.twilio.account = m_adopted = account;
    return true;
}

bool SetupDesk::isAdopted(const SetupPlan &plan) const
{
    return !m_adopted.isEmpty() && plan.twilio == TwilioLogin{.account = m_adopted};
}

/// What was judged by the plan before is asked for again.
void SetupDesk::adoptSettings()
{
    SetupPlan plan = m_checkup->plan();
    const bool isOther = adoptProvider(plan);
    const bool isNamed = adoptAccount(plan);
    if (!isOther && !isNamed) {
        return;
    }
    CheckRunner &runner = m_checkup->runner();
    QStringList asked = runner.ids();
    asked.removeIf([&runner](const QString &id) { return !runner.isAskedFor(id); });
    m_checkup->setPlan(plan);
    asked.removeIf([&runner](const QString &id) { return runner.isAskedFor(id); });
    if (m_wizard && isNamed) {
        m_wizard->showLogin(); // an empty field would be taken over for the account
    }
    const Look look = m_look;
    runner.run(asked);
    m_look = look; // it is still the same one
}

void SetupDesk::open()
{
    if (!prepare()) {
        m_needs.problem.tell({refusal(), {}, {}});
        return;
    }
    m_isHealth = false;
    readLogin([this] { showWindow(m_draft.page); });
}

void SetupDesk::openHealth()
{
    m_drift->hide();
    if (!prepare()) {
        m_needs.problem.tell({refusal(), {}, {}});
        return;
    }
    m_isHealth = true;
    readLogin([this] {
        showWindow(u"report"_s);
        m_checkup->runner().runAll();
    });
}

void SetupDesk::showWindow(const QString &page)
{
    if (!m_wizard) {
        m_wizard = new WizardWindow({*m_checkup, m_needs.clock, m_http, TwilioHosts::fromEnvironment(),
                                     m_needs.session.signedIn().account.workspace, m_needs.secrets != nullptr},
                                    m_draft, &m_needs.window);
        m_wizard->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_wizard, &WizardWindow::draftChanged, this, &SetupDesk::remember);
        connect(m_wizard, &WizardWindow::keepingChanged, this, &SetupDesk::onKeeping);
        connect(m_wizard, &WizardWindow::watching, m_feed.get(), &ArrivalFeed::watch);
        connect(m_wizard, &WizardWindow::openWanted, this, &SetupDesk::openConversation);
    }
    m_wizard->showPage(page);
    m_wizard->setVisible(true);
    m_wizard->raise();
    m_wizard->activateWindow();
}

/// An administrator's list need not hold it, so it is asked for first.
void SetupDesk::openConversation(const RoomId &room)
{
    m_needs.session.finding().search.makeKnown(room, {this, [this, room](const Status &known) {
                                                          if (known) {
                                                              m_needs.open(room);
                                                          } else {
                                                              m_needs.problem.tell(
                                                                  errorText(known.error(), Occasion::LoadingHistory));
                                                          }
                                                          m_needs.window.raise();
                                                          m_needs.window.activateWindow();
                                                      }});
}

void SetupDesk::remember()
{
    const SetupPlan &plan = m_checkup->plan();
    if (!isAdopted(plan)) { // the workspace may name another one the next time
        m_draft.account = isAccountSid(plan.twilio.account) ? plan.twilio.account : QString(); // else perhaps a token
    }
    m_draft.number = plan.number;
    m_draft.testNumber = m_wizard->testNumber();
    m_draft.buying = m_wizard->buying();
    m_draft.page = m_wizard->page();
    if (m_draft.tokenOf != m_draft.account) {
        dropToken();
    }
    if (m_draft.keyOf != m_draft.account) {
        dropKey();
    }
    m_draft.looks = m_checkup->lastLooks().all();
    m_file.write(m_draft);
}

bool SetupDesk::hasHeld(const QString &check) const
{
    const CheckOutcome *outcome = m_checkup->runner().outcome(check);
    return outcome && (outcome->verdict == CheckVerdict::Passed || outcome->verdict == CheckVerdict::Warning);
}

/// What was told is kept. But only a run of all checks tells how the set-up is; one that came through to neither side,
/// nothing of it.
void SetupDesk::onFinished()
{
    const CheckRunner &runner = m_checkup->runner();
    const bool isQuiet = m_look == Look::Quiet;
    m_draft.looks = m_checkup->lastLooks().all();
    m_file.write(m_draft);
    if (!runner.isWhole() || (isQuiet && !(hasHeld(u"workspace.reachable"_s) && hasHeld(u"twilio.account"_s)))) {
        return;
    }
    const QStringList ids = runner.ids();
    for (const QString &id : ids) {
        if (!runner.outcome(id)) {
            return;
        }
    }
    const CheckVerdict worst = runner.worst();
    if (isQuiet && hasDrifted(m_draft.worst, worst)) {
        tellDrift();
    }
    m_look = Look::Asked;
    m_draft.worst = verdictId(worst);
    m_draft.checkedAt = m_needs.clock.now();
    m_draft.version = m_needs.session.signedIn().version.text();
    m_file.write(m_draft);
}

void SetupDesk::lookIfDue()
{
    m_next.start(laterLooks);
    const QString version = m_needs.session.signedIn().version.text();
    const bool isDue = m_draft.keepsToken && isHealthDue(m_draft, version, m_needs.clock.now());
    if (!isDue || m_wizard || !prepare()) {
        return;
    }
    readLogin([this] {
        if (!m_checkup->plan().twilio.secret.isEmpty()) { // without it nothing would be told but that it is missing
            m_checkup->runner().runAll();
            m_look = Look::Quiet; // until something else is asked for
        }
    });
}

void SetupDesk::tellDrift()
{
    const QString sentence = driftWords(m_checkup->runner());
    m_needs.problem.inform(sentence);
    m_drift->setToolTip(sentence);
    m_drift->setAccessibleDescription(sentence);
    m_drift->show();
}

} // namespace greenline
