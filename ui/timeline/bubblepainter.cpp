#include "ui/timeline/bubblepainter.h"

#include "app/omnichannel/message.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/pictures.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

namespace greenline {

namespace {

class PictureWords
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QColor inkColour(const Colours &colours, BubbleInk ink)
{
    switch (ink) {
    case BubbleInk::Own:
        return colours.ownText;
    case BubbleInk::Their:
        return colours.text;
    case BubbleInk::Secondary:
        return colours.secondaryText;
    case BubbleInk::Action:
        return colours.action;
    case BubbleInk::Danger:
        return colours.danger;
    case BubbleInk::Waiting:
        return colours.waitingText;
    }
    return colours.text;
}

void paintBody(QPainter &painter, const Bubble &bubble, const Colours &colours, BubbleLook look)
{
    const QColor full = bubble.isOwn ? colours.ownBubble : colours.theirBubble;
    const QColor ground = bubble.isFaint ? tinted(colours.window, full, 0.6) : full;
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.isSelected ? tinted(ground, colours.action, 0.16) : ground);
    painter.drawRoundedRect(bubble.body, metrics::bubbleRadius, metrics::bubbleRadius);
    if (look.hasFocus) {
        painter.setPen(QPen(colours.action, metrics::focusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(bubble.body.adjusted(1, 1, -1, -1), metrics::bubbleRadius - 1,
                                metrics::bubbleRadius - 1);
    }
}

/// Across the row, broken for its words.
void paintLine(QPainter &painter, const Bubble &bubble, const QRectF &gap, const QColor &colour)
{
    if (gap.isNull()) {
        return;
    }
    const double y = std::floor(gap.center().y()) + 0.5;
    painter.setPen(colour);
    painter.drawLine(QPointF(22, y), QPointF(gap.left(), y));
    painter.drawLine(QPointF(gap.right(), y), QPointF(bubble.width - 22, y));
}

void paintSeparators(QPainter &painter, const Bubble &bubble, const Colours &colours)
{
    if (!bubble.dayPill.isNull()) {
        painter.setPen(colours.line);
        painter.setBrush(colours.panel);
        const double radius = bubble.dayPill.height() / 2;
        painter.drawRoundedRect(bubble.dayPill.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    }
    paintLine(painter, bubble, bubble.conversationGap, tinted(colours.window, colours.secondaryText, 0.5));
    paintLine(painter, bubble, bubble.unreadGap, tinted(colours.window, colours.action, 0.5));
}

void paintMissingPicture(QPainter &painter, const QRectF &place, Pictures::State state, const Colours &colours)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(tinted(colours.panel, colours.secondaryText, 0.14));
    painter.drawRoundedRect(place, metrics::radius, metrics::radius);
    const bool hasRoom = place.height() >= 72 && place.width() >= 140;
    const QPointF middle = place.center() - QPointF(0, hasRoom ? 10 : 0);
    const Glyph glyph = state == Pictures::State::Failed ? Glyph::Warned : Glyph::Picture;
    paintGlyph(painter, QRectF(middle - QPointF(12, 12), QSizeF(24, 24)), glyph, colours.secondaryText);
    if (hasRoom) {
        painter.setPen(colours.secondaryText);
        const QString words = state == Pictures::State::Failed ? PictureWords::tr("Cannot be shown. Click to try again")
                                                               : PictureWords::tr("Loading the picture…");
        painter.drawText(place.adjusted(8, place.height() / 2 + 6, -8, 0),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, words);
    }
}

void paintPicture(QPainter &painter, const QRectF &place, const QString &link, const Pictures &pictures,
                  const Colours &colours)
{
    const QPixmap *pixmap = pictures.pixmap(link);
    if (!pixmap) {
        paintMissingPicture(painter, place, pictures.state(link), colours);
        return;
    }
    QPainterPath frame;
    frame.addRoundedRect(place, metrics::radius, metrics::radius);
    painter.save();
    painter.setClipPath(frame, Qt::IntersectClip);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.fillPath(frame, colours.panel);
    const QSizeF size = QSizeF(pixmap->size()).scaled(place.size(), Qt::KeepAspectRatio);
    const QRectF target(place.center() - QPointF(size.width() / 2, size.height() / 2), size);
    painter.drawPixmap(target, *pixmap, QRectF(pixmap->rect()));
    painter.restore();
}

void paintFile(QPainter &painter, const QRectF &frame, const Colours &colours)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(tinted(colours.panel, colours.action, 0.1));
    painter.drawRoundedRect(frame, metrics::radius, metrics::radius);
    paintGlyph(painter, QRectF(frame.left() + 8, frame.center().y() - 10, 20, 20), Glyph::File, colours.action);
}

void paintText(QPainter &painter, const BubbleText &text, const Colours &colours)
{
    QList<QTextLayout::FormatRange> active = text.active;
    for (QTextLayout::FormatRange &range : active) {
        range.format.setForeground(colours.action);
        range.format.setFontUnderline(true);
    }
    for (QTextLayout::FormatRange range : text.found) {
        range.format.setBackground(tinted(colours.panel, colours.waitingFill, colours.isDark ? 0.75 : 0.7));
        range.format.setForeground(colours.isDark ? colours.window : colours.text);
        active.append(range);
    }
    painter.setPen(inkColour(colours, text.ink));
    text.layout->draw(&painter, text.at, active);
}

} // namespace

void paintBubble(QPainter &painter, const QRect &row, const Bubble &bubble, const Message &message,
                 const Pictures &pictures, const QPalette &palette, BubbleLook look)
{
    const Colours &colours = coloursOf(palette);
    painter.save();
    painter.setClipRect(row, Qt::IntersectClip); // stacked accents reach out of their line
    painter.translate(row.topLeft());
    painter.setRenderHint(QPainter::Antialiasing);
    paintSeparators(painter, bubble, colours);
    if (!bubble.body.isNull()) {
        paintBody(painter, bubble, colours, look);
    } else if (look.hasFocus && bubble.height > 0) {
        painter.setPen(QPen(colours.action, 1, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(4.5, 1.5, row.width() - 9, bubble.height - 3));
    }
    for (const BubblePicture &picture : bubble.pictures) {
        paintPicture(painter, picture.place, message.attachments.value(picture.attachment).link, pictures, colours);
    }
    for (const QRectF &file : bubble.files) {
        paintFile(painter, file, colours);
    }
    for (const BubbleText &text : bubble.texts) {
        paintText(painter, text, colours);
    }
    painter.restore();
}

} // namespace greenline
