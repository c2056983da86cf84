#pragma once

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QWidget;

namespace greenline {

/// Every action of the window with its object name, words and keys, so that menus, shortcuts and screen readers have
/// the same ones.
class Actions : public QObject
{
    Q_OBJECT
public:
    explicit Actions(QWidget &window);

    QAction *takeNext = nullptr;
    QAction *newConversation = nullptr; ///< Started by us.
    QAction *closeConversation = nullptr;
    QAction *previous = nullptr;
    QAction *next = nullptr;
    QAction *nextUnread = nullptr;
    QAction *focusFilter = nullptr;
    QAction *back = nullptr;
    QAction *allChannels = nullptr; ///< checkable
    QAction *customerPane = nullptr; ///< checkable
    QAction *available = nullptr; ///< checkable; both of the availability menu, and the key toggles
    QAction *notAvailable = nullptr; ///< checkable
    QAction *toggleAvailability = nullptr;
    QAction *reconcile = nullptr;
    QAction *shiftFigures = nullptr; ///< The agent's own.
    QAction *managerBoard = nullptr;
    QAction *smsSetup = nullptr; ///< For administrators.
    QAction *health = nullptr; ///< All checks of the set-up.
    QAction *sound = nullptr; ///< checkable
    QAction *notifications = nullptr; ///< checkable
    QAction *doNotDisturb = nullptr; ///< checkable
    QAction *quietForAnHour = nullptr;
    QAction *noticeHistory = nullptr; ///< What one was told of.
    QAction *preferences = nullptr;
    QAction *forward = nullptr;
    QAction *returnToQueue = nullptr;
    QAction *hold = nullptr; ///< Or resume.
    QAction *undoReturn = nullptr;
    QAction *returnAll = nullptr; ///< Every conversation of one's own, at the end of a shift.
    QAction *find = nullptr; ///< In the open conversation.
    QAction *findNext = nullptr;
    QAction *findPrevious = nullptr;
    QAction *findEverywhere = nullptr;
    QAction *goToNewest = nullptr;
    QAction *goToUnread = nullptr;
    QAction *goToDate = nullptr;
    QAction *exportConversation = nullptr;
    QAction *cannedResponses = nullptr;
    QAction *attach = nullptr; ///< A file to the reply.
    QAction *emoji = nullptr;
    QAction *sendAndNext = nullptr;
    QAction *enterSends = nullptr; ///< checkable
    QList<QAction *> holdSends; ///< One is checked; seconds are their data.
    QAction *palette = nullptr; ///< Every action and conversation by name.
    QAction *keySheet = nullptr; ///< All keys, and where they are changed.
    QAction *diagnostics = nullptr;
    QAction *openMenu = nullptr;
    QAction *open = nullptr; ///< Brings the window to the front.
    QAction *switchAccount = nullptr;
    QAction *signOut = nullptr;
    QAction *about = nullptr;
    QAction *quit = nullptr;
    QList<QAction *> nth; ///< Ctrl+1..9

    void setDeskEnabled(bool isEnabled); ///< Those that need somebody signed in.
    void fillMenu(QMenu &menu) const; ///< The window's menu.
    QMenu &availabilityMenu() { return *m_availability; }

private:
    void makeConversationActions(QWidget &window);
    void makeHandoverActions(QWidget &window);
    void makeViewActions(QWidget &window);
    void makeFindActions(QWidget &window);
    void makeReplyActions(QWidget &window);
    void makeAttentionActions(QWidget &window);
    void makeAccountActions(QWidget &window);

    QMenu *m_availability = nullptr;
    QMenu *m_holdSends = nullptr;
    QList<QAction *> m_ofDesk;
};

} // namespace greenline
