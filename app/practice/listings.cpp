#include "app/practice/listings.h"

#include "app/practice/document.h"
#include "app/practice/state.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

/// What rooms.get shows of a room: less in old servers (rest/60 of both recordings).
QStringList listedRoomFields(const State &state)
{
    QStringList fields{u"_id"_s,          u"fname"_s,      u"t"_s,     u"cl"_s,     u"lm"_s,    u"_updatedAt"_s,
                       u"lastMessage"_s,  u"usersCount"_s, u"sms"_s,   u"open"_s,   u"v"_s,     u"servedBy"_s,
                       u"departmentId"_s, u"tags"_s,       u"topic"_s, u"onHold"_s, u"email"_s, u"livechatData"_s,
                       u"closedAt"_s};
    if (!state.isBefore(5, 0)) {
        fields += {u"msgs"_s,
                   u"priorityWeight"_s,
                   u"estimatedWaitingTimeQueue"_s,
                   u"contactId"_s,
                   u"verified"_s,
                   u"source"_s,
                   u"metrics"_s,
                   u"ts"_s,
                   u"waitingResponse"_s,
                   u"queuedAt"_s};
    }
    return fields;
}

bool isNewer(const QJsonObject &document, const QDateTime &since)
{
    return !since.isValid() || dateOf(document.value("_updatedAt"_L1)) > since;
}

bool isOf(const QJsonObject &subscription, const QString &userId)
{
    return subscription.value("u"_L1).toObject().value("_id"_L1).toString() == userId;
}

} // namespace

Listing ownRooms(const State &state, const QString &userId, const QDateTime &since)
{
    Listing listing;
    const QStringList fields = listedRoomFields(state);
    const QList<QJsonObject> mine
        = state.documents.subscriptions.where([&](const QJsonObject &document) { return isOf(document, userId); });
    for (const QJsonObject &subscription : mine) {
        const QJsonObject room = state.documents.rooms.find(subscription.value("rid"_L1).toString());
        if (!room.isEmpty() && isNewer(room, since)) {
            listing.update.append(only(room, fields));
        }
    }
    const QList<QJsonObject> removed
        = since.isValid() ? state.documents.rooms.removedSince(since) : QList<QJsonObject>();
    for (const QJsonObject &room : removed) {
        listing.remove.append(room);
    }
    return listing;
}

Listing ownSubscriptions(const State &state, const QString &userId, const QDateTime &since)
{
    Listing listing;
    const QList<QJsonObject> mine
        = state.documents.subscriptions.where([&](const QJsonObject &document) { return isOf(document, userId); });
    for (const QJsonObject &subscription : mine) {
        if (isNewer(subscription, since)) {
            listing.update.append(subscription);
        }
    }
    const QList<QJsonObject> removed
        = since.isValid() ? state.documents.subscriptions.removedDocuments() : QList<QJsonObject>();
    for (const QJsonObject &subscription : removed) {
        if (isOf(subscription, userId) && dateOf(subscription.value("_deletedAt"_L1)) >= since) {
            listing.remove.append(only(subscription, {u"_id"_s, u"_deletedAt"_s}));
        }
    }
    return listing;
}

QList<QJsonObject> messagesOf(const State &state, const QString &rid)
{
    QList<QJsonObject> messages = state.documents.messages.where(u"rid"_s, rid);
    std::stable_sort(messages.begin(), messages.end(),
                     [](const auto &a, const auto &b) { return dateOf(a.value("ts"_L1)) < dateOf(b.value("ts"_L1)); });
    std::reverse(messages.begin(), messages.end());
    return messages;
}

bool isReadable(const State &state, const QString &userId, const QString &rid)
{
    const QJsonObject room = state.documents.rooms.find(rid);
    return !room.isEmpty() && state.access.canRead(userId, room);
}

} // namespace greenline::practice
