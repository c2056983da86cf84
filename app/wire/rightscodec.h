#pragma once

#include "app/base/id.h"
#include "app/base/result.h"

#include <QJsonArray>
#include <QStringList>

#include <optional>

namespace greenline {

/// notify-logged permissions-changed: [action, {_id, roles}]. A removed one has no roles.
struct PermissionChange {
    QString permission = {};
    QStringList roles = {};
};
Result<PermissionChange> decodePermissionChange(const QJsonArray &args);

/// notify-all public-settings-changed: [action, {_id, value}]. A removed one is off.
struct SwitchChange {
    QString id = {};
    bool isOn = false;
};
Result<SwitchChange> decodeSwitchChange(const QJsonArray &args);

/// notify-logged roles-change: [{type, _id, u?}]. Nothing: it does not name who.
std::optional<AgentId> decodeRoleHolder(const QJsonArray &args);

/// A setting's value by what node calls true: 7.7.1 takes the text "yes" for on. Livechat_Routing_Method is on where
/// agents have a queue, for only there a conversation can be returned to it (rocketchat-wire.md 2.4).
bool isSwitchedOn(const QString &id, const QJsonValue &value);

} // namespace greenline
