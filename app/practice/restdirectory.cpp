#include "app/practice/document.h"
#include "app/practice/restroutes.h"
#include "app/practice/state.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QJsonObject agentRow(const State &state, const QJsonObject &user)
{
    QJsonObject row = only(user, {u"_id"_s, u"username"_s, u"name"_s, u"status"_s, u"statusLivechat"_s, u"emails"_s});
    if (state.isBefore(5, 0)) {
        return row;
    }
    QJsonArray departments;
    const QList<QJsonObject> memberships
        = state.documents.departmentAgents.where(u"agentId"_s, user.value("_id"_L1).toString());
    for (const QJsonObject &membership : memberships) {
        departments.append(membership.value("departmentId"_L1));
    }
    row.insert(u"livechat"_s, user.value("livechat"_L1).isObject() ? user.value("livechat"_L1) : QJsonValue());
    row.insert(u"departments"_s, departments);
    return row;
}

bool isAgent(const QJsonObject &user)
{
    return user.value("roles"_L1).toArray().contains(u"livechat-agent"_s);
}

bool mayListAgents(const State &state, const QString &userId)
{
    const bool mayManage = state.access.may(userId, u"manage-livechat-agents"_s);
    return state.isBefore(6, 0) ? mayManage
                                : mayManage || state.access.may(userId, u"transfer-livechat-guest"_s)
            || state.access.may(userId, u"edit-omnichannel-contact"_s);
}

void answerAgents(State &state, const CallPtr &call)
{
    if (!mayListAgents(state, call->userId)) {
        if (call->isBefore(5, 0)) {
            call->fail(400, u"error-not-authorized"_s);
        } else {
            call->forbid();
        }
        return;
    }
    const bool onlyAvailable = call->query(u"onlyAvailable"_s) == "true"_L1;
    QJsonArray rows;
    const QList<QJsonObject> users = state.documents.users.where([&](const QJsonObject &user) {
        const QString id = user.value("_id"_L1).toString();
        return isAgent(user) && (!onlyAvailable || state.presence.isAvailable(id)) && id != call->query(u"excludeId"_s)
            && user.value("username"_L1).toString().contains(call->query(u"text"_s), Qt::CaseInsensitive);
    });
    for (const QJsonObject &user : users) {
        rows.append(agentRow(state, user));
    }
    answerPage(*call, u"users"_s, rows);
}

/// How many open conversations each agent serves in each department.
void answerQueueMetrics(State &state, const CallPtr &call)
{
    QJsonArray rows;
    const QList<QJsonObject> agents = state.documents.users.where(isAgent);
    for (const QJsonObject &agent : agents) {
        QMap<QString, int> chats; // by department
        const QList<QJsonObject> rooms = state.documents.rooms.where([&](const QJsonObject &room) {
            return room.value("open"_L1).toBool() && state.access.isServing(agent.value("_id"_L1).toString(), room);
        });
        for (const QJsonObject &room : rooms) {
            ++chats[room.value("departmentId"_L1).toString()];
        }
        for (auto count = chats.cbegin(); count != chats.cend(); ++count) {
            rows.append(QJsonObject{
                {u"user"_s, only(agent, {u"_id"_s, u"username"_s, u"status"_s})},
                {u"department"_s, only(state.documents.departments.find(count.key()), {u"_id"_s, u"name"_s})},
                {u"chats"_s, count.value()}});
        }
    }
    answerPage(*call, u"queue"_s, rows);
}

void answerAgent(State &state, const CallPtr &call)
{
    const QJsonObject user = state.documents.users.find(call->capture());
    const QJsonObject row
        = only(user, {u"_id"_s, u"username"_s, u"name"_s, u"status"_s, u"statusLivechat"_s, u"emails"_s});
    call->answer({{u"user"_s, isAgent(user) ? QJsonValue(row) : QJsonValue()}});
}

/// Sets an agent's availability; without a status it toggles (7.7.1, rest/13).
void answerAvailability(State &state, const CallPtr &call)
{
    const QString agentId = call->body.contains("agentId"_L1) ? call->text(u"agentId"_s) : call->userId;
    const QString wanted = call->text(u"status"_s);
    if (!wanted.isEmpty() && wanted != "available"_L1 && wanted != "not-available"_L1) {
        call->complain(u"must be equal to one of the allowed values [invalid-params]"_s);
        return;
    }
    if (!isAgent(state.documents.users.find(agentId))) {
        call->fail(404, u"Agent not found"_s);
        return;
    }
    const bool isAvailable = state.presence.isAvailable(agentId);
    const bool becomesAvailable = wanted.isEmpty() ? !isAvailable : wanted == "available"_L1;
    const QString status = becomesAvailable ? u"available"_s : u"not-available"_s;
    if (becomesAvailable != isAvailable) {
        if (agentId != call->userId && !state.access.may(call->userId, u"manage-livechat-agents"_s)) {
            call->fail(403, u"unauthorized"_s);
            return;
        }
        if (becomesAvailable && state.presence.isOutsideBusinessHours(agentId)) {
            call->fail(400, u"error-business-hours-are-closed"_s);
            return;
        }
        state.presence.setAvailability(agentId, becomesAvailable);
    }
    call->answer({{u"status"_s, status}});
}

void answerPresence(State &state, const CallPtr &call)
{
    QStringList ids;
    for (const auto &[name, value] : call->request.query) {
        if (name == "ids"_L1 || name == "ids[]"_L1) {
            ids += value.split(u',', Qt::SkipEmptyParts);
        }
    }
    const QDateTime from = dateOf(call->query(u"from"_s));
    QJsonArray rows;
    const QList<QJsonObject> users = state.documents.users.where([&](const QJsonObject &user) {
        return (ids.isEmpty() || ids.contains(user.value("_id"_L1).toString()))
            && (!from.isValid() || dateOf(user.value("_updatedAt"_L1)) > from);
    });
    for (const QJsonObject &user : users) {
        rows.append(only(
            user, {u"_id"_s, u"username"_s, u"name"_s, u"status"_s, u"statusText"_s, u"utcOffset"_s, u"avatarETag"_s}));
    }
    call->answer({{u"users"_s, rows}, {u"full"_s, ids.isEmpty() && !from.isValid()}});
}

void answerSetStatus(State &state, const CallPtr &call)
{
    if (call->body.contains("message"_L1)) {
        state.presence.setStatusText(call->userId, call->text(u"message"_s));
    }
    if (call->body.contains("status"_L1)) {
        state.presence.setDefaultStatus(call->userId, call->text(u"status"_s));
        const QJsonObject user = state.documents.users.find(call->userId);
        state.streams.userData(call->userId, only(user, {u"status"_s}));
        state.streams.userStatus(without(user, {u"statusText"_s}));
    }
    call->answer({});
}

QJsonObject userMeant(const State &state, const RestCall &call)
{
    const QString id = call.query(u"userId"_s);
    const QString username = call.query(u"username"_s);
    if (!username.isEmpty()) {
        return state.documents.users.first(u"username"_s, username);
    }
    return state.documents.users.find(id.isEmpty() ? call.userId : id);
}

void answerStatus(State &state, const CallPtr &call)
{
    const QJsonObject user = userMeant(state, *call);
    call->answer({{u"_id"_s, user.value("_id"_L1)},
                  {u"connectionStatus"_s, user.value("statusConnection"_L1).toString(u"offline"_s)},
                  {u"status"_s, user.value("status"_L1)}});
}

void answerUser(State &state, const CallPtr &call)
{
    const QJsonObject user = userMeant(state, *call);
    if (user.isEmpty()) {
        call->fail(400, u"User not found."_s);
        return;
    }
    QStringList fields{u"_id"_s,        u"username"_s,  u"name"_s,   u"status"_s,
                       u"statusText"_s, u"utcOffset"_s, u"active"_s, u"avatarETag"_s};
    if (user.value("_id"_L1).toString() == call->userId
        || state.access.may(call->userId, u"view-full-other-user-info"_s)) {
        fields += {u"emails"_s, u"roles"_s, u"statusLivechat"_s, u"statusConnection"_s, u"statusDefault"_s};
    }
    call->answer({{u"user"_s, only(user, fields)}});
}

} // namespace

RestRoutes directoryRoutes()
{
    constexpr auto agents = "view-l-room"_L1;
    return {
        {.path = "livechat/users/agent"_L1,
         .handle = answerAgents,
         .query = "page text? onlyAvailable? excludeId? showIdleAgents? query? fields?"_L1},
        {.path = "livechat/users/agent/:id"_L1, .handle = answerAgent, .permissions = "manage-livechat-agents"_L1},
        {.verb = "POST",
         .path = "livechat/agent.status"_L1,
         .handle = answerAvailability,
         .permissions = agents,
         .body = "status? agentId?"_L1,
         .since = {5, 0}},
        {.path = "livechat/queue"_L1,
         .handle = answerQueueMetrics,
         .permissions = agents,
         .query = "page agentId? includeOfflineAgents? departmentId?"_L1},
        {.path = "users.presence"_L1, .handle = answerPresence, .query = "from? ids?"_L1},
        {.verb = "POST", .path = "users.setStatus"_L1, .handle = answerSetStatus},
        {.path = "users.getStatus"_L1, .handle = answerStatus},
        {.path = "users.info"_L1, .handle = answerUser},
    };
}

} // namespace greenline::practice
