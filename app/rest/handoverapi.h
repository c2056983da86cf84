#pragma once

#include "app/base/then.h"
#include "app/omnichannel/agent.h"
#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"

#include <QHash>
#include <QSet>

namespace greenline {

/// To whom a conversation goes: to an agent, or to a department.
struct ForwardRequest {
    AgentId agent = {};
    DepartmentId department = {}; ///< Only when no agent is named.
    QString comment = {}; ///< For who gets it; customers do not see it.
};

/// An agent as the workspace lists them, with the departments they serve where it says so.
struct ListedAgent {
    Agent agent = {};
    std::optional<QSet<DepartmentId>> departments = {};
};

/// Giving a conversation to somebody else, or to later.
class HandoverApi
{
public:
    HandoverApi(RestClient &rest, const ServerFeatures &features)
        : m_rest(rest)
        , m_features(features)
    {
    }
    void forward(const RoomId &room, const ForwardRequest &request, const Then<Done> &then);
    void placeOnHold(const RoomId &room, const Then<Done> &then);
    void resume(const RoomId &room, const Then<Done> &then);
    void join(const RoomId &room, const Then<Done> &then); ///< As an observer; makes a subscription.

    void agents(const Then<QList<ListedAgent>> &then); ///< Refused to plain agents of old servers.
    void agentsOf(const DepartmentId &department, const Then<QList<Agent>> &then); ///< Ids and names alone.
    void presences(const QList<AgentId> &agents, const Then<QHash<AgentId, Presence>> &then);
    void loads(const Then<QHash<AgentId, int>> &then); ///< Open conversations of each agent who has some.

private:
    RestClient &m_rest;
    ServerFeatures m_features;
};

} // namespace greenline
