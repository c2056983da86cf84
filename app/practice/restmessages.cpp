#include "app/practice/document.h"
#include "app/practice/restroutes.h"
#include "app/practice/shapes.h"
#include "app/practice/state.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

/// What node says when the answer to a known id is undefined (rest/50 of both recordings): the wording changed with
/// node 16.
QString duplicateWords(const RestCall &call)
{
    return call.isBefore(7, 0) ? u"Cannot read property 'starred' of undefined"_s
                               : u"Cannot read properties of undefined (reading 'starred')"_s;
}

void refusePosting(RestCall &call, const Refusal &refusal)
{
    if (refusal.reason.isEmpty()) {
        call.fail(400, refusal.code);
    } else {
        call.refuse(refusal.code, refusal.reason,
                    refusal.details.isEmpty() ? QJsonObject{{u"method"_s, u"sendMessage"_s}} : refusal.details);
    }
}

/// A time of the client's own may be a minute off.
bool isOutOfSync(const State &state, const CallPtr &call, const QJsonValue &ts)
{
    const QDateTime now = state.clock.now();
    if (!ts.isString() || qAbs(dateOf(ts).msecsTo(now)) <= 60'000) {
        return false;
    }
    const QJsonObject details{
        {u"method"_s, u"sendMessage"_s}, {u"message_ts"_s, ts}, {u"server_ts"_s, now.toMSecsSinceEpoch()}};
    call->refuse(u"error-message-ts-out-of-sync"_s, u"Message timestamp is out of sync"_s, details);
    return true;
}

void answerSend(State &state, const CallPtr &call)
{
    const QJsonObject message = call->body.value("message"_L1).toObject();
    if (!state.posting.isRestricted() && isOutOfSync(state, call, message.value("ts"_L1))) {
        return;
    }
    state.posting.post(call->userId, message, {&state.posting, [call](const Result<Posted> &result) {
                                                   const Posted &posted = *result;
                                                   if (posted.refused) {
                                                       refusePosting(*call, *posted.refused);
                                                   } else if (posted.isDuplicate) {
                                                       call->fail(400, duplicateWords(*call));
                                                   } else {
                                                       call->answer({{u"message"_s, posted.message}});
                                                   }
                                               }});
}

void answerPost(State &state, const CallPtr &call)
{
    const QString rid = call->text(u"roomId"_s);
    const QJsonObject message{{u"rid"_s, rid},
                              {u"alias"_s, call->text(u"alias"_s)},
                              {u"msg"_s, call->text(u"text"_s)},
                              {u"attachments"_s, call->body.value("attachments"_L1).toArray()},
                              {u"parseUrls"_s, true},
                              {u"groupable"_s, false}};
    state.posting.post(call->userId, message, {&state.posting, [call, rid, &state](const Result<Posted> &result) {
                                                   if (result->refused) {
                                                       refusePosting(*call, *result->refused);
                                                       return;
                                                   }
                                                   call->answer({{u"ts"_s, state.clock.now().toMSecsSinceEpoch()},
                                                                 {u"channel"_s, rid},
                                                                 {u"message"_s, result->message}});
                                               }});
}

/// The message if it exists and may be read, else nothing.
QJsonObject readableMessage(const State &state, const RestCall &call, const QString &id)
{
    const QJsonObject message = state.documents.messages.find(id);
    const QJsonObject room = state.documents.rooms.find(message.value("rid"_L1).toString());
    return !room.isEmpty() && state.access.canRead(call.userId, room) ? message : QJsonObject();
}

void answerMessage(State &state, const CallPtr &call)
{
    const QJsonObject message = readableMessage(state, *call, call->query(u"msgId"_s));
    if (message.isEmpty()) {
        call->answerBare(400, {{u"success"_s, false}});
        return;
    }
    call->answer({{u"message"_s, message}});
}

/// The message a change is meant for; answers the call itself when it cannot be changed.
QJsonObject changeableMessage(const State &state, RestCall &call)
{
    const QString id = call.text(u"msgId"_s);
    const QJsonObject message = readableMessage(state, call, id);
    if (message.isEmpty()) {
        call.fail(400, u"No message found with the id of \"%1\"."_s.arg(id));
        return {};
    }
    if (message.value("rid"_L1).toString() != call.text(u"roomId"_s)) {
        call.fail(400, u"The room id provided does not match where the message is from."_s);
        return {};
    }
    if (message.value("u"_L1).toObject().value("_id"_L1).toString() != call.userId
        && !state.access.may(call.userId, u"edit-message"_s)) {
        call.refuse(u"error-action-not-allowed"_s, u"Not allowed"_s);
        return {};
    }
    return message;
}

void answerEdit(State &state, const CallPtr &call)
{
    const QJsonObject message = changeableMessage(state, *call);
    if (message.isEmpty()) {
        return;
    }
    const QString text = call->text(u"text"_s);
    const QJsonObject editor = only(state.documents.users.find(call->userId), {u"_id"_s, u"username"_s});
    QJsonObject changes{{u"msg"_s, text}, {u"editedAt"_s, dateValue(state.clock.now())}, {u"editedBy"_s, editor}};
    if (message.contains("md"_L1)) {
        changes.insert(u"md"_s, parsedText(text));
    }
    const QJsonObject changed = state.documents.messages.change(message.value("_id"_L1).toString(), changes);
    state.streams.message(changed);
    call->answer({{u"message"_s, changed}});
}

void answerDelete(State &state, const CallPtr &call)
{
    const QJsonObject message = changeableMessage(state, *call);
    if (message.isEmpty()) {
        return;
    }
    const QString id = message.value("_id"_L1).toString();
    state.documents.messages.remove(id);
    state.streams.messageDeleted(message);
    const qint64 now = state.clock.now().toMSecsSinceEpoch();
    call->answer({{u"_id"_s, id},
                  {u"ts"_s, call->isBefore(7, 0) ? QJsonValue(now) : QJsonValue(QString::number(now))},
                  {u"message"_s, only(message, {u"_id"_s, u"rid"_s, u"u"_s})}});
}

} // namespace

RestRoutes messageRoutes()
{
    return {
        {.verb = "POST", .path = "chat.sendMessage"_L1, .handle = answerSend, .body = "message!o previewUrls?a"_L1},
        {.verb = "POST", .path = "chat.postMessage"_L1, .handle = answerPost},
        {.path = "chat.getMessage"_L1, .handle = answerMessage, .query = "msgId!"_L1},
        {.verb = "POST",
         .path = "chat.update"_L1,
         .handle = answerEdit,
         .body = "roomId! msgId! text! previewUrls?a customFields?o"_L1},
        {.verb = "POST",
         .path = "chat.delete"_L1,
         .handle = answerDelete,
         .body = "roomId! msgId! asUser?b"_L1,
         .until = {8, 6}},
        {.verb = "POST",
         .path = "chat.delete"_L1,
         .handle = answerDelete,
         .body = "roomId? msgId? fileId? asUser?b"_L1,
         .since = {8, 6}},
    };
}

} // namespace greenline::practice
