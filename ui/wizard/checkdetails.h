#pragma once

#include "app/setup/checkup.h"
#include "ui/wizard/verdictlook.h"

#include <QFrame>
#include <QUrl>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace greenline {

class Fold;

/// One check as a whole: what was found, what to do, what a repair would change, and what was asked and answered.
class CheckDetails : public QFrame
{
    Q_OBJECT
public:
    CheckDetails(Checkup &checkup, const QUrl &workspace, QWidget *parent = nullptr);
    void show(const QString &check);
    void setRefusal(const QString &refusal); ///< Why nothing can be repaired; repairs are shown in any case.
    void setChanging(bool isChanging); ///< One change is under way, and no other can be asked for.

Q_SIGNALS:
    void repairWanted(const greenline::RepairPlan &plan);
    void checkWanted(const QString &check); ///< Again.

private:
    void build();
    void refresh();
    void refreshIfOther();
    void fillButtons(const CheckOutcome &outcome);
    void addRepair(const RepairPlan &plan);
    void fillLink(const CheckOutcome &outcome);

    const LastLooks &m_looks;
    const CheckRunner &m_runner;
    QUrl m_workspace;
    QString m_check;
    QString m_refusal;
    bool m_isChanging = false;
    CheckMark m_mark; // as shown
    QLabel *m_title;
    QLabel *m_happened;
    QLabel *m_next;
    QLabel *m_changes;
    QWidget *m_repairs;
    QHBoxLayout *m_buttons;
    QPushButton *m_again;
    QPushButton *m_link;
    QToolButton *m_copyLink;
    QUrl m_address;
    Fold *m_evidence;
    QLabel *m_evidenceText;
};

} // namespace greenline
