#pragma once

#include <QAbstractItemDelegate>

namespace greenline {

class BubbleLayout;
class MessageModel;
class Pictures;

/// Paints the rows of the timeline from their layouts, and no more.
class MessageDelegate : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    MessageDelegate(MessageModel &model, BubbleLayout &layout, Pictures &pictures, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    MessageModel &m_model;
    BubbleLayout &m_layout;
    Pictures &m_pictures;
};

} // namespace greenline
