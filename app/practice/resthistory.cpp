#include "app/practice/document.h"
#include "app/practice/listings.h"
#include "app/practice/restroutes.h"
#include "app/practice/state.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QDateTime sentAt(const QJsonObject &message)
{
    return dateOf(message.value("ts"_L1));
}

QDateTime changedAt(const QJsonObject &message)
{
    return dateOf(message.value("_updatedAt"_L1));
}

QJsonArray asArray(const QList<QJsonObject> &documents)
{
    QJsonArray array;
    for (const QJsonObject &document : documents) {
        array.append(document);
    }
    return array;
}

QList<QJsonObject> filtered(const QList<QJsonObject> &messages, const std::function<bool(const QJsonObject &)> &test)
{
    QList<QJsonObject> kept;
    std::copy_if(messages.begin(), messages.end(), std::back_inserter(kept), test);
    return kept;
}

/// channels.messages and channels.history work on omnichannel rooms too (rest/60 of both recordings).
void answerChannelMessages(State &state, const CallPtr &call)
{
    const QString rid = call->query(u"roomId"_s);
    if (!isReadable(state, call->userId, rid)) {
        call->refuse(u"error-room-not-found"_s,
                     u"The required \"roomId\" or \"roomName\" param provided does not match any channel"_s);
        return;
    }
    // The page leaves out what only the program is to see.
    answerPage(*call, u"messages"_s, asArray(filtered(messagesOf(state, rid), [](const QJsonObject &message) {
        return message.value("t"_L1).toString() != "command"_L1;
    })));
}

void answerChannelHistory(State &state, const CallPtr &call)
{
    const QString rid = call->query(u"roomId"_s);
    if (!isReadable(state, call->userId, rid)) {
        call->refuse(u"error-room-not-found"_s,
                     u"The required \"roomId\" or \"roomName\" param provided does not match any channel"_s);
        return;
    }
    const QDateTime latest = dateOf(call->query(u"latest"_s));
    const QDateTime oldest = dateOf(call->query(u"oldest"_s));
    const bool isInclusive = call->query(u"inclusive"_s) == "true"_L1;
    const QList<QJsonObject> found = filtered(messagesOf(state, rid), [&](const QJsonObject &message) {
        const QDateTime at = sentAt(message);
        const bool isBeforeLatest = !latest.isValid() || at < latest || (isInclusive && at == latest);
        return isBeforeLatest && (!oldest.isValid() || at > oldest || (isInclusive && at == oldest));
    });
    const int offset = call->query(u"offset"_s).toInt();
    const int wanted = call->query(u"count"_s).toInt();
    call->answer({{u"messages"_s, asArray(found.mid(offset, wanted > 0 ? wanted : 20))}});
}

/// Other kinds of rooms have routes of the same names, which know no omnichannel rooms.
void refuseGroup(State &, const CallPtr &call)
{
    call->refuse(u"error-room-not-found"_s,
                 u"The required \"roomId\" or \"roomName\" param provided does not match any group"_s);
}

void refuseDirect(State &, const CallPtr &call)
{
    call->refuse(u"invalid-channel"_s);
}

/// livechat/:rid/messages: what people wrote, and the closing comment.
void answerConversation(State &state, const CallPtr &call)
{
    const QString rid = call->capture();
    if (!isReadable(state, call->userId, rid)) {
        call->fail(400, state.documents.rooms.contains(rid) ? u"not-allowed"_s : u"invalid-room"_s);
        return;
    }
    const QString term = call->query(u"searchTerm"_s);
    QList<QJsonObject> found = filtered(messagesOf(state, rid), [&](const QJsonObject &message) {
        const QString type = message.value("t"_L1).toString();
        return (type.isEmpty() || type == "livechat-close"_L1)
            && message.value("msg"_L1).toString().contains(term, Qt::CaseInsensitive);
    });
    if (QJsonDocument::fromJson(call->query(u"sort"_s).toUtf8()).object().value("ts"_L1).toInt(-1) > 0) {
        std::reverse(found.begin(), found.end());
    }
    const int offset = call->query(u"offset"_s).toInt();
    const int count = call->query(u"count"_s).isEmpty()
        ? 50
        : call->query(u"count"_s).toInt(); // what was asked for, not what came (7.7.1)
    const QList<QJsonObject> page = count > 0 ? found.mid(offset, count) : found.mid(offset);
    call->answer(
        {{u"messages"_s, asArray(page)}, {u"offset"_s, offset}, {u"count"_s, count}, {u"total"_s, found.size()}});
}

/// The visitor's own history, for whoever has her token.
void answerVisitorHistory(State &state, const CallPtr &call)
{
    const QString token = call->query(u"token"_s);
    if (token.isEmpty()) {
        call->refuseSpread(u"error-token-param-not-provided"_s, u"The required \"token\" query param is missing."_s);
        return;
    }
    const QJsonObject room = state.documents.rooms.find(call->capture());
    if (room.value("v"_L1).toObject().value("token"_L1).toString() != token) {
        call->refuseSpread(u"invalid-room"_s);
        return;
    }
    const QList<QJsonObject> shown = filtered(messagesOf(state, call->capture()), [](const QJsonObject &message) {
        return message.value("t"_L1).toString() != "command"_L1;
    });
    const int limit = call->query(u"limit"_s).toInt();
    call->answer({{u"messages"_s, asArray(shown.mid(0, limit > 0 ? limit : 20))}});
}

QJsonArray deletedSince(const State &state, const QString &rid, const QDateTime &since)
{
    QJsonArray deleted;
    const QList<QJsonObject> removed = state.documents.messages.removedDocuments();
    for (const QJsonObject &message : removed) {
        if (message.value("rid"_L1).toString() == rid && dateOf(message.value("_deletedAt"_L1)) > since) {
            deleted.append(only(message, {u"_id"_s, u"_deletedAt"_s}));
        }
    }
    return deleted;
}

QJsonValue cursorAt(const QDateTime &moment)
{
    return QString::number(moment.toMSecsSinceEpoch());
}

/// The newer form: forwards from `next` or backwards from `previous`, a page at a time (7.7.1, rest/64).
void answerSyncPage(const State &state, const CallPtr &call)
{
    const QString next = call->query(u"next"_s);
    const QString previous = call->query(u"previous"_s);
    if (!next.isEmpty() && !previous.isEmpty()) {
        call->refuse(u"error-cursor-conflict"_s, u"You cannot provide both \"next\" and \"previous\" parameters"_s);
        return;
    }
    const bool isForwards = previous.isEmpty();
    const QDateTime from = QDateTime::fromMSecsSinceEpoch((isForwards ? next : previous).toLongLong(), Qt::UTC);
    const QString rid = call->query(u"roomId"_s);
    if (call->query(u"type"_s) == "DELETED"_L1) {
        const QJsonArray deleted = deletedSince(state, rid, from);
        const QDateTime first = dateOf(deleted.first().toObject().value("_deletedAt"_L1));
        const QJsonObject cursor{{u"next"_s, QJsonValue()},
                                 {u"previous"_s, deleted.isEmpty() ? QJsonValue() : cursorAt(first)}};
        call->answer(
            {{u"result"_s, QJsonObject{{u"updated"_s, QJsonArray()}, {u"deleted"_s, deleted}, {u"cursor"_s, cursor}}}});
        return;
    }
    QList<QJsonObject> found = filtered(messagesOf(state, rid), [&](const QJsonObject &message) {
        return isForwards ? changedAt(message) > from : changedAt(message) < from;
    });
    std::stable_sort(found.begin(), found.end(), [&](const auto &a, const auto &b) {
        return isForwards ? changedAt(a) < changedAt(b) : changedAt(b) < changedAt(a);
    });
    const int wanted = call->query(u"count"_s).toInt();
    const QList<QJsonObject> page = found.mid(0, wanted > 0 ? wanted : 50);
    const bool hasMore = found.size() > page.size();
    QJsonObject cursor{{u"next"_s, QJsonValue()}, {u"previous"_s, QJsonValue()}};
    if (!page.isEmpty()) {
        const QDateTime earliest = isForwards ? changedAt(page.first()) : changedAt(page.last());
        const QDateTime latest = isForwards ? changedAt(page.last()) : changedAt(page.first());
        cursor.insert(u"previous"_s, isForwards || hasMore ? cursorAt(earliest) : QJsonValue());
        cursor.insert(u"next"_s, !isForwards || hasMore ? cursorAt(latest) : QJsonValue());
    }
    call->answer({{u"result"_s,
                   QJsonObject{{u"updated"_s, asArray(page)}, {u"deleted"_s, QJsonArray()}, {u"cursor"_s, cursor}}}});
}

void answerSync(State &state, const CallPtr &call)
{
    const QString rid = call->query(u"roomId"_s);
    if (!isReadable(state, call->userId, rid)) {
        call->refuse(u"error-not-allowed"_s, u"Not allowed"_s);
        return;
    }
    const bool isPaged = !call->query(u"type"_s).isEmpty() && !call->isBefore(7, 0);
    const QDateTime since = dateOf(call->query(u"lastUpdate"_s));
    if (!isPaged && !since.isValid()) {
        if (call->isBefore(7, 0)) {
            call->refuse(u"error-lastUpdate-param-not-provided"_s,
                         u"The required \"lastUpdate\" query param is missing."_s);
        } else {
            call->refuse(u"error-param-required"_s, u"The \"type\" or \"lastUpdate\" parameters must be provided"_s);
        }
        return;
    }
    if (isPaged) {
        answerSyncPage(state, call);
        return;
    }
    const QList<QJsonObject> updated
        = filtered(messagesOf(state, rid), [&](const QJsonObject &message) { return changedAt(message) > since; });
    call->answer({{u"result"_s,
                   QJsonObject{{u"updated"_s, asArray(updated)}, {u"deleted"_s, deletedSince(state, rid, since)}}}});
}

void answerSearch(State &state, const CallPtr &call)
{
    const QString rid = call->query(u"roomId"_s);
    const QString text = call->query(u"searchText"_s);
    QList<QJsonObject> found;
    if (isReadable(state, call->userId, rid)) {
        found = filtered(messagesOf(state, rid), [&](const QJsonObject &message) {
            return message.value("msg"_L1).toString().contains(text, Qt::CaseInsensitive);
        });
    }
    call->answer({{u"messages"_s, asArray(found)}});
}

} // namespace

RestRoutes historyRoutes()
{
    constexpr auto anyone = RestRoute::Caller::Anyone;
    return {
        {.path = "channels.messages"_L1, .handle = answerChannelMessages},
        {.path = "channels.history"_L1, .handle = answerChannelHistory},
        {.path = "groups.messages"_L1, .handle = refuseGroup},
        {.path = "groups.history"_L1, .handle = refuseGroup},
        {.path = "im.messages"_L1, .handle = refuseDirect},
        {.path = "im.history"_L1, .handle = refuseDirect},
        {.path = "livechat/:rid/messages"_L1,
         .handle = answerConversation,
         .permissions = "view-l-room"_L1,
         .query = "page searchTerm?"_L1,
         .since = {5, 0}},
        {.path = "livechat/messages.history/:rid"_L1,
         .handle = answerVisitorHistory,
         .caller = anyone,
         .query = "page token! searchText? ls? end? limit?"_L1},
        {.path = "chat.syncMessages"_L1,
         .handle = answerSync,
         .query = "roomId! lastUpdate? count? next? previous? type?"_L1,
         .until = {8, 8}},
        {.path = "chat.syncMessages"_L1,
         .handle = answerSync,
         .query = "roomId! lastUpdate? fromTs? count? next? previous? type?"_L1,
         .since = {8, 8}},
        {.path = "chat.search"_L1, .handle = answerSearch, .query = "page roomId! searchText!"_L1},
    };
}

} // namespace greenline::practice
