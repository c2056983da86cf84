#include "app/wire/roomcodec.h"

#include "app/wire/json.h"
#include "app/wire/messagecodec.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// {_id, username, name?}: what to call the person.
QString roomPerson(const QJsonObject &user)
{
    const QString name = optionalString(user, "name"_L1);
    return name.isEmpty() ? optionalString(user, "username"_L1) : name;
}

/// v.phone is a text in some newer rooms and a list of {phoneNumber} where the visitor was copied whole.
QString visitorPhone(const QJsonValue &phone)
{
    return phone.isString() ? phone.toString() : optionalString(phone.toArray().at(0).toObject(), "phoneNumber"_L1);
}

/// 3.x has no source; there the sms field is the only sign (rocketchat-wire.md 4.1).
Source roomSource(const QJsonObject &room)
{
    if (room.value("sms"_L1).isObject()) {
        return Source::Sms;
    }
    return sourceNamed(optionalString(room.value("source"_L1).toObject(), "type"_L1));
}

QString roomNumber(const QJsonObject &room)
{
    const QString texted = optionalString(room.value("sms"_L1).toObject(), "from"_L1);
    return texted.isEmpty() ? optionalString(room.value("source"_L1).toObject(), "destination"_L1) : texted;
}

void readRoomPeople(const QJsonObject &object, Room &room)
{
    const QJsonObject servedBy = object.value("servedBy"_L1).toObject();
    room.servedBy = {optionalString(servedBy, "_id"_L1)};
    room.servedByName = roomPerson(servedBy);
    room.closedBy = roomPerson(object.value("closedBy"_L1).toObject());
}

void readRoomTimes(const QJsonObject &object, Room &room)
{
    room.startedAt = dateOf(object.value("ts"_L1));
    room.queuedAt = dateOf(object.value("queuedAt"_L1));
    room.lastMessageAt = dateOf(object.value("lm"_L1));
    room.closedAt = dateOf(object.value("closedAt"_L1));
    room.updatedAt = dateOf(object.value("_updatedAt"_L1));
    if (room.lastMessageAt.isNull() && room.lastMessage) {
        room.lastMessageAt = room.lastMessage->at;
    }
}

} // namespace

bool isOmnichannel(const QJsonObject &object)
{
    return optionalString(object, "t"_L1) == "l"_L1;
}

Result<Room> decodeRoom(const QJsonObject &object)
{
    const Result<QString> id = requiredString(object, "_id"_L1, "room"_L1);
    if (!id) {
        return id.error();
    }
    Room room;
    room.id = {*id};
    room.name = optionalString(object, "fname"_L1);
    room.visitor = decodeVisitorFacts(object.value("v"_L1).toObject());
    room.source = roomSource(object);
    room.ourNumber = roomNumber(object);
    room.department = {optionalString(object, "departmentId"_L1)};
    const QJsonValue open = object.value("open"_L1); // closed rooms have none
    if (!open.isBool() && !open.isUndefined() && !open.isNull()) {
        return Error{Error::Kind::Protocol, u"room.open is no switch"_s};
    }
    room.isOpen = open.toBool();
    room.isOnHold = optionalBool(object, "onHold"_L1);
    room.isWaitingForAnswer = optionalBool(object, "waitingResponse"_L1);
    room.tags = optionalStrings(object, "tags"_L1);
    room.topic = optionalString(object, "topic"_L1);
    const Result<Message> lastMessage = decodeMessage(object.value("lastMessage"_L1).toObject());
    if (lastMessage) {
        room.lastMessage = *lastMessage;
    }
    readRoomPeople(object, room);
    readRoomTimes(object, room);
    return room;
}

Result<Subscription> decodeSubscription(const QJsonObject &object)
{
    const Result<QString> id = requiredString(object, "_id"_L1, "subscription"_L1);
    const Result<QString> rid = requiredString(object, "rid"_L1, "subscription"_L1);
    if (!id || !rid) {
        return id ? rid.error() : id.error();
    }
    Subscription subscription;
    subscription.id = {*id};
    subscription.room = {*rid};
    const QString shown = optionalString(object, "fname"_L1);
    subscription.name = shown.isEmpty() ? optionalString(object, "name"_L1) : shown;
    subscription.visitor = decodeVisitorFacts(object.value("v"_L1).toObject());
    subscription.department = {optionalString(object, "department"_L1)};
    subscription.unread = std::max(0, optionalInt(object, "unread"_L1));
    subscription.hasAlert = optionalBool(object, "alert"_L1);
    subscription.isOpen = optionalBool(object, "open"_L1, true);
    subscription.isOnHold = optionalBool(object, "onHold"_L1);
    subscription.lastSeenAt = dateOf(object.value("ls"_L1));
    subscription.updatedAt = dateOf(object.value("_updatedAt"_L1));
    return subscription;
}

VisitorFacts decodeVisitorFacts(const QJsonObject &object)
{
    VisitorFacts visitor;
    visitor.id = {optionalString(object, "_id"_L1)};
    visitor.username = optionalString(object, "username"_L1);
    visitor.name = optionalString(object, "name"_L1);
    visitor.phone = visitorPhone(object.value("phone"_L1));
    visitor.presence = presenceNamed(optionalString(object, "status"_L1));
    return visitor;
}

Source sourceNamed(const QString &type)
{
    static constexpr std::array sources{std::pair{"sms"_L1, Source::Sms}, std::pair{"widget"_L1, Source::Widget},
                                        std::pair{"email"_L1, Source::Email}, std::pair{"app"_L1, Source::App},
                                        std::pair{"api"_L1, Source::Api}};
    const auto found
        = std::find_if(sources.begin(), sources.end(), [&type](const auto &source) { return source.first == type; });
    return found == sources.end() ? Source::Other : found->second;
}

std::optional<Presence> presenceNamed(const QString &status)
{
    static constexpr std::array presences{std::pair{"online"_L1, Presence::Online},
                                          std::pair{"away"_L1, Presence::Away}, std::pair{"busy"_L1, Presence::Busy},
                                          std::pair{"offline"_L1, Presence::Offline}};
    const auto found = std::find_if(presences.begin(), presences.end(),
                                    [&status](const auto &presence) { return presence.first == status; });
    return found == presences.end() ? std::nullopt : std::optional(found->second);
}

} // namespace greenline
