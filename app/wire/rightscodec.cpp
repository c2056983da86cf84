#include "app/wire/rightscodec.h"

#include "app/wire/json.h"

using namespace Qt::StringLiterals;

namespace greenline {

Result<PermissionChange> decodePermissionChange(const QJsonArray &args)
{
    const QJsonObject permission = args.at(1).toObject();
    const Result<QString> id = requiredString(permission, "_id"_L1, "permission"_L1);
    if (!id) {
        return id.error();
    }
    const bool isRemoved = args.at(0).toString() == "removed"_L1;
    if (!isRemoved && !permission.value("roles"_L1).isArray()) {
        return Error{Error::Kind::Protocol, u"permission.roles is missing"_s};
    }
    return PermissionChange{*id, isRemoved ? QStringList() : optionalStrings(permission, "roles"_L1)};
}

Result<SwitchChange> decodeSwitchChange(const QJsonArray &args)
{
    const QJsonObject setting = args.at(1).toObject();
    const Result<QString> id = requiredString(setting, "_id"_L1, "setting"_L1);
    if (!id) {
        return id.error();
    }
    const bool isRemoved = args.at(0).toString() == "removed"_L1;
    return SwitchChange{*id, !isRemoved && isSwitchedOn(*id, setting.value("value"_L1))};
}

std::optional<AgentId> decodeRoleHolder(const QJsonArray &args)
{
    const QString id = optionalString(args.at(0).toObject().value("u"_L1).toObject(), "_id"_L1);
    return id.isEmpty() ? std::nullopt : std::optional(AgentId{id});
}

bool isSwitchedOn(const QString &id, const QJsonValue &value)
{
    if (id == "Livechat_Routing_Method"_L1) {
        return value.toString() == "Manual_Selection"_L1;
    }
    return value.toBool() || !value.toString().isEmpty() || value.toDouble() != 0;
}

} // namespace greenline
