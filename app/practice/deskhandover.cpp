#include "app/practice/desk.h"

#include "app/practice/document.h"
#include "app/practice/shapes.h"

// The part of the desk that gives conversations away: back to the queue, to somebody else, on hold.

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

Refusal bare(const QString &code)
{
    return {code};
}

QString inquiryIdOf(const Documents &documents, const QJsonObject &room)
{
    return documents.inquiries.first(u"rid"_s, room.value("_id"_L1).toString()).value("_id"_L1).toString();
}

QString servedBy(const QJsonObject &room)
{
    return room.value("servedBy"_L1).toObject().value("_id"_L1).toString();
}

} // namespace

QJsonObject Desk::noteTransfer(const QJsonObject &room, const QString &scope, const QJsonObject &by,
                               const QJsonObject &more)
{
    const QString kind = isEarlier(5, 0) ? u"type"_s : u"userType"_s;
    const QJsonObject author = merged(only(by, {u"_id"_s, u"username"_s, u"name"_s}), {{kind, u"agent"_s}});
    QJsonObject transfer{{u"transferredBy"_s, author}, {u"ts"_s, dateValue(m_clock.now())}, {u"scope"_s, scope}};
    if (room.contains("departmentId"_L1)) {
        transfer.insert(u"previousDepartment"_s, room.value("departmentId"_L1));
    }
    const QJsonObject note
        = systemMessage(room.value("_id"_L1).toString(), u"livechat_transfer_history"_s, {},
                        only(by, {u"_id"_s, u"username"_s}), {{u"transferData"_s, merged(transfer, more)}});
    if (!isEarlier(5, 0)) {
        tellTransfer(room.value("_id"_L1).toString(), by.value("_id"_L1).toString());
    }
    return note;
}

void Desk::showTransfer(const QString &rid, const QJsonObject &note)
{
    const QJsonObject shown = isEarlier(5, 0) ? QJsonObject{} : QJsonObject{{u"lastMessage"_s, note}};
    m_streams.room(Streams::Change::Updated, m_documents.rooms.change(rid, shown));
}

/// Newer servers take the note for a message: read by who wrote it, news for the others (7.7.1, ddp/20).
void Desk::tellTransfer(const QString &rid, const QString &byId)
{
    m_streams.room(Streams::Change::Updated, m_documents.rooms.find(rid));
    const QList<QJsonObject> subscriptions = m_documents.subscriptions.where(u"rid"_s, rid);
    for (const QJsonObject &subscription : subscriptions) {
        const bool isOwn = subscription.value("u"_L1).toObject().value("_id"_L1).toString() == byId;
        const QJsonObject mark
            = isOwn ? QJsonObject{{u"ls"_s, dateValue(m_clock.now())}} : QJsonObject{{u"alert"_s, true}};
        m_streams.subscription(Streams::Change::Updated,
                               m_documents.subscriptions.change(subscription.value("_id"_L1).toString(), mark));
    }
}

Refused Desk::returnToQueue(const QString &userId, const QString &rid, const QString &departmentId)
{
    const QJsonObject room = m_documents.rooms.find(rid);
    if (room.isEmpty()) {
        return Refusal{u"error-invalid-room"_s, u"Invalid room"_s};
    }
    if (!m_access.canRead(userId, room)) {
        return Refusal{u"error-not-allowed"_s, u"Not allowed"_s};
    }
    if (!room.value("open"_L1).toBool()) {
        return Refusal{u"room-closed"_s, u"Room closed"_s};
    }
    if (room.value("onHold"_L1).toBool()) {
        return Refusal{u"error-room-onHold"_s, u"Room On Hold"_s};
    }
    if (servedBy(room).isEmpty()) {
        return Refusal{u"error-returning-inquiry"_s, u"Error returning inquiry to the queue"_s};
    }
    const QJsonObject note
        = noteTransfer(room, u"queue"_s, m_documents.users.find(userId),
                       isEarlier(5, 0) ? QJsonObject{} : QJsonObject{{u"comment"_s, QJsonValue::Null}});
    const QString agent = servedBy(room);
    const QJsonObject moved = departmentId.isEmpty() ? QJsonObject{} : QJsonObject{{u"departmentId"_s, departmentId}};
    const QString inquiryId = inquiryIdOf(m_documents, room);
    if (!departmentId.isEmpty()) {
        m_documents.inquiries.change(inquiryId, {{u"department"_s, departmentId}});
    }
    m_documents.rooms.change(rid, moved, {u"servedBy"_s});
    dismiss(agent, rid);
    queue(inquiryId);
    showTransfer(rid, note);
    return {};
}

Refused Desk::forward(const QString &userId, const QString &rid, const ForwardOrder &order)
{
    const QJsonObject room = m_documents.rooms.find(rid);
    if (room.isEmpty()) {
        return Refusal{u"error-invalid-room"_s, u"Invalid room"_s};
    }
    if (!room.value("open"_L1).toBool()) {
        return bare(u"This_conversation_is_already_closed"_s);
    }
    if (room.value("onHold"_L1).toBool()) {
        return bare(u"error-room-onHold"_s);
    }
    const QJsonObject by = m_documents.users.find(userId);
    if (!order.userId.isEmpty()) {
        return forwardToAgent(room, order, by);
    }
    if (!order.departmentId.isEmpty()) {
        return forwardToDepartment(room, order, by);
    }
    // 3.11.6 says success and does nothing.
    return isEarlier(5, 0) ? Refused{} : Refused{bare(u"error-forwarding-chat"_s)};
}

Refused Desk::forwardToAgent(const QJsonObject &room, const ForwardOrder &order, const QJsonObject &by)
{
    const QJsonObject target = m_documents.users.find(order.userId);
    if (target.isEmpty() && isEarlier(5, 0)) {
        return bare(u"Cannot read property '_id' of undefined"_s);
    }
    if (target.isEmpty() || !m_presence.isAvailable(order.userId)) {
        return bare(u"error-user-is-offline"_s);
    }
    const QString before = servedBy(room);
    if (before == order.userId) {
        return bare(u"error-selected-agent-room-agent-are-same"_s);
    }
    const QString rid = room.value("_id"_L1).toString();
    // By a forward the new subscription gets no department (7.7.1, ddp/21).
    welcome(order.userId, rid, {u"departmentId"_s});
    m_streams.inquiry(Streams::Change::Updated, m_documents.inquiries.find(inquiryIdOf(m_documents, room)));
    QJsonObject more{{u"transferredTo"_s, only(target, {u"_id"_s, u"username"_s, u"name"_s})}};
    if (!order.comment.isEmpty()) {
        more.insert(u"comment"_s, order.comment);
    }
    const QJsonObject note = noteTransfer(room, u"agent"_s, by, more);
    dismiss(before, rid);
    showTransfer(rid, note);
    return {};
}

Refused Desk::forwardToDepartment(const QJsonObject &room, const ForwardOrder &order, const QJsonObject &by)
{
    const QJsonObject department = m_documents.departments.find(order.departmentId);
    if (department.isEmpty() || !department.value("enabled"_L1).toBool()) {
        return bare(u"error-invalid-department"_s);
    }
    if (!isEarlier(5, 0) && room.value("departmentId"_L1).toString() == order.departmentId) {
        return bare(u"error-forwarding-chat-same-department"_s);
    }
    const QString rid = room.value("_id"_L1).toString();
    QJsonObject more{{u"nextDepartment"_s, only(department, {u"_id"_s, u"name"_s})}};
    if (!order.comment.isEmpty()) {
        more.insert(u"comment"_s, order.comment);
    }
    const QJsonObject note = noteTransfer(room, u"department"_s, by, more);
    const QJsonObject mine = subscriptionOf(servedBy(room), rid);
    if (!mine.isEmpty()) {
        const QJsonObject moved = m_documents.subscriptions.change(mine.value("_id"_L1).toString(),
                                                                   {{u"department"_s, order.departmentId}});
        m_streams.subscription(Streams::Change::Updated, moved);
    }
    m_streams.room(Streams::Change::Updated, m_documents.rooms.change(rid, {{u"departmentId"_s, order.departmentId}}));
    m_documents.rooms.change(rid, {}, {u"servedBy"_s});
    const QString inquiryId = inquiryIdOf(m_documents, room);
    m_documents.inquiries.change(inquiryId, {{u"department"_s, order.departmentId}});
    dismiss(servedBy(room), rid);
    route(inquiryId);
    showTransfer(rid, note);
    return {};
}

Refused Desk::observe(const QString &userId, const QString &rid)
{
    const QJsonObject room = m_documents.rooms.find(rid);
    if (room.isEmpty()) {
        return Refusal{u"error-invalid-room"_s, u"Invalid room"_s};
    }
    if (!m_access.canRead(userId, room)) {
        return Refusal{u"error-not-allowed"_s, u"Not allowed"_s};
    }
    if (!subscriptionOf(userId, rid).isEmpty()) {
        return {};
    }
    const QJsonObject user = m_documents.users.find(userId);
    const QJsonObject made = m_documents.subscriptions.insert(newSubscription(user, room, m_release, m_clock.now()));
    m_streams.subscription(Streams::Change::Inserted, made);
    m_streams.roomFor(Streams::Change::Inserted, room, userId);
    systemMessage(rid, u"uj"_s, {}, user);
    return {};
}

Refused Desk::placeOnHold(const QString &userId, const QString &rid)
{
    const QJsonObject room = m_documents.rooms.find(rid);
    if (room.isEmpty() || !room.value("open"_L1).toBool()) {
        return Refusal{u"error-invalid-room"_s, u"Invalid room"_s};
    }
    if (room.value("onHold"_L1).toBool()) {
        return bare(u"error-room-is-already-on-hold"_s);
    }
    const bool mayWait = m_settings.isOn(u"Livechat_allow_manual_on_hold_upon_agent_engagement_only"_s);
    if (mayWait && room.value("lastMessage"_L1).toObject().contains("token"_L1)) {
        return bare(u"error-contact-sent-last-message-so-cannot-place-on-hold"_s);
    }
    if (servedBy(room).isEmpty()) {
        return bare(u"error-unserved-rooms-cannot-be-placed-onhold"_s);
    }
    if (!m_access.isServing(userId, room) && !m_access.may(userId, u"on-hold-others-livechat-room"_s)) {
        return bare(u"Not_authorized"_s);
    }
    const QJsonObject user = m_documents.users.find(userId);
    m_documents.rooms.change(rid, {{u"onHold"_s, true}});
    const QString subscription = subscriptionOf(servedBy(room), rid).value("_id"_L1).toString();
    m_streams.subscription(Streams::Change::Updated,
                           m_documents.subscriptions.change(subscription, {{u"onHold"_s, true}}));
    const QString comment = u"%1 placed the chat on hold"_s.arg(user.value("name"_L1).toString());
    systemMessage(rid, u"omnichannel_placed_chat_on_hold"_s, {}, user, {{u"comment"_s, comment}});
    m_streams.room(Streams::Change::Updated, m_documents.rooms.find(rid));
    return {};
}

Refused Desk::resumeOnHold(const QString &userId, const QString &rid)
{
    const QJsonObject room = m_documents.rooms.find(rid);
    if (!room.value("onHold"_L1).toBool()) {
        return bare(u"error-room-is-not-on-hold"_s);
    }
    if (!m_access.canRead(userId, room)) {
        return Refusal{u"error-not-authorized"_s, u"Not authorized"_s};
    }
    wakeFromHold(rid, m_documents.users.find(userId));
    return {};
}

void Desk::wakeFromHold(const QString &rid, const QJsonObject &author)
{
    m_documents.rooms.change(rid, {}, {u"onHold"_s});
    const QList<QJsonObject> subscriptions = m_documents.subscriptions.where(u"rid"_s, rid);
    for (const QJsonObject &subscription : subscriptions) {
        const QString id = subscription.value("_id"_L1).toString();
        m_streams.subscription(Streams::Change::Updated, m_documents.subscriptions.change(id, {}, {u"onHold"_s}));
    }
    const QString who = author.value("name"_L1).toString(author.value("username"_L1).toString());
    const QString comment = u"%1 resumed the chat"_s.arg(who);
    systemMessage(rid, u"omnichannel_on_hold_chat_resumed"_s, {}, author, {{u"comment"_s, comment}});
    m_streams.room(Streams::Change::Updated, m_documents.rooms.find(rid));
}

} // namespace greenline::practice
