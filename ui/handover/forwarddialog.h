#pragma once

#include "app/workspace/colleagues.h"
#include "ui/words/errortext.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPlainTextEdit;
class QPushButton;

namespace greenline {

class ProblemBar;

/// Asks to whom a conversation goes, a department or an agent, and for a word to whoever gets it. Decides nothing:
/// whoever opened it sends the request and either closes the dialogue or tells it what went wrong, with everything
/// typed still there.
class ForwardDialog : public QDialog
{
    Q_OBJECT
public:
    ForwardDialog(const QString &customer, const DepartmentId &present, QWidget *parent = nullptr);
    void setHandees(const Handees &handees); ///< Until then it says that it asks.
    void warnOfUnsent(); ///< Texts of ours still wait here, and will not leave any more.
    void setBusy(bool isBusy);
    void tell(const ErrorText &problem); ///< Not forwarded; may be tried again.
    ForwardRequest request() const;
    QString target() const; ///< The chosen one's name.

Q_SIGNALS:
    void forwardRequested(const greenline::ForwardRequest &request);

private:
    void build(const QString &customer);
    void connectParts();
    void listDepartments();
    void listColleagues();
    void onChosen(QListWidget *list, QListWidget *other);
    void refresh();
    QString missing() const;

    DepartmentId m_present;
    Handees m_handees;
    bool m_knowsHandees = false;
    bool m_isBusy = false;
    QListWidget *m_departments;
    QListWidget *m_agents;
    QLabel *m_noDepartments;
    QLabel *m_noAgents;
    QLabel *m_unsent;
    QPlainTextEdit *m_comment;
    QLabel *m_missing;
    ProblemBar *m_problem;
    QPushButton *m_forward;
    QPushButton *m_cancel;
};

} // namespace greenline
