#include "ui/customer/tagchips.h"

#include "ui/theme/colours.h"
#include "ui/theme/metrics.h"
#include "ui/words/plainline.h"

#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int chipMargin = 8;
constexpr qsizetype longestTag = 60;

} // namespace

TagChips::TagChips(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TagChips::setTags(const QStringList &tags)
{
    m_tags.clear();
    for (const QString &tag : tags) {
        m_tags.append(plainLine(tag, longestTag));
    }
    setAccessibleName(m_tags.isEmpty() ? tr("No tags") : m_tags.join(u", "_s));
    updateGeometry();
    update();
}

QList<QRect> TagChips::places(int width) const
{
    const QFontMetrics letters(secondaryFont(font()));
    const int height = letters.height() + metrics::grid;
    QList<QRect> places;
    QPoint corner;
    for (const QString &tag : m_tags) {
        const int needed = qMin(width, letters.horizontalAdvance(tag) + 2 * chipMargin);
        if (corner.x() > 0 && corner.x() + needed > width) {
            corner = QPoint(0, corner.y() + height + metrics::grid);
        }
        places.append(QRect(corner, QSize(needed, height)));
        corner.rx() += needed + metrics::grid;
    }
    return places;
}

int TagChips::heightForWidth(int width) const
{
    const QList<QRect> all = places(width);
    return all.isEmpty() ? 0 : all.last().bottom() + 1;
}

QSize TagChips::sizeHint() const
{
    const int width = 200;
    return {width, heightForWidth(width)};
}

void TagChips::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(secondaryFont(font()));
    const QList<QRect> all = places(width());
    for (qsizetype chip = 0; chip < all.size(); ++chip) {
        const QRect place = QStyle::visualRect(layoutDirection(), rect(), all.at(chip));
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.theirBubble);
        painter.drawRoundedRect(place, place.height() / 2.0, place.height() / 2.0);
        painter.setPen(colours.text);
        const QString shown
            = painter.fontMetrics().elidedText(m_tags.at(chip), Qt::ElideRight, place.width() - 2 * chipMargin);
        painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine, shown);
    }
}

} // namespace greenline
