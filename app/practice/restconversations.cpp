#include "app/practice/customerrecords.h"
#include "app/practice/document.h"
#include "app/practice/restroutes.h"
#include "app/practice/state.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

QStringList textsIn(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &text : array) {
        texts.append(text.toString());
    }
    return texts;
}

void answerDone(const CallPtr &call, const Refused &refused)
{
    if (refused) {
        call->refuse(*refused);
    } else {
        call->answer({});
    }
}

void answerCloseByUser(State &state, const CallPtr &call)
{
    const QJsonObject mail = call->body.value("transcriptEmail"_L1).toObject();
    CloseOrder order{call->text(u"comment"_s), textsIn(call->body.value("tags"_L1))};
    if (mail.value("sendToVisitor"_L1).toBool()) {
        order.transcript = only(mail.value("requestData"_L1).toObject(), {u"email"_s, u"subject"_s});
    }
    answerDone(call, state.closing.close(call->userId, call->text(u"rid"_s), order));
}

/// The visitor's own close: whoever has her token may do it.
void answerCloseByVisitor(State &state, const CallPtr &call)
{
    if (!call->body.contains("token"_L1)
        && call->isBefore(5, 0)) { // the shape of Meteor's `check` in old routes (3.11.6, rest/70)
        const QJsonObject sanitized{{u"isClientSafe"_s, true},
                                    {u"error"_s, 400},
                                    {u"reason"_s, u"Match failed"_s},
                                    {u"message"_s, u"Match failed [400]"_s},
                                    {u"errorType"_s, u"Meteor.Error"_s}};
        call->answerBare(400,
                         {{u"message"_s, u"Match error: Missing key 'token'"_s},
                          {u"path"_s, QString()},
                          {u"sanitizedError"_s, sanitized},
                          {u"errorType"_s, u"Match.Error"_s},
                          {u"success"_s, false}});
        return;
    }
    const QString rid = call->text(u"rid"_s);
    const QJsonObject visitor = state.documents.visitors.first(u"token"_s, call->text(u"token"_s));
    const QJsonObject room = state.documents.rooms.find(rid);
    if (visitor.isEmpty() || room.isEmpty()) {
        call->refuseSpread(visitor.isEmpty() ? u"invalid-token"_s : u"invalid-room"_s);
        return;
    }
    if (!room.value("open"_L1).toBool()) {
        call->refuseSpread(u"room-closed"_s);
        return;
    }
    const QString comment = u"Closed by visitor"_s;
    if (const Refused refused = state.closing.close(visitor.value("_id"_L1).toString(), rid, {comment, {}, true})) {
        call->refuseSpread(*refused);
        return;
    }
    call->answer({{u"rid"_s, rid}, {u"comment"_s, comment}});
}

void answerForward(State &state, const CallPtr &call)
{
    const ForwardOrder order{call->text(u"userId"_s), call->text(u"departmentId"_s), call->text(u"comment"_s)};
    if (call->isBefore(5, 0) && order.userId.isEmpty() && order.departmentId.isEmpty()) {
        call->answer({}); // 3.11.6 does nothing and calls it a success
        return;
    }
    if (const Refused refused = state.desk.forward(call->userId, call->text(u"roomId"_s), order)) {
        const bool isUnknown
            = call->isBefore(5, 0) && !order.userId.isEmpty() && !state.documents.users.contains(order.userId);
        call->fail(400, isUnknown ? u"Cannot read property '_id' of undefined"_s : refused->code);
        return;
    }
    call->answer({});
}

void answerOnHold(State &state, const CallPtr &call)
{
    answerDone(call, state.desk.placeOnHold(call->userId, call->text(u"roomId"_s)));
}

void answerResume(State &state, const CallPtr &call)
{
    answerDone(call, state.desk.resumeOnHold(call->userId, call->text(u"roomId"_s)));
}

void answerJoin(State &state, const CallPtr &call)
{
    answerDone(call, state.desk.observe(call->userId, call->query(u"roomId"_s)));
}

void answerTransfers(State &state, const CallPtr &call)
{
    if (!state.access.may(call->userId, u"view-livechat-rooms"_s)) {
        if (call->isBefore(5, 0)) {
            call->fail(400, u"error-not-authorized"_s);
        } else {
            call->forbid();
        }
        return;
    }
    QJsonArray history;
    const QList<QJsonObject> messages = state.documents.messages.where([&](const QJsonObject &message) {
        return message.value("rid"_L1).toString() == call->capture()
            && message.value("t"_L1).toString() == "livechat_transfer_history"_L1;
    });
    for (const QJsonObject &message : messages) {
        history.append(message.value("transferData"_L1));
    }
    answerPage(*call, u"history"_s, history);
}

/// Who may not is told so by the route itself (7.7.1, rest/65).
void answerSaveInfo(State &state, const CallPtr &call)
{
    const Refused refused = saveCustomerInfo(state, call->userId, call->body.value("guestData"_L1).toObject(),
                                             call->body.value("roomData"_L1).toObject());
    if (refused && refused->code == "error-not-allowed"_L1) {
        call->fail(403, u"unauthorized"_s);
        return;
    }
    if (refused) {
        call->refuse(*refused);
        return;
    }
    call->answer({});
}

} // namespace

RestRoutes conversationRoutes()
{
    constexpr auto agents = "view-l-room"_L1;
    constexpr auto enterprise = RestRoute::Edition::Enterprise;
    return {
        {.verb = "POST",
         .path = "livechat/room.closeByUser"_L1,
         .handle = answerCloseByUser,
         .permissions = "close-livechat-room"_L1,
         .body = "rid! comment? tags?a generateTranscriptPdf?b transcriptEmail?o"_L1,
         .since = {6, 0},
         .until = {8, 0}},
        {.verb = "POST",
         .path = "livechat/room.closeByUser"_L1,
         .handle = answerCloseByUser,
         .permissions = "close-livechat-room"_L1,
         .body = "rid! comment? tags?a generateTranscriptPdf?b transcriptEmail?o forceClose?b"_L1,
         .since = {8, 0}},
        {.verb = "POST",
         .path = "livechat/room.close"_L1,
         .handle = answerCloseByVisitor,
         .caller = RestRoute::Caller::Anyone,
         .body = "rid! token!"_L1},
        {.verb = "POST",
         .path = "livechat/room.forward"_L1,
         .handle = answerForward,
         .permissions = agents,
         .until = {5, 0}}, // 3.11.6, rest/70
        {.verb = "POST",
         .path = "livechat/room.forward"_L1,
         .handle = answerForward,
         .permissions = "transfer-livechat-guest"_L1,
         .body = "roomId! userId? departmentId? comment? clientAction?b"_L1,
         .since = {5, 0}},
        {.verb = "POST",
         .path = "livechat/room.onHold"_L1,
         .handle = answerOnHold,
         .permissions = "on-hold-livechat-room"_L1,
         .body = "roomId!"_L1,
         .since = {3, 13},
         .edition = enterprise},
        {.verb = "POST",
         .path = "livechat/room.resumeOnHold"_L1,
         .handle = answerResume,
         .permissions = agents,
         .body = "roomId!"_L1,
         .since = {6, 0},
         .edition = enterprise},
        {.path = "livechat/room.join"_L1,
         .handle = answerJoin,
         .permissions = agents,
         .query = "roomId!"_L1,
         .since = {5, 0}},
        {.path = "livechat/transfer.history/:rid"_L1, .handle = answerTransfers, .query = "page"_L1},
        {.verb = "POST",
         .path = "livechat/room.saveInfo"_L1,
         .handle = answerSaveInfo,
         .permissions = agents,
         .body = "guestData!o roomData!o"_L1,
         .since = {5, 3}},
    };
}

} // namespace greenline::practice
