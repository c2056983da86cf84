#include "app/workspace/shiftrecord.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QJsonArray jsonOfRooms(const QSet<RoomId> &rooms)
{
    QJsonArray array;
    for (const RoomId &room : rooms) {
        array.append(room.value);
    }
    return array;
}

QSet<RoomId> roomsOfJson(const QJsonValue &value)
{
    QSet<RoomId> rooms;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &room : array) {
        rooms.insert({room.toString()});
    }
    return rooms;
}

QDateTime momentOfJson(const QJsonValue &value)
{
    return value.isDouble() ? QDateTime::fromMSecsSinceEpoch(value.toInteger(), Qt::UTC) : QDateTime();
}

} // namespace

QByteArray written(const ShiftRecord &record)
{
    QJsonObject waiting;
    for (auto [room, since] : record.waiting.asKeyValueRange()) {
        waiting.insert(room.value, since.toMSecsSinceEpoch());
    }
    QJsonObject object{{u"served"_s, jsonOfRooms(record.served)},
                       {u"over"_s, jsonOfRooms(record.over)},
                       {u"waiting"_s, waiting},
                       {u"answered"_s, record.answered},
                       {u"waited"_s, qint64(record.waited.count())}};
    if (record.since.isValid()) {
        object.insert(u"since"_s, record.since.toMSecsSinceEpoch());
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

ShiftRecord readShiftRecord(const QByteArray &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    ShiftRecord record;
    record.since = momentOfJson(object.value("since"_L1));
    record.served = roomsOfJson(object.value("served"_L1));
    record.over = roomsOfJson(object.value("over"_L1));
    const QJsonObject waiting = object.value("waiting"_L1).toObject();
    for (auto room = waiting.begin(); room != waiting.end(); ++room) {
        if (const QDateTime since = momentOfJson(room.value()); since.isValid()) {
            record.waiting.insert({room.key()}, since);
        }
    }
    record.answered = qMax(0, object.value("answered"_L1).toInt());
    record.waited = std::chrono::milliseconds(qMax<qint64>(0, object.value("waited"_L1).toInteger()));
    return record;
}

} // namespace greenline
