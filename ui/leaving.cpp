#include "ui/leaving.h"

#include "app/workspace/outbox.h"
#include "app/workspace/session.h"
#include "ui/dialogs/leavedialog.h"
#include "ui/mainwindow.h"

#include <QApplication>

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
        if (m_session && !ShiftEndDialog::openOnes(*m_session).isEmpty()) {
            askAboutOpenOnes(ShiftEndDialog::Going::SignOut);
        } else {
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

void Leaving::quitNow()
{
    m_isQuitting = true;
    QCoreApplication::quit();
}

/// The desktop that ends the session is not kept waiting.
bool Leaving::mayClose()
{
    if (m_isQuitting || !m_session || m_application.isSavingSession()
        || ShiftEndDialog::openOnes(*m_session).isEmpty()) {
        return true;
    }
    m_window.bringToFront();
    askAboutOpenOnes(ShiftEndDialog::Going::Quit);
    return false;
}

void Leaving::askAboutOpenOnes(ShiftEndDialog::Going going)
{
    if (m_window.findChild<ShiftEndDialog *>()) {
        return; // it is being asked
    }
    auto *dialog = new ShiftEndDialog(*m_session, m_clock, going, &m_window);
    connect(m_session, &QObject::destroyed, dialog, &QObject::deleteLater); // expired while the question stood
    connect(dialog, &ShiftEndDialog::goingOn, this, [this, going] {
        if (going == ShiftEndDialog::Going::SignOut) {
            Q_EMIT signOutChosen();
            return;
        }
        m_isQuitting = true;
        m_window.close();
    });
    dialog->open();
}

} // namespace greenline
