#include "app/practice/closing.h"

#include "app/practice/document.h"
#include "app/practice/shapes.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QString closingId(const QJsonObject &document)
{
    return document.value("_id"_L1).toString();
}

bool isClosed(const QJsonObject &room)
{
    return !room.value("open"_L1).toBool(); // closed rooms lose the field (3.11.6)
}

} // namespace

Closing::Closing(Documents &documents, const Settings &settings, const Access &access, Streams &streams, Desk &desk,
                 const Clock &clock, Release release)
    : m_documents(documents)
    , m_settings(settings)
    , m_access(access)
    , m_streams(streams)
    , m_desk(desk)
    , m_clock(clock)
    , m_release(release)
{
}

Refused Closing::mayClose(const QString &userId, const QJsonObject &room, const CloseOrder &order) const
{
    if (room.isEmpty()) {
        return Refusal{u"error-invalid-room"_s, u"Invalid room"_s};
    }
    const bool isAllowed
        = order.byVisitor || m_access.isServing(userId, room) || m_access.may(userId, u"close-others-livechat-room"_s);
    if (isEarlier(5, 0)) {
        if (isClosed(room)) {
            return Refusal{u"room-closed"_s, order.byVisitor ? QString() : u"Room closed"_s};
        }
    } else if (!order.byVisitor && isClosed(room)) {
        // An agent cannot tell the two apart (7.7.1, rest/71).
        return Refusal{u"error-not-authorized"_s, u"Not authorized"_s};
    }
    if (!isAllowed) {
        return Refusal{u"error-not-authorized"_s, u"Not authorized"_s};
    }
    const bool wantsComment
        = m_settings.isOn(u"Livechat_request_comment_when_closing_conversation"_s) && !isEarlier(5, 0);
    if (wantsComment && !order.byVisitor && order.comment.trimmed().isEmpty()) {
        return Refusal{u"error-comment-is-required"_s, u"Comment is required"_s};
    }
    const bool wantsTag = m_documents.departments.find(room.value("departmentId"_L1).toString())
                              .value("requestTagBeforeClosingChat"_L1)
                              .toBool();
    if (wantsTag && !order.byVisitor && order.tags.isEmpty() && !isEarlier(5, 0)) { // rocketchat-wire.md 2.7
        return Refusal{u"error-tags-must-be-assigned-before-closing-chat"_s, u"Tags must be assigned"_s};
    }
    return {};
}

Refused Closing::close(const QString &userId, const QString &rid, const CloseOrder &order)
{
    const QJsonObject room = m_documents.rooms.find(rid);
    if (const Refused refused = mayClose(userId, room, order)) {
        return refused;
    }
    if (isClosed(room)) {
        return {}; // the visitor's close of a closed room says success (7.7.1)
    }
    CloseOrder whole = order;
    if (whole.transcript.isEmpty()) {
        whole.transcript = only(room.value("transcriptRequest"_L1).toObject(), {u"email"_s, u"subject"_s});
    }
    finish(rid, order.byVisitor ? room.value("v"_L1).toObject() : m_documents.users.find(userId), whole);
    return {};
}

Refused Closing::orderTranscript(const QString &rid, const QJsonObject &order)
{
    if (!m_documents.rooms.find(rid).value("open"_L1).toBool()) {
        return Refusal{u"error-invalid-room"_s, u"Invalid room"_s};
    }
    m_documents.rooms.change(rid, {{u"transcriptRequest"_s, order}});
    return {};
}

QJsonObject Closing::closingFields(const QJsonObject &room, const QJsonObject &by, const CloseOrder &order) const
{
    const QDateTime now = m_clock.now();
    QJsonObject metrics = room.value("metrics"_L1).toObject();
    metrics.insert(u"chatDuration"_s, dateOf(room.value("ts"_L1)).secsTo(now));
    metrics.insert(u"serviceTimeDuration"_s, dateOf(room.value("servedBy"_L1).toObject().value("ts"_L1)).secsTo(now));
    const QJsonObject answered = room.value("responseBy"_L1).toObject();
    if (answered.contains("lastMessageTs"_L1) && !isEarlier(5, 0)) { // the agent had the last word (7.7.1, rest/71)
        metrics.insert(u"visitorInactivity"_s, dateOf(answered.value("lastMessageTs"_L1)).secsTo(now));
    }
    QJsonObject fields{{u"usersCount"_s, 1},
                       {u"metrics"_s, metrics},
                       {u"closedAt"_s, dateValue(now)},
                       {u"closer"_s, order.byVisitor ? u"visitor"_s : u"user"_s},
                       {u"closedBy"_s, only(by, {u"_id"_s, u"username"_s})}};
    if (!order.transcript.isEmpty()) {
        fields.insert(u"transcriptRequest"_s,
                      merged(order.transcript,
                             {{u"requestedAt"_s, dateValue(now)},
                              {u"requestedBy"_s, only(by, {u"_id"_s, u"username"_s, u"name"_s})}}));
    }
    if (!order.tags.isEmpty() || isEarlier(5, 0)) {
        fields.insert(u"tags"_s, QJsonArray::fromStringList(order.tags));
    }
    return fields;
}

QJsonObject Closing::closingParts(const QJsonObject &by, const CloseOrder &order) const
{
    const QJsonObject author = only(by, {u"_id"_s, u"username"_s});
    QJsonObject parts{{u"transcriptRequested"_s, !order.transcript.isEmpty()}};
    if (isEarlier(5, 0)) {
        parts.insert(u"u"_s, order.byVisitor ? author : merged(author, only(by, {u"name"_s})));
        return withMessageParts(parts, m_release);
    }
    if (order.byVisitor) {
        parts.insert(u"token"_s, by.value("token"_L1));
    } else {
        parts.insert(u"u"_s, merged(author, {{u"name"_s, QJsonValue::Null}}));
    }
    return parts;
}

void Closing::dismissAll(const QString &rid)
{
    const QList<QJsonObject> subscriptions = m_documents.subscriptions.where(u"rid"_s, rid);
    for (const QJsonObject &subscription : subscriptions) {
        m_documents.subscriptions.remove(closingId(subscription));
        m_streams.subscription(Streams::Change::Removed, subscription);
    }
}

void Closing::finish(const QString &rid, const QJsonObject &by, const CloseOrder &order)
{
    const QJsonObject before = m_documents.rooms.find(rid);
    const QJsonObject closed
        = m_documents.rooms.change(rid, closingFields(before, by, order), {u"open"_s, u"onHold"_s});
    // Old servers let go of the agents last, newer ones first.
    const bool isOld = isEarlier(5, 0);
    if (isOld) {
        m_streams.room(Streams::Change::Updated, closed);
    } else {
        dismissAll(rid);
    }
    const QJsonObject inquiry = m_documents.inquiries.first(u"rid"_s, rid);
    m_documents.inquiries.remove(closingId(inquiry));
    const QJsonObject visitor = before.value("v"_L1).toObject();
    m_documents.visitors.change(closingId(visitor), only(visitor, {u"activity"_s}));
    const QJsonObject last = m_desk.systemMessage(rid, u"livechat-close"_s, order.comment, by, closingParts(by, order));
    m_documents.rooms.change(rid, {{u"lm"_s, last.value("ts"_L1)}, {u"lastMessage"_s, last}});
    if (isOld) {
        m_desk.systemMessage(rid, u"command"_s, u"promptTranscript"_s, by);
    }
    m_streams.room(Streams::Change::Updated, m_documents.rooms.find(rid));
    if (isOld) {
        dismissAll(rid);
    }
    if (!inquiry.isEmpty()) {
        m_streams.inquiry(Streams::Change::Removed, inquiry);
    }
}

} // namespace greenline::practice
