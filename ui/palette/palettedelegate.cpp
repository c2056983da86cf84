#include "ui/palette/palettedelegate.h"

#include "ui/palette/palettemodel.h"
#include "ui/theme/colours.h"
#include "ui/theme/metrics.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int sidePadding = 12;
constexpr int linePadding = 7;

} // namespace

PaletteDelegate::PaletteDelegate(const PaletteModel &model, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {1, QFontMetrics(option.font).height() + 2 * linePadding};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    const PaletteEntry &entry = m_model.at(index.row());
    const bool isAble = entry.reason.isEmpty();
    const auto visual
        = [&option](const QRect &place) { return QStyle::visualRect(option.direction, option.rect, place); };
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, colours.selection);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, colours.hover);
    }
    const QRect inside = option.rect.adjusted(sidePadding, 0, -sidePadding, 0);
    const QFont small = secondaryFont(option.font);
    const int keysWidth = entry.keys.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(entry.keys);
    painter->setFont(small);
    painter->setPen(colours.secondaryText);
    painter->drawText(visual(QRect(inside.right() - keysWidth, inside.top(), keysWidth + 1, inside.height())),
                      Qt::AlignTrailing | Qt::AlignVCenter | Qt::TextSingleLine, entry.keys);

    const int room = inside.width() - keysWidth - (keysWidth > 0 ? sidePadding : 0);
    const QFontMetrics metrics(option.font);
    const int titleWidth = qMin(room, metrics.horizontalAdvance(entry.title));
    painter->setFont(option.font);
    painter->setPen(isAble ? colours.text : colours.secondaryText);
    painter->drawText(visual(QRect(inside.left(), inside.top(), titleWidth + 1, inside.height())),
                      Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                      metrics.elidedText(entry.title, Qt::ElideRight, titleWidth + 1));
    const QString more = isAble ? entry.detail : entry.reason;
    const int left = inside.left() + titleWidth + sidePadding;
    const int moreWidth = inside.left() + room - left;
    if (!more.isEmpty() && moreWidth > 0) {
        painter->setFont(small);
        painter->setPen(colours.secondaryText);
        painter->drawText(visual(QRect(left, inside.top(), moreWidth, inside.height())),
                          Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                          QFontMetrics(small).elidedText(more, Qt::ElideRight, moreWidth));
    }
    painter->restore();
}

} // namespace greenline
