#include "app/omnichannel/agentstore.h"

namespace greenline {

AgentStore::AgentStore(QObject *parent)
    : QObject(parent)
{
}

void AgentStore::setMe(const Agent &me)
{
    if (m_me != me) {
        m_me = me;
        Q_EMIT meChanged();
    }
}

void AgentStore::setAvailability(Availability availability)
{
    Agent me = m_me;
    me.availability = availability;
    setMe(me);
}

void AgentStore::setPresence(Presence presence)
{
    Agent me = m_me;
    me.presence = presence;
    setMe(me);
}

QString AgentStore::departmentName(const DepartmentId &id) const
{
    const Department *known = department(id);
    return known ? known->name : QString();
}

const Department *AgentStore::department(const DepartmentId &id) const
{
    const auto known = m_departments.constFind(id);
    return known == m_departments.constEnd() ? nullptr : &*known;
}

void AgentStore::setDepartments(const QList<Department> &departments)
{
    QHash<DepartmentId, Department> byId;
    for (const Department &department : departments) {
        byId.insert(department.id, department);
    }
    if (m_departments != byId) {
        m_departments = byId;
        Q_EMIT departmentsChanged();
    }
}

void AgentStore::setMyDepartments(const QSet<DepartmentId> &departments)
{
    m_mine = departments;
}

void AgentStore::noteName(const QString &username, const QString &name)
{
    if (!username.isEmpty() && !name.isEmpty()) {
        m_names.insert(username, name);
    }
}

} // namespace greenline
