#pragma once

#include "app/base/result.h"
#include "app/omnichannel/agent.h"
#include "app/omnichannel/department.h"

#include <QJsonObject>

namespace greenline {

Result<Agent> decodeAgent(const QJsonObject &object); ///< `me` of login, GET me, users.info. Needs _id.
Availability availabilityNamed(const QString &statusLivechat);
Result<Department> decodeDepartment(const QJsonObject &object);

/// The diff of <uid>/userData: only what it names is set.
struct AgentDiff {
    std::optional<Presence> presence = {};
    std::optional<Availability> availability = {};
};
AgentDiff decodeAgentDiff(const QJsonObject &event);

} // namespace greenline
