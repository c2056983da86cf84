#include "app/practice/document.h"
#include "app/practice/restroutes.h"
#include "app/practice/state.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QJsonArray rowsOf(const QList<QJsonObject> &documents)
{
    QJsonArray rows;
    for (const QJsonObject &document : documents) {
        rows.append(document);
    }
    return rows;
}

void answerDepartments(State &state, const CallPtr &call)
{
    const QStringList mine = state.access.departmentsOf(call->userId);
    const bool onlyMine = call->query(u"onlyMyDepartments"_s) == "true"_L1;
    const QString enabled = call->query(u"enabled"_s);
    answerPage(*call, u"departments"_s, rowsOf(state.documents.departments.where([&](const QJsonObject &department) {
        const bool isEnabled = department.value("enabled"_L1).toBool();
        return (!onlyMine || mine.contains(department.value("_id"_L1).toString()))
            && (enabled.isEmpty() || isEnabled == (enabled == "true"_L1))
            && department.value("name"_L1).toString().contains(call->query(u"text"_s), Qt::CaseInsensitive)
            && department.value("_id"_L1).toString() != call->query(u"excludeDepartmentId"_s);
    })));
}

void answerDepartment(State &state, const CallPtr &call)
{
    const QJsonObject department = state.documents.departments.find(call->capture());
    QJsonObject fields{{u"department"_s, department.isEmpty() ? QJsonValue() : QJsonValue(department)}};
    if (state.access.may(call->userId, u"view-livechat-departments"_s)) {
        fields.insert(u"agents"_s, rowsOf(state.documents.departmentAgents.where(u"departmentId"_s, call->capture())));
    }
    call->answer(fields);
}

void answerChangeDepartment(State &state, const CallPtr &call)
{
    const QJsonObject kept
        = state.documents.departments.change(call->capture(), call->body.value("department"_L1).toObject());
    call->answer({{u"department"_s, kept},
                  {u"agents"_s, rowsOf(state.documents.departmentAgents.where(u"departmentId"_s, call->capture()))}});
}

void answerDepartmentAgents(State &state, const CallPtr &call)
{
    answerPage(*call, u"agents"_s, rowsOf(state.documents.departmentAgents.where(u"departmentId"_s, call->capture())));
}

void answerAgentDepartments(State &state, const CallPtr &call)
{
    const bool onlyEnabled = call->query(u"enabledDepartmentsOnly"_s) == "true"_L1;
    QJsonArray rows;
    const QList<QJsonObject> memberships = state.documents.departmentAgents.where(u"agentId"_s, call->capture());
    for (QJsonObject membership : memberships) {
        if (onlyEnabled && !membership.value("departmentEnabled"_L1).toBool()) {
            continue;
        }
        if (!state.isBefore(6, 0)) {
            const QJsonObject department
                = state.documents.departments.find(membership.value("departmentId"_L1).toString());
            membership.insert(u"departmentName"_s, department.value("name"_L1));
        }
        rows.append(membership);
    }
    call->answer({{u"departments"_s, rows}});
}

} // namespace

RestRoutes departmentRoutes()
{
    constexpr auto readers = "view-livechat-departments view-l-room"_L1;
    return {
        {.path = "livechat/department"_L1,
         .handle = answerDepartments,
         .permissions = readers,
         .query = "page text? onlyMyDepartments? enabled? excludeDepartmentId? showArchived? query? fields?"_L1},
        {.path = "livechat/department/:id"_L1, .handle = answerDepartment, .permissions = readers},
        {.verb = "PUT",
         .path = "livechat/department/:id"_L1,
         .handle = answerChangeDepartment,
         .permissions = "manage-livechat-departments"_L1},
        {.path = "livechat/department/:id/agents"_L1,
         .handle = answerDepartmentAgents,
         .permissions = readers,
         .query = "page"_L1},
        {.path = "livechat/agents/:id/departments"_L1,
         .handle = answerAgentDepartments,
         .permissions = "view-l-room"_L1,
         .query = "enabledDepartmentsOnly?"_L1},
    };
}

} // namespace greenline::practice
