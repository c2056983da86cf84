#include "ui/timeline/timelinehit.h"

#include "ui/timeline/bubblelayout.h"

#include <QListView>

namespace greenline {

std::optional<TimelineHit> timelineHitAt(const QListView &view, BubbleLayout &layout, const QPoint &point)
{
    const QModelIndex index = view.indexAt(point);
    if (!index.isValid()) {
        return std::nullopt;
    }
    const QPoint inRow = point - view.visualRect(index).topLeft();
    const Bubble &bubble = layout.bubble(index.row());
    if (const BubbleSpot *spot = bubble.spotAt(inRow)) {
        return TimelineHit{index.row(), *spot};
    }
    return bubble.dayPill.contains(inRow)
        ? std::optional(TimelineHit{index.row(), {BubbleSpot::Kind::Day, bubble.dayPill}})
        : std::nullopt;
}

} // namespace greenline
