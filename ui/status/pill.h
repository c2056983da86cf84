#pragma once

#include <QColor>
#include <QRect>
#include <QString>

class QFont;
class QPainter;

namespace greenline {

struct Colours;

/// The round-ended fields of the top bar: a mark, a strong word, a quiet one.
struct Pill {
    QString strong;
    QString quiet = {};
    QColor ground;
    QColor border;
    bool hasArrow = false; ///< A menu opens.
};

QSize pillSize(const QFont &font, const Pill &pill);
/// Paints all but the mark, whose place is returned.
QRect paintPill(QPainter &painter, const QRect &place, const Pill &pill, const Colours &colours,
                Qt::LayoutDirection direction);
/// The ring of pill and rows: how much of a full circle is dark.
void paintFilledRing(QPainter &painter, const QRectF &place, double filled, const Colours &colours);

} // namespace greenline
