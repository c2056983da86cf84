#include "app/practice/methodtable.h"
#include "app/practice/state.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

// Nothing in 3.11.6, true in 7.7.1.
MethodAnswer presenceDone(const State &state)
{
    return state.isBefore(5, 0) ? MethodAnswer{} : MethodAnswer{true};
}

MethodAnswer beOnline(State &state, const MethodCall &call)
{
    state.presence.setConnectionStatus(call.userId, call.session, u"online"_s);
    return presenceDone(state);
}

MethodAnswer beAway(State &state, const MethodCall &call)
{
    state.presence.setConnectionStatus(call.userId, call.session, u"away"_s);
    return presenceDone(state);
}

MethodAnswer setDefaultStatus(State &state, const MethodCall &call)
{
    if (call.userId.isEmpty()) {
        return refusedMethod(call, u"error-invalid-user"_s, u"Invalid user"_s);
    }
    state.presence.setDefaultStatus(call.userId, call.params.at(0).toString());
    return presenceDone(state);
}

MethodAnswer setUserStatus(State &state, const MethodCall &call)
{
    if (call.userId.isEmpty()) {
        return refusedMethod(call, u"error-invalid-user"_s, u"Invalid user"_s);
    }
    if (call.params.at(0).isString()) {
        state.presence.setDefaultStatus(call.userId, call.params.at(0).toString());
    }
    if (call.params.at(1).isString()) {
        state.presence.setStatusText(call.userId, call.params.at(1).toString());
    }
    return {};
}

MethodAnswer userRoles(State &state, const MethodCall &)
{
    QJsonArray answer;
    const QList<QJsonObject> users = state.documents.users.all();
    for (const QJsonObject &user : users) {
        QJsonArray roles; // "user" is no role that anybody is told of
        const QJsonArray all = user.value("roles"_L1).toArray();
        for (const QJsonValue &role : all) {
            if (role.toString() != "user"_L1) {
                roles.append(role);
            }
        }
        answer.append(QJsonObject{
            {u"_id"_s, user.value("_id"_L1)}, {u"username"_s, user.value("username"_L1)}, {u"roles"_s, roles}});
    }
    return {answer};
}

} // namespace

std::vector<Method> presenceMethods()
{
    return {
        {"UserPresence:online"_L1, beOnline},
        {"UserPresence:away"_L1, beAway},
        {"UserPresence:setDefaultStatus"_L1, setDefaultStatus},
        {"setUserStatus"_L1, setUserStatus},
        {"getUserRoles"_L1, userRoles},
    };
}

} // namespace greenline::practice
