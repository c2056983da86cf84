#include "app/practice/shapes.h"

#include "app/practice/document.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

// As new rooms and inquiries have it when nothing is known (7.7.1).
constexpr int longestWait = 9999999;
constexpr int noPriority = 99;

QJsonObject visitorInRoom(const QJsonObject &visitor)
{
    QJsonObject shown = only(visitor, {u"_id"_s, u"username"_s, u"token"_s, u"name"_s, u"activity"_s});
    shown.insert(u"status"_s, u"online"_s);
    return shown;
}

double secondsBetween(const QJsonValue &since, const QDateTime &now)
{
    const QDateTime from = dateOf(since);
    return from.isValid() ? static_cast<double>(from.msecsTo(now)) / 1000.0 : 0.0;
}

} // namespace

QJsonObject newRoom(const NewConversation &conversation, Release release, const QDateTime &now)
{
    const QJsonObject visitor = visitorInRoom(conversation.visitor);
    const QString name = visitor.value("name"_L1).toString(visitor.value("username"_L1).toString());
    QJsonObject room{{u"_id"_s, newDocumentId()},
                     {u"msgs"_s, 0},
                     {u"usersCount"_s, 1},
                     {u"lm"_s, dateValue(now)},
                     {u"fname"_s, name},
                     {u"t"_s, u"l"_s},
                     {u"ts"_s, dateValue(now)},
                     {u"v"_s, visitor},
                     {u"cl"_s, false},
                     {u"open"_s, true},
                     {u"waitingResponse"_s, true},
                     {u"sms"_s, QJsonObject{{u"from"_s, conversation.ourNumber}}}};
    if (!conversation.departmentId.isEmpty()) {
        room.insert(u"departmentId"_s, conversation.departmentId);
    }
    if (release >= Release{4, 0}) {
        QJsonObject source{{u"type"_s, u"sms"_s}, {u"alias"_s, conversation.service}};
        if (release >= Release{6, 0}) {
            source.insert(u"destination"_s, conversation.ourNumber);
        }
        room.insert(u"source"_s, source);
        room.insert(u"queuedAt"_s, dateValue(now));
    }
    if (release >= Release{6, 0}) {
        room.insert(u"priorityWeight"_s, noPriority);
        room.insert(u"estimatedWaitingTimeQueue"_s, longestWait);
    }
    if (release >= Release{7, 0}) {
        room.insert(u"contactId"_s, conversation.contactId);
        room.insert(u"verified"_s, false);
    }
    return room;
}

QJsonObject newInquiry(const QJsonObject &room, const QString &firstText, Release release, const QDateTime &now)
{
    QJsonObject inquiry{{u"rid"_s, room.value("_id"_L1)},
                        {u"name"_s, room.value("fname"_L1)},
                        {u"ts"_s, dateValue(now)},
                        // Rooms are made before their first message from 6.x on, so that there is no text yet (7.7.1).
                        {u"message"_s, release >= Release{6, 0} ? QString() : firstText},
                        {u"status"_s, u"ready"_s},
                        {u"v"_s, without(room.value("v"_L1).toObject(), {u"name"_s})},
                        {u"t"_s, u"l"_s}};
    if (room.contains("departmentId"_L1)) {
        inquiry.insert(u"department"_s, room.value("departmentId"_L1));
    }
    if (release < Release{6, 0}) {
        inquiry.insert(u"queueOrder"_s, 1);
        inquiry.insert(u"estimatedWaitingTimeQueue"_s, 0);
        inquiry.insert(u"estimatedServiceTimeAt"_s, dateValue(now));
    } else {
        inquiry.insert(u"priorityWeight"_s, noPriority);
        inquiry.insert(u"estimatedWaitingTimeQueue"_s, longestWait);
    }
    if (room.contains("source"_L1)) {
        inquiry.insert(u"source"_s, room.value("source"_L1));
    }
    return inquiry;
}

QJsonObject newSubscription(const QJsonObject &user, const QJsonObject &room, Release release, const QDateTime &now)
{
    QJsonObject subscription{
        {u"rid"_s, room.value("_id"_L1)},
        {u"fname"_s, room.value("fname"_L1)},
        {u"alert"_s, true},
        {u"open"_s, true},
        {u"unread"_s, 1},
        {u"userMentions"_s, 1},
        {u"groupMentions"_s, 0},
        {u"u"_s, only(user, {u"_id"_s, u"username"_s})},
        {u"t"_s, u"l"_s},
        {u"desktopNotifications"_s, u"all"_s},
        {u"mobilePushNotifications"_s, u"all"_s},
        {u"emailNotifications"_s, u"all"_s},
        {u"v"_s, only(room.value("v"_L1).toObject(), {u"_id"_s, u"username"_s, u"token"_s, u"status"_s, u"name"_s})}};
    if (release >= Release{5, 0}) {
        subscription.insert(u"name"_s, room.value("fname"_L1));
        subscription.insert(u"ts"_s, dateValue(now));
    }
    if (room.contains("departmentId"_L1)) {
        subscription.insert(u"department"_s, room.value("departmentId"_L1));
    }
    return subscription;
}

QJsonArray parsedText(const QString &text)
{
    QJsonArray paragraphs;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        const QJsonObject plain{{u"type"_s, u"PLAIN_TEXT"_s}, {u"value"_s, line}};
        paragraphs.append(QJsonObject{{u"type"_s, u"PARAGRAPH"_s}, {u"value"_s, QJsonArray{plain}}});
    }
    return paragraphs;
}

QJsonObject withMessageParts(QJsonObject message, Release release)
{
    message.insert(u"mentions"_s, QJsonArray{});
    message.insert(u"channels"_s, QJsonArray{});
    if (release >= Release{5, 0}) {
        message.insert(u"urls"_s, QJsonArray{});
        const QString text = message.value("msg"_L1).toString();
        if (!text.isEmpty()) {
            message.insert(u"md"_s, parsedText(text));
        }
    }
    return message;
}

QJsonObject authorOf(const QJsonObject &user, Release release)
{
    QJsonObject author = only(user, {u"_id"_s, u"username"_s});
    if (release >= Release{5, 0}) {
        author.insert(u"name"_s, user.contains("name"_L1) ? user.value("name"_L1) : QJsonValue(QJsonValue::Null));
    }
    return author;
}

QJsonObject afterQuestion(const QJsonObject &room, const QDateTime &now)
{
    QJsonObject metrics = room.value("metrics"_L1).toObject();
    metrics.insert(u"v"_s, QJsonObject{{u"lq"_s, dateValue(now)}});
    const QJsonObject visitor = merged(room.value("v"_L1).toObject(), {{u"lastMessageTs"_s, dateValue(now)}});
    return {{u"metrics"_s, metrics}, {u"v"_s, visitor}, {u"waitingResponse"_s, true}};
}

QJsonObject afterAnswer(const QJsonObject &room, const QJsonObject &agent, Release release, const QDateTime &now)
{
    QJsonObject metrics = room.value("metrics"_L1).toObject();
    const QJsonObject before = metrics.value("response"_L1).toObject();
    const double took = secondsBetween(metrics.value("v"_L1).toObject().value("lq"_L1), now);
    const int total = before.value("total"_L1).toInt() + 1;
    const double all = before.value("tt"_L1).toDouble() + took;
    const QJsonValue first = before.contains("fd"_L1) ? before.value("fd"_L1) : QJsonValue(dateValue(now));
    metrics.insert(u"response"_s,
                   QJsonObject{{u"total"_s, total},
                               {u"tt"_s, all},
                               {u"avg"_s, all / total},
                               {u"ft"_s, before.contains("ft"_L1) ? before.value("ft"_L1) : QJsonValue(took)},
                               {u"fd"_s, first}});
    const double reacted = secondsBetween(room.value("servedBy"_L1).toObject().value("ts"_L1), now);
    if (!metrics.contains("reaction"_L1)) {
        metrics.insert(u"reaction"_s, QJsonObject{{u"fd"_s, dateValue(now)}, {u"ft"_s, reacted}, {u"tt"_s, reacted}});
    }
    metrics.insert(u"servedBy"_s, QJsonObject{{u"lr"_s, dateValue(now)}});
    QJsonObject by = merged(only(agent, {u"_id"_s, u"username"_s}), {{u"lastMessageTs"_s, dateValue(now)}});
    if (release >= Release{6, 0}) {
        const QJsonValue since = room.value("responseBy"_L1).toObject().value("firstResponseTs"_L1);
        by.insert(u"firstResponseTs"_s, since.isObject() ? since : QJsonValue(dateValue(now)));
    }
    QJsonObject visitor = room.value("v"_L1).toObject();
    if (release >= Release{7, 0}) {
        visitor.insert(u"activity"_s, QJsonArray{now.toString(u"yyyy-MM"_s)});
    }
    return {{u"metrics"_s, metrics}, {u"responseBy"_s, by}, {u"v"_s, visitor}};
}

} // namespace greenline::practice
