#pragma once

#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"
#include "app/setup/arrival.h"
#include "app/setup/checkrunner.h"
#include "app/setup/lastlooks.h"
#include "app/setup/repairs.h"
#include "app/setup/setupplan.h"
#include "app/setup/testsms.h"
#include "app/setup/workspacefindings.h"
#include "app/twilio/twilioclient.h"

#include <QDateTime>

#include <memory>

namespace greenline {

/// Everything that is known about one set-up of SMS, from the workspace and from Twilio: the checks of both as one
/// graph, and what can be done about what they find. What one check reads, the others use.
class Checkup : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        RestClient &rest; ///< Signed in.
        ServerVersion version; ///< As last known; workspace.reachable asks again.
        HttpClient &http;
        Clock &clock;
        TwilioHosts hosts = TwilioHosts::fromEnvironment();
    };
    explicit Checkup(const Needs &needs, QObject *parent = nullptr);
    ~Checkup() override;

    void setPlan(const SetupPlan &plan); ///< Another login or number: what was found with the old one is forgotten.
    const SetupPlan &plan() const;

    CheckRunner &runner();
    Repairs &repairs();
    TestSms &testSms();
    Arrival &arrival();
    LastLooks &lastLooks();

    const TwilioAccount &account() const; ///< As last read.
    const QList<TwilioNumber> &numbers() const; ///< The account's, as last read.
    const std::optional<InboundFacts> &inbound() const; ///< Who is called, as webhook.route found it.
    const std::optional<WorkspaceSettings> &settings() const;
    QDateTime checkedAt() const; ///< When the last checks ended; invalid: none has.
    QDateTime checkedAt(const QString &check) const; ///< When its verdict was found; invalid: it has none.
    const QList<Department> &departments() const;
    QUrl hook() const; ///< <Site_Url>/api/v1/livechat/sms-incoming/twilio; empty until Site_Url was read.
    bool mayWrite() const; ///< The account may change the workspace's settings, as workspace.rights found it.
    /// All that the plan wants otherwise in the workspace's SMS settings, as one repair; without changes: nothing.
    RepairPlan settingsRepair() const;

Q_SIGNALS:
    void settingsRead(); ///< settings() are new, and nothing has been judged by them yet: the plan may follow them.

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace greenline
