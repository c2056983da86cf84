#pragma once

#include "app/base/id.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QSet>

#include <chrono>

namespace greenline {

/// What a shift has counted, and what it needs to go on counting.
struct ShiftRecord {
    QDateTime since = {}; ///< Null: nothing was counted.
    QSet<RoomId> served = {};
    QHash<RoomId, QDateTime> waiting = {}; ///< For a first reply.
    QSet<RoomId> over = {}; ///< Served before; what waits again is none of them.
    int answered = 0;
    std::chrono::milliseconds waited{0};
    bool operator==(const ShiftRecord &) const = default;
};

QByteArray written(const ShiftRecord &record);
ShiftRecord readShiftRecord(const QByteArray &bytes); ///< What cannot be read is a record of nothing.

} // namespace greenline
