#include "app/practice/outreach.h"
#include "app/practice/restroutes.h"
#include "app/practice/restschema.h"
#include "app/practice/state.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

bool isProvider(const State &state, const CallPtr &call)
{
    if (call->capture() == state.outreach.provider().value("providerId"_L1).toString()) {
        return true;
    }
    call->fail(400, u"error-invalid-provider"_s);
    return false;
}

void answerProviders(State &state, const CallPtr &call)
{
    const QString type = call->query(u"type"_s);
    if (!type.isEmpty() && type != "phone"_L1 && type != "email"_L1) {
        call->complain(u"must be equal to one of the allowed values [invalid-params]"_s);
        return;
    }
    call->answer({{u"providers"_s, type == "email"_L1 ? QJsonArray() : QJsonArray{state.outreach.provider()}}});
}

void answerTemplates(State &state, const CallPtr &call)
{
    if (isProvider(state, call)) {
        call->answer({{u"metadata"_s, state.outreach.metadata()}});
    }
}

/// Below the first level the schema is closed, too.
QString templateComplaint(const QJsonObject &form)
{
    if (form.isEmpty()) {
        return {};
    }
    QString complaint = bodyComplaint("name! language!o components?a namespace?"_L1, form);
    if (complaint.isEmpty()) {
        complaint = bodyComplaint("code! policy?"_L1, form.value("language"_L1).toObject());
    }
    const QJsonArray components = form.value("components"_L1).toArray();
    for (const QJsonValue &component : components) {
        complaint = complaint.isEmpty() ? bodyComplaint("type! parameters!a"_L1, component.toObject()) : complaint;
        const QJsonArray parameters = component.toObject().value("parameters"_L1).toArray();
        for (const QJsonValue &parameter : parameters) {
            const bool isMedia = parameter.toObject().value("type"_L1) == "media"_L1;
            const auto schema = isMedia ? "type! link!"_L1 : "type! text!"_L1;
            complaint = complaint.isEmpty() ? bodyComplaint(schema, parameter.toObject()) : complaint;
        }
    }
    return complaint;
}

bool mayChooseAgent(const State &state, const QString &userId, const QString &agentId)
{
    return state.access.may(userId, u"outbound.can-assign-any-agent"_s)
        || (agentId == userId && state.access.may(userId, u"outbound.can-assign-self-only"_s));
}

/// ee/packages/omni-core-ee/src/outbound-communication/canSendMessage.ts: a department of one's own, or any with the
/// permission; the agent serves it, and is oneself or anybody with the permission. Empty: it may go.
QString refusalOfAnswerer(const State &state, const CallPtr &call)
{
    const QString department = call->text(u"departmentId"_s);
    const QString agent = call->text(u"agentId"_s);
    const bool mayAll = state.access.may(call->userId, u"outbound.can-assign-queues"_s);
    const bool isEnabled = state.documents.departments.find(department).value("enabled"_L1).toBool();
    if (!department.isEmpty()
        && (!isEnabled || (!mayAll && !state.access.departmentsOf(call->userId).contains(department)))) {
        return u"error-invalid-department"_s;
    }
    if (agent.isEmpty()) {
        return {};
    }
    const QJsonArray roles = state.documents.users.find(agent).value("roles"_L1).toArray();
    if (!mayChooseAgent(state, call->userId, agent) || !roles.contains(u"livechat-agent"_s)) {
        return u"error-invalid-agent"_s;
    }
    const bool serves = department.isEmpty() || state.access.departmentsOf(agent).contains(department);
    return serves ? QString() : u"error-agent-not-in-department"_s;
}

void answerFirstMessage(State &state, const CallPtr &call)
{
    const QString complaint = templateComplaint(call->body.value("template"_L1).toObject());
    if (!complaint.isEmpty()) {
        call->complain(complaint);
        return;
    }
    const QString refusal = refusalOfAnswerer(state, call);
    if (!refusal.isEmpty()) {
        call->fail(400, refusal);
        return;
    }
    if (!isProvider(state, call)) {
        return;
    }
    state.outreach.send(call->body, {&state.outreach, [call](const Status &sent) {
                                         if (sent) {
                                             call->answer({});
                                         } else {
                                             call->fail(400, sent.error().detail);
                                         }
                                     }});
}

} // namespace

/// apps/meteor/ee/app/livechat-enterprise/server/api/outbound.ts, since 7.11.0 (#36207, apps-engine 1.56.0).
RestRoutes outboundRoutes()
{
    constexpr auto enterprise = RestRoute::Edition::Enterprise;
    constexpr auto module = "outbound-messaging"_L1;
    constexpr auto senders = "outbound.send-messages"_L1;
    constexpr Release first{7, 11};
    return {
        {.path = "omnichannel/outbound/providers"_L1,
         .handle = answerProviders,
         .permissions = senders,
         .query = "type?"_L1,
         .since = first,
         .edition = enterprise,
         .module = module},
        {.path = "omnichannel/outbound/providers/:id/metadata"_L1,
         .handle = answerTemplates,
         .permissions = senders,
         .since = first,
         .edition = enterprise,
         .module = module},
        {.verb = "POST",
         .path = "omnichannel/outbound/providers/:id/message"_L1,
         .handle = answerFirstMessage,
         .permissions = senders,
         .body = "to! type! templateProviderPhoneNumber? template?o agentId? departmentId?"_L1,
         .since = first,
         .edition = enterprise,
         .module = module},
    };
}

} // namespace greenline::practice
