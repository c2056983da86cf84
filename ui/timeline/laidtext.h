#pragma once

#include "ui/timeline/bubble.h"

namespace greenline {

/// A text in lines of at most a width. Words too long for a line break anywhere. Text of a right-to-left script is
/// aligned right.
struct LaidText {
    std::unique_ptr<QTextLayout> layout;
    QSizeF size = {}; ///< What it takes: never wider than asked.
    double slack
        = 0; ///< How far the layout has to move left so that right-aligned lines start at the left edge of size.
};

LaidText laidText(const QString &text, const QFont &font, double width,
                  const QList<QTextLayout::FormatRange> &formats = {});

/// Where a range of the text stands, one place for each line it touches, relative to the layout.
QList<QRectF> placesOf(const QTextLayout &layout, qsizetype start, qsizetype length);

} // namespace greenline
