#include "ui/lists/listbar.h"

#include "ui/theme/metrics.h"
#include "ui/words/plainline.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QToolButton *menuButton(QMenu *menu, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("quiet", true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFont(captionFont(parent->font()));
    // Not by setMenu(), which runs an event loop of its own.
    QObject::connect(button, &QToolButton::clicked, menu,
                     [button, menu] { menu->popup(button->mapToGlobal(QPoint(0, button->height()))); });
    return button;
}

/// A menu shows names as they are: one & alone would become a key.
QString menuWords(const QString &name)
{
    return plainLine(name, 60).replace(u'&', "&&"_L1);
}

} // namespace

ListBar::ListBar(QWidget *parent)
    : QWidget(parent)
    , m_scopes(new QMenu(this))
    , m_orders(new QMenu(this))
    , m_views(new QMenu(tr("Saved filters"), this))
    , m_deletions(new QMenu(tr("Delete a saved filter"), this))
{
    m_scopes->setToolTipsVisible(true);
    m_scope = menuButton(m_scopes, tr("Shown conversations"), this);
    m_order = menuButton(m_orders, tr("Sort conversations"), this);
    fillScopes();
    fillOrders();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 2);
    row->addWidget(m_scope);
    row->addStretch(1);
    row->addWidget(m_order);
    setViews({}, false);
}

void ListBar::fillScopes()
{
    const QList<std::pair<Scope, QString>> scopes{{Scope::Open, tr("Open")},
                                                  {Scope::Today, tr("Closed today")},
                                                  {Scope::Week, tr("Closed in the last 7 days")},
                                                  {Scope::Month, tr("Closed in the last 30 days")},
                                                  {Scope::Days, tr("Closed, other days…")},
                                                  {Scope::All, tr("All, with everybody's open ones")}};
    for (const auto &[scope, words] : scopes) {
        QAction *action = m_scopes->addAction(words);
        connect(action, &QAction::triggered, this, [this, scope = scope] { Q_EMIT scopeChosen(scope); });
        if (scope == Scope::All) {
            m_all = action;
        }
    }
    m_scopes->addSeparator();
    m_scopes->addMenu(m_views);
    m_scopes->addMenu(m_deletions);
}

void ListBar::fillOrders()
{
    const QList<std::pair<ListOrder, QString>> orders{{ListOrder::NeedsAnswer, tr("Needs an answer")},
                                                      {ListOrder::LongestWait, tr("Longest wait")},
                                                      {ListOrder::Newest, tr("Newest")},
                                                      {ListOrder::Unread, tr("Unread first")}};
    auto *group = new QActionGroup(this);
    for (const auto &[order, words] : orders) {
        QAction *action = m_orders->addAction(words);
        action->setCheckable(true);
        action->setData(static_cast<int>(order));
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, order = order] { Q_EMIT orderChosen(order); });
    }
}

void ListBar::setScope(Scope scope, const QString &words)
{
    m_chosen = scope;
    m_scope->setText(words + u" ▾"_s);
    m_scope->setAccessibleDescription(words);
}

void ListBar::setOrder(ListOrder order)
{
    const QList<QAction *> actions = m_orders->actions();
    for (QAction *action : actions) {
        if (action->data().toInt() == static_cast<int>(order)) {
            action->setChecked(true);
            m_order->setText(action->text() + u" ▾"_s);
            m_order->setAccessibleDescription(action->text());
        }
    }
}

void ListBar::setWhyNotAll(const QString &reason)
{
    m_all->setEnabled(reason.isEmpty());
    m_all->setToolTip(reason);
    m_all->setWhatsThis(reason);
}

void ListBar::setViews(const QList<SavedView> &views, bool isFiltered)
{
    m_views->clear();
    m_deletions->clear();
    for (const SavedView &view : views) {
        QAction *choice = m_views->addAction(menuWords(view.name));
        choice->setToolTip(plainLine(view.filter).toHtmlEscaped());
        connect(choice, &QAction::triggered, this, [this, filter = view.filter] { Q_EMIT viewChosen(filter); });
        QAction *deletion = m_deletions->addAction(menuWords(view.name));
        connect(deletion, &QAction::triggered, this, [this, name = view.name] { Q_EMIT removeRequested(name); });
    }
    m_views->addSeparator();
    QAction *save = m_views->addAction(tr("Save this filter…"));
    save->setEnabled(isFiltered);
    connect(save, &QAction::triggered, this, &ListBar::saveRequested);
    m_deletions->setEnabled(!views.isEmpty());
}

} // namespace greenline
