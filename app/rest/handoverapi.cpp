#include "app/rest/handoverapi.h"

#include "app/rest/answers.h"
#include "app/wire/agentcodec.h"
#include "app/wire/roomcodec.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

Result<ListedAgent> decodeListed(const QJsonObject &object)
{
    const Result<Agent> agent = decodeAgent(object);
    if (!agent) {
        return agent.error();
    }
    ListedAgent listed{*agent, std::nullopt};
    if (object.value("departments"_L1).isArray()) { // 3.11.6 does not tell
        listed.departments.emplace();
        const QStringList ids = optionalStrings(object, "departments"_L1);
        for (const QString &id : ids) {
            listed.departments->insert({id});
        }
    }
    return listed;
}

Result<Agent> decodeMember(const QJsonObject &object)
{
    const Result<QString> id = requiredString(object, "agentId"_L1, "department agent"_L1);
    if (!id) {
        return id.error();
    }
    Agent agent;
    agent.id = {*id};
    agent.username = optionalString(object, "username"_L1);
    return agent;
}

Result<QHash<AgentId, Presence>> presencesIn(const QJsonObject &answer)
{
    const Result<QJsonArray> users = requiredList(answer, "users"_L1);
    if (!users) {
        return users.error();
    }
    QHash<AgentId, Presence> presences;
    for (const QJsonValue &user : *users) {
        const QString status = optionalString(user.toObject(), "status"_L1);
        presences.insert({optionalString(user.toObject(), "_id"_L1)},
                         presenceNamed(status).value_or(Presence::Offline));
    }
    return presences;
}

/// One row for each agent and department.
QHash<AgentId, int> loadsIn(const QJsonArray &rows)
{
    QHash<AgentId, int> loads;
    for (const QJsonValue &row : rows) {
        const QString agent = optionalString(row.toObject().value("user"_L1).toObject(), "_id"_L1);
        loads[{agent}] += optionalInt(row.toObject(), "chats"_L1);
    }
    return loads;
}

void postForRoom(RestClient &rest, const QString &path, const RoomId &room, const Then<Done> &then)
{
    RestCall call;
    call.verb = "POST";
    call.path = path;
    call.body = {{u"roomId"_s, room.value}};
    call.awaitedIn = room;
    rest.send(call, doneBy(rest, then));
}

} // namespace

void HandoverApi::forward(const RoomId &room, const ForwardRequest &request, const Then<Done> &then)
{
    RestCall call;
    call.verb = "POST";
    call.path = u"livechat/room.forward"_s; // seen on 3.11.6 and 7.7.1; the method is gone in 8.0 (#36836)
    call.body = {{u"roomId"_s, room.value}};
    call.awaitedIn = room;
    if (!request.agent.isEmpty()) {
        call.body.insert(u"userId"_s, request.agent.value);
    } else {
        call.body.insert(u"departmentId"_s, request.department.value);
    }
    if (!request.comment.isEmpty()) {
        call.body.insert(u"comment"_s, request.comment);
    }
    m_rest.send(call, doneBy(m_rest, then));
}

void HandoverApi::placeOnHold(const RoomId &room, const Then<Done> &then)
{
    postForRoom(m_rest, u"livechat/room.onHold"_s, room, then); // since on hold exists
}

void HandoverApi::resume(const RoomId &room, const Then<Done> &then)
{
    const auto ask = [&rest = m_rest, room](const Route &route, const Then<Done> &answer) {
        if (route.kind == Route::Kind::Rest) {
            postForRoom(rest, route.path, room, answer);
            return;
        }
        rest.callMethod(
            route.path, {room.value, QJsonObject{{u"clientAction"_s, true}}},
            {&rest,
             [answer](const Result<QJsonValue> &result) { answer(result ? Status(Done()) : Status(result.error())); }},
            {.awaitedIn = room});
    };
    askByRoute<Done>(m_rest, m_features, Action::ResumeConversation, ask, then);
}

void HandoverApi::join(const RoomId &room, const Then<Done> &then)
{
    RestCall call;
    call.path = u"livechat/room.join"_s;
    addQuery(call.query, u"roomId"_s, room.value);
    call.awaitedIn = room;
    m_rest.send(call, doneBy(m_rest, then));
}

void HandoverApi::agents(const Then<QList<ListedAgent>> &then)
{
    RestCall call;
    call.path = u"livechat/users/agent"_s;
    sendPages(m_rest, call, "users"_L1,
              {&m_rest, [then](const Result<QJsonArray> &rows) { then(readableOf<ListedAgent>(rows, decodeListed)); }});
}

void HandoverApi::agentsOf(const DepartmentId &department, const Then<QList<Agent>> &then)
{
    RestCall call;
    call.path = u"livechat/department/%1/agents"_s.arg(pathSegment(department.value));
    sendPages(m_rest, call, "agents"_L1,
              {&m_rest, [then](const Result<QJsonArray> &rows) { then(readableOf<Agent>(rows, decodeMember)); }});
}

void HandoverApi::presences(const QList<AgentId> &agents, const Then<QHash<AgentId, Presence>> &then)
{
    QStringList ids;
    for (const AgentId &agent : agents) {
        ids.append(agent.value);
    }
    RestCall call;
    call.path = u"users.presence"_s;
    addQuery(call.query, u"ids"_s, ids.join(u','));
    m_rest.send(call, decodedBy(m_rest, then, presencesIn));
}

void HandoverApi::loads(const Then<QHash<AgentId, int>> &then)
{
    RestCall call;
    call.path = u"livechat/queue"_s;
    sendPages(m_rest, call, "queue"_L1, {&m_rest, [then](const Result<QJsonArray> &rows) {
                                             then(rows ? Result(loadsIn(*rows)) : rows.error());
                                         }});
}

} // namespace greenline
