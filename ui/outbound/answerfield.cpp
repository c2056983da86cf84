#include "ui/outbound/answerfield.h"

#include "ui/outbound/startwords.h"
#include "ui/theme/metrics.h"
#include "ui/words/plainline.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>

#include <utility>

namespace greenline {

AnswerField::AnswerField(QWidget *parent)
    : QWidget(parent)
    , m_department(new QComboBox(this))
    , m_agent(new QComboBox(this))
    , m_note(new QLabel(this))
{
    m_department->setAccessibleName(tr("Department for the answer"));
    m_agent->setAccessibleName(tr("Agent for the answer"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setFont(secondaryFont(font()));
    m_note->hide();
    auto *rows = new QFormLayout(this);
    rows->setContentsMargins({});
    rows->setVerticalSpacing(metrics::grid);
    rows->addRow(tr("Department"), m_department);
    rows->addRow(tr("Agent"), m_agent);
    rows->addRow(m_note);
    setDepartments({});
    connect(m_department, &QComboBox::currentIndexChanged, this, &AnswerField::onDepartment);
    connect(m_department, &QComboBox::currentIndexChanged, this, &AnswerField::changed);
    connect(m_agent, &QComboBox::currentIndexChanged, this, &AnswerField::changed);
}

void AnswerField::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_agent->setAccessibleDescription(note);
}

void AnswerField::setDepartments(const QList<Department> &departments)
{
    const DepartmentId before = department();
    QSignalBlocker quiet(m_department);
    m_department->clear();
    m_department->addItem(tr("As the workspace decides"));
    for (const Department &one : departments) {
        m_department->addItem(plainLine(one.name), one.id.value);
    }
    m_department->setEnabled(!departments.isEmpty());
    const int same = m_department->findData(before.value);
    if (before.isEmpty() || same < 0) {
        setAgents({});
    } else {
        m_department->setCurrentIndex(same);
    }
    const int wanted = before.isEmpty() ? m_department->findData(m_wantedDepartment.value) : -1;
    if (wanted > 0) {
        quiet.unblock();
        m_department->setCurrentIndex(wanted);
    }
}

void AnswerField::restore(const DepartmentId &department, const AgentId &agent)
{
    m_wantedDepartment = department;
    m_wantedAgent = agent;
}

void AnswerField::setAgents(const QList<Agent> &agents)
{
    m_agent->clear();
    m_agent->addItem(tr("Anybody"));
    for (const Agent &one : agents) {
        m_agent->addItem(plainLine(agentWords(one.name, one.username)), one.id.value);
    }
    m_agent->setEnabled(!agents.isEmpty());
    if (!agents.isEmpty()) {
        const AgentId wanted = std::exchange(m_wantedAgent, {});
        m_agent->setCurrentIndex(wanted.isEmpty() ? 0 : qMax(0, m_agent->findData(wanted.value)));
    }
}

DepartmentId AnswerField::department() const
{
    return {m_department->currentData().toString()};
}

AgentId AnswerField::agent() const
{
    return {m_agent->currentData().toString()};
}

void AnswerField::onDepartment()
{
    if (department() != m_wantedDepartment) { // a person has chosen since
        m_wantedDepartment = {};
        m_wantedAgent = {};
    }
    setAgents({});
    Q_EMIT departmentChosen(department());
}

} // namespace greenline
