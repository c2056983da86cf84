#pragma once

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>

namespace greenline::practice {

class State;

/// What changed since a moment; without one everything there is.
struct Listing {
    QJsonArray update = {};
    QJsonArray remove = {}; ///< {_id, _deletedAt}
};

/// Rooms and subscriptions of a user as rooms.get, rooms/get and their like show them.
Listing ownRooms(const State &state, const QString &userId, const QDateTime &since);
Listing ownSubscriptions(const State &state, const QString &userId, const QDateTime &since);

/// A room's messages, the newest first.
QList<QJsonObject> messagesOf(const State &state, const QString &rid);
bool isReadable(const State &state, const QString &userId, const QString &rid);

} // namespace greenline::practice
