#pragma once

#include "app/omnichannel/agent.h"

#include <QObject>
#include <QStringList>

namespace greenline {

class AgentStore;
class AuthApi;
class DdpClient;
class DirectoryApi;

/// Whether the workspace sees the agent: tells it "online" after each login, and reads back who the agent is, whether
/// they are available and what their roles allow, for an event may have been missed meanwhile.
class OwnPresence : public QObject
{
    Q_OBJECT
public:
    struct Apis {
        AuthApi &auth;
        DirectoryApi &directory;
    };
    OwnPresence(Apis apis, DdpClient &ddp, AgentStore &agent, QObject *parent = nullptr);
    void readMe();

private:
    void announce();
    void adopt(const Agent &me);
    void onStateChanged();

    Apis m_apis;
    DdpClient &m_ddp;
    AgentStore &m_agent;
    QStringList m_permittedRoles; // whose permissions were asked
};

} // namespace greenline
