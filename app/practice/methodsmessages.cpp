#include "app/practice/document.h"
#include "app/practice/listings.h"
#include "app/practice/methodtable.h"
#include "app/practice/state.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QString ridParam(const MethodCall &call)
{
    return call.params.at(0).toString();
}

/// [rid, before, limit, lastSeen]: newest first, what is older than `before`.
MethodAnswer loadHistory(State &state, const MethodCall &call)
{
    const QString rid = ridParam(call);
    const QJsonObject room = state.documents.rooms.find(rid);
    if (!state.access.canRead(call.userId, room)) {
        if (state.isBefore(5, 0)) {
            return {QJsonValue(QJsonValue::Undefined),
                    Refusal{u"error-invalid-room"_s, u"Invalid room"_s, {{u"method"_s, u"canAccessRoom"_s}}}};
        }
        return {false};
    }
    const QDateTime before = dateOf(call.params.at(1));
    const int limit = call.params.at(2).toInt(20);
    const QDateTime lastSeen = dateOf(call.params.at(3));
    QJsonArray page;
    QJsonObject firstUnread; // the oldest that was not seen and is on no page yet
    int unreadNotLoaded = 0;
    const QList<QJsonObject> messages = messagesOf(state, rid);
    for (const QJsonObject &message : messages) {
        const QDateTime sent = dateOf(message.value("ts"_L1));
        if (page.size() < limit && (!before.isValid() || sent < before)) {
            page.append(message);
        } else if (page.size() >= limit && lastSeen.isValid() && sent > lastSeen) {
            firstUnread = message;
            ++unreadNotLoaded;
        }
    }
    QJsonObject history{{u"messages"_s, page}, {u"unreadNotLoaded"_s, unreadNotLoaded}};
    if (!firstUnread.isEmpty()) {
        history.insert(u"firstUnread"_s, firstUnread);
    }
    return {history};
}

MethodAnswer loadMissedMessages(State &state, const MethodCall &call)
{
    const QString rid = ridParam(call);
    if (!state.access.canRead(call.userId, state.documents.rooms.find(rid))) {
        return {false};
    }
    const QDateTime since = dateOf(call.params.at(1));
    QJsonArray missed;
    const QList<QJsonObject> messages = messagesOf(state, rid);
    for (const QJsonObject &message : messages) {
        if (dateOf(message.value("ts"_L1)) > since) {
            missed.append(message);
        }
    }
    return {missed};
}

MethodAnswer readMessages(State &state, const MethodCall &call)
{
    if (!state.isBefore(5, 0) && !state.documents.rooms.contains(ridParam(call))) {
        return refusedMethod(call, u"error-room-does-not-exist"_s, u"This room does not exist"_s);
    }
    if (state.desk.markRead(call.userId, ridParam(call))) {
        return refusedMethod(call, u"error-not-allowed"_s, u"Not allowed"_s);
    }
    return {};
}

/// [event, …args]: "<rid>/typing" and "<rid>/user-activity" go on to everybody else who listens.
MethodAnswer notifyRoom(State &state, const MethodCall &call)
{
    const QString event = call.params.at(0).toString();
    const QString kind = event.section(u'/', 1);
    const bool isKnown = kind == "typing"_L1 || kind == "user-activity"_L1;
    if (!isKnown || !state.access.canRead(call.userId, state.documents.rooms.find(event.section(u'/', 0, 0)))) {
        return {QJsonValue(QJsonValue::Undefined), Refusal{u"not-allowed"_s}};
    }
    QJsonArray args = call.params;
    args.removeFirst();
    state.streams.roomActivity(event, args, call.session);
    return {};
}

/// The whole list without a date; with one what changed since.
MethodAnswer listed(const Listing &listing, const QDateTime &since)
{
    if (since.isValid()) {
        return {QJsonObject{{u"update"_s, listing.update}, {u"remove"_s, listing.remove}}};
    }
    return {listing.update};
}

MethodAnswer subscriptionsGet(State &state, const MethodCall &call)
{
    const QDateTime since = dateOf(call.params.at(0));
    return listed(ownSubscriptions(state, call.userId, since), since);
}

MethodAnswer roomsGet(State &state, const MethodCall &call)
{
    const QDateTime since = dateOf(call.params.at(0));
    return listed(ownRooms(state, call.userId, since), since);
}

MethodAnswer roomIdByName(State &state, const MethodCall &call)
{
    const QJsonObject room = state.documents.rooms.find(ridParam(call));
    if (room.isEmpty()) {
        return refusedMethod(call, u"error-invalid-room"_s, u"Invalid room"_s);
    }
    return {room.value("_id"_L1)};
}

} // namespace

std::vector<Method> messageMethods()
{
    return {
        {"loadHistory"_L1, loadHistory},
        {"loadMissedMessages"_L1, loadMissedMessages},
        {"readMessages"_L1, readMessages},
        {"stream-notify-room"_L1, notifyRoom},
        {"subscriptions/get"_L1, subscriptionsGet},
        {"rooms/get"_L1, roomsGet},
        {"getRoomIdByNameOrId"_L1, roomIdByName},
    };
}

} // namespace greenline::practice
