#pragma once

#include "app/base/clock.h"
#include "app/http/httpclient.h"
#include "app/secrets/keychainstore.h"
#include "app/storage/accountfile.h"
#include "app/storage/settingsfile.h"
#include "app/workspace/signin.h"
#include "ui/commandline.h"
#include "ui/leaving.h"
#include "ui/mainwindow.h"
#include "ui/memorykeeper.h"
#include "ui/notify/launcherbadge.h"
#include "ui/notify/notifier.h"
#include "ui/notify/trayicon.h"
#include "ui/theme/theme.h"

#include <QObject>
#include <QPointer>

#include <memory>

class QApplication;

namespace greenline {

class Desk;
class PracticeRun;
class Session;
class SignInPage;

/// The object graph of the program, in the order in which it is built, and the few ways in which it changes: somebody
/// signs in, is let in by the keyring, signs out, changes accounts, practises, or is sent back to the sign-in page by
/// the workspace.
class AppContext : public QObject
{
    Q_OBJECT
public:
    AppContext(const CommandLine &options, const ProfilePaths &paths, QApplication &application);
    ~AppContext() override;
    void start();
    void bringToFront() { m_window.bringToFront(); }
    void quitNow() { m_leaving.quitNow(); }

private:
    void connectWindow();
    void begin(const Account &account);
    void letIn(const SignedIn &signedIn);
    void openDesk(const SignedIn &signedIn);
    void retireDesk();
    void enterPractice();
    void endPractice();
    void onExpired();
    void signOut();
    void forget(const SignedIn &who, const Status &left);
    void switchAccount();
    SignInPage &signInPage();
    SignInPage &showSignIn();
    void tellView();
    void tellWaiting();

    const CommandLine m_options;
    const ProfilePaths m_paths;
    SystemClock m_clock;
    MemoryKeeper m_memory{m_clock};
    SettingsFile m_settings;
    AccountFile m_accounts;
    Status m_accountsRead;
    KeychainStore m_secrets;
    HttpClient m_signInHttp; // its own, for Cancel drops everything under way on it
    HttpClient m_http;
    SignIn m_signIn;
    Theme m_theme;
    Notifier m_notifier;
    TrayIcon m_tray;
    LauncherBadge m_badge;
    MainWindow m_window;
    Leaving m_leaving;
    QPointer<SignInPage> m_page; // made when it is first needed
    std::unique_ptr<PracticeRun> m_practice; // while practising
    std::unique_ptr<Session> m_session; // while somebody is signed in
    QPointer<Desk> m_desk; // of that session; the window's
    RoomId m_roomToReopen; // across an expired session
};

} // namespace greenline
