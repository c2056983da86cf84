#pragma once

#include <QDialog>

namespace greenline {

/// Asked when somebody signs out: signing out and quitting are different things to the people waiting.
class LeaveDialog : public QDialog
{
    Q_OBJECT
public:
    LeaveDialog(const QString &workspace, int unsent, QWidget *parent = nullptr);

Q_SIGNALS:
    void quitChosen();
    void signOutChosen();
};

} // namespace greenline
