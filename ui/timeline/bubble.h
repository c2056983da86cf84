#pragma once

#include <QRectF>
#include <QTextLayout>
#include <QUrl>

#include <memory>
#include <vector>

namespace greenline {

/// A place in a bubble that answers a click.
struct BubbleSpot {
    enum class Kind { Link, ShowAll, Retry, Edit, Discard, Picture, File, Day };
    Kind kind = Kind::Link;
    QRectF place = {};
    QUrl url = {}; ///< Of Link.
    int attachment = -1; ///< Of Picture and File: which of the message's.
};

/// Which colour a text is painted in; the painter knows the scheme.
enum class BubbleInk { Own, Their, Secondary, Action, Danger, Waiting };

struct BubbleText {
    std::unique_ptr<QTextLayout> layout;
    QPointF at = {};
    BubbleInk ink = BubbleInk::Their;
    QList<QTextLayout::FormatRange> active = {}; ///< Parts in the colour of actions.
    QList<QTextLayout::FormatRange> found = {}; ///< What is being looked for.
};

struct BubblePicture {
    QRectF place = {};
    int attachment = -1;
};

/// A row of the timeline, laid out: what stands where, below and right of the row's corner. Painting only reads it.
struct Bubble {
    int width = 0; ///< Of the row it was laid out for.
    int height = 0;
    bool isOwn = false;
    bool isFaint = false; ///< Not yet with the workspace.
    QRectF body = {}; ///< The bubble itself; null: none.
    QRectF dayPill = {};
    QRectF conversationGap = {}; ///< As unreadGap, of the line between two conversations.
    QRectF unreadGap = {}; ///< Where the unread line is broken for its words; null: no line.
    std::vector<BubbleText> texts = {};
    std::vector<BubblePicture> pictures = {};
    std::vector<QRectF> files = {}; ///< Frames of file rows, each with a glyph at its left.
    std::vector<BubbleSpot> spots = {};

    const BubbleSpot *spotAt(const QPointF &point) const
    {
        for (const BubbleSpot &spot : spots) {
            if (spot.place.contains(point)) {
                return &spot;
            }
        }
        return nullptr;
    }
};

} // namespace greenline
