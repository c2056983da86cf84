#include "app/practice/customerrecords.h"
#include "app/practice/methodtable.h"
#include "app/practice/state.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr Release withoutMethods{8, 0}; // almost all livechat:* methods went (rocketchat-wire.md 2.1)

QString textParam(const MethodCall &call, int index)
{
    return call.params.at(index).toString();
}

MethodAnswer notAllowed(const MethodCall &call)
{
    return refusedMethod(call, u"error-not-allowed"_s, u"Not allowed"_s);
}

MethodAnswer takeInquiry(State &state, const MethodCall &call)
{
    if (!state.access.may(call.userId, u"view-l-room"_s)) {
        return refusedMethod(call, u"error-not-allowed"_s, state.isBefore(5, 0) ? u"Not allowed"_s : u"Invalid User"_s);
    }
    const QString inquiryId = textParam(call, 0);
    const QString rid = state.documents.inquiries.find(inquiryId).value("rid"_L1).toString();
    if (const Refused refused = state.desk.take(call.userId, inquiryId)) {
        return answerOf(call, refused);
    }
    return state.isBefore(5, 0) ? MethodAnswer{state.documents.rooms.find(rid)} : MethodAnswer{};
}

MethodAnswer returnAsInquiry(State &state, const MethodCall &call)
{
    if (!state.access.may(call.userId, u"view-l-room"_s)) {
        return notAllowed(call);
    }
    return answerOf(call, state.desk.returnToQueue(call.userId, textParam(call, 0), textParam(call, 1)), true);
}

MethodAnswer closeRoom(State &state, const MethodCall &call)
{
    if (!state.access.may(call.userId, u"close-livechat-room"_s)) {
        return refusedMethod(call, u"error-not-authorized"_s, u"Not authorized"_s);
    }
    CloseOrder order{textParam(call, 1)};
    const QJsonArray tags = call.params.at(2).toObject().value("tags"_L1).toArray();
    for (const QJsonValue &tag : tags) {
        order.tags.append(tag.toString());
    }
    return answerOf(call, state.closing.close(call.userId, textParam(call, 0), order), true);
}

MethodAnswer requestTranscript(State &state, const MethodCall &call)
{
    if (!state.access.may(call.userId, u"view-l-room"_s)) {
        return notAllowed(call);
    }
    return answerOf(call,
                    state.closing.orderTranscript(
                        textParam(call, 0), {{u"email"_s, textParam(call, 1)}, {u"subject"_s, textParam(call, 2)}}));
}

MethodAnswer transfer(State &state, const MethodCall &call)
{
    if (!state.access.may(call.userId, u"view-l-room"_s)) {
        return notAllowed(call);
    }
    const QJsonObject wish = call.params.at(0).toObject();
    const ForwardOrder order{wish.value("userId"_L1).toString(), wish.value("departmentId"_L1).toString(),
                             wish.value("comment"_L1).toString()};
    return answerOf(call, state.desk.forward(call.userId, wish.value("roomId"_L1).toString(), order), true);
}

MethodAnswer routingConfig(State &state, const MethodCall &)
{
    const bool isManual = state.access.showsQueue();
    return {QJsonObject{{u"previewRoom"_s, isManual},
                        {u"showConnecting"_s, isManual},
                        {u"showQueue"_s, isManual},
                        {u"showQueueLink"_s, !isManual},
                        {u"returnQueue"_s, isManual},
                        {u"enableTriggerAction"_s, !isManual},
                        {u"autoAssignAgent"_s, !isManual}}};
}

MethodAnswer changeLivechatStatus(State &state, const MethodCall &call)
{
    if (!state.access.may(call.userId, u"view-l-room"_s)) {
        return notAllowed(call);
    }
    const QString wanted = call.params.at(0).toObject().value("status"_L1).toString();
    const bool isAvailable = wanted.isEmpty() ? !state.presence.isAvailable(call.userId) : wanted == "available"_L1;
    if (isAvailable && state.presence.isOutsideBusinessHours(call.userId)) {
        return refusedMethod(call, u"error-business-hours-are-closed"_s, u"Not allowed"_s);
    }
    state.presence.setAvailability(call.userId, isAvailable);
    if (state.isBefore(5, 0)) {
        return {1};
    }
    return {QJsonObject{{u"acknowledged"_s, true},
                        {u"modifiedCount"_s, 1},
                        {u"upsertedId"_s, QJsonValue::Null},
                        {u"upsertedCount"_s, 0},
                        {u"matchedCount"_s, 1}}};
}

MethodAnswer saveInfo(State &state, const MethodCall &call)
{
    if (!state.access.may(call.userId, u"view-l-room"_s)) {
        return notAllowed(call);
    }
    return answerOf(
        call, saveCustomerInfo(state, call.userId, call.params.at(0).toObject(), call.params.at(1).toObject()), true);
}

bool hasOnHold(const State &state)
{
    return state.modules().contains(u"livechat-enterprise"_s);
}

MethodAnswer placeOnHold(State &state, const MethodCall &call)
{
    return hasOnHold(state) ? answerOf(call, state.desk.placeOnHold(call.userId, textParam(call, 0)), true)
                            : notAllowed(call);
}

MethodAnswer resumeOnHold(State &state, const MethodCall &call)
{
    return hasOnHold(state) ? answerOf(call, state.desk.resumeOnHold(call.userId, textParam(call, 0)), true)
                            : notAllowed(call);
}

/// Everybody may ask. A pure community build does not have the method.
MethodAnswer licenceModules(State &state, const MethodCall &call)
{
    if (!state.hasLicence() && !state.options.isRestricted) {
        return {QJsonValue(QJsonValue::Undefined), Refusal{u"404"_s, u"Method '%1' not found"_s.arg(call.name)}};
    }
    return {QJsonArray::fromStringList(state.modules())};
}

// Enterprise methods that exist without a licence, too, and return nothing then (both recordings, ddp/22).
MethodAnswer nothing(State &, const MethodCall &)
{
    return {};
}

} // namespace

std::vector<Method> livechatMethods()
{
    return {
        {"livechat:takeInquiry"_L1, takeInquiry, {0, 0}, withoutMethods},
        {"livechat:returnAsInquiry"_L1, returnAsInquiry, {0, 0}, withoutMethods},
        {"livechat:closeRoom"_L1, closeRoom, {0, 0}, withoutMethods},
        {"livechat:requestTranscript"_L1, requestTranscript, {0, 0}, withoutMethods},
        {"livechat:transfer"_L1, transfer, {0, 0}, withoutMethods},
        {"livechat:getRoutingConfig"_L1, routingConfig, {0, 0}, withoutMethods},
        {"livechat:changeLivechatStatus"_L1, changeLivechatStatus, {0, 0}, withoutMethods},
        {"livechat:placeOnHold"_L1, placeOnHold, {3, 13}, withoutMethods},
        {"livechat:resumeOnHold"_L1, resumeOnHold, {3, 13}, withoutMethods},
        {"livechat:saveInfo"_L1, saveInfo, {0, 0}, {7, 0}},
        {"license:getModules"_L1, licenceModules},
        {"livechat:getTagsList"_L1, nothing, {0, 0}, withoutMethods},
        {"livechat:getDepartmentForwardRestrictions"_L1, nothing, {0, 0}, withoutMethods},
    };
}

} // namespace greenline::practice
