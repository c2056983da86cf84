#include "app/wire/messagecodec.h"

#include "app/wire/attachmentcodec.h"
#include "app/wire/eventcodec.h"
#include "app/wire/json.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// GeoJSON: longitude first.
std::optional<QPointF> messageLocation(const QJsonValue &location)
{
    const QJsonArray coordinates = location.toObject().value("coordinates"_L1).toArray();
    const double longitude = coordinates.at(0).toDouble(1000);
    const double latitude = coordinates.at(1).toDouble(1000);
    const bool isOnEarth = qAbs(longitude) <= 180 && qAbs(latitude) <= 90;
    return isOnEarth ? std::optional(QPointF(longitude, latitude)) : std::nullopt;
}

void readMessageTimes(const QJsonObject &object, Message &message)
{
    message.at = dateOf(object.value("ts"_L1));
    message.updatedAt = dateOf(object.value("_updatedAt"_L1));
    if (message.at.isNull()) {
        message.at = message.updatedAt;
    }
    if (message.updatedAt.isNull()) {
        message.updatedAt = message.at;
    }
}

/// Visitors have an alias or only a username, which is their number; u.name is null for them on 7.7.1.
void readMessageAuthor(const QJsonObject &object, Message &message)
{
    const QJsonObject user = object.value("u"_L1).toObject();
    message.authorId = optionalString(user, "_id"_L1);
    message.authorUsername = optionalString(user, "username"_L1);
    for (const QString &name :
         {optionalString(object, "alias"_L1), optionalString(user, "name"_L1), optionalString(user, "username"_L1)}) {
        if (message.authorName.isEmpty()) {
            message.authorName = name;
        }
    }
    const bool isByCustomer = !optionalString(object, "token"_L1).isEmpty();
    message.author = isByCustomer ? Message::Author::Customer : Message::Author::Agent;
}

Message messageFrame(const QString &id, const QString &room, const QJsonObject &object)
{
    Message message;
    message.id = {id};
    message.room = {room};
    readMessageTimes(object, message);
    readMessageAuthor(object, message);
    return message;
}

} // namespace

Result<Message> decodeMessage(const QJsonObject &object)
{
    const Result<QString> id = requiredString(object, "_id"_L1, "message"_L1);
    const Result<QString> rid = requiredString(object, "rid"_L1, "message"_L1);
    if (!id || !rid) {
        return id ? rid.error() : id.error();
    }
    // A text of another type would show as an empty bubble, which would be a lie.
    const QJsonValue text = object.value("msg"_L1);
    if (!text.isString() && !text.isNull() && !text.isUndefined()) {
        return Error{Error::Kind::Protocol, u"message.msg is no text"_s};
    }
    Message message = messageFrame(*id, *rid, object);
    message.text = text.toString();
    message.isEphemeral = optionalBool(object, "private"_L1);
    message.isEdited = !dateOf(object.value("editedAt"_L1)).isNull();
    message.location = messageLocation(object.value("location"_L1));
    message.attachments = decodeAttachments(object);
    const bool isEvent = !optionalString(object, "t"_L1).isEmpty();
    if (isEvent) {
        readEvent(object, message);
    }
    if (optionalBool(object, "_hidden"_L1)) {
        message.event = Message::Event::Hidden;
    }
    if (isEvent || message.isEphemeral) {
        message.author = Message::Author::System;
    }
    return message;
}

std::optional<Message> unreadableMessage(const QJsonObject &object)
{
    const QString id = optionalString(object, "_id"_L1);
    const QString room = optionalString(object, "rid"_L1);
    if (id.isEmpty() || room.isEmpty()) {
        return std::nullopt;
    }
    Message message = messageFrame(id, room, object);
    message.isUnreadable = true;
    return message;
}

} // namespace greenline
