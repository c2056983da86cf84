#pragma once

#include "app/base/clock.h"
#include "app/rest/rightsapi.h"

#include <QObject>

namespace greenline {

class Abilities;
class AgentStore;
class DdpClient;
struct StreamEvent;

/// Keeps the abilities true: reads permissions, licence and settings after each login, for an event may have been
/// missed, and follows the streams that tell of changes.
class Rights : public QObject
{
    Q_OBJECT
public:
    struct Stores {
        const AgentStore &agent;
        Abilities &abilities;
    };
    Rights(RightsApi &api, DdpClient &ddp, const Stores &stores, Clock &clock, QObject *parent = nullptr);

Q_SIGNALS:
    void rolesTouched(); ///< The agent was given or lost a role; who they are must be read again.

private:
    void read();
    void readPermissions();
    void readModules();
    void readSwitches();
    void onMe();
    void onEvent(const StreamEvent &event);
    void onPermission(const QJsonArray &args);
    void onSetting(const QJsonArray &args);
    void onRole(const QJsonArray &args);

    RightsApi &m_api;
    Stores m_stores;
    Alarm m_modulesAlarm; // a new licence is told several times
    QStringList m_roles; // whose permissions were asked
    bool m_isLive = false; // before that there is nobody to ask
};

} // namespace greenline
