#include "app/practice/access.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline::practice {

Access::Access(Documents &documents, const Settings &settings)
    : m_documents(documents)
    , m_settings(settings)
{
}

bool Access::may(const QString &userId, const QString &permission) const
{
    const QJsonArray mine = m_documents.users.find(userId).value("roles"_L1).toArray();
    const QJsonArray allowed = m_documents.permissions.find(permission).value("roles"_L1).toArray();
    return std::any_of(mine.begin(), mine.end(), [&](const QJsonValue &role) { return allowed.contains(role); });
}

bool Access::isServing(const QString &userId, const QJsonObject &room) const
{
    return !userId.isEmpty() && room.value("servedBy"_L1).toObject().value("_id"_L1).toString() == userId;
}

bool Access::canRead(const QString &userId, const QJsonObject &room) const
{
    if (room.isEmpty() || userId.isEmpty()) {
        return false;
    }
    if (isServing(userId, room) || may(userId, u"view-livechat-rooms"_s)) {
        return true;
    }
    const QJsonObject inquiry = m_documents.inquiries.first(u"rid"_s, room.value("_id"_L1).toString());
    return showsQueue() && isInQueueOf(userId, inquiry); // preview of what is queued
}

QStringList Access::departmentsOf(const QString &userId) const
{
    QStringList ids;
    const QList<QJsonObject> mine = m_documents.departmentAgents.where(u"agentId"_s, userId);
    for (const QJsonObject &membership : mine) {
        const QString id = membership.value("departmentId"_L1).toString();
        if (m_documents.departments.find(id).value("enabled"_L1).toBool()) {
            ids.append(id);
        }
    }
    return ids;
}

bool Access::showsQueue() const
{
    return m_settings.text(u"Livechat_Routing_Method"_s) == "Manual_Selection"_L1;
}

bool Access::isInQueueOf(const QString &userId, const QJsonObject &inquiry) const
{
    if (inquiry.value("status"_L1).toString() != "queued"_L1 || !may(userId, u"view-l-room"_s)) {
        return false;
    }
    const QJsonObject wanted = inquiry.value("defaultAgent"_L1).toObject();
    if (!wanted.isEmpty()) {
        return wanted.value("agentId"_L1).toString() == userId;
    }
    const QString department = inquiry.value("department"_L1).toString();
    return department.isEmpty() || departmentsOf(userId).contains(department);
}

} // namespace greenline::practice
