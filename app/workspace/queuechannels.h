#pragma once

#include "app/omnichannel/department.h"
#include "app/rest/queueapi.h"

#include <QObject>
#include <QSet>

namespace greenline {

class AgentStore;
class DdpClient;
class DirectoryApi;

/// Which queues the agent hears of: one channel for each enabled department they serve, kept in step with the
/// workspace. A queue vanishes without a word when the agent's departments or availability change (rocketchat-wire.md
/// 9, 29402).
class QueueChannels : public QObject
{
    Q_OBJECT
public:
    struct Apis {
        DirectoryApi &directory;
        QueueApi &queue;
    };
    QueueChannels(Apis apis, DdpClient &ddp, AgentStore &agent, QObject *parent = nullptr);

    void refresh(); ///< Asks which departments are the agent's, and subscribes.
    void readSurroundings(); ///< Names of departments, and how the workspace routes.
    const Routing &routing() const { return m_routing; }

Q_SIGNALS:
    void resubscribed(); ///< Other departments than before, on a live line: the queue must be compared now.
    void routingChanged();

private:
    void adopt(const QSet<DepartmentId> &mine);

    Apis m_apis;
    DdpClient &m_ddp;
    AgentStore &m_agent;
    Routing m_routing;
};

} // namespace greenline
