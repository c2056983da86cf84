#include "ui/notify/historydelegate.h"

#include "ui/notify/noticehistory.h"
#include "ui/theme/colours.h"
#include "ui/theme/metrics.h"

#include <QPainter>

namespace greenline {

namespace {

constexpr int rowMargin = 3 * metrics::grid;
constexpr int rowPadding = 2 * metrics::grid;

} // namespace

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    painter->save();
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, option.state & QStyle::State_Selected ? colours.selection : colours.hover);
    }
    const QRect place = option.rect.adjusted(rowMargin, rowPadding, -rowMargin, -rowPadding);
    const auto say
        = [&](const QRect &part, const QFont &font, const QColor &colour, const QString &words, Qt::Alignment side) {
              painter->setFont(font);
              painter->setPen(colour);
              const QString fitting = QFontMetrics(font).elidedText(words, Qt::ElideRight, part.width());
              painter->drawText(part, int(side | Qt::AlignVCenter) | Qt::TextSingleLine, fitting);
          };
    const QFont strong = strongFont(option.font);
    const QFont small = secondaryFont(option.font);
    const QString time = index.data(NoticeHistory::TimeRole).toString();
    const int timeWidth = QFontMetrics(small).horizontalAdvance(time) + rowPadding;
    const int line = QFontMetrics(strong).height();
    const auto placed = [&](const QRect &part) { return QStyle::visualRect(option.direction, option.rect, part); };
    say(placed({place.left(), place.top(), place.width() - timeWidth, line}), strong, colours.text,
        index.data(NoticeHistory::TitleRole).toString(), Qt::AlignLeading);
    say(placed({place.right() - timeWidth, place.top(), timeWidth, line}), small, colours.secondaryText, time,
        Qt::AlignTrailing);
    say(placed({place.left(), place.top() + line, place.width(), place.height() - line}), option.font,
        colours.secondaryText, index.data(NoticeHistory::BodyRole).toString(), Qt::AlignLeading);
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, QFontMetrics(strongFont(option.font)).height() + QFontMetrics(option.font).height() + 2 * rowPadding};
}

} // namespace greenline
