#pragma once

#include "app/omnichannel/agent.h"

#include <QObject>

namespace greenline {

class AgentStore;
class AuthApi;
class DdpClient;

/// Whether the workspace sees the agent: tells it "online" or "away" after each login, and reads back who the agent is
/// and whether they are available, for an event may have been missed meanwhile.
class OwnPresence : public QObject
{
    Q_OBJECT
public:
    OwnPresence(AuthApi &auth, DdpClient &ddp, AgentStore &agent, QObject *parent = nullptr);
    void readMe();
    void setAway(bool isAway); ///< Told at once, and again after each login.

private:
    void announce();
    void tellPresence();
    void adopt(const Agent &me);
    void onStateChanged();

    AuthApi &m_auth;
    DdpClient &m_ddp;
    AgentStore &m_agent;
    bool m_isAway = false;
};

} // namespace greenline
