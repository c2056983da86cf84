#include "ui/status/pill.h"

#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace greenline {

namespace {

constexpr int pillMargin = 11;
constexpr int pillGap = 7;
constexpr int arrowSide = 14;

int markSide(const QFontMetrics &metrics)
{
    return metrics.ascent();
}

} // namespace

QSize pillSize(const QFont &font, const Pill &pill)
{
    const QFontMetrics strong(strongFont(font));
    int width = 2 * pillMargin + markSide(strong);
    if (!pill.strong.isEmpty()) {
        width += pillGap + strong.horizontalAdvance(pill.strong);
    }
    if (!pill.quiet.isEmpty()) {
        width += pillGap + QFontMetrics(font).horizontalAdvance(pill.quiet);
    }
    width += pill.hasArrow ? pillGap + arrowSide : 0;
    return {width, qMax(metrics::target, strong.height() + 10)};
}

QRect paintPill(QPainter &painter, const QRect &place, const Pill &pill, const Colours &colours,
                Qt::LayoutDirection direction)
{
    const QFont base = painter.font();
    const QFontMetrics strong(strongFont(base));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pill.border);
    painter.setBrush(pill.ground);
    const QRectF shape = QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2);

    int left = place.left() + pillMargin;
    const auto next = [&](int width, int height) {
        const QRect part(left, place.center().y() - height / 2, width, height);
        left += width + pillGap;
        return QStyle::visualRect(direction, place, part);
    };
    const QRect mark = next(markSide(strong), markSide(strong));
    const auto say = [&](const QString &words, const QFont &font, const QColor &colour) {
        if (words.isEmpty()) {
            return;
        }
        painter.setPen(colour);
        painter.setFont(font);
        const QRect part = next(QFontMetrics(font).horizontalAdvance(words), place.height());
        painter.drawText(part, Qt::AlignCenter | Qt::TextSingleLine, words);
    };
    say(pill.strong, strongFont(base), colours.text);
    say(pill.quiet, base, colours.secondaryText);
    if (pill.hasArrow) {
        paintGlyph(painter, next(arrowSide, arrowSide), Glyph::Down, colours.secondaryText);
    }
    return mark;
}

void paintFilledRing(QPainter &painter, const QRectF &place, double filled, const Colours &colours)
{
    const double stroke = place.width() / 6.0;
    const QRectF circle = place.adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tinted(colours.panel, colours.secondaryText, 0.35), stroke));
    painter.drawEllipse(circle);
    painter.setPen(QPen(colours.waitingText, stroke, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(circle, 90 * 16, qRound(-qBound(0.0, filled, 1.0) * 360 * 16));
}

} // namespace greenline
