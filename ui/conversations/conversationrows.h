#pragma once

#include <QListView>

namespace greenline {

class ConversationDelegate;

/// The view of the conversation list: what Qt's has, less its section headers, which cannot be touched, and with words
/// where there is nothing to list. Several rows are marked with Ctrl or Shift only, as a plain click, or a screen
/// reader's, means this one.
class ConversationRows : public QListView
{
    Q_OBJECT
public:
    explicit ConversationRows(QWidget *parent = nullptr);
    void setRowDelegate(ConversationDelegate *delegate);
    void setNotice(const QString &notice); ///< Shown while there is no row.
    QModelIndex indexAt(const QPoint &point) const override;
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

    ConversationDelegate *m_delegate = nullptr;
    QString m_notice;
};

} // namespace greenline
