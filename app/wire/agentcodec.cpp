#include "app/wire/agentcodec.h"

#include "app/wire/json.h"
#include "app/wire/roomcodec.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// A form saved it: 3.x to 5.x store the text that was typed, newer servers the number.
std::optional<int> chatLimit(const QJsonValue &value)
{
    bool isNumber = value.isDouble();
    const int limit = value.isString() ? value.toString().toInt(&isNumber) : value.toInt();
    return isNumber && limit > 0 ? std::optional(limit) : std::nullopt;
}

/// An array, or one text with commas (the web client of 5.x saves it so).
QList<DepartmentId> allowedTargets(const QJsonValue &value)
{
    QList<DepartmentId> targets;
    const QStringList ids = value.isString() ? value.toString().split(u',', Qt::SkipEmptyParts)
                                             : optionalStrings({{u"ids"_s, value}}, "ids"_L1);
    for (const QString &id : ids) {
        targets.append({id.trimmed()});
    }
    return targets;
}

} // namespace

Result<Agent> decodeAgent(const QJsonObject &object)
{
    const Result<QString> id = requiredString(object, "_id"_L1, "agent"_L1);
    if (!id) {
        return id.error();
    }
    Agent agent;
    agent.id = {*id};
    agent.username = optionalString(object, "username"_L1);
    agent.name = optionalString(object, "name"_L1);
    agent.email = optionalString(object, "email"_L1);
    agent.roles = optionalStrings(object, "roles"_L1);
    agent.presence = presenceNamed(optionalString(object, "status"_L1)).value_or(Presence::Offline);
    agent.availability = availabilityNamed(optionalString(object, "statusLivechat"_L1));
    agent.maximumChats = chatLimit(object.value("livechat"_L1).toObject().value("maxNumberSimultaneousChat"_L1));
    return agent;
}

Availability availabilityNamed(const QString &statusLivechat)
{
    if (statusLivechat == "available"_L1) {
        return Availability::Available;
    }
    return statusLivechat == "not-available"_L1 ? Availability::NotAvailable : Availability::Unknown;
}

Result<Department> decodeDepartment(const QJsonObject &object)
{
    const Result<QString> id = requiredString(object, "_id"_L1, "department"_L1);
    if (!id) {
        return id.error();
    }
    Department department;
    department.id = {*id};
    department.name = optionalString(object, "name"_L1);
    department.isEnabled
        = optionalBool(object, "enabled"_L1, true); // 3.11.6 tells agents only of enabled ones, without saying so
    department.requiresTagToClose = optionalBool(object, "requestTagBeforeClosingChat"_L1);
    department.closingTags = optionalStrings(object, "chatClosingTags"_L1);
    department.forwardsTo = allowedTargets(object.value("departmentsAllowedToForward"_L1));
    return department;
}

AgentDiff decodeAgentDiff(const QJsonObject &event)
{
    const auto named = event.contains("diff"_L1) ? "diff"_L1 : "data"_L1; // "inserted" brings the whole user
    const QJsonObject facts = event.value(named).toObject();
    AgentDiff diff;
    diff.presence = presenceNamed(optionalString(facts, "status"_L1));
    const Availability availability = availabilityNamed(optionalString(facts, "statusLivechat"_L1));
    if (availability != Availability::Unknown) {
        diff.availability = availability;
    }
    return diff;
}

} // namespace greenline
