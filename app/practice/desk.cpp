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
