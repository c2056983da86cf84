#pragma once

#include "app/omnichannel/agent.h"
#include "app/omnichannel/department.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace greenline {

/// What is known of the signed-in agent and of the departments' names.
class AgentStore : public QObject
{
    Q_OBJECT
public:
    explicit AgentStore(QObject *parent = nullptr);

    const Agent &me() const { return m_me; }
    void setMe(const Agent &me);
    void setAvailability(Availability availability);
    void setPresence(Presence presence);

    /// Departments by id, for names and rules; myDepartments are the enabled ones the agent serves.
    QString departmentName(const DepartmentId &id) const; ///< Empty: unknown.
    const Department *department(const DepartmentId &id) const;
    void setDepartments(const QList<Department> &departments);
    /// Names of other people of the workspace, as far as anything has told them.
    QString nameOf(const QString &username) const { return m_names.value(username); } ///< Empty: unknown.
    void noteName(const QString &username, const QString &name);
    const QSet<DepartmentId> &myDepartments() const { return m_mine; }
    void setMyDepartments(const QSet<DepartmentId> &departments);

Q_SIGNALS:
    void meChanged();
    void departmentsChanged();

private:
    Agent m_me;
    QHash<DepartmentId, Department> m_departments;
    QSet<DepartmentId> m_mine;
    QHash<QString, QString> m_names;
};

} // namespace greenline
