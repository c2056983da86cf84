#pragma once

#include <QDialog>

class QHBoxLayout;
class QLabel;

namespace greenline {

/// Asked when somebody signs out: signing out and quitting are different things to the people waiting.
class LeaveDialog : public QDialog
{
    Q_OBJECT
public:
    LeaveDialog(const QString &workspace, int unsent, QWidget *parent = nullptr);
    void setConnected(bool isConnected); ///< Without a live line the workspace does not learn that the agent leaves.

Q_SIGNALS:
    void quitChosen();
    void signOutChosen();

private:
    void build(const QString &workspace, int unsent);
    QHBoxLayout *buttons();

    QLabel *m_signingOut;
};

} // namespace greenline
