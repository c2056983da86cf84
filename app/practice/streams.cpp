#include "app/practice/streams.h"

#include "app/practice/document.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr auto userStream = "stream-notify-user"_L1;
constexpr auto messageStream = "stream-room-messages"_L1;
constexpr auto queueStream = "stream-livechat-inquiry-queue-observer"_L1;

QString changeWord(Streams::Change change)
{
    switch (change) {
    case Streams::Change::Inserted:
        return u"inserted"_s;
    case Streams::Change::Updated:
        return u"updated"_s;
    case Streams::Change::Removed:
        return u"removed"_s;
    }
    return {};
}

QString queueWord(Streams::Change change)
{
    switch (change) {
    case Streams::Change::Inserted:
        return u"added"_s;
    case Streams::Change::Updated:
        return u"changed"_s;
    case Streams::Change::Removed:
        return u"removed"_s;
    }
    return {};
}

int statusCode(const QString &status)
{
    constexpr std::array words{"offline"_L1, "online"_L1, "away"_L1, "busy"_L1};
    const auto found = std::find(words.begin(), words.end(), status);
    return found == words.end() ? 0 : static_cast<int>(found - words.begin());
}

// All that 3.11.6 publishes of a room when it changes.
QStringList oldRoomFields()
{
    return {u"_id"_s,         u"_updatedAt"_s, u"cl"_s,          u"departmentId"_s, u"fname"_s,
            u"lastMessage"_s, u"lm"_s,         u"open"_s,        u"sms"_s,          u"servedBy"_s,
            u"t"_s,           u"tags"_s,       u"topic"_s,       u"usersCount"_s,   u"onHold"_s,
            u"v"_s,           u"name"_s,       u"livechatData"_s};
}

QString idOf(const QJsonObject &document)
{
    return document.value("_id"_L1).toString();
}

} // namespace

Streams::Streams(Documents &documents, const Access &access, const Clock &clock, Release release, QObject *parent)
    : QObject(parent)
    , m_documents(documents)
    , m_access(access)
    , m_clock(clock)
    , m_release(release)
{
}

void Streams::tell(const QString &stream, const QString &event, const QJsonArray &args, const QString &onlyFor)
{
    Q_EMIT told({stream, event, args, onlyFor});
}

void Streams::message(const QJsonObject &message)
{
    const QString rid = message.value("rid"_L1).toString();
    tell(messageStream, rid, {message});
    const QJsonObject room = m_documents.rooms.find(rid);
    const QList<QJsonObject> there = m_documents.subscriptions.where(u"rid"_s, rid);
    const QList<QJsonObject> users = m_documents.users.all();
    for (const QJsonObject &user : users) {
        const QString userId = idOf(user);
        if (!m_access.canRead(userId, room)) {
            continue;
        }
        const bool isParticipant = std::any_of(there.begin(), there.end(), [&](const QJsonObject &kept) {
            return kept.value("u"_L1).toObject().value("_id"_L1).toString() == userId;
        });
        const QJsonObject about{{u"roomParticipant"_s, isParticipant}, {u"roomType"_s, u"l"_s}};
        // 3.11.6 puts the message into an array of its own.
        const QJsonValue told = m_release < Release{5, 0} ? QJsonValue(QJsonArray{message}) : QJsonValue(message);
        tell(messageStream, u"__my_messages__"_s, {told, about}, userId);
    }
}

void Streams::messageDeleted(const QJsonObject &message)
{
    tell(u"stream-notify-room"_s, message.value("rid"_L1).toString() + u"/deleteMessage"_s,
         {QJsonObject{{u"_id"_s, message.value("_id"_L1)}}});
}

void Streams::room(Change change, const QJsonObject &room)
{
    const QList<QJsonObject> subscriptions = m_documents.subscriptions.where(u"rid"_s, idOf(room));
    for (const QJsonObject &subscription : subscriptions) {
        roomFor(change, room, subscription.value("u"_L1).toObject().value("_id"_L1).toString());
    }
    const bool isShort = m_release < Release{5, 0};
    tell(u"stream-room-data"_s, idOf(room), {isShort ? only(room, oldRoomFields()) : room});
}

void Streams::roomFor(Change change, const QJsonObject &room, const QString &userId)
{
    const bool isShort = m_release < Release{5, 0} && change == Change::Updated;
    tell(userStream, userId + u"/rooms-changed"_s, {changeWord(change), isShort ? only(room, oldRoomFields()) : room});
}

void Streams::subscription(Change change, const QJsonObject &subscription)
{
    const QString userId = subscription.value("u"_L1).toObject().value("_id"_L1).toString();
    // Old servers tell less than subscriptions.get shows (3.11.6, ddp/20 and rest/60).
    const bool isOld = m_release < Release{5, 0};
    const bool isShort = isOld && change == Change::Removed;
    const QJsonObject shown = isShort ? only(subscription, {u"_id"_s, u"u"_s, u"rid"_s})
        : isOld                       ? without(subscription, {u"department"_s})
                                      : subscription;
    tell(userStream, userId + u"/subscriptions-changed"_s, {changeWord(change), shown});
}

void Streams::inquiry(Change change, const QJsonObject &inquiry)
{
    const bool isOld = m_release < Release{6, 0};
    // Without a queue for agents nothing is told of it; newer servers still tell who got an entry (ddp/20 under
    // Auto_Selection).
    const bool isQueued = inquiry.value("status"_L1).toString() == "queued"_L1;
    if ((m_release < Release{5, 0} || isQueued) && !m_access.showsQueue()) {
        return;
    }
    const QString department = inquiry.value("department"_L1).toString();
    QJsonObject entry = merged(inquiry, {{u"type"_s, queueWord(change)}});
    if (m_release < Release{5, 0} && change == Change::Removed) { // it comes out of the collection of removed ones
        entry.insert(u"_deletedAt"_s, dateValue(m_clock.now()));
        entry.insert(u"__collection__"_s, u"rocketchat_livechat_inquiry"_s);
    }
    const QString agent = inquiry.value("defaultAgent"_L1).toObject().value("agentId"_L1).toString();
    if (!department.isEmpty()) {
        tell(queueStream, u"department/"_s + department, {entry});
    }
    // Up to 5.x the public channel also told of changes of departments' entries, but never of new ones (3.11.6).
    if ((department.isEmpty() && agent.isEmpty()) || (isOld && change == Change::Updated)) {
        tell(queueStream, u"public"_s, {entry});
    }
    if (!isOld && !agent.isEmpty()) {
        tell(queueStream, u"agent/"_s + agent, {entry});
    }
    tell(queueStream, idOf(inquiry), {merged(inquiry, {{u"clientAction"_s, changeWord(change)}})});
}

void Streams::queueNotification(const QJsonObject &inquiry)
{
    QJsonObject payload{{u"sender"_s, inquiry.value("v"_L1)}, {u"type"_s, u"l"_s}, {u"name"_s, u"New chat in queue"_s}};
    if (m_release < Release{5, 0}) {
        payload.insert(u"message"_s, QJsonObject{});
    } else {
        payload.insert(u"_id"_s, QString());
        payload.insert(u"message"_s, QJsonObject{{u"msg"_s, QString()}});
    }
    const QJsonObject notification{
        {u"title"_s, u"[Omnichannel] New chat in queue"_s},
        {u"text"_s, u"%1 started a new conversation"_s.arg(inquiry.value("name"_L1).toString())},
        {u"payload"_s, payload}};
    const QList<QJsonObject> users = m_documents.users.where(u"statusLivechat"_s, u"available"_s);
    for (const QJsonObject &user : users) {
        if (m_access.isInQueueOf(idOf(user), inquiry)) {
            tell(userStream, idOf(user) + u"/notification"_s, {notification});
        }
    }
}

void Streams::messageNotification(const QString &userId, const QJsonObject &message, const QJsonObject &room)
{
    const QJsonObject author = message.value("u"_L1).toObject();
    const QStringList named = author.value("name"_L1).isString() ? QStringList{u"name"_s} : QStringList();
    QJsonObject payload{{u"_id"_s, message.value("_id"_L1)},
                        {u"rid"_s, message.value("rid"_L1)},
                        {u"sender"_s, only(author, QStringList{u"_id"_s, u"username"_s} + named)},
                        {u"type"_s, u"l"_s},
                        {u"message"_s, QJsonObject{{u"msg"_s, message.value("msg"_L1)}}}};
    if (m_release >= Release{5, 0}) {
        payload.insert(u"name"_s, room.value("fname"_L1));
    }
    const QJsonObject notification{{u"title"_s, u"[Omnichannel] "_s + room.value("fname"_L1).toString()},
                                   {u"text"_s, message.value("msg"_L1)},
                                   {u"payload"_s, payload}};
    tell(userStream, userId + u"/notification"_s, {notification});
}

void Streams::ephemeral(const QString &userId, const QString &rid, const QString &text)
{
    const QDateTime now = m_clock.now();
    QJsonObject notice{{u"_id"_s, QString::number(now.toMSecsSinceEpoch())},
                       {u"rid"_s, rid},
                       {u"ts"_s, dateValue(now)},
                       {u"groupable"_s, false},
                       {u"msg"_s, text}};
    if (m_release >= Release{5, 0}) {
        notice.insert(u"private"_s, true);
        notice.insert(u"u"_s, QJsonObject{{u"_id"_s, u"rocket.cat"_s}, {u"username"_s, u"rocket.cat"_s}});
        notice.insert(u"_updatedAt"_s, dateValue(now));
        const QJsonObject plain{{u"type"_s, u"PLAIN_TEXT"_s}, {u"value"_s, text}};
        notice.insert(u"md"_s, QJsonArray{QJsonObject{{u"type"_s, u"PARAGRAPH"_s}, {u"value"_s, QJsonArray{plain}}}});
    }
    tell(userStream, userId + u"/message"_s, {notice});
}

void Streams::userData(const QString &userId, const QJsonObject &diff, const QJsonObject &unset)
{
    QJsonObject told{{u"type"_s, u"updated"_s}, {u"unset"_s, unset}};
    if (m_release < Release{5, 0}) {
        // What was changed by the system, and status itself, were not told yet.
        const QJsonObject shown = without(diff, {u"livechatStatusSystemModified"_s, u"status"_s});
        told.insert(u"diff"_s, merged(shown, {{u"_updatedAt"_s, dateValue(m_clock.now())}}));
    } else {
        told.insert(u"id"_s, userId);
        told.insert(u"diff"_s,
                    without(diff, {u"statusDefault"_s, u"statusText"_s})); // only what came of it (7.7.1, ddp/20)
    }
    tell(userStream, userId + u"/userData"_s, {told});
}

void Streams::defaultStatus(const QJsonObject &user)
{
    userData(idOf(user), only(user, {u"statusDefault"_s, u"status"_s}));
    if (m_release >= Release{5, 0}) {
        userStatus(without(user, {u"statusText"_s}));
    }
}

void Streams::userStatus(const QJsonObject &user)
{
    const QJsonValue text = user.contains("statusText"_L1) ? user.value("statusText"_L1) : QJsonValue(QJsonValue::Null);
    QJsonArray status{user.value("_id"_L1), user.value("username"_L1), statusCode(user.value("status"_L1).toString()),
                      text};
    if (m_release >= Release{5, 0}) {
        status.append(user.value("name"_L1));
        status.append(user.value("roles"_L1));
    }
    QJsonArray args;
    args.append(status);
    tell(u"stream-notify-logged"_s, u"user-status"_s, args);
}

void Streams::departmentAgent(const QString &action, const QJsonObject &departmentAgent)
{
    const QString userId = departmentAgent.value("agentId"_L1).toString();
    tell(userStream, userId + u"/departmentAgentData"_s, {merged(departmentAgent, {{u"action"_s, action}})});
}

void Streams::forceLogout(const QString &userId)
{
    tell(userStream, userId + u"/force_logout"_s, {});
}

void Streams::setting(const QJsonObject &setting)
{
    if (setting.value("public"_L1).toBool()) {
        QJsonObject shown = only(setting, {u"_id"_s, u"value"_s});
        if (m_release >= Release{5, 0}) {
            shown.insert(u"enterprise"_s, false);
            shown.insert(u"requiredOnWizard"_s, false);
        }
        tell(u"stream-notify-all"_s, u"public-settings-changed"_s, {u"updated"_s, shown});
    }
}

void Streams::permission(const QJsonObject &permission)
{
    tell(u"stream-notify-logged"_s, u"permissions-changed"_s, {u"updated"_s, permission});
}

void Streams::licence()
{
    tell(u"stream-notify-all"_s, u"license"_s, {});
}

void Streams::roomActivity(const QString &event, const QJsonArray &args, const QString &exceptSession)
{
    Q_EMIT told({u"stream-notify-room"_s, event, args, {}, exceptSession});
}

} // namespace greenline::practice
