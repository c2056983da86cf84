#include "ui/theme/glyphs.h"

#include "ui/theme/colours.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// File names in the order of Glyph.
constexpr std::array glyphFiles{
    "sms"_L1,     "widget"_L1, "email"_L1,   "app"_L1,     "other"_L1,  "chat.greenline.Greenline"_L1,
    "search"_L1,  "draft"_L1,  "failure"_L1, "passed"_L1,  "warned"_L1, "failed"_L1,
    "running"_L1, "send"_L1,   "file"_L1,    "picture"_L1, "close"_L1,  "back"_L1,
    "down"_L1,    "copy"_L1,   "person"_L1,  "emoji"_L1,   "canned"_L1, "more"_L1,
    "attach"_L1,  "bell"_L1,   "quiet"_L1,
};
static_assert(glyphFiles.size() == static_cast<size_t>(Glyph::Quiet) + 1);

/// The drawing in one colour. QtSvg resolves currentColor to black, so it is replaced before it is read.
QByteArray glyphDrawing(Glyph glyph, const QColor &colour)
{
    QFile file(":/greenline/icons/"_L1 + glyphFiles.at(static_cast<size_t>(glyph)) + ".svg"_L1);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return file.readAll().replace("currentColor", colour.name().toLatin1());
}

QPixmap drawnGlyph(Glyph glyph, const QColor &colour, int side, qreal pixelRatio)
{
    QPixmap pixmap(QSize(side, side) * pixelRatio);
    pixmap.setDevicePixelRatio(pixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setOpacity(colour.alphaF());
    QSvgRenderer(glyphDrawing(glyph, colour)).render(&painter, QRectF(0, 0, side, side));
    return pixmap;
}

/// Draws a glyph when it is looked at and as large as it is looked at: most icons made at the start are never seen in
/// most of their sizes.
class GlyphEngine : public QIconEngine
{
public:
    GlyphEngine(Glyph glyph, const QColor &colour)
        : m_glyph(glyph)
        , m_colour(colour)
    {
    }

    QIconEngine *clone() const override { return new GlyphEngine(*this); }
    QString key() const override { return u"greenline.glyph"_s; }

    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override
    {
        // What a tray or a task bar is offered; any other size is drawn just as well.
        return {{16, 16}, {20, 20}, {24, 24}, {32, 32}, {48, 48}, {64, 64}, {128, 128}};
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override
    {
        const int side = qMin(size.width(), size.height());
        return {side, side};
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return glyphPixmap(m_glyph, colourIn(mode), qMin(size.width(), size.height()), 1);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int pixels = qMin(size.width(), size.height()); // of the device
        return glyphPixmap(m_glyph, colourIn(mode), qRound(pixels / scale), scale);
    }

    void paint(QPainter *painter, const QRect &place, QIcon::Mode mode, QIcon::State) override
    {
        paintGlyph(*painter, place, m_glyph, colourIn(mode));
    }

private:
    QColor colourIn(QIcon::Mode mode) const
    {
        QColor colour = m_colour;
        if (mode == QIcon::Disabled) {
            colour.setAlphaF(0.4F);
        }
        return colour;
    }

    Glyph m_glyph;
    QColor m_colour;
};

} // namespace

QPixmap glyphPixmap(Glyph glyph, const QColor &colour, int side, qreal pixelRatio)
{
    const QString key = u"greenline/%1/%2/%3/%4"_s.arg(int(glyph)).arg(colour.rgba()).arg(side).arg(pixelRatio);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = drawnGlyph(glyph, colour, side, pixelRatio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

void paintGlyph(QPainter &painter, const QRectF &place, Glyph glyph, const QColor &colour)
{
    const int side = qRound(qMin(place.width(), place.height()));
    const QPointF corner = place.center() - QPointF(side / 2.0, side / 2.0);
    painter.drawPixmap(corner.toPoint(), glyphPixmap(glyph, colour, side, painter.device()->devicePixelRatioF()));
}

QIcon glyphIcon(Glyph glyph, const QColor &colour)
{
    return QIcon(new GlyphEngine(glyph, colour));
}

Glyph glyphOf(Source source)
{
    switch (source) {
    case Source::Sms:
        return Glyph::Sms;
    case Source::Widget:
        return Glyph::Widget;
    case Source::Email:
        return Glyph::Email;
    case Source::App:
    case Source::Api:
        return Glyph::App;
    case Source::Other:
        break;
    }
    return Glyph::Other;
}

QColor presenceColour(const Colours &colours, Presence presence)
{
    switch (presence) {
    case Presence::Online:
        return colours.sms;
    case Presence::Away:
        return colours.waitingText;
    case Presence::Busy:
        return colours.danger;
    case Presence::Offline:
        break;
    }
    return colours.secondaryText;
}

} // namespace greenline
