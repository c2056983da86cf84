#pragma once

#include <QListView>
#include <QPersistentModelIndex>

namespace greenline {

class ConversationDelegate;

/// The view of the conversation list: what Qt's has, less its section headers, which cannot be touched, and with words
/// where there is nothing to list. Several rows are marked with Ctrl or Shift only, as a plain click, or a screen
/// reader's, means this one. Rows that come and go above what is in view do not move it, and at its top it stays at its
/// top.
class ConversationRows : public QListView
{
    Q_OBJECT
public:
    explicit ConversationRows(QWidget *parent = nullptr);
    void setRowDelegate(ConversationDelegate *delegate);
    void setNotice(const QString &notice); ///< Shown while there is no row.
    void mark(const QModelIndex &index); ///< Current and selected, and what is in view stays.
    QModelIndex indexAt(const QPoint &point) const override;
    void doItemsLayout() override;
    using QListView::scheduleDelayedItemsLayout; ///< Heights are others than before.

Q_SIGNALS:
    void confirmed(const QModelIndex &index); ///< Enter.

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintNotice();
    void allowSeveral(Qt::KeyboardModifiers modifiers);
    struct Seen {
        QPersistentModelIndex row;
        int top = 0; // in the list, not in the view
    };
    void noteSeen();
    int commonShift(const QList<Seen> &seen) const;

    QList<Seen> m_seen;
    ConversationDelegate *m_delegate = nullptr;
    QString m_notice;
};

} // namespace greenline
