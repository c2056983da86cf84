#pragma once

#include "app/omnichannel/agent.h"
#include "app/rest/restclient.h"
#include "app/rest/settingsapi.h"
#include "app/setup/setupplan.h"
#include "app/setup/sharedread.h"
#include "app/setup/workspacefindings.h"

#include <QObject>

namespace greenline {

/// The checks of the workspace's side: that it is reached and may be set up, omnichannel, what SMS is set to, and its
/// webhook. Each thing is read once for all checks of a run, for ten calls a minute come through to a route.
class WorkspaceChecks : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        RestClient &rest;
        HttpClient &http;
        ServerVersion version;
        TwilioPlace place = TwilioPlace::Internet;
    };
    explicit WorkspaceChecks(const Needs &needs, QObject *parent = nullptr);

    QList<Check> checks();
    void setPlan(const SetupPlan &plan) { m_plan = plan; }
    void forget(); ///< What was read is old; the next check asks anew.

    SettingsApi &api() { return m_settingsApi; }
    ServerVersion version() const { return m_version; }
    /// As last read, also while it is read anew.
    const std::optional<WorkspaceSettings> &settings() const { return m_settings; }
    const QList<Department> &departments() const { return m_departments; }
    bool mayWrite() const; ///< Settings; as last read; true until the rights were.
    QUrl hook() const; ///< Empty until Site_Url is known.

Q_SIGNALS:
    void settingsRead();

private:
    using Judge = std::function<CheckOutcome(const WorkspaceSettings &)>;
    QList<Check> workspaceOnes();
    QList<Check> omnichannelOnes();
    QList<Check> settingsOnes();
    Check judged(const QString &id, const QStringList &needs, const Judge &judge);
    void withSettings(const Then<CheckOutcome> &then, const std::function<void(const WorkspaceSettings &)> &go);
    void withDepartments(const Then<CheckOutcome> &then, const std::function<void(const QList<Department> &)> &go);
    void readRights(const Then<QSet<QString>> &then);
    void readSettings(const Then<WorkspaceSettings> &then);
    void readDepartments(const Then<QList<Department>> &then);
    void checkReachable(const Then<CheckOutcome> &then);
    void checkRights(const Then<CheckOutcome> &then);
    void checkLicence(const Then<CheckOutcome> &then);
    void checkAgents(const Then<CheckOutcome> &then);
    void checkDepartment(const Then<CheckOutcome> &then);
    void probe(const Then<CheckOutcome> &then);
    void probeSigned(const CheckOutcome &plainly, const Then<CheckOutcome> &then);
    CheckOutcome permitted(const CheckOutcome &outcome) const;
    ServerFeatures features() const { return ServerFeatures(m_version); }

    Needs m_needs;
    SetupPlan m_plan;
    ServerVersion m_version;
    SettingsApi m_settingsApi;
    SharedRead<QSet<QString>> m_rightsRead;
    SharedRead<WorkspaceSettings> m_settingsRead;
    SharedRead<QList<Department>> m_departmentsRead;
    std::optional<QSet<QString>> m_rights;
    std::optional<WorkspaceSettings> m_settings;
    QList<Department> m_departments;
};

} // namespace greenline
