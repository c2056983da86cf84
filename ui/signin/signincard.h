#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace greenline {

class AccountRows;
class EntryForm;
class ProblemBar;

/// The raised sheet in the middle of the sign-in page with everything on it. Lays out and shows; the page decides.
class SignInCard : public QWidget
{
    Q_OBJECT
public:
    explicit SignInCard(QWidget *parent = nullptr);
    AccountRows &accounts() { return *m_accounts; }
    EntryForm &form() { return *m_form; }
    ProblemBar &problem() { return *m_problem; }
    void setBusy(const QString &words); ///< Nothing can be typed, and Cancel is there. Empty: no longer.
    void withdrawCancel(); ///< Until the next setBusy().
    void setProgress(const QString &words);
    void offerPassword(bool isOffered); ///< The other way to sign in: by password, or else by token.

Q_SIGNALS:
    void submitted();
    void cancelled();
    void otherWayWanted();
    void practiceWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    QWidget *heading();
    void drawLogo();

    QLabel *m_logo;
    AccountRows *m_accounts;
    EntryForm *m_form;
    ProblemBar *m_problem;
    QLabel *m_progress;
    QPushButton *m_signIn;
    QPushButton *m_cancel;
    QPushButton *m_otherWay;
    QPushButton *m_practice;
};

/// The card in the middle of a page that scrolls when the window is smaller.
QWidget *scrolledCard(QWidget *card, QWidget *parent);

} // namespace greenline
