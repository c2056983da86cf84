#include "ui/leaving.h"

#include "app/workspace/outbox.h"
#include "app/workspace/session.h"
#include "ui/dialogs/leavedialog.h"
#include "ui/mainwindow.h"
#include "ui/outbound/startdesk.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>

namespace greenline {

Leaving::Leaving(MainWindow &window, Clock &clock, const QApplication &application, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_clock(clock)
    , m_application(application)
{
    m_window.setCloseGuard([this] { return mayClose(); });
}

void Leaving::setSession(Session *session)
{
    m_session = session;
}

void Leaving::ask()
{
    auto *dialog
        = new LeaveDialog(m_session->signedIn().account.workspaceName, m_session->outbox().waiting(), &m_window);
    connect(dialog, &LeaveDialog::quitChosen, &m_window, &MainWindow::close);
    connect(dialog, &LeaveDialog::signOutChosen, this, [this] {
        if (!m_session || !hasToAsk(ShiftEndDialog::Going::SignOut)) {
            Q_EMIT signOutChosen();
        }
    });
    const auto tellLine = [dialog, session = m_session.data()] {
        const ConnectionState::Line line = session->connection().line;
        dialog->setConnected(line == ConnectionState::Line::Live || line == ConnectionState::Line::CatchingUp);
    };
    connect(m_session, &Session::connectionChanged, dialog, tellLine);
    tellLine();
    dialog->open();
}

void Leaving::askToSwitch()
{
    if (const StartDesk *start = sending()) {
        askAboutText(*start, tr("Leave anyway"), [this] { Q_EMIT switchChosen(); });
    } else {
        Q_EMIT switchChosen();
    }
}

void Leaving::quitNow()
{
    m_isQuitting = true;
    QCoreApplication::quit();
}

/// The desktop that ends the session is not kept waiting.
bool Leaving::mayClose()
{
    return m_isQuitting || !m_session || m_application.isSavingSession() || !hasToAsk(ShiftEndDialog::Going::Quit);
}

/// The text first: it may be over before the conversations are.
bool Leaving::hasToAsk(ShiftEndDialog::Going going)
{
    const StartDesk *start = sending();
    if (!start) {
        return hasToAskAboutOpenOnes(going);
    }
    const bool isQuit = going == ShiftEndDialog::Going::Quit;
    askAboutText(*start, isQuit ? tr("Quit anyway") : tr("Sign out anyway"), [this, going] {
        if (!m_session || !hasToAskAboutOpenOnes(going)) {
            goOn(going);
        }
    });
    return true;
}

const StartDesk *Leaving::sending() const
{
    const auto *start = m_window.findChild<const StartDesk *>();
    return start && start->sending() ? start : nullptr;
}

bool Leaving::hasToAskAboutOpenOnes(ShiftEndDialog::Going going)
{
    const bool hasToAsk = !ShiftEndDialog::openOnes(*m_session).isEmpty();
    if (hasToAsk) {
        askAboutOpenOnes(going);
    }
    return hasToAsk;
}

void Leaving::askAboutText(const StartDesk &start, const QString &goWord, const std::function<void()> &go)
{
    m_window.bringToFront();
    delete m_textQuestion; // it may be another way of leaving that was asked about
    m_textQuestion = new QMessageBox(&m_window);
    m_textQuestion->setAttribute(Qt::WA_DeleteOnClose);
    m_textQuestion->setIcon(QMessageBox::Warning);
    m_textQuestion->setWindowTitle(tr("A first text is on its way"));
    m_textQuestion->setTextFormat(Qt::PlainText);
    m_textQuestion->setText(tr("The first text for %1 is still being sent.").arg(start.sending()->recipient));
    m_textQuestion->setInformativeText(
        tr("If you go now, Greenline does not learn whether it left. Its answer takes a minute at most."));
    QPushButton *leave = m_textQuestion->addButton(goWord, QMessageBox::DestructiveRole);
    QPushButton *wait = m_textQuestion->addButton(tr("Wait"), QMessageBox::RejectRole);
    m_textQuestion->setDefaultButton(wait);
    m_textQuestion->setEscapeButton(wait);
    connect(leave, &QPushButton::clicked, this, go);
    connect(&start, &StartDesk::ended, m_textQuestion, &QMessageBox::close); // and the window says how
    connect(&start, &QObject::destroyed, m_textQuestion, &QObject::deleteLater);
    m_textQuestion->open();
}

void Leaving::askAboutOpenOnes(ShiftEndDialog::Going going)
{
    m_window.bringToFront();
    if (m_window.findChild<ShiftEndDialog *>()) {
        return; // it is being asked
    }
    auto *dialog = new ShiftEndDialog(*m_session, m_clock, going, &m_window);
    connect(m_session, &QObject::destroyed, dialog, &QObject::deleteLater); // expired while the question stood
    connect(dialog, &ShiftEndDialog::goingOn, this, [this, going] { goOn(going); });
    dialog->open();
}

/// Nothing more is asked.
void Leaving::goOn(ShiftEndDialog::Going going)
{
    if (going == ShiftEndDialog::Going::SignOut) {
        Q_EMIT signOutChosen();
        return;
    }
    m_isQuitting = true;
    m_window.close();
}

} // namespace greenline
