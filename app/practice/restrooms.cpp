#include "app/practice/document.h"
#include "app/practice/listings.h"
#include "app/practice/restroutes.h"
#include "app/practice/state.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QJsonObject subscriptionTo(const State &state, const QString &userId, const QString &rid)
{
    return state.documents.subscriptions.first([&](const QJsonObject &subscription) {
        return subscription.value("rid"_L1).toString() == rid
            && subscription.value("u"_L1).toObject().value("_id"_L1).toString() == userId;
    });
}

void answerRoomInfo(State &state, const CallPtr &call)
{
    const QString rid = call->query(u"roomId"_s);
    if (rid.isEmpty()) {
        call->refuse(u"error-roomid-param-not-provided"_s, u"The parameter \"roomId\" or \"roomName\" is required"_s);
        return;
    }
    const QJsonObject room = state.documents.rooms.find(rid);
    if (room.isEmpty()) {
        call->refuse(u"error-room-not-found"_s,
                     u"The required \"roomId\" or \"roomName\" param provided does not match any channel"_s);
    } else if (!state.access.canRead(call->userId, room)) {
        call->answerBare(400,
                         {{u"success"_s, false}, {u"error"_s, u"not-allowed"_s}, {u"errorType"_s, u"Not Allowed"_s}});
    } else {
        call->answer({{u"room"_s, room}});
    }
}

void answerOwnRooms(State &state, const CallPtr &call)
{
    const Listing listing = ownRooms(state, call->userId, dateOf(call->query(u"updatedSince"_s)));
    call->answer({{u"update"_s, listing.update}, {u"remove"_s, listing.remove}});
}

void answerOwnSubscriptions(State &state, const CallPtr &call)
{
    const Listing listing = ownSubscriptions(state, call->userId, dateOf(call->query(u"updatedSince"_s)));
    call->answer({{u"update"_s, listing.update}, {u"remove"_s, listing.remove}});
}

void answerOwnSubscription(State &state, const CallPtr &call)
{
    const QJsonObject found = subscriptionTo(state, call->userId, call->query(u"roomId"_s));
    call->answer({{u"subscription"_s, found.isEmpty() ? QJsonValue() : QJsonValue(found)}});
}

void answerMarked(State &state, const CallPtr &call)
{
    const QString rid = call->body.contains("rid"_L1) ? call->text(u"rid"_s) : call->text(u"roomId"_s);
    const bool isRead = call->request.path.endsWith("subscriptions.read"_L1);
    if (const Refused refused
        = isRead ? state.desk.markRead(call->userId, rid) : state.desk.markUnread(call->userId, rid)) {
        call->refuse(*refused);
        return;
    }
    call->answer({});
}

bool matchesSpan(const QString &span, const QJsonValue &date)
{
    const QJsonObject bounds = QJsonDocument::fromJson(span.toUtf8()).object();
    const QDateTime at = dateOf(date);
    const QDateTime start = dateOf(bounds.value("start"_L1));
    const QDateTime end = dateOf(bounds.value("end"_L1));
    return (!start.isValid() || at >= start) && (!end.isValid() || at <= end);
}

QStringList queryList(const RestCall &call, const QString &name)
{
    QStringList values;
    for (const auto &[key, value] : call.request.query) {
        if (key == name || key == QString(name + u"[]"_s)) {
            values.append(value);
        }
    }
    return values;
}

bool isWanted(const RestCall &call, const QJsonObject &room)
{
    const auto isNo = [&](const QString &name, bool is) {
        const QString wanted = call.query(name);
        return !wanted.isEmpty() && (wanted == "true"_L1) != is;
    };
    const bool isOpen = room.value("open"_L1).toBool();
    const bool isServed = room.contains("servedBy"_L1);
    if (isNo(u"open"_s, isOpen) || isNo(u"onhold"_s, room.value("onHold"_L1).toBool())
        || isNo(u"queued"_s, isOpen && !isServed)) {
        return false;
    }
    const QStringList agents = queryList(call, u"agents"_s);
    if (!agents.isEmpty() && !agents.contains(room.value("servedBy"_L1).toObject().value("_id"_L1).toString())) {
        return false;
    }
    const QStringList tags = queryList(call, u"tags"_s);
    const QJsonArray given = room.value("tags"_L1).toArray();
    if (!tags.isEmpty()
        && std::none_of(tags.begin(), tags.end(), [&](const QString &tag) { return given.contains(tag); })) {
        return false;
    }
    const QString department = call.query(u"departmentId"_s);
    return (department.isEmpty() || room.value("departmentId"_L1).toString() == department)
        && room.value("fname"_L1).toString().contains(call.query(u"roomName"_s), Qt::CaseInsensitive)
        && matchesSpan(call.query(u"createdAt"_s), room.value("ts"_L1))
        && (call.query(u"closedAt"_s).isEmpty() || matchesSpan(call.query(u"closedAt"_s), room.value("closedAt"_L1)));
}

/// What JSON.parse of node says about a text that is none.
QString spanComplaint(const RestCall &call)
{
    for (const QString &name : {u"createdAt"_s, u"closedAt"_s}) {
        const QString span = call.query(name);
        if (!span.isEmpty() && QJsonDocument::fromJson(span.toUtf8()).isNull()) {
            return u"Unexpected token '%1', \"%2\" is not valid JSON"_s.arg(span.left(1), span);
        }
    }
    return {};
}

/// By one date, the newest first unless the call says otherwise.
void sortRooms(QList<QJsonObject> &rooms, const RestCall &call)
{
    const QJsonObject wish = QJsonDocument::fromJson(call.query(u"sort"_s).toUtf8()).object();
    const QString key = wish.isEmpty() ? u"ts"_s : wish.begin().key();
    const bool isAscending = wish.value(key).toInt(-1) > 0;
    std::stable_sort(rooms.begin(), rooms.end(), [&](const QJsonObject &a, const QJsonObject &b) {
        const QDateTime first = dateOf(a.value(key));
        const QDateTime second = dateOf(b.value(key));
        return isAscending ? first < second : second < first;
    });
}

void answerLivechatRooms(State &state, const CallPtr &call)
{
    const QString complaint = spanComplaint(*call);
    if (!complaint.isEmpty() && !call->isBefore(5, 0)) {
        call->fail(400, complaint);
        return;
    }
    const bool asksForOwn = queryList(*call, u"agents"_s) == QStringList{call->userId};
    if (!state.access.may(call->userId, u"view-livechat-rooms"_s) && !asksForOwn) {
        call->fail(403, u"unauthorized"_s);
        return;
    }
    QJsonArray rows;
    QList<QJsonObject> rooms
        = state.documents.rooms.where([&](const QJsonObject &room) { return isWanted(*call, room); });
    sortRooms(rooms, *call);
    for (const QJsonObject &room : std::as_const(rooms)) {
        const QJsonObject department = state.documents.departments.find(room.value("departmentId"_L1).toString());
        rows.append(department.isEmpty() ? room
                                         : merged(room, {{u"department"_s, only(department, {u"_id"_s, u"name"_s})}}));
    }
    answerPage(*call, u"rooms"_s, rows);
}

} // namespace

RestRoutes roomRoutes()
{
    constexpr auto since = "updatedSince?"_L1;
    return {
        {.path = "rooms.info"_L1, .handle = answerRoomInfo},
        {.path = "rooms.get"_L1, .handle = answerOwnRooms, .query = since},
        {.path = "subscriptions.get"_L1, .handle = answerOwnSubscriptions, .query = since},
        {.path = "subscriptions.getOne"_L1, .handle = answerOwnSubscription, .query = "roomId!"_L1},
        {.verb = "POST",
         .path = "subscriptions.read"_L1,
         .handle = answerMarked,
         .body = "rid? roomId? readThreads?b"_L1},
        {.verb = "POST",
         .path = "subscriptions.unread"_L1,
         .handle = answerMarked,
         .body = "roomId? firstUnreadMessage?o"_L1},
        {.path = "livechat/rooms"_L1,
         .handle = answerLivechatRooms,
         .permissions = "view-l-room"_L1,
         .query
         = "page query? fields? createdAt? customFields? closedAt? agents? roomName? departmentId? open? onhold? queued? tags? units?"_L1},
    };
}

} // namespace greenline::practice
