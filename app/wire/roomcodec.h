#pragma once

#include "app/base/result.h"
#include "app/omnichannel/serverfacts.h"

#include <QJsonObject>

namespace greenline {

/// True for omnichannel rooms and subscriptions (t "l"); everything else in rooms.get and subscriptions.get is not
/// ours.
bool isOmnichannel(const QJsonObject &object);

Result<Room> decodeRoom(const QJsonObject &object); ///< Needs _id.
Result<Subscription> decodeSubscription(const QJsonObject &object); ///< Needs _id and rid.
VisitorFacts decodeVisitorFacts(const QJsonObject &object);
Source sourceNamed(const QString &type); ///< "sms", "widget", "email", "app", "api"; Other for the rest.
std::optional<Presence> presenceNamed(const QString &status);

} // namespace greenline
