#include "ui/theme/appearance.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"

#include <QPainter>
#include <QPalette>
#include <QTest>

#include <cmath>

using namespace greenline;
using namespace Qt::StringLiterals;

namespace {

/// WCAG 2: relative luminance and contrast.
double luminance(const QColor &colour)
{
    const auto linear
        = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double lighter = qMax(luminance(one), luminance(other));
    const double darker = qMin(luminance(one), luminance(other));
    return (lighter + 0.05) / (darker + 0.05);
}

int paintedPixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += qAlpha(image.pixel(x, y)) > 0 ? 1 : 0;
        }
    }
    return count;
}

} // namespace

class ColoursTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contrastIsEnough_data();
    void contrastIsEnough();
    void schemeIsToldByThePalette();
    void styleSheetHasNoNameLeft();
    void everyGlyphIsDrawnInItsColour();
    void sourcesHaveShapesOfTheirOwn();
};

void ColoursTest::contrastIsEnough_data()
{
    QTest::addColumn<QColor>("ink");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("atLeast");
    for (const Colours &c : {lightColours(), darkColours()}) {
        const auto row = [&c](const char *name, const QColor &ink, const QColor &ground, double atLeast) {
            QTest::addRow("%s, %s", name, c.isDark ? "dark" : "light") << ink << ground << atLeast;
        };
        row("text on window", c.text, c.window, 7);
        row("text on panel", c.text, c.panel, 7);
        row("text on selection", c.text, c.selection, 7);
        row("text in their bubble", c.text, c.theirBubble, 7);
        row("text in own bubble", c.ownText, c.ownBubble, 7);
        row("text in a waiting bar", c.text, tinted(c.panel, c.waitingFill, 0.18), 7);
        row("secondary on window", c.secondaryText, c.window, 4.5);
        row("secondary on panel", c.secondaryText, c.panel, 4.5);
        row("secondary on hover", c.secondaryText, c.hover, 4.5);
        row("secondary on selection", c.secondaryText, c.selection, 4.5);
        row("action on panel", c.action, c.panel, 4.5);
        row("words on action", c.onAction, c.action, 4.5);
        row("green words on panel", c.greenText, c.panel, 4.5);
        row("green words on window", c.greenText, c.window, 4.5);
        row("danger on panel", c.danger, c.panel, 4.5);
        row("danger on window", c.danger, c.window, 4.5);
        row("waiting on panel", c.waitingText, c.panel, 4.5);
        row("waiting on selection", c.waitingText, c.selection, 4.5);
        for (const Presence presence : {Presence::Online, Presence::Away, Presence::Busy, Presence::Offline}) {
            const QColor icon = presenceColour(c, presence);
            QTest::addRow("icon of presence %d, %s", int(presence), c.isDark ? "dark" : "light")
                << icon << tinted(c.panel, icon, 0.13) << 3.0;
        }
    }
}

void ColoursTest::contrastIsEnough()
{
    QFETCH(QColor, ink);
    QFETCH(QColor, ground);
    QFETCH(double, atLeast);
    const double found = contrast(ink, ground);
    QVERIFY2(found >= atLeast, qPrintable(u"%1 on %2 is %3"_s.arg(ink.name(), ground.name()).arg(found)));
}

void ColoursTest::schemeIsToldByThePalette()
{
    QCOMPARE(&coloursOf(paletteOf(lightColours())), &lightColours());
    QCOMPARE(&coloursOf(paletteOf(darkColours())), &darkColours());
}

void ColoursTest::styleSheetHasNoNameLeft()
{
    const QString sheet = styleSheetOf(darkColours());
    QVERIFY(sheet.contains(darkColours().action.name()));
    QVERIFY2(sheet.section(u"*/"_s, 1).count(u'@') == 0, qPrintable(sheet));
}

void ColoursTest::everyGlyphIsDrawnInItsColour()
{
    const QColor colour(0x12, 0x34, 0x56);
    for (int glyph = 0; glyph <= int(Glyph::More); ++glyph) {
        const QImage image = glyphPixmap(Glyph(glyph), colour, 24, 2).toImage();
        QCOMPARE(image.size(), QSize(48, 48));
        QVERIFY2(paintedPixels(image) > 40, qPrintable(QString::number(glyph)));
        bool hasColour = Glyph(glyph) == Glyph::Logo;
        for (int x = 0; x < 48 * 48 && !hasColour; ++x) {
            hasColour = image.pixelColor(x % 48, x / 48) == colour;
        }
        QVERIFY2(hasColour, qPrintable(QString::number(glyph)));
    }
}

void ColoursTest::sourcesHaveShapesOfTheirOwn()
{
    QList<QImage> shapes;
    for (const Source source : {Source::Sms, Source::Widget, Source::Email, Source::App, Source::Other}) {
        const QImage shape = glyphPixmap(glyphOf(source), Qt::black, 24, 1).toImage();
        QVERIFY(!shapes.contains(shape));
        shapes.append(shape);
    }
}

QTEST_MAIN(ColoursTest)
#include "tst_colours.moc"
