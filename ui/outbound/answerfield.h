#pragma once

#include "app/omnichannel/agent.h"
#include "app/omnichannel/department.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace greenline {

/// Who gets the customer's answer: nobody in particular, a department, or one of its agents.
class AnswerField : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerField(QWidget *parent = nullptr);
    void setNote(const QString &note); ///< What the account may not choose, and why; empty: it may all.
    void setDepartments(const QList<Department> &departments); ///< What was chosen before stays, if it is among them.
    void setAgents(const QList<Agent> &agents); ///< Of the department that is chosen.
    void restore(const DepartmentId &department, const AgentId &agent); ///< Chosen as soon as they are among them.
    DepartmentId department() const;
    AgentId agent() const;
    // For later; of before, while it is not among them.
    DepartmentId keptDepartment() const { return department().isEmpty() ? m_wantedDepartment : department(); }
    AgentId keptAgent() const { return agent().isEmpty() ? m_wantedAgent : agent(); }

Q_SIGNALS:
    void changed();
    void departmentChosen(const greenline::DepartmentId &department);

private:
    void onDepartment();

    QComboBox *m_department;
    QComboBox *m_agent;
    QLabel *m_note;
    DepartmentId m_wantedDepartment; // from before
    AgentId m_wantedAgent;
};

} // namespace greenline
