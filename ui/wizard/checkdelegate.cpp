#include "ui/wizard/checkdelegate.h"

#include "ui/theme/colours.h"
#include "ui/theme/metrics.h"
#include "ui/wizard/checkmodel.h"
#include "ui/wizard/wizardparts.h"

#include <QAbstractScrollArea>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>

namespace greenline {

namespace {

constexpr int cardGap = 6;
constexpr int cardPadding = 10;
constexpr int markSide = 18;
constexpr int wordsLeft = cardPadding + markSide + 10;

QColor cardEdge(const Colours &colours, const QStyleOptionViewItem &option, const CheckMark &mark)
{
    if (option.state.testFlag(QStyle::State_Selected)) {
        return colours.action;
    }
    return mark.verdict == CheckVerdict::Failed ? colours.danger : colours.line;
}

} // namespace

CheckDelegate::CheckDelegate(const CheckModel &model, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
{
}

int CheckDelegate::foundHeight(const QString &found, int width, const QFont &font) const
{
    if (width != m_width || font.key() != m_font) {
        m_heights.clear();
        m_width = width;
        m_font = font.key();
    }
    if (const auto known = m_heights.constFind(found); known != m_heights.constEnd()) {
        return *known;
    }
    const int height = QFontMetrics(font).boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, found).height();
    m_heights.insert(found, height);
    return height;
}

QSize CheckDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *list = qobject_cast<const QAbstractScrollArea *>(option.widget);
    const int width = list ? list->viewport()->width() : option.rect.width();
    const int wordsWidth = qMax(80, width - wordsLeft - cardPadding - 2);
    const int high = QFontMetrics(strongFont(option.font)).height();
    const int found = foundHeight(breakable(m_model.line(index.row()).found), wordsWidth, secondaryFont(option.font));
    return {1, 2 * cardPadding + high + 2 + found + cardGap};
}

void CheckDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    const CheckModel::Line line = m_model.line(index.row());
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto visual
        = [&option](const QRect &place) { return QStyle::visualRect(option.direction, option.rect, place); };
    const QRect card = option.rect.adjusted(1, 1, -1, -1 - cardGap);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isFocused = isSelected && option.state.testFlag(QStyle::State_HasFocus);
    painter->setPen(QPen(cardEdge(colours, option, line.mark), isFocused ? metrics::focusRing : 1));
    painter->setBrush(option.state.testFlag(QStyle::State_MouseOver) ? colours.hover : colours.panel);
    painter->drawRoundedRect(QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);

    const QFont strong = strongFont(option.font);
    const QFont small = secondaryFont(option.font);
    const int high = QFontMetrics(strong).height();
    const int top = card.top() + cardPadding;
    const QRect mark(card.left() + cardPadding, top + (high - markSide) / 2, markSide, markSide);
    paintMark(*painter, visual(mark), colours, line.mark);

    const QString word = markWord(line.mark);
    const QFont wordFont = strongFont(small);
    const int wordWidth = QFontMetrics(wordFont).horizontalAdvance(word) + 2;
    const int left = card.left() + wordsLeft;
    const int right = card.right() - cardPadding;
    painter->setFont(wordFont);
    painter->setPen(markColour(colours, line.mark));
    painter->drawText(visual(QRect(right - wordWidth, top, wordWidth, high)), Qt::AlignTrailing | Qt::AlignVCenter,
                      word);
    const QRect title(left, top, right - left - wordWidth - 10, high);
    painter->setFont(strong);
    painter->setPen(colours.text);
    painter->drawText(visual(title), Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(strong).elidedText(line.title, Qt::ElideRight, title.width()));
    painter->setFont(small);
    painter->setPen(colours.secondaryText);
    const QRect found(left, title.bottom() + 3, right - left, card.bottom() - title.bottom() - cardPadding);
    painter->drawText(visual(found), Qt::AlignLeading | Qt::AlignTop | Qt::TextWordWrap, breakable(line.found));
    painter->restore();
}

} // namespace greenline
