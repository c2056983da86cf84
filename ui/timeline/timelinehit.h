#pragma once

#include "ui/timeline/bubble.h"

#include <optional>

class QListView;

namespace greenline {

class BubbleLayout;

/// Something in a row that can be pressed.
struct TimelineHit {
    int row = -1;
    BubbleSpot spot = {};
    bool operator==(const TimelineHit &other) const { return row == other.row && spot.place == other.spot.place; }
};

/// What stands at a point of the viewport; nothing: nothing to press.
std::optional<TimelineHit> timelineHitAt(const QListView &view, BubbleLayout &layout, const QPoint &point);

} // namespace greenline
