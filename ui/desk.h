#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "app/workspace/signin.h"
#include "ui/words/errortext.h"

#include <QWidget>

namespace greenline {

class Actions;
class ConnectionBanner;
class ConversationList;
class DeskCommands;
class NoticeBell;
class Notifier;
class Panes;
class ProblemBar;
class SecretStore;
class Session;
class SettingsFile;
class StatusLine;
class TopBar;
class Workbench;
struct DeskParts;

/// Where a signed-in agent works: top bar, banner, list, workbench and the status line of one session. It joins the
/// parts with each other and with the session; what they do is theirs. The workbench is built once the list has been
/// painted.
class Desk : public QWidget
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        Clock &clock;
        SettingsFile &settings;
        Actions &actions;
        Notifier &notifier;
        SecretStore *secrets = nullptr; ///< Null: nothing can be kept.
    };
    explicit Desk(const Needs &needs, QWidget *parent = nullptr);
    ~Desk() override;

    RoomId room() const;
    void select(const RoomId &room); ///< An empty one changes nothing.
    void setLook(bool isLookedAt, bool isOnScreen); ///< Of the window: what is looked at is read, and not announced.
    void setKeyringAwaited(bool isAwaited); ///< The list is there, but not yet the right to ask for news.
    void welcome(const SignedIn &signedIn); ///< Let in now: says so when it will not be remembered.
    void tellIfFailed(const Status &stored);
    void finish(); ///< Builds the workbench now.

Q_SIGNALS:
    void finished(); ///< The workbench is built.
    void viewChanged(); ///< Another conversation is open, or other channels are shown.

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    DeskParts parts();
    void build();
    void connectPanes();
    void connectSession();
    void connectActions();
    void connectSwitches();
    void open(const RoomId &room);
    void goBack();
    void onRow(int row);
    void onConnection();
    void onMe();
    void showCounts();
    void showListNotice();

    Needs m_needs;
    TopBar *m_top;
    ConnectionBanner *m_banner;
    ProblemBar *m_problem;
    Panes *m_panes;
    ConversationList *m_list;
    StatusLine *m_status;
    DeskCommands *m_commands;
    NoticeBell *m_bell;
    Workbench *m_bench;
    bool m_isLookedAt = false;
    bool m_isOnScreen = true;
    bool m_toldNoAgent = false;
};

} // namespace greenline
