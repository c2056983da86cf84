#pragma once

#include <QAbstractItemDelegate>
#include <QHash>

namespace greenline {

class CheckModel;

/// Paints a check as a card: mark, title, verdict, and what was found below, as high as it takes.
class CheckDelegate : public QAbstractItemDelegate
{
    Q_OBJECT
public:
    explicit CheckDelegate(const CheckModel &model, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    int foundHeight(const QString &found, int width, const QFont &font) const;

    const CheckModel &m_model;
    mutable QHash<QString, int> m_heights; // of m_width and m_font
    mutable int m_width = 0;
    mutable QString m_font;
};

} // namespace greenline
