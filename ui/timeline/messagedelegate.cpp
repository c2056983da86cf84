#include "ui/timeline/messagedelegate.h"

#include "ui/timeline/bubblelayout.h"
#include "ui/timeline/bubblepainter.h"
#include "ui/timeline/messagemodel.h"

#include <QStyleOptionViewItem>

namespace greenline {

MessageDelegate::MessageDelegate(MessageModel &model, BubbleLayout &layout, Pictures &pictures, QObject *parent)
    : QAbstractItemDelegate(parent)
    , m_model(model)
    , m_layout(layout)
    , m_pictures(pictures)
{
}

void MessageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool isActive = option.state.testFlag(QStyle::State_Active);
    const BubbleLook look{option.state.testFlag(QStyle::State_Selected) && isActive,
                          option.state.testFlag(QStyle::State_HasFocus)};
    paintBubble(*painter, option.rect, m_layout.bubble(index.row()), m_model.message(index.row()), m_pictures,
                option.palette, look);
}

/// The width is the view's own affair.
QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {1, m_layout.height(index.row())};
}

} // namespace greenline
