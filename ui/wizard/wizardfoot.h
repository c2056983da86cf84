#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace greenline {

/// The lower end of the set-up: how far the checking is, and the buttons that lead through it.
class WizardFoot : public QWidget
{
    Q_OBJECT
public:
    explicit WizardFoot(QWidget *parent = nullptr);
    void setPlace(int row, int of); ///< Which page is shown.
    void setBusy(bool isChecking, bool isChanging);
    void setProgress(int done, int of);

Q_SIGNALS:
    void copyWanted();
    void cancelWanted();
    void backWanted();
    void checkWanted();
    void nextWanted();

private:
    QLabel *m_progress;
    QPushButton *m_copy;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_check;
    QPushButton *m_next;
};

} // namespace greenline
