#include "ui/timeline/quietpage.h"

#include "ui/theme/colours.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/laidtext.h"
#include "ui/timeline/showntext.h"

#include <QPainter>

namespace greenline {

namespace {

constexpr double pageDisc = 72;
constexpr double widestQuote = 420;

} // namespace

QuietPage::QuietPage(QWidget *parent)
    : QWidget(parent)
{
}

void QuietPage::say(Glyph glyph, const QString &words, const QString &quote)
{
    m_glyph = glyph;
    m_words = words;
    m_quote = folded(quote, Fold::Short).text.left(600);
    setAccessibleName(quote.isEmpty() ? words : m_quote + u'\n' + words);
    update();
}

void QuietPage::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double room = qMin(widestQuote, width() - 4.0 * metrics::margin);
    const LaidText quote = laidText(m_quote, font(), room - 24);
    const LaidText words = laidText(m_words, font(), room);
    const QSizeF bubble = m_quote.isEmpty() ? QSizeF() : quote.size + QSizeF(24, 16);
    const double gap = m_quote.isEmpty() ? 0 : metrics::margin;
    double y = qMax(8.0, (height() - pageDisc - bubble.height() - gap - words.size.height() - metrics::margin) / 2);

    const QRectF disc((width() - pageDisc) / 2, y, pageDisc, pageDisc);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tinted(colours.window, colours.sms, 0.12));
    painter.drawEllipse(disc);
    paintGlyph(painter, disc.adjusted(18, 18, -18, -18), m_glyph, colours.sms);
    y += pageDisc + metrics::margin;
    if (!m_quote.isEmpty()) {
        const QRectF frame({(width() - bubble.width()) / 2, y}, bubble);
        painter.setBrush(colours.theirBubble);
        painter.drawRoundedRect(frame, metrics::bubbleRadius, metrics::bubbleRadius);
        painter.setPen(colours.text);
        quote.layout->draw(&painter, frame.topLeft() + QPointF(12 - quote.slack, 8));
        y += bubble.height() + gap;
    }
    painter.setPen(colours.secondaryText);
    words.layout->draw(&painter, {(width() - words.size.width()) / 2 - words.slack, y});
}

} // namespace greenline
