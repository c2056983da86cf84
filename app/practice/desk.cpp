#include "app/practice/desk.h"

#include "app/practice/document.h"
#include "app/practice/shapes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QString deskId(const QJsonObject &document)
{
    return document.value("_id"_L1).toString();
}

bool isClosed(const QJsonObject &room)
{
    return !room.value("open"_L1).toBool(); // closed rooms lose the field (3.11.6)
}

} // namespace

Desk::Desk(Documents &documents, const Settings &settings, const Access &access, Presence &presence, Streams &streams,
           Faults &faults, const Clock &clock, Release release)
    : m_documents(documents)
    , m_settings(settings)
    , m_access(access)
    , m_presence(presence)
    , m_streams(streams)
    , m_faults(faults)
    , m_clock(clock)
    , m_release(release)
{
}

QJsonObject Desk::subscriptionOf(const QString &userId, const QString &rid) const
{
    const QList<QJsonObject> there = m_documents.subscriptions.where(u"rid"_s, rid);
    const auto mine = std::find_if(there.begin(), there.end(), [&](const QJsonObject &subscription) {
        return subscription.value("u"_L1).toObject().value("_id"_L1).toString() == userId;
    });
    return mine == there.end() ? QJsonObject() : *mine;
}

QJsonObject Desk::systemMessage(const QString &rid, const QString &type, const QString &text, const QJsonObject &author,
                                const QJsonObject &more)
{
    const QJsonObject made{
        {u"rid"_s, rid},  {u"t"_s, type},          {u"ts"_s, dateValue(m_documents.messageMoment(m_clock.now()))},
        {u"msg"_s, text}, {u"groupable"_s, false}, {u"u"_s, authorOf(author, m_release)}};
    const QJsonObject message = m_documents.messages.insert(merged(made, more));
    m_documents.rooms.change(rid, {{u"msgs"_s, m_documents.rooms.find(rid).value("msgs"_L1).toInt() + 1}});
    m_streams.message(message);
    return message;
}

Refused Desk::take(const QString &userId, const QString &inquiryId)
{
    const QJsonObject inquiry = m_documents.inquiries.find(inquiryId);
    const bool isTaken = inquiry.value("status"_L1).toString() == "taken"_L1;
    if (isEarlier(5, 0) && (inquiry.isEmpty() || isTaken)) {
        return Refusal{u"error-not-allowed"_s, u"Inquiry already taken"_s}; // an unknown one, too (3.11.6)
    }
    if (inquiry.isEmpty()) {
        return Refusal{u"error-not-found"_s, u"Inquiry not found"_s};
    }
    const QString rid = inquiry.value("rid"_L1).toString();
    if (isTaken) {
        if (m_faults.racingTakes <= 0 || m_access.isServing(userId, m_documents.rooms.find(rid))) {
            return Refusal{u"error-inquiry-taken"_s, u"Inquiry already taken"_s};
        }
        --m_faults.racingTakes;
    }
    if (const Refused refused = m_presence.mayServe(userId)) {
        return refused;
    }
    assign(userId, inquiryId);
    return {};
}

void Desk::assign(const QString &userId, const QString &inquiryId)
{
    const QJsonObject fields = isEarlier(6, 0)
        ? QJsonObject{{u"status"_s, u"taken"_s}}
        : QJsonObject{{u"status"_s, u"taken"_s}, {u"takenAt"_s, dateValue(m_clock.now())}};
    const QJsonObject inquiry = m_documents.inquiries.change(inquiryId, fields, {u"queuedAt"_s});
    if (isEarlier(6, 0)) {
        m_streams.inquiry(Streams::Change::Updated, inquiry);
    }
    welcome(userId, inquiry.value("rid"_L1).toString());
    if (!isEarlier(6, 0)) {
        m_streams.inquiry(Streams::Change::Updated, inquiry);
    }
}

void Desk::welcome(const QString &userId, const QString &rid, const QStringList &hidden)
{
    const QJsonObject user = m_documents.users.find(userId);
    const QDateTime now = m_clock.now();
    const QJsonObject servedBy = merged(only(user, {u"_id"_s, u"username"_s}), {{u"ts"_s, dateValue(now)}});
    const int others = static_cast<int>(m_documents.subscriptions.where(u"rid"_s, rid).size());
    const QJsonObject room = m_documents.rooms.change(rid, {{u"servedBy"_s, servedBy}, {u"usersCount"_s, others + 2}});
    if (subscriptionOf(userId, rid).isEmpty()) {
        const QJsonObject made
            = m_documents.subscriptions.insert(newSubscription(user, without(room, hidden), m_release, now));
        m_streams.subscription(Streams::Change::Inserted, made);
    }
    m_streams.roomFor(Streams::Change::Inserted, room, userId);
    systemMessage(rid, u"command"_s, u"connected"_s, user);
    if (!isEarlier(5, 0)) {
        systemMessage(rid, u"uj"_s, {}, user);
    }
    m_streams.room(Streams::Change::Updated, m_documents.rooms.find(rid));
}

void Desk::queue(const QString &inquiryId)
{
    const QJsonObject inquiry = m_documents.inquiries.find(inquiryId);
    const bool isReturned = inquiry.contains("takenAt"_L1);
    QJsonObject fields{{u"status"_s, u"queued"_s}};
    if (isReturned) {
        fields.insert(u"queuedAt"_s, dateValue(m_clock.now()));
    }
    const QJsonObject kept = m_documents.inquiries.change(inquiryId, fields, {u"takenAt"_s});
    // In 7.x the first event of a new entry is the one that comes with its first text (7.7.1, ddp/20).
    const bool isTold = isEarlier(7, 0) || !isEarlier(8, 0) || isReturned || inquiry.contains("lastMessage"_L1);
    if (isTold) {
        m_streams.inquiry(Streams::Change::Updated, kept);
    }
    m_streams.queueNotification(kept);
}

void Desk::route(const QString &inquiryId)
{
    const QString agent = m_access.showsQueue()
        ? QString()
        : nextAgent(m_documents.inquiries.find(inquiryId).value("department"_L1).toString());
    if (agent.isEmpty()) {
        queue(inquiryId);
    } else {
        assign(agent, inquiryId);
    }
}

QString Desk::nextAgent(const QString &departmentId) const
{
    QString chosen;
    qsizetype fewest = 0;
    const QList<QJsonObject> agents = m_documents.users.where(u"statusLivechat"_s, u"available"_s);
    for (const QJsonObject &agent : agents) {
        const QString id = deskId(agent);
        if ((!departmentId.isEmpty() && !m_access.departmentsOf(id).contains(departmentId))
            || m_presence.mayServe(id)) {
            continue;
        }
        const qsizetype chats = m_documents.subscriptions
                                    .where([&](const QJsonObject &kept) {
                                        return kept.value("u"_L1).toObject().value("_id"_L1).toString() == id;
                                    })
                                    .size();
        if (chosen.isEmpty() || chats < fewest) {
            chosen = id;
            fewest = chats;
        }
    }
    return chosen;
}

void Desk::dismiss(const QString &userId, const QString &rid)
{
    const QJsonObject subscription = subscriptionOf(userId, rid);
    if (subscription.isEmpty()) {
        return;
    }
    m_documents.subscriptions.remove(deskId(subscription));
    const int left = static_cast<int>(m_documents.subscriptions.where(u"rid"_s, rid).size());
    m_documents.rooms.change(rid, {{u"usersCount"_s, left + 1}});
    m_streams.subscription(Streams::Change::Removed, subscription);
    const QJsonObject user = m_documents.users.find(userId);
    systemMessage(rid, u"ul"_s, user.value("username"_L1).toString(), user);
}

Refused Desk::mayClose(const QString &userId, const QJsonObject &room, const CloseOrder &order) const
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

Refused Desk::close(const QString &userId, const QString &rid, const CloseOrder &order)
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

Refused Desk::orderTranscript(const QString &rid, const QJsonObject &order)
{
    if (!m_documents.rooms.find(rid).value("open"_L1).toBool()) {
        return Refusal{u"error-invalid-room"_s, u"Invalid room"_s};
    }
    m_documents.rooms.change(rid, {{u"transcriptRequest"_s, order}});
    return {};
}

QJsonObject Desk::closingFields(const QJsonObject &room, const QJsonObject &by, const CloseOrder &order) const
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

QJsonObject Desk::closingParts(const QJsonObject &by, const CloseOrder &order) const
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

void Desk::dismissAll(const QString &rid)
{
    const QList<QJsonObject> subscriptions = m_documents.subscriptions.where(u"rid"_s, rid);
    for (const QJsonObject &subscription : subscriptions) {
        m_documents.subscriptions.remove(deskId(subscription));
        m_streams.subscription(Streams::Change::Removed, subscription);
    }
}

void Desk::finish(const QString &rid, const QJsonObject &by, const CloseOrder &order)
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
    m_documents.inquiries.remove(deskId(inquiry));
    const QJsonObject visitor = before.value("v"_L1).toObject();
    m_documents.visitors.change(deskId(visitor), only(visitor, {u"activity"_s}));
    const QJsonObject last = systemMessage(rid, u"livechat-close"_s, order.comment, by, closingParts(by, order));
    m_documents.rooms.change(rid, {{u"lm"_s, last.value("ts"_L1)}, {u"lastMessage"_s, last}});
    if (isOld) {
        systemMessage(rid, u"command"_s, u"promptTranscript"_s, by);
    }
    m_streams.room(Streams::Change::Updated, m_documents.rooms.find(rid));
    if (isOld) {
        dismissAll(rid);
    }
    if (!inquiry.isEmpty()) {
        m_streams.inquiry(Streams::Change::Removed, inquiry);
    }
}

Refused Desk::markRead(const QString &userId, const QString &rid)
{
    const QJsonObject subscription = subscriptionOf(userId, rid);
    if (subscription.isEmpty()) {
        return Refusal{u"error-invalid-subscription"_s, u"Invalid subscription"_s};
    }
    const QJsonObject read{
        {u"ls"_s, dateValue(m_clock.now())}, {u"unread"_s, 0}, {u"alert"_s, false}, {u"userMentions"_s, 0}};
    m_streams.subscription(Streams::Change::Updated, m_documents.subscriptions.change(deskId(subscription), read));
    return {};
}

Refused Desk::markUnread(const QString &userId, const QString &rid)
{
    const QJsonObject subscription = subscriptionOf(userId, rid);
    if (subscription.isEmpty()) {
        return Refusal{u"error-invalid-subscription"_s, u"Invalid subscription"_s};
    }
    const QJsonObject kept
        = m_documents.subscriptions.change(deskId(subscription), {{u"alert"_s, true}, {u"open"_s, true}});
    m_streams.subscription(Streams::Change::Updated, kept);
    return {};
}

} // namespace greenline::practice
