#pragma once

#include "app/workspace/outbox.h"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace greenline {

/// One room's way out: at most one message in flight, the others behind it in the order of writing.
struct Outbox::Lane {
    Lane(Clock &clock, std::function<void()> ring)
        : again(clock, std::move(ring))
    {
    }

    QList<OutgoingMessage> messages; ///< Failed and refused ones too; they stand in nobody's way.
    std::optional<MessageId> inFlight;
    Backoff backoff{std::chrono::seconds(2), std::chrono::seconds(60)};
    Alarm again;
    Attempts attempts;
    std::map<MessageId, std::unique_ptr<Alarm>> held; ///< When each of them leaves.
    bool hasAnnouncedFailure = false;
};

/// Said and refused: not to be sent, kept for the sake of the mark.
bool isMark(const OutgoingMessage &message);
/// The row that a timeline shows of it.
Message outgoingRow(const OutgoingMessage &message, const std::optional<MessageId> &inFlight);

} // namespace greenline
