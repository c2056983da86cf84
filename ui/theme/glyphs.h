#pragma once

#include "app/omnichannel/source.h"

#include <QColor>
#include <QIcon>
#include <QPixmap>

class QPainter;

namespace greenline {

struct Colours;

/// Our own drawings, SVG files below resources/icons, coloured when painted.
enum class Glyph {
    Sms,
    Widget,
    Email,
    App,
    Other,
    Logo,
    Search,
    Draft,
    Failure, ///< The red triangle.
    Passed,
    Warned,
    Failed,
    Running,
    Send,
    File,
    Picture,
    Close,
    Back,
    Down,
    Copy,
    Person,
    Emoji,
    Canned,
    More,
    Attach,
    Bell,
    Quiet ///< The bell, crossed.
};

/// Drawn once for each glyph, colour, size and pixel ratio, then from a cache.
void paintGlyph(QPainter &painter, const QRectF &place, Glyph glyph, const QColor &colour);
QPixmap glyphPixmap(Glyph glyph, const QColor &colour, int side, qreal pixelRatio);
QIcon glyphIcon(Glyph glyph, const QColor &colour);

Glyph glyphOf(Source source);
/// Online green, away yellow, busy red, offline grey.
QColor presenceColour(const Colours &colours, Presence presence);

} // namespace greenline
