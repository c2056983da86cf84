#include "ui/actions.h"

#include <QAction>
#include <QActionGroup>
#include <QKeySequence>
#include <QMenu>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

struct ActionFacts {
    QString name; ///< object name
    QString text;
    QKeySequence keys = {};
    bool isSwitch = false;
};

QAction *makeAction(QWidget &window, const ActionFacts &facts)
{
    auto *action = new QAction(facts.text, &window);
    action->setObjectName(facts.name);
    action->setShortcut(facts.keys);
    action->setCheckable(facts.isSwitch);
    window.addAction(action);
    return action;
}

/// Of those that have no group yet: under this title they stand in the list of keys.
void nameGroup(const QWidget &window, const QString &title)
{
    const QList<QAction *> actions = window.actions();
    for (QAction *action : actions) {
        if (!action->property("group").isValid()) {
            action->setProperty("group", title);
        }
    }
}

/// Separated from each other.
void addParts(QMenu &menu, const QList<QList<QAction *>> &parts)
{
    for (const QList<QAction *> &part : parts) {
        if (&part != &parts.first()) {
            menu.addSeparator();
        }
        menu.addActions(part);
    }
}

} // namespace

Actions::Actions(QWidget &window)
    : QObject(&window)
    , m_availability(new QMenu(tr("Availability"), &window))
    , m_holdSends(new QMenu(tr("Undo send"), &window))
{
    makeConversationActions(window);
    makeHandoverActions(window);
    nameGroup(window, tr("Conversations"));
    makeFindActions(window);
    nameGroup(window, tr("Finding"));
    makeReplyActions(window);
    nameGroup(window, tr("Writing"));
    makeViewActions(window);
    nameGroup(window, tr("Window"));
    makeAttentionActions(window);
    nameGroup(window, tr("Notifications"));
    makeAccountActions(window);
    nameGroup(window, tr("Account"));
    m_ofDesk = QList<QAction *>{takeNext,  closeConversation, previous,     next,      nextUnread,   focusFilter,
                                back,      allChannels,       customerPane, available, notAvailable, toggleAvailability,
                                reconcile, switchAccount,     signOut};
    m_ofDesk += {find,     findNext,           findPrevious, findEverywhere,  goToNewest, goToUnread,
                 goToDate, exportConversation, palette,      newConversation, diagnostics};
    m_ofDesk += {forward, returnToQueue, hold, returnAll};
    m_ofDesk += {cannedResponses, attach, emoji, sendAndNext, enterSends};
    m_ofDesk += holdSends;
    m_ofDesk
        += {sound, notifications, doNotDisturb, quietForAnHour, noticeHistory, preferences, shiftFigures, managerBoard};
    m_ofDesk += {smsSetup, health};
    m_ofDesk += nth;
    setDeskEnabled(false);
}

void Actions::makeConversationActions(QWidget &window)
{
    takeNext = makeAction(window, {u"takeNext"_s, tr("Take the next one waiting"), QKeySequence(Qt::Key_F2)});
    takeNext->setAutoRepeat(false); // one press, one customer
    newConversation = makeAction(
        window, {u"newConversation"_s, tr("Start conversation by SMS…"), QKeySequence(Qt::CTRL | Qt::Key_N)});
    closeConversation
        = makeAction(window, {u"closeConversation"_s, tr("Close conversation…"), QKeySequence(Qt::CTRL | Qt::Key_W)});
    previous = makeAction(window,
                          {u"previousConversation"_s, tr("Previous conversation"), QKeySequence(Qt::ALT | Qt::Key_Up)});
    next = makeAction(window, {u"nextConversation"_s, tr("Next conversation"), QKeySequence(Qt::ALT | Qt::Key_Down)});
    nextUnread = makeAction(
        window, {u"nextUnread"_s, tr("Next unread conversation"), QKeySequence(Qt::ALT | Qt::SHIFT | Qt::Key_Down)});
    back = makeAction(window, {u"backToList"_s, tr("Back to the list"), QKeySequence(Qt::Key_Escape)});
    for (int place = 1; place <= 9; ++place) {
        const QKeySequence keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + place));
        nth.append(
            makeAction(window, {u"conversation%1"_s.arg(place), tr("Conversation %1 of the list").arg(place), keys}));
        nth.last()->setProperty("minor", true); // the palette has the conversations themselves
    }
}

void Actions::makeHandoverActions(QWidget &window)
{
    forward = makeAction(window,
                         {u"forward"_s, tr("Forward conversation…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M)});
    returnToQueue = makeAction(
        window, {u"returnToQueue"_s, tr("Return to queue"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R)});
    hold = makeAction(window, {u"hold"_s, tr("Place on hold or resume"), QKeySequence(Qt::CTRL | Qt::Key_H)});
    undoReturn = makeAction(window, {u"undoReturn"_s, tr("Undo the return"), QKeySequence(Qt::CTRL | Qt::Key_Z)});
    returnAll = makeAction(window, {u"returnAll"_s, tr("Return all of mine to the queue…")});
    undoReturn->setEnabled(false); // there is something to undo only for a few seconds
}

void Actions::makeFindActions(QWidget &window)
{
    find = makeAction(window, {u"find"_s, tr("Find in conversation"), QKeySequence(Qt::CTRL | Qt::Key_F)});
    findNext = makeAction(window, {u"findNext"_s, tr("Next match"), QKeySequence(Qt::Key_F3)});
    findPrevious = makeAction(window, {u"findPrevious"_s, tr("Previous match"), QKeySequence(Qt::SHIFT | Qt::Key_F3)});
    findEverywhere = makeAction(
        window, {u"findEverywhere"_s, tr("Find everywhere…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F)});
    goToNewest = makeAction(window, {u"goToNewest"_s, tr("Jump to newest"), QKeySequence(Qt::ALT | Qt::Key_End)});
    goToUnread = makeAction(window, {u"goToUnread"_s, tr("Jump to unread"), QKeySequence(Qt::ALT | Qt::Key_U)});
    goToDate = makeAction(window, {u"goToDate"_s, tr("Jump to a date…"), QKeySequence(Qt::CTRL | Qt::Key_G)});
    exportConversation = makeAction(
        window, {u"exportConversation"_s, tr("Export conversation…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_E)});
    palette = makeAction(window, {u"palette"_s, tr("Command palette"), QKeySequence(Qt::CTRL | Qt::Key_K)});
}

void Actions::makeReplyActions(QWidget &window)
{
    cannedResponses = makeAction(window, {u"cannedResponses"_s, tr("Canned responses")});
    attach = makeAction(window, {u"attach"_s, tr("Attach a file…"), QKeySequence(Qt::CTRL | Qt::Key_U)});
    emoji = makeAction(window, {u"emoji"_s, tr("Emoji"), QKeySequence(Qt::CTRL | Qt::Key_Period)});
    sendAndNext = makeAction(
        window, {u"sendAndNext"_s, tr("Send, then the next conversation"), QKeySequence(Qt::CTRL | Qt::Key_Return)});
    enterSends = makeAction(window, {u"enterSends"_s, tr("Enter sends"), {}, true});
    auto *either = new QActionGroup(&window);
    for (const int seconds : {0, 3, 5, 10}) {
        const QString text = seconds == 0 ? tr("Send at once") : tr("Wait %n seconds, to undo", nullptr, seconds);
        QAction *choice = makeAction(window, {u"holdSend%1"_s.arg(seconds), text, {}, true});
        choice->setData(seconds);
        either->addAction(choice);
        m_holdSends->addAction(choice);
        holdSends.append(choice);
    }
}

void Actions::makeViewActions(QWidget &window)
{
    focusFilter = makeAction(window, {u"focusFilter"_s, tr("Filter the list"), QKeySequence(Qt::CTRL | Qt::Key_L)});
    allChannels = makeAction(window, {u"allChannels"_s, tr("All channels"), {}, true});
    customerPane
        = makeAction(window, {u"customerPane"_s, tr("Customer pane"), QKeySequence(Qt::CTRL | Qt::Key_I), true});
    reconcile = makeAction(window, {u"reconcile"_s, tr("Compare with the workspace"), QKeySequence(Qt::Key_F5)});
    keySheet = makeAction(window, {u"keySheet"_s, tr("Keyboard shortcuts"), QKeySequence(Qt::Key_F1)});
    diagnostics
        = makeAction(window, {u"diagnostics"_s, tr("Diagnostics"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D)});
    openMenu = makeAction(window, {u"openMenu"_s, tr("Menu"), QKeySequence(Qt::Key_F10)});
    open = makeAction(window, {u"openWindow"_s, tr("Open Greenline")});
}

void Actions::makeAttentionActions(QWidget &window)
{
    sound = makeAction(window, {u"sound"_s, tr("Sound for new texts"), {}, true});
    notifications = makeAction(window, {u"notifications"_s, tr("Desktop notifications"), {}, true});
    doNotDisturb = makeAction(window, {u"doNotDisturb"_s, tr("Do not disturb"), {}, true});
    quietForAnHour = makeAction(window, {u"quietForAnHour"_s, tr("Do not disturb for 1 hour")});
    noticeHistory = makeAction(window, {u"noticeHistory"_s, tr("Past notifications")});
    shiftFigures = makeAction(window, {u"shiftFigures"_s, tr("My shift")});
    managerBoard = makeAction(window, {u"managerBoard"_s, tr("Manager board")});
    smsSetup = makeAction(window, {u"smsSetup"_s, tr("SMS set-up…")});
    health = makeAction(window, {u"health"_s, tr("Health…")});
    preferences = makeAction(window, {u"preferences"_s, tr("Preferences…"), QKeySequence(Qt::CTRL | Qt::Key_Comma)});
    preferences->setMenuRole(QAction::PreferencesRole);
}

void Actions::makeAccountActions(QWidget &window)
{
    available = makeAction(window, {u"available"_s, tr("Available"), {}, true});
    notAvailable = makeAction(window, {u"notAvailable"_s, tr("Not available"), {}, true});
    toggleAvailability = makeAction(
        window, {u"toggleAvailability"_s, tr("Change availability"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A)});
    switchAccount = makeAction(window, {u"switchAccount"_s, tr("Other account…")});
    signOut = makeAction(window, {u"signOut"_s, tr("Sign out…")});
    about = makeAction(window, {u"about"_s, tr("About Greenline")});
    about->setMenuRole(QAction::AboutRole);
    quit = makeAction(window, {u"quit"_s, tr("Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q)});
    quit->setMenuRole(QAction::QuitRole);
    auto *either = new QActionGroup(&window);
    either->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional); // unknown: neither
    either->addAction(available);
    either->addAction(notAvailable);
    m_availability->addAction(available);
    m_availability->addAction(notAvailable);
}

void Actions::setDeskEnabled(bool isEnabled)
{
    for (QAction *action : std::as_const(m_ofDesk)) {
        action->setEnabled(isEnabled);
    }
    m_availability->setEnabled(isEnabled);
    m_holdSends->setEnabled(isEnabled);
}

/// What belongs to one conversation or one text folds away, or the menu would be higher than a small screen.
void Actions::fillMenu(QMenu &menu) const
{
    menu.addAction(takeNext);
    menu.addAction(newConversation);
    addParts(*menu.addMenu(tr("Conversation")),
             {{nextUnread, previous, next}, {forward, hold, returnToQueue, closeConversation}, {exportConversation}});
    addParts(*menu.addMenu(tr("Text message")),
             {{sendAndNext, attach, cannedResponses, emoji}, {enterSends, m_holdSends->menuAction()}});
    addParts(*menu.addMenu(tr("Find")), {{find, findEverywhere, goToDate, focusFilter}});
    menu.addAction(returnAll);
    menu.addSeparator();
    addParts(menu,
             {{allChannels, customerPane, reconcile, shiftFigures, managerBoard},
              {smsSetup, health},
              {m_availability->menuAction(), sound, notifications, doNotDisturb, preferences},
              {switchAccount, signOut},
              {palette, keySheet, diagnostics, about, quit}});
}

} // namespace greenline
