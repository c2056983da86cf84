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
    /// Of the set-up: none, one that asks the person something first, or one on its way.
    enum class Change { None, Asks, IsUnderWay };
    explicit WizardFoot(QWidget *parent = nullptr);
    void setPlace(int row, int of); ///< Which page is shown.
    void setBusy(bool isChecking, Change change);
    void setProgress(int done, int of);
    void setCancellable(bool isCancellable);

Q_SIGNALS:
    void copyWanted();
    void cancelWanted();
    void backWanted();
    void checkWanted();
    void nextWanted();

private:
    Change m_change = Change::None;
    QLabel *m_progress;
    QPushButton *m_copy;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_check;
    QPushButton *m_next;
};

} // namespace greenline
