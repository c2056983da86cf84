#include "ui/appcontext.h"

#include "app/omnichannel/conversationstore.h"
#include "app/workspace/session.h"
#include "ui/desk.h"
#include "ui/practicerun.h"
#include "ui/signin/signinpage.h"
#include "ui/startreport.h"
#include "ui/words/phrases.h"
#include "ui/words/plainline.h"

#include <QAction>
#include <QApplication>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto keyringPatience = 1'500ms; // an open keyring answers in a few
constexpr auto trayDelay = 800ms; // asking the desktop for its tray may take a while; the list comes first

} // namespace

AppContext::AppContext(const CommandLine &options, const ProfilePaths &paths, QApplication &application)
    : m_options(options)
    , m_paths(paths)
    , m_settings(m_paths.settings)
    , m_accounts(m_paths.accounts)
    , m_accountsRead(m_accounts.load())
    , m_secrets(m_paths.keyringService)
    , m_signIn(m_signInHttp, m_clock, m_secrets, m_accounts)
    , m_theme(application)
    , m_notifier(m_clock)
    , m_window(m_settings)
    , m_leaving(m_window, m_clock, application)
{
    m_theme.setScheme(options.scheme);
    connectWindow();
    connect(&application, &QApplication::aboutToQuit, this, [this] {
        m_notifier.withdrawAll();
        if (m_session) {
            m_session->stop();
        }
    });
}

AppContext::~AppContext()
{
    delete m_desk; // reads the session
}

void AppContext::connectWindow()
{
    Actions &actions = m_window.actions();
    m_notifier.setChoices(readNoticeChoices(m_settings));
    connect(&m_notifier, &Notifier::choicesChanged, this,
            [this] { writeNoticeChoices(m_settings, m_notifier.choices()); });
    connect(&m_notifier, &Notifier::urgent, this, [this] { QApplication::alert(&m_window); });
    connect(actions.switchAccount, &QAction::triggered, &m_leaving, &Leaving::askToSwitch);
    connect(&m_leaving, &Leaving::switchChosen, this, &AppContext::switchAccount);
    connect(actions.signOut, &QAction::triggered, &m_leaving, &Leaving::ask);
    connect(&m_leaving, &Leaving::signOutChosen, this, &AppContext::signOut);
    connect(&m_window, &MainWindow::lookChanged, this, &AppContext::tellView);
    connect(&m_tray, &TrayIcon::activated, this, &AppContext::bringToFront);
    connect(&m_notifier, &Notifier::takeChosen, &m_window, &MainWindow::bringToFront);
    connect(&m_notifier, &Notifier::chosen, this, [this](const RoomId &room) {
        m_window.bringToFront();
        if (m_desk) {
            m_desk->select(room);
        }
    });
}

void AppContext::start()
{
    const Account *account = m_accounts.active();
    const bool isOtherWanted
        = account && !m_options.workspace.isEmpty() && workspaceAddress(m_options.workspace) != account->workspace;
    if (m_options.isPractice) {
        enterPractice();
    } else if (account && account->isTokenStored && !isOtherWanted) {
        begin(*account);
    } else {
        SignInPage &page = showSignIn();
        if (!m_options.workspace.isEmpty()) {
            page.offer(m_options.workspace);
        } else if (account) {
            page.prefill(*account);
        }
        if (!m_accountsRead) {
            page.tell(errorText(m_accountsRead.error(), Occasion::Storing));
        }
    }
    if (m_options.reportsStart) {
        auto *report = new StartReport(
            m_window, [this] { return m_session ? m_session->conversations().size() : 0; }, this);
        if (m_desk) {
            connect(m_desk, &Desk::finished, report, &StartReport::tellComplete);
        }
    }
    m_window.show();
    m_clock.after(trayDelay, this, [this] {
        m_tray.appear({*m_window.actions().open, m_window.actions().availabilityMenu(), *m_window.actions().quit});
    });
}

/// What was last seen is shown at once; the keyring is asked meanwhile. The token is needed to connect, not to show,
/// and a keyring that has to be unlocked first may take as long as the person does.
void AppContext::begin(const Account &account)
{
    openDesk(SignIn::known(account));
    m_session->showCache();
    m_clock.after(keyringPatience, m_desk, [this] {
        if (m_desk) { // else it is about to go
            m_desk->setKeyringAwaited(m_session->signedIn().credentials.authToken.isEmpty());
        }
    });
    m_signIn.resume(account, {m_desk, [this, account](const Result<SignedIn> &kept) {
                                  if (kept) {
                                      m_session->admit(*kept);
                                      m_session->start();
                                      m_desk->welcome(*kept);
                                      return;
                                  }
                                  SignInPage &page = showSignIn();
                                  page.prefill(account);
                                  page.tell(errorText(kept.error(), Occasion::Keyring));
                              }});
}

void AppContext::letIn(const SignedIn &signedIn)
{
    openDesk(signedIn);
    m_session->start();
    m_desk->welcome(signedIn);
}

void AppContext::openDesk(const SignedIn &signedIn)
{
    retireDesk();
    const QString key = signedIn.account.key();
    const QString data = m_practice ? m_practice->folder() + "/data"_L1 : m_paths.data;
    const QString cache = m_practice ? m_practice->folder() + "/cache"_L1 : m_paths.cache;
    m_session = std::make_unique<Session>(
        signedIn, Session::Needs{m_http, m_clock, databaseFile(data, key), databaseFile(cache, key)});
    m_leaving.setSession(m_session.get());
    const Status storage = m_session->openStorage();
    m_desk = new Desk({*m_session, m_clock, m_settings, m_window.actions(), m_notifier, &m_secrets}, &m_window.pages());
    connect(m_session.get(), &Session::expired, this, &AppContext::onExpired);
    connect(m_session.get(), &Session::versionChanged, this, [this] {
        if (!m_practice && m_accounts.active() && m_accounts.active()->key() == m_session->signedIn().account.key()) {
            m_desk->tellIfFailed(m_accounts.put(m_session->signedIn().account));
        }
    });
    connect(&m_session->conversations(), &ConversationStore::countsChanged, this, &AppContext::tellWaiting);
    connect(&m_session->agent(), &AgentStore::meChanged, this, &AppContext::tellWaiting);
    connect(m_desk, &Desk::viewChanged, this, &AppContext::tellView);
    m_window.addPage(m_desk);
    m_window.showPage(m_desk);
    m_window.actions().setDeskEnabled(true);
    m_desk->tellIfFailed(storage);
    m_desk->select(std::exchange(m_roomToReopen, {}));
    tellView();
    tellWaiting();
}

void AppContext::retireDesk()
{
    if (!m_session) {
        return;
    }
    m_session->stop();
    m_session->disconnect(this);
    m_leaving.setSession(nullptr);
    m_notifier.withdrawAll();
    m_window.actions().setDeskEnabled(false);
    m_desk->hide();
    // Later, for one of them may be what called us; the desk first, for it reads the session.
    m_desk->deleteLater();
    m_desk.clear();
    m_session.release()->deleteLater();
}

void AppContext::enterPractice()
{
    endPractice();
    SignInPage &page = showSignIn();
    page.wait(tr("Opening the practice workspace…"));
    m_practice = std::make_unique<PracticeRun>(m_signInHttp, m_clock);
    m_practice->open({this, [this](const Result<SignedIn> &signedIn) {
                          signInPage().reset();
                          if (signedIn) {
                              letIn(*signedIn);
                          } else {
                              endPractice();
                              signInPage().tell(errorText(signedIn.error(), Occasion::SigningIn));
                          }
                      }});
}

void AppContext::endPractice()
{
    if (m_practice) {
        m_practice.release()->deleteLater(); // its sign-in may be what called us
    }
}

void AppContext::onExpired()
{
    m_roomToReopen = m_desk->room();
    SignInPage &page = showSignIn();
    const Account account = m_session->signedIn().account;
    page.prefill(account);
    const QString workspace = plainLine(account.workspaceName);
    page.inform(tr("Your session at %1 has ended. Sign in again; drafts and unsent messages are kept.").arg(workspace));
}

void AppContext::signOut()
{
    if (!m_session) {
        return; // expired while the question stood
    }
    showSignIn().waitToTheEnd(tr("Signing out…"));
    m_session->signOut({this, [this](const Status &left) { forget(m_session->signedIn(), left); }});
}

void AppContext::forget(const SignedIn &who, const Status &left)
{
    SignIn &signIn = m_practice ? m_practice->signIn() : m_signIn;
    signIn.forget(who.account, who.credentials, {this, [this, left](const Status &forgotten) {
                                                     retireDesk();
                                                     endPractice();
                                                     SignInPage &page = showSignIn();
                                                     page.reset();
                                                     if (!left) {
                                                         page.tell(errorText(left.error(), Occasion::SigningOut));
                                                     } else if (!forgotten) {
                                                         page.tell(errorText(forgotten.error(), Occasion::Keyring));
                                                     }
                                                 }});
}

void AppContext::switchAccount()
{
    retireDesk();
    endPractice();
    showSignIn().reset();
}

SignInPage &AppContext::signInPage()
{
    if (!m_page) {
        m_page = new SignInPage({m_signInHttp, m_clock, m_signIn, m_accounts}, &m_window.pages());
        connect(m_page, &SignInPage::signedIn, this, [this](const SignedIn &signedIn) {
            endPractice();
            letIn(signedIn);
        });
        connect(m_page, &SignInPage::practiceRequested, this, &AppContext::enterPractice);
        m_window.addPage(m_page);
    }
    return *m_page;
}

SignInPage &AppContext::showSignIn()
{
    SignInPage &page = signInPage();
    page.showAccounts();
    m_window.showPage(&page);
    m_window.actions().setDeskEnabled(false);
    m_window.setHeading({}, 0);
    return page;
}

void AppContext::tellView()
{
    if (m_desk) {
        m_desk->setLook(m_window.isLookedAt() && m_desk->isVisible(), m_window.isOnScreen());
    }
}

void AppContext::tellWaiting()
{
    const int waiting = m_session ? m_session->conversations().waiting() : 0;
    const Availability availability = m_session ? m_session->agent().me().availability : Availability::Unknown;
    m_tray.setWaiting(waiting);
    m_tray.setAvailability(availability);
    m_badge.setWaiting(waiting);
    if (m_session) {
        m_window.setHeading(m_session->signedIn().account.workspaceName, waiting,
                            availability == Availability::NotAvailable ? availabilityWord(availability) : QString());
    }
}

} // namespace greenline
