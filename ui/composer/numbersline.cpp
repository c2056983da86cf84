#include "ui/composer/numbersline.h"

#include "ui/theme/colours.h"
#include "ui/theme/metrics.h"

#include <QPainter>
#include <QTextLayout>

namespace greenline {

namespace {

QList<QTextLayout::FormatRange> strongRanges(const QString &words, const QStringList &strong)
{
    QList<QTextLayout::FormatRange> ranges;
    qsizetype from = 0;
    for (const QString &part : strong) {
        const qsizetype at = part.isEmpty() ? -1 : words.indexOf(part, from);
        if (at >= 0) {
            QTextCharFormat format;
            format.setFontWeight(QFont::DemiBold);
            ranges.append({int(at), int(part.size()), format});
            from = at + part.size();
        }
    }
    return ranges;
}

QSizeF layOutOneLine(QTextLayout &layout)
{
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid()) {
        line.setNumColumns(int(layout.text().size()));
    }
    layout.endLayout();
    return line.isValid() ? QSizeF(line.naturalTextWidth(), line.height()) : QSizeF();
}

} // namespace

NumbersLine::NumbersLine(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void NumbersLine::setNumbers(const QString &from, const QString &to)
{
    m_from = from;
    m_to = to;
    if (from.isEmpty()) {
        m_words = to.isEmpty() ? QString() : tr("to %1").arg(to);
    } else {
        m_words = to.isEmpty() ? tr("from %1").arg(from) : tr("from %1 to %2").arg(from, to);
    }
    setAccessibleName(m_words);
    updateGeometry();
    update();
}

QSize NumbersLine::sizeHint() const
{
    QTextLayout layout(m_words, secondaryFont(font()));
    layout.setFormats(strongRanges(m_words, {m_from, m_to}));
    return layOutOneLine(layout).toSize() + QSize(2, 0);
}

QSize NumbersLine::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void NumbersLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont small = secondaryFont(font());
    const QString shown
        = sizeHint().width() > width() ? QFontMetrics(small).elidedText(m_words, Qt::ElideMiddle, width()) : m_words;
    QTextLayout layout(shown, small);
    layout.setFormats(strongRanges(shown, {m_from, m_to}));
    const QSizeF size = layOutOneLine(layout);
    painter.setPen(coloursOf(palette()).secondaryText);
    const double left = isRightToLeft() ? width() - size.width() : 0;
    layout.draw(&painter, {left, (height() - size.height()) / 2});
}

} // namespace greenline
