#pragma once

#include "app/omnichannel/agent.h"
#include "app/rest/handoverapi.h"

#include <optional>

namespace greenline {

/// Who may take what arrives.
struct AgentFacts {
    QList<Agent> agents = {}; ///< All of the workspace.
    std::optional<QList<AgentId>> members = {}; ///< Of the department; nothing: everybody's turn.
};

/// department: whose members are read, too.
void readAgents(HandoverApi api, QObject *context, const std::optional<DepartmentId> &department,
                const Then<AgentFacts> &then);

} // namespace greenline
