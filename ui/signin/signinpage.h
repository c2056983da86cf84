#pragma once

#include "app/workspace/signin.h"
#include "ui/signin/addresscheck.h"
#include "ui/words/errortext.h"

#include <QWidget>

namespace greenline {

class AccountsBefore;
class EntryForm;
class ProblemBar;
class SignInCard;

/// Signing in: the workspace's address checked line by line, password and code, or a token; accounts kept on this
/// computer; and the way into the practice workspace. What was typed stays until it has worked.
class SignInPage : public QWidget
{
    Q_OBJECT
public:
    struct Needs {
        HttpClient &http; ///< Of the sign-in alone: Cancel drops everything under way on it.
        Clock &clock;
        SignIn &signIn;
        AccountFile &accounts;
    };
    explicit SignInPage(const Needs &needs, QWidget *parent = nullptr);

    void offer(const QString &address);
    void prefill(const Account &account); ///< Where and who; the password is asked.
    void tell(const ErrorText &problem);
    void inform(const QString &sentence);
    void resume(const Account &account); ///< With the token in the keyring.
    void showAccounts();
    void wait(const QString &words); ///< Something is under way; nothing can be typed. Empty: no longer.
    void waitToTheEnd(const QString &words); ///< The same for what can no longer be cancelled.
    void reset(); ///< For the next visit: nothing under way, no password left.

Q_SIGNALS:
    void signedIn(const greenline::SignedIn &signedIn);
    void practiceRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectParts();
    void submit();
    void signInAt(const QUrl &workspace);
    void onAnswer(const Result<SignedIn> &answer);
    void undo(const AccountsBefore &before, const SignedIn &late);
    void askForCode(const Error &error);
    void sendCodeAgain();
    void forget(const Account &account);
    void cancel();
    void switchWay();

    Needs m_needs;
    AddressCheck m_check;
    Alarm m_patience;
    QString m_longWait; // what is said when it lasts
    int m_round = 0; // answers of a cancelled try are dropped
    SignInCard *m_card;
    EntryForm *m_form; // the card's
    ProblemBar *m_problem; // the card's
};

} // namespace greenline
