#include "app/practice/document.h"
#include "app/practice/methodtable.h"
#include "app/practice/state.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QString ridParam(const MethodCall &call)
{
    return call.params.at(0).toString();
}

QJsonArray asDocuments(const QList<QJsonObject> &documents)
{
    QJsonArray array;
    for (const QJsonObject &document : documents) {
        array.append(document);
    }
    return array;
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
    QList<QJsonObject> messages = state.documents.messages.where([&](const QJsonObject &message) {
        return message.value("rid"_L1).toString() == rid && (!before.isValid() || dateOf(message.value("ts"_L1)) < before);
    });
    std::stable_sort(messages.begin(), messages.end(),
                     [](const QJsonObject &a, const QJsonObject &b) { return dateOf(a.value("ts"_L1)) < dateOf(b.value("ts"_L1)); });
    std::reverse(messages.begin(), messages.end());
    const int limit = call.params.at(2).toInt(20);
    return {QJsonObject{{u"messages"_s, asDocuments(messages.mid(0, limit))}, {u"unreadNotLoaded"_s, 0}}};
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

QList<QJsonObject> subscriptionsOfCaller(const State &state, const MethodCall &call)
{
    return state.documents.subscriptions.where(
        [&](const QJsonObject &kept) { return kept.value("u"_L1).toObject().value("_id"_L1).toString() == call.userId; });
}

/// Everything without a date; with one what changed since, as {update, remove}.
MethodAnswer sinceDate(const Collection &collection, const QList<QJsonObject> &mine, const MethodCall &call)
{
    const QDateTime since = dateOf(call.params.at(0));
    if (!since.isValid()) {
        return {asDocuments(mine)};
    }
    QList<QJsonObject> changed;
    std::copy_if(mine.begin(), mine.end(), std::back_inserter(changed),
                 [&](const QJsonObject &document) { return dateOf(document.value("_updatedAt"_L1)) > since; });
    return {QJsonObject{{u"update"_s, asDocuments(changed)}, {u"remove"_s, asDocuments(collection.removedSince(since))}}};
}

MethodAnswer subscriptionsGet(State &state, const MethodCall &call)
{
    return sinceDate(state.documents.subscriptions, subscriptionsOfCaller(state, call), call);
}

MethodAnswer roomsGet(State &state, const MethodCall &call)
{
    QList<QJsonObject> rooms;
    const QList<QJsonObject> subscriptions = subscriptionsOfCaller(state, call);
    for (const QJsonObject &subscription : subscriptions) {
        rooms.append(state.documents.rooms.find(subscription.value("rid"_L1).toString()));
    }
    return sinceDate(state.documents.rooms, rooms, call);
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
        {"loadHistory"_L1, loadHistory, {}},
        {"readMessages"_L1, readMessages, {}},
        {"stream-notify-room"_L1, notifyRoom, {}},
        {"subscriptions/get"_L1, subscriptionsGet, {}},
        {"rooms/get"_L1, roomsGet, {}},
        {"getRoomIdByNameOrId"_L1, roomIdByName, {}},
    };
}

} // namespace greenline::practice
