#pragma once

#include "app/base/clock.h"
#include "app/workspace/listing.h"
#include "ui/lists/listbar.h"
#include "ui/lists/savedviews.h"

#include <QDate>
#include <QObject>

#include <functional>

class QPushButton;

namespace greenline {

class ConversationList;
class ConversationView;
class NoticeBar;
class ProblemBar;
class Session;
class SettingsFile;

/// What the list shows beyond the agent's own: closed conversations and everybody's, by pages; its order and the saved
/// filters; and in the open conversation, that the same number has another one open.
class ListDesk : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        ConversationList &list;
        ConversationView &view;
        ProblemBar &problem;
        Clock &clock;
        SettingsFile &settings;
        QWidget &window;
        std::function<void(const RoomId &)> open; ///< Shows a conversation.
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
    void lookForOthers();
    RoomId otherOfSameNumber() const;

    Needs m_needs;
    Listing m_listing;
    SavedViews m_views;
    ListBar *m_bar;
    QPushButton *m_more;
    NoticeBar *m_others;
    ListBar::Scope m_scope = ListBar::Scope::Open;
};

} // namespace greenline
