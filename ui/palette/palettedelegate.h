#pragma once

#include <QAbstractItemDelegate>

namespace greenline {

class PaletteModel;

/// Paints an entry of the palette: what it does, more about it, and its keys at the edge.
class PaletteDelegate : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    explicit PaletteDelegate(const PaletteModel &model, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const PaletteModel &m_model;
};

} // namespace greenline
