#pragma once

#include "app/base/clock.h"
#include "app/workspace/listing.h"
#include "ui/lists/listbar.h"
#include "ui/lists/savedviews.h"

#include <QDate>
#include <QObject>

class QPushButton;

namespace greenline {

class ConversationList;
class ProblemBar;
class Session;
class SettingsFile;

/// What the list shows beyond the agent's own: closed conversations and everybody's, by pages; its order and the saved
/// filters.
class ListDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        ConversationList &list;
        ProblemBar &problem;
        Clock &clock;
        SettingsFile &settings;
        QWidget &window;
    };
    explicit ListDesk(const Needs &needs, QObject *parent = nullptr);

private:
    void connectBar();
    void showScope(ListBar::Scope scope);
    void showClosed(ListBar::Scope scope, const QDate &from, const QDate &until);
    void askDays();
    void chooseOrder(ListOrder order);
    void askName();
    void showViews();
    void showMore();
    void showAbilities();

    Needs m_needs;
    Listing m_listing;
    SavedViews m_views;
    ListBar *m_bar;
    QPushButton *m_more;
    ListBar::Scope m_scope = ListBar::Scope::Open;
};

} // namespace greenline
