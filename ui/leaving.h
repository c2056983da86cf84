#pragma once

#include "ui/lists/shiftenddialog.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QApplication;
class QMessageBox;

namespace greenline {

class MainWindow;
class Session;
class StartDesk;

/// Quitting, signing out and going over to another account, and what a person is asked first: what of the first two is
/// meant, whether a first text that is on its way is waited for, and what becomes of the conversations still theirs.
class Leaving : public QObject
{
    Q_OBJECT
public:
    Leaving(MainWindow &window, Clock &clock, const QApplication &application, QObject *parent = nullptr);

    void setSession(Session *session); ///< Null: nobody is signed in.
    void ask(); ///< Somebody is signed in.
    void askToSwitch(); ///< To another account; the conversations stay theirs.
    void quitNow(); ///< Whoever ends us asks no questions.

Q_SIGNALS:
    void signOutChosen(); ///< The session may have expired while the question stood.
    void switchChosen();

private:
    bool mayClose();
    bool hasToAsk(ShiftEndDialog::Going going); ///< And asks; without one nothing holds the person.
    bool hasToAskAboutOpenOnes(ShiftEndDialog::Going going);
    const StartDesk *sending() const; ///< Null: no first text is on its way.
    void askAboutText(const StartDesk &start, const QString &goWord, const std::function<void()> &go);
    void askAboutOpenOnes(ShiftEndDialog::Going going);
    void goOn(ShiftEndDialog::Going going);

    MainWindow &m_window;
    Clock &m_clock;
    const QApplication &m_application;
    QPointer<Session> m_session;
    QPointer<QMessageBox> m_textQuestion;
    bool m_isQuitting = false; // nothing more is asked
};

} // namespace greenline
