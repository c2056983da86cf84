#include "ui/find/founddelegate.h"

#include "ui/find/foundmodel.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QTextLayout>

namespace greenline {

namespace {

constexpr int rowPadding = 8;
constexpr int glyphSide = 20;
constexpr int textLeft = 14 + glyphSide + 12;

/// One line of text with the found places marked, cut at the width.
void paintSnippet(QPainter &painter, const QRect &place, const Snippet &snippet, const Colours &colours)
{
    QList<QTextLayout::FormatRange> marks;
    for (const TextRange &found : snippet.found) {
        QTextLayout::FormatRange mark{int(found.start), int(found.length), {}};
        mark.format.setForeground(colours.isDark ? colours.window : colours.text);
        mark.format.setBackground(tinted(colours.panel, colours.waitingFill, colours.isDark ? 0.75 : 0.6));
        marks.append(mark);
    }
    QTextLayout layout(snippet.line, painter.font());
    QTextOption option(snippet.line.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(place.width());
    layout.endLayout();
    painter.save();
    painter.setClipRect(place, Qt::IntersectClip);
    painter.setPen(colours.secondaryText);
    layout.draw(&painter, QPointF(place.left(), place.top()), marks);
    painter.restore();
}

} // namespace

FoundDelegate::FoundDelegate(const FoundModel &model, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
{
}

QSize FoundDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int high = QFontMetrics(strongFont(option.font)).height();
    const int low = QFontMetrics(secondaryFont(option.font)).height();
    return {1, high + low + 2 + 2 * rowPadding};
}

void FoundDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &colours = coloursOf(option.palette);
    const FoundModel::Line line = m_model.line(index.row());
    const Conversation &conversation = m_model.at(index.row()).conversation;
    const auto visual
        = [&option](const QRect &place) { return QStyle::visualRect(option.direction, option.rect, place); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, colours.selection);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, colours.hover);
    }
    const QRect row = option.rect;
    const QRect glyph(row.left() + 14, row.top() + (row.height() - glyphSide) / 2, glyphSide, glyphSide);
    paintGlyph(*painter, visual(glyph), glyphOf(conversation.source),
               presenceColour(colours, conversation.customerPresence));

    const QFont strong = strongFont(option.font);
    const QFont small = secondaryFont(option.font);
    const int high = QFontMetrics(strong).height();
    const int whenWidth = line.when.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(line.when);
    const int left = row.left() + textLeft;
    const int right = row.right() - 14;
    const QRect name(left, row.top() + rowPadding, right - left - whenWidth - 12, high);
    painter->setFont(strong);
    painter->setPen(colours.text);
    painter->drawText(visual(name), Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                      QFontMetrics(strong).elidedText(line.name, Qt::ElideRight, name.width()));
    painter->setFont(small);
    painter->setPen(colours.secondaryText);
    painter->drawText(visual(QRect(right - whenWidth, name.top(), whenWidth, high)),
                      Qt::AlignTrailing | Qt::AlignVCenter | Qt::TextSingleLine, line.when);
    const QRect words(left, name.bottom() + 3, right - left, QFontMetrics(small).height());
    paintSnippet(*painter, visual(words), line.snippet, colours);
    painter->restore();
}

} // namespace greenline
