#pragma once

#include <QAbstractItemDelegate>

namespace greenline {

class FoundModel;

/// Paints what was found: who and when, and below a line with the found words marked.
class FoundDelegate : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    explicit FoundDelegate(const FoundModel &model, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const FoundModel &m_model;
};

} // namespace greenline
