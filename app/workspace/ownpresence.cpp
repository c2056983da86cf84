#include "app/workspace/ownpresence.h"

#include "app/base/log.h"
#include "app/ddp/ddpclient.h"
#include "app/omnichannel/agentstore.h"
#include "app/rest/authapi.h"

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
    m_ddp.call(u"UserPresence:online"_s, {}, {this, [](const Result<QJsonValue> &answer) {
                                                  if (!answer) {
                                                      qCInfo(logWorkspace) << "presence:" << answer.error().code;
                                                  }
                                              }});
    // Asked only now: logging in on the socket may have made the agent available again (7.7.1).
    readMe();
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
