#pragma once

#include "ui/lists/shiftenddialog.h"

#include <QObject>
#include <QPointer>

class QApplication;

namespace greenline {

class MainWindow;
class Session;

/// Quitting and signing out, and what a person is asked first: what of the two is meant, and what becomes of the
/// conversations that are still theirs.
class Leaving : public QObject
{
    Q_OBJECT
public:
    Leaving(MainWindow &window, Clock &clock, const QApplication &application, QObject *parent = nullptr);

    void setSession(Session *session); ///< Null: nobody is signed in.
    void ask(); ///< Somebody is signed in.
    void quitNow(); ///< Whoever ends us asks no questions.

Q_SIGNALS:
    void signOutChosen(); ///< The session may have expired while the question stood.

private:
    bool mayClose();
    void askAboutOpenOnes(ShiftEndDialog::Going going);

    MainWindow &m_window;
    Clock &m_clock;
    const QApplication &m_application;
    QPointer<Session> m_session;
    bool m_isQuitting = false; // nothing more is asked
};

} // namespace greenline
