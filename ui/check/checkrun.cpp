#include "ui/check/checkrun.h"

#include "app/twilio/loginforms.h"
#include "ui/wizard/checkreport.h"
#include "ui/wizard/wizarddraft.h"
#include "ui/words/errortext.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

bool isUnreachable(const Error &error)
{
    return error.kind == Error::Kind::Network || error.kind == Error::Kind::Tls || error.kind == Error::Kind::Timeout
        || error.kind == Error::Kind::Protocol || error.kind == Error::Kind::NotFound;
}

/// A token may stand in its place.
QString shownAccount(const QString &account)
{
    return isAccountSid(account) ? account : u"what was named as the account"_s;
}

QString entryComplaint(const Error &error)
{
    if (error.code == "no-credentials"_L1) {
        return u"Nobody said who asks: set GREENLINE_USER_ID and GREENLINE_AUTH_TOKEN, or GREENLINE_USER and "
               "GREENLINE_PASSWORD, or sign in with Greenline on this computer."_s;
    }
    return errorText(error, Occasion::SigningIn).oneLine();
}

} // namespace

CheckRun::CheckRun(const CheckRequest &request, const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_request(request)
    , m_needs(needs)
    , m_rest(m_http, needs.clock)
    , m_auth(m_rest)
    , m_entry({m_rest, needs.secrets, needs.accounts, needs.terminal, needs.environment})
{
    m_rest.setWorkspace(request.workspace);
}

void CheckRun::start(const Then<Answer> &then)
{
    m_then = then;
    m_auth.info({this, [this](const Result<ServerInfo> &info) {
                     if (info) {
                         m_entry.enter({this, [this, version = info->version](const Status &entered) {
                                            if (entered) {
                                                begin(version);
                                                readPlan();
                                            } else {
                                                giveUp(entryComplaint(entered.error()));
                                            }
                                        }});
                     } else if (isUnreachable(info.error())) {
                         m_request.only = {u"workspace.reachable"_s}; // it says why; the others would say nothing else
                         begin({});
                         check();
                     } else {
                         giveUp(errorText(info.error(), Occasion::CheckingAddress).oneLine());
                     }
                 }});
}

void CheckRun::begin(const ServerVersion &version)
{
    m_checkup = std::make_unique<Checkup>(
        Checkup::Needs{.rest = m_rest, .version = version, .http = m_http, .clock = m_needs.clock});
    connect(&m_checkup->runner(), &CheckRunner::progressed, this, &CheckRun::progressed);
    // Later, for its own call is still under way.
    connect(&m_checkup->runner(), &CheckRunner::finished, this, &CheckRun::goOn, Qt::QueuedConnection);
}

/// What answers at once has finished before the next one is asked for, so the end is told more than once.
void CheckRun::goOn()
{
    if (m_next && !m_checkup->runner().isRunning()) {
        (this->*std::exchange(m_next, nullptr))();
    }
}

/// What the workspace is set to names the provider, and the account if nobody else does.
void CheckRun::readPlan()
{
    m_next = &CheckRun::onPlanRead;
    m_checkup->runner().run(u"settings.enabled"_s);
}

QString CheckRun::wantedAccount() const
{
    const QString workspace = m_request.workspace.toString();
    const std::optional<WorkspaceSettings> &settings = m_checkup->settings();
    const QStringList named{m_request.account, m_entry.twilioAccount(),
                            DraftFile(m_needs.settings, workspace).read().account,
                            settings ? settings->accountSid.value_or(QString()) : QString()};
    const auto first
        = std::find_if(named.cbegin(), named.cend(), [](const QString &account) { return !account.isEmpty(); });
    return first == named.cend() ? QString() : *first;
}

void CheckRun::onPlanRead()
{
    SetupPlan plan;
    const std::optional<WorkspaceSettings> &settings = m_checkup->settings();
    if (settings && settings->smsEnabled.value_or(false) && settings->smsService) {
        plan.provider = *settings->smsService;
    }
    plan.twilio.account = wantedAccount();
    const WizardDraft draft = DraftFile(m_needs.settings, m_request.workspace.toString()).read();
    plan.number = m_request.number.isEmpty() && draft.account == plan.twilio.account ? draft.number : m_request.number;
    if (plan.provider != "twilio"_L1 || !m_request.needsTwilio()) {
        m_checkup->setPlan(plan);
        check();
        return;
    }
    if (plan.twilio.account.isEmpty()) {
        leaveTwilioOut(u"Nobody said which Twilio account: use --twilio-account, or check without Twilio by --only "
                       "workspace,omnichannel."_s);
        return;
    }
    m_entry.addTwilioLogin(plan,
                           {this, [this, plan](const Result<SetupPlan> &whole) {
                                if (whole) {
                                    choose(*whole);
                                } else {
                                    leaveTwilioOut(u"There is no Auth Token of %1: set "
                                                   "GREENLINE_TWILIO_AUTH_TOKEN, or TWILIO_API_KEY and "
                                                   "TWILIO_API_SECRET, or let the set-up keep it in the keyring."_s.arg(
                                                       shownAccount(plan.twilio.account)));
                                }
                            }});
}

void CheckRun::choose(const SetupPlan &plan)
{
    m_checkup->setPlan(plan);
    if (!plan.number.isEmpty()) {
        check();
        return;
    }
    m_next = &CheckRun::onNumbersRead;
    m_checkup->runner().run(u"number.owned"_s);
}

/// The only one needs not be named.
void CheckRun::onNumbersRead()
{
    if (m_checkup->numbers().size() == 1) {
        SetupPlan plan = m_checkup->plan();
        plan.number = m_checkup->numbers().constFirst().number;
        m_checkup->setPlan(plan);
    }
    check();
}

void CheckRun::check()
{
    m_next = &CheckRun::report;
    CheckRunner &runner = m_checkup->runner();
    runner.forget(runner.ids()); // what was read to get here is part of it only where it was asked for
    if (m_request.only.isEmpty()) {
        runner.runAll();
        return;
    }
    for (const QString &id : std::as_const(m_request.only)) {
        runner.run(id);
    }
}

void CheckRun::report()
{
    const CheckVerdict told = toldVerdict(m_checkup->runner());
    const int status
        = m_missing.isEmpty() || told == CheckVerdict::Failed ? checkStatus(told) : checkStatus(CheckVerdict::Unknown);
    if (!m_request.wantsJson) {
        answer({checkLines(*m_checkup, m_request.workspace).toUtf8(), m_missing, status});
        return;
    }
    QJsonObject object = checkReport(*m_checkup, m_request.workspace, m_needs.clock.now());
    if (!m_missing.isEmpty()) {
        object.insert(u"status"_s, status);
        object.insert(u"verdict"_s, status == checkStatus(told) ? object.value("verdict"_L1) : u"unknown"_s);
        object.insert(u"error"_s, m_missing);
    }
    answer({QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n', m_missing, status});
}

/// The workspace's side can be told all the same; the whole cannot.
void CheckRun::leaveTwilioOut(const QString &why)
{
    m_request.only = m_request.withoutTwilio();
    if (m_request.only.isEmpty()) {
        giveUp(why);
        return;
    }
    m_missing = why;
    check();
}

void CheckRun::giveUp(const QString &why)
{
    Answer given{.complaint = why};
    if (m_request.wantsJson) {
        given.text
            = QJsonDocument(checkFailure(why, m_request.workspace, m_needs.clock.now())).toJson(QJsonDocument::Compact)
            + '\n';
    }
    answer(given);
}

void CheckRun::stop()
{
    if (m_checkup) {
        m_checkup->runner().cancel();
    }
    giveUp(u"Interrupted."_s);
}

void CheckRun::answer(const Answer &given)
{
    if (std::exchange(m_isAnswered, true)) {
        return;
    }
    m_entry.leave({this, [this, given](const Status &) { (*m_then)(given); }});
}

} // namespace greenline
