#include "app/practice/document.h"
#include "app/practice/restroutes.h"
#include "app/practice/state.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QJsonArray queuedInquiries(const State &state, const std::function<bool(const QJsonObject &)> &test)
{
    QJsonArray rows;
    const QList<QJsonObject> inquiries = state.documents.inquiries.where([&](const QJsonObject &inquiry) {
        return inquiry.value("status"_L1).toString() == "queued"_L1 && test(inquiry);
    });
    for (const QJsonObject &inquiry : inquiries) {
        rows.append(inquiry);
    }
    return rows;
}

/// inquiries.queued in old servers, inquiries.queuedForUser in new ones.
void answerQueuedForAgent(State &state, const CallPtr &call)
{
    const QString department = call->query(u"department"_s);
    if (!department.isEmpty() && !state.access.departmentsOf(call->userId).contains(department)) {
        call->fail(400, u"error-not-authorized"_s);
        return;
    }
    answerPage(*call, u"inquiries"_s, queuedInquiries(state, [&](const QJsonObject &inquiry) {
        return state.access.isInQueueOf(call->userId, inquiry)
            && (department.isEmpty() || inquiry.value("department"_L1).toString() == department);
    }));
}

void answerInquiryList(State &state, const CallPtr &call)
{
    const QString department = call->query(u"department"_s);
    QJsonArray rows;
    const QJsonArray queued = queuedInquiries(state, [&](const QJsonObject &inquiry) {
        return department.isEmpty() || inquiry.value("department"_L1).toString() == department;
    });
    for (const QJsonValue &inquiry : queued) {
        rows.append(only(inquiry.toObject(), {u"_id"_s, u"rid"_s, u"name"_s, u"ts"_s, u"status"_s, u"department"_s}));
    }
    answerPage(*call, u"inquiries"_s, rows);
}

void answerInquiryOfRoom(State &state, const CallPtr &call)
{
    const QJsonObject inquiry = state.documents.inquiries.first(u"rid"_s, call->query(u"roomId"_s));
    call->answer({{u"inquiry"_s, inquiry.isEmpty() ? QJsonValue() : QJsonValue(inquiry)}});
}

void answerTake(State &state, const CallPtr &call)
{
    const QString onBehalfOf = call->text(u"userId"_s);
    if (!onBehalfOf.isEmpty() && !state.documents.users.contains(onBehalfOf)) {
        call->fail(400, u"The user is invalid"_s);
        return;
    }
    const QString taker = onBehalfOf.isEmpty() ? call->userId : onBehalfOf;
    const QString inquiryId = call->text(u"inquiryId"_s);
    if (const Refused refused = state.desk.take(taker, inquiryId)) {
        call->refuseSpread(refused->code, refused->reason, {{u"method"_s, u"livechat:takeInquiry"_s}});
        return;
    }
    if (call->isBefore(5, 0)) { // "inquiry" is the room (3.11.6, rest/40)
        const QString rid = state.documents.inquiries.find(inquiryId).value("rid"_L1).toString();
        call->answer({{u"inquiry"_s, state.documents.rooms.find(rid)}});
        return;
    }
    call->answer({});
}

void answerReturn(State &state, const CallPtr &call)
{
    if (const Refused refused
        = state.desk.returnToQueue(call->userId, call->text(u"roomId"_s), call->text(u"departmentId"_s))) {
        call->refuse(*refused);
        return;
    }
    call->answer({{u"result"_s, true}});
}

void answerRouting(State &state, const CallPtr &call)
{
    const bool isManual = state.access.showsQueue();
    const QJsonObject config{{u"previewRoom"_s, isManual},     {u"showConnecting"_s, isManual},
                             {u"showQueue"_s, isManual},       {u"showQueueLink"_s, !isManual},
                             {u"returnQueue"_s, isManual},     {u"enableTriggerAction"_s, !isManual},
                             {u"autoAssignAgent"_s, !isManual}};
    call->answer({{u"config"_s, config}});
}

} // namespace

RestRoutes queueRoutes()
{
    constexpr auto agents = "view-l-room"_L1;
    return {
        {.path = "livechat/inquiries.queued"_L1,
         .handle = answerQueuedForAgent,
         .permissions = agents,
         .query = "page department?"_L1,
         .until = {7, 0}},
        {.path = "livechat/inquiries.queuedForUser"_L1,
         .handle = answerQueuedForAgent,
         .permissions = agents,
         .query = "page department?"_L1,
         .since = {5, 0}},
        {.path = "livechat/inquiries.list"_L1,
         .handle = answerInquiryList,
         .permissions = "view-livechat-manager"_L1,
         .query = "page department?"_L1},
        {.path = "livechat/inquiries.getOne"_L1,
         .handle = answerInquiryOfRoom,
         .permissions = agents,
         .query = "roomId!"_L1},
        {.verb = "POST",
         .path = "livechat/inquiries.take"_L1,
         .handle = answerTake,
         .permissions = agents,
         .body = "inquiryId! userId?"_L1,
         .until = {8, 0}},
        {.verb = "POST",
         .path = "livechat/inquiries.take"_L1,
         .handle = answerTake,
         .permissions = agents,
         .body = "inquiryId! userId? options?o"_L1,
         .since = {8, 0}},
        {.verb = "POST",
         .path = "livechat/inquiries.returnAsInquiry"_L1,
         .handle = answerReturn,
         .permissions = agents,
         .body = "roomId! departmentId?"_L1,
         .since = {7, 12}},
        {.path = "livechat/config/routing"_L1, .handle = answerRouting, .since = {7, 11}},
    };
}

} // namespace greenline::practice
