#pragma once

#include "ui/conversations/conversationfilter.h"
#include "ui/lists/savedviews.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace greenline {

/// Which conversations the list shows, and in which order: two quiet menus below the filter box.
class ListBar : public QWidget
{
    Q_OBJECT
public:
    enum class Scope { Open, Today, Week, Month, Days, All };
    explicit ListBar(QWidget *parent = nullptr);

    void setScope(Scope scope, const QString &words);
    void setOrder(ListOrder order);
    void setWhyNotAll(const QString &reason); ///< Empty: everybody's may be seen.
    void setViews(const QList<SavedView> &views, bool isFiltered); ///< isFiltered: there is something to save.

Q_SIGNALS:
    void scopeChosen(greenline::ListBar::Scope scope);
    void orderChosen(greenline::ListOrder order);
    void viewChosen(const QString &filter);
    void saveRequested();
    void removeRequested(const QString &name);

private:
    void fillScopes();
    void fillOrders();

    QToolButton *m_scope;
    QToolButton *m_order;
    QMenu *m_scopes;
    QMenu *m_orders;
    QMenu *m_views;
    QMenu *m_deletions;
    QAction *m_all = nullptr;
    Scope m_chosen = Scope::Open;
};

} // namespace greenline
