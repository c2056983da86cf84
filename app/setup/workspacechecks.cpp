#include "app/setup/workspacechecks.h"

#include "app/rest/authapi.h"
#include "app/rest/directoryapi.h"
#include "app/rest/rightsapi.h"
#include "app/setup/agentsreader.h"
#include "app/setup/hookprobe.h"
#include "app/setup/settingsreader.h"
#include "app/setup/twiliofindings.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// What did not answer has refused nothing.
CheckOutcome unreadable(const QString &cause, const Error &error)
{
    const bool isSilent = error.kind == Error::Kind::Network || error.kind == Error::Kind::Timeout;
    return {.verdict = CheckVerdict::Unknown,
            .cause = isSilent ? u"workspace-unreachable"_s : cause,
            .evidence = {{{}, error.detail}}};
}

} // namespace

WorkspaceChecks::WorkspaceChecks(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_version(needs.version)
    , m_settingsApi(needs.rest, ServerFeatures(needs.version))
    , m_rightsRead(this, [this](const Then<QSet<QString>> &then) { readRights(then); })
    , m_settingsRead(this, [this](const Then<WorkspaceSettings> &then) { readSettings(then); })
    , m_departmentsRead(this, [this](const Then<QList<Department>> &then) { readDepartments(then); })
{
}

void WorkspaceChecks::readRights(const Then<QSet<QString>> &then)
{
    AuthApi(m_needs.rest).me({this, [this, then](const Result<Agent> &me) {
                                  if (me) {
                                      RightsApi(m_needs.rest, features())
                                          .permissions(me->roles,
                                                       {this, [this, then](const Result<QSet<QString>> &rights) {
                                                            if (rights) {
                                                                m_rights = *rights;
                                                            }
                                                            then(rights);
                                                        }});
                                  } else {
                                      then(me.error());
                                  }
                              }});
}

void WorkspaceChecks::readSettings(const Then<WorkspaceSettings> &then)
{
    m_settingsApi.read(setupSettingIds(), {this, [this, then](const Result<QHash<QString, Setting>> &settings) {
                                               if (!settings) {
                                                   then(settings.error());
                                                   return;
                                               }
                                               m_settings = setupSettings(*settings, m_version);
                                               Q_EMIT settingsRead();
                                               then(*m_settings);
                                           }});
}

void WorkspaceChecks::readDepartments(const Then<QList<Department>> &then)
{
    DirectoryApi(m_needs.rest, features())
        .departments({this, [this, then](const Result<QList<Department>> &departments) {
                          m_departments = departments ? *departments : m_departments;
                          then(departments);
                      }});
}

void WorkspaceChecks::forget()
{
    m_rightsRead.forget();
    m_settingsRead.forget();
    m_departmentsRead.forget();
}

QUrl WorkspaceChecks::hook() const
{
    const QUrl site(m_settings ? m_settings->siteUrl.value_or(QString()).trimmed() : QString());
    if (site.host().isEmpty()) {
        return {};
    }
    QUrl hook = workspaceHook(site);
    hook.setPath(hook.path().section(u'/', 0, -2) + u'/' + m_plan.provider);
    return hook;
}

QList<Check> WorkspaceChecks::checks()
{
    return workspaceOnes() + omnichannelOnes() + settingsOnes();
}

Check WorkspaceChecks::judged(const QString &id, const QStringList &needs, const Judge &judge)
{
    return {id, needs, [this, judge](const Then<CheckOutcome> &then) {
                withSettings(
                    then, [this, judge, then](const WorkspaceSettings &settings) { then(permitted(judge(settings))); });
            }};
}

/// Whether anything may be saved is read first, for then a repair is offered or not.
void WorkspaceChecks::withSettings(const Then<CheckOutcome> &then,
                                   const std::function<void(const WorkspaceSettings &)> &go)
{
    m_rightsRead.read({this, [this, then, go](const Result<QSet<QString>> &) {
                           m_settingsRead.read({this, [then, go](const Result<WorkspaceSettings> &settings) {
                                                    if (settings) {
                                                        go(*settings);
                                                    } else {
                                                        then(unreadable(u"settings-unreadable"_s, settings.error()));
                                                    }
                                                }});
                       }});
}

QList<Check> WorkspaceChecks::workspaceOnes()
{
    using Answer = Then<CheckOutcome>;
    const QString reachable = u"workspace.reachable"_s;
    return {
        {reachable, {}, [this](const Answer &then) { checkReachable(then); }},
        {u"workspace.version"_s, {reachable}, [this](const Answer &then) { then(judgeVersion(m_version)); }},
        judged(u"workspace.site-url"_s, {reachable},
               [this](const WorkspaceSettings &settings) {
                   return judgeSiteUrl(settings, m_needs.rest.workspace(), m_needs.place);
               }),
        {u"workspace.rights"_s, {reachable}, [this](const Answer &then) { checkRights(then); }},
        {u"workspace.licence"_s, {reachable}, [this](const Answer &then) { checkLicence(then); }},
    };
}

QList<Check> WorkspaceChecks::omnichannelOnes()
{
    const QStringList reachable{u"workspace.reachable"_s};
    const QStringList on{u"omnichannel.on"_s};
    return {
        judged(u"omnichannel.on"_s, reachable, judgeOmnichannel),
        judged(u"omnichannel.routing"_s, on, judgeRouting),
        {u"omnichannel.agents"_s, on, [this](const Then<CheckOutcome> &then) { checkAgents(then); }},
        judged(u"omnichannel.nobody"_s, on,
               [this](const WorkspaceSettings &settings) { return judgeNobody(settings, m_version); }),
        judged(u"omnichannel.hours"_s, on, judgeHours),
        judged(u"omnichannel.verification"_s, on, judgeVerification),
    };
}

QList<Check> WorkspaceChecks::settingsOnes()
{
    const QString rights = u"workspace.rights"_s;
    return {
        {u"webhook.probe"_s, {u"workspace.site-url"_s}, [this](const Then<CheckOutcome> &then) { probe(then); }},
        judged(u"webhook.limiter"_s, {rights}, judgeLimiter),
        judged(u"settings.enabled"_s, {rights},
               [this](const WorkspaceSettings &settings) { return judgeSmsSwitch(settings, m_plan); }),
        judged(u"settings.login"_s, {rights, u"twilio.account"_s},
               [this](const WorkspaceSettings &settings) {
                   return judgeSmsLogin(settings, m_plan, m_plan.twilio.account);
               }),
        {u"settings.department"_s, {rights}, [this](const Then<CheckOutcome> &then) { checkDepartment(then); }},
        judged(u"settings.pictures"_s, {rights},
               [this](const WorkspaceSettings &settings) {
                   return judgePicturesBothWays(settings, m_version, m_needs.place);
               }),
    };
}

void WorkspaceChecks::checkReachable(const Then<CheckOutcome> &then)
{
    AuthApi(m_needs.rest).info({this, [this, then](const Result<ServerInfo> &info) {
                                    if (info) {
                                        m_version = info->version;
                                        m_settingsApi.setVersion(m_version);
                                    }
                                    const QUrl &address = m_needs.rest.workspace();
                                    then(info ? judgeReached(info->version, address)
                                              : judgeReached(info.error(), address));
                                }});
}

void WorkspaceChecks::checkRights(const Then<CheckOutcome> &then)
{
    m_rightsRead.read({this, [then](const Result<QSet<QString>> &rights) {
                           then(rights ? judgeRights(*rights) : unreadable(u"rights-unreadable"_s, rights.error()));
                       }});
}

void WorkspaceChecks::checkLicence(const Then<CheckOutcome> &then)
{
    RightsApi(m_needs.rest, features()).modules({this, [then](const Result<QSet<QString>> &modules) {
                                                     then(judgeLicence(modules));
                                                 }});
}

/// Those of the department that gets the texts, where there is one; that one is missing, settings.department tells.
void WorkspaceChecks::checkAgents(const Then<CheckOutcome> &then)
{
    withSettings(then, [this, then](const WorkspaceSettings &settings) {
        const QString wanted
            = m_plan.department.isEmpty() ? settings.smsDepartment.value_or(QString()) : m_plan.department;
        withDepartments(then, [this, settings, wanted, then](const QList<Department> &departments) {
            const Department *department = departmentOf(departments, wanted);
            readAgents(HandoverApi(m_needs.rest, features()), this,
                       department ? std::optional(department->id) : std::nullopt,
                       {this, [this, settings, then](const Result<AgentFacts> &facts) {
                            then(facts ? permitted(judgeAgents(settings, facts->agents, facts->members))
                                       : unreadable(u"agents-unreadable"_s, facts.error()));
                        }});
        });
    });
}

void WorkspaceChecks::withDepartments(const Then<CheckOutcome> &then,
                                      const std::function<void(const QList<Department> &)> &go)
{
    m_departmentsRead.read({this, [then, go](const Result<QList<Department>> &departments) {
                                if (departments) {
                                    go(*departments);
                                } else {
                                    then(unreadable(u"departments-unreadable"_s, departments.error()));
                                }
                            }});
}

void WorkspaceChecks::checkDepartment(const Then<CheckOutcome> &then)
{
    withDepartments(then, [this, then](const QList<Department> &departments) {
        withSettings(then, [this, departments, then](const WorkspaceSettings &settings) {
            then(permitted(judgeSmsDepartment(settings, departments, m_plan.department)));
        });
    });
}

/// Twilio calls the address that Site_Url begins; so does this. Once more with a signature, if that was allowed.
void WorkspaceChecks::probe(const Then<CheckOutcome> &then)
{
    m_needs.http.send(hookProbe(hook(), m_version),
                      {this, [this, then](const Result<HttpReply> &reply) {
                           const CheckOutcome plainly = judgeProbe(reply, m_plan.provider == "twilio"_L1);
                           const bool maySign = m_plan.maySign && m_plan.provider == "twilio"_L1
                               && !m_plan.workspaceLogin().secret.isEmpty();
                           if (plainly.verdict == CheckVerdict::Passed && maySign) {
                               probeSigned(plainly, then);
                           } else {
                               then(plainly);
                           }
                       }});
}

void WorkspaceChecks::probeSigned(const CheckOutcome &plainly, const Then<CheckOutcome> &then)
{
    m_needs.http.send(signedHookProbe(hook(), m_plan.workspaceLogin().secret),
                      {this, [plainly, then](const Result<HttpReply> &reply) {
                           CheckOutcome signedly = judgeSignedProbe(reply);
                           signedly.evidence = plainly.evidence + signedly.evidence;
                           then(signedly);
                       }});
}

bool WorkspaceChecks::mayWrite() const
{
    return !m_rights || mayWriteSettings(*m_rights);
}

CheckOutcome WorkspaceChecks::permitted(const CheckOutcome &outcome) const
{
    return m_rights ? permittedBy(*m_rights, outcome) : outcome;
}

} // namespace greenline
