#include "app/workspace/ownpresence.h"

#include "app/base/log.h"
#include "app/ddp/ddpclient.h"
#include "app/omnichannel/agentstore.h"
#include "app/rest/authapi.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

OwnPresence::OwnPresence(AuthApi &auth, DdpClient &ddp, AgentStore &agent, QObject *parent)
    : QObject(parent)
    , m_auth(auth)
    , m_ddp(ddp)
    , m_agent(agent)
{
    connect(&ddp, &DdpClient::ready, this, &OwnPresence::announce);
    connect(&ddp, &DdpClient::stateChanged, this, &OwnPresence::onStateChanged);
}

void OwnPresence::announce()
{
    tellPresence();
    // Asked only now: logging in on the socket may have made the agent available again (7.7.1).
    readMe();
}

/// The same two methods from 3.11.6 to 8.x; they say how this connection is, not what the agent chose as status.
void OwnPresence::tellPresence()
{
    const QString method = m_isAway ? u"UserPresence:away"_s : u"UserPresence:online"_s;
    m_ddp.call(method, {}, {this, [](const Result<QJsonValue> &answer) {
                                if (!answer) {
                                    qCInfo(logWorkspace) << "presence:" << answer.error().code;
                                }
                            }});
}

void OwnPresence::setAway(bool isAway)
{
    if (std::exchange(m_isAway, isAway) != isAway && m_ddp.state() == DdpClient::State::Online) {
        tellPresence();
    }
}

void OwnPresence::readMe()
{
    m_auth.me({this, [this](const Result<Agent> &me) {
                   if (me) {
                       adopt(*me);
                   }
               }});
}

void OwnPresence::adopt(const Agent &me)
{
    m_agent.setMe(me);
    if (me.presence == Presence::Offline) {
        m_agent.setPresence(Presence::Online); // the workspace has not written it down yet
    }
}

void OwnPresence::onStateChanged()
{
    if (m_ddp.state() != DdpClient::State::Online) {
        m_agent.setPresence(Presence::Offline); // the workspace sees nobody now
    }
}

} // namespace greenline
