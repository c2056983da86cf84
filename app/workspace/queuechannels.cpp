#include "app/workspace/queuechannels.h"

#include "app/base/log.h"
#include "app/ddp/ddpclient.h"
#include "app/omnichannel/agentstore.h"
#include "app/rest/directoryapi.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

StreamKey channelOf(const DepartmentId &department)
{
    return {u"stream-livechat-inquiry-queue-observer"_s, "department/"_L1 + department.value};
}

} // namespace

QueueChannels::QueueChannels(Apis apis, DdpClient &ddp, AgentStore &agent, QObject *parent)
    : QObject(parent)
    , m_apis(apis)
    , m_ddp(ddp)
    , m_agent(agent)
{
}

void QueueChannels::refresh()
{
    m_apis.directory.myDepartments(m_agent.me().id, {this, [this](const Result<QSet<DepartmentId>> &mine) {
                                                         if (!mine) {
                                                             qCWarning(logWorkspace)
                                                                 << "own departments:" << redacted(mine.error().detail);
                                                             return;
                                                         }
                                                         adopt(*mine);
                                                     }});
}

void QueueChannels::adopt(const QSet<DepartmentId> &mine)
{
    const QSet<DepartmentId> before = m_agent.myDepartments();
    for (const DepartmentId &left : before - mine) {
        m_ddp.unsubscribe(channelOf(left));
    }
    for (const DepartmentId &department : mine) {
        m_ddp.subscribe(channelOf(department));
    }
    m_agent.setMyDepartments(mine);
    if (before == mine || m_ddp.state() != DdpClient::State::Online) {
        return; // before the login they are sent with the rest, and the queue is read after it
    }
    // A session's messages are worked off in order, so this answer says that the subscriptions before it stand.
    m_ddp.call(u"UserPresence:online"_s, {}, {this, [this](const Result<QJsonValue> &answer) {
                                                  if (answer || answer.error().kind == Error::Kind::Rejected) {
                                                      Q_EMIT resubscribed();
                                                  }
                                              }});
}

void QueueChannels::readSurroundings()
{
    m_apis.directory.departments({this, [this](const Result<QList<Department>> &departments) {
                                      if (departments) {
                                          m_agent.setDepartments(*departments);
                                      }
                                  }});
    m_apis.queue.routing({this, [this](const Result<Routing> &routing) {
                              if (routing) {
                                  m_routing = *routing;
                                  Q_EMIT routingChanged();
                              }
                          }});
}

} // namespace greenline
