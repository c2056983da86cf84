#include "app/rest/roomsapi.h"

#include "app/rest/answers.h"
#include "app/wire/roomcodec.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

Result<OwnTies> tiesOf(const QJsonObject &answer)
{
    const Result<QJsonArray> all = requiredList(answer, "update"_L1);
    if (!all) {
        return all.error();
    }
    OwnTies ties;
    for (const QJsonValue &element : *all) {
        const QJsonObject object = element.toObject();
        const bool isOdd = !object.value("t"_L1).isString();
        if (!isOdd && !isOmnichannel(object)) {
            continue;
        }
        const Result<Subscription> tie = decodeSubscription(object);
        if (tie && !isOdd) {
            ties.readable.append(*tie);
        } else {
            qCWarning(logWire) << "subscription:" << redacted(tie ? u"t is no text"_s : tie.error().detail);
            ties.unreadable.insert({optionalString(object, "rid"_L1)});
        }
    }
    return ties;
}

Result<QJsonArray> omnichannelOf(const QJsonObject &answer)
{
    const Result<QJsonArray> all = requiredList(answer, "update"_L1);
    if (!all) {
        return all;
    }
    QJsonArray ours;
    for (const QJsonValue &element : *all) {
        if (isOmnichannel(element.toObject())) {
            ours.append(element);
        }
    }
    return ours;
}

/// The method's word for what the route calls error-room-already-closed (3.11.6).
Error closeRefusal(const Error &error)
{
    Error told = error;
    if (error.code == "room-closed"_L1) {
        told.code = u"error-room-already-closed"_s;
    }
    return told;
}

void closeByMethod(RestClient &rest, const Route &route, const RoomId &room, const CloseRequest &request,
                   const Then<Done> &then)
{
    QJsonObject options{{u"clientAction"_s, true}};
    if (!request.tags.isEmpty()) {
        options.insert(u"tags"_s, QJsonArray::fromStringList(request.tags));
    }
    const Then<QJsonValue> closed(&rest, [then](const Result<QJsonValue> &result) {
        then(result ? Status(Done()) : Status(closeRefusal(result.error())));
    });
    const QJsonArray params{room.value, request.comment, options};
    if (!request.transcript) {
        rest.callMethod(route.path, params, closed, {.awaitedIn = room});
        return;
    }
    // These servers keep the wish with the room and act on it at the close.
    const auto close = [&rest, room, method = route.path, params, closed](const Result<QJsonValue> &ordered) {
        if (ordered) {
            rest.callMethod(method, params, closed, {.awaitedIn = room});
        } else {
            closed(ordered.error());
        }
    };
    rest.callMethod(u"livechat:requestTranscript"_s,
                    {room.value, request.transcript->email, request.transcript->subject}, {&rest, close},
                    {.awaitedIn = room});
}

QJsonObject transcriptFields(const TranscriptOrder &order)
{
    return {{u"sendToVisitor"_s, true},
            {u"requestData"_s, QJsonObject{{u"email"_s, order.email}, {u"subject"_s, order.subject}}}};
}

void closeByRoute(RestClient &rest, const Route &route, const RoomId &room, const CloseRequest &request,
                  const Then<Done> &then)
{
    RestCall call;
    call.verb = route.verb;
    call.path = route.path;
    call.body = {{u"rid"_s, room.value}};
    call.awaitedIn = room;
    if (!request.comment.isEmpty()) {
        call.body.insert(u"comment"_s, request.comment);
    }
    if (!request.tags.isEmpty()) {
        call.body.insert(u"tags"_s, QJsonArray::fromStringList(request.tags));
    }
    if (request.transcript) {
        call.body.insert(u"transcriptEmail"_s, transcriptFields(*request.transcript));
    }
    rest.send(call, doneBy(rest, then));
}

} // namespace

void RoomsApi::info(const Wait &wait, const Then<Room> &then, WhenClosed whenClosed)
{
    RestCall call;
    call.mayWait = whenClosed == WhenClosed::Wait;
    call.awaitedIn = wait;
    call.age = RestCall::Age::Shared; // with the sheet of its customer
    call.path = u"rooms.info"_s;
    addQuery(call.query, u"roomId"_s, wait.where.value);
    m_rest.send(call, decodedBy(m_rest, then, [](const QJsonObject &answer) {
                    return decodeRoom(answer.value("room"_L1).toObject());
                }));
}

void RoomsApi::mine(const Then<QList<Room>> &then)
{
    RestCall call;
    call.path = u"rooms.get"_s;
    m_rest.send(call, decodedBy(m_rest, then, [](const QJsonObject &answer) {
                    return readableOf<Room>(omnichannelOf(answer), decodeRoom);
                }));
}

void RoomsApi::subscriptions(const Then<OwnTies> &then, WhenClosed whenClosed)
{
    RestCall call;
    call.mayWait = whenClosed == WhenClosed::Wait;
    call.path = u"subscriptions.get"_s;
    m_rest.send(call, decodedBy(m_rest, then, tiesOf));
}

void RoomsApi::markRead(const RoomId &room, const Then<Done> &then)
{
    RestCall call;
    call.verb = "POST";
    call.path = u"subscriptions.read"_s;
    call.body = {{u"rid"_s, room.value}}; // roomId only since 3.11
    m_rest.send(call, doneBy(m_rest, then));
}

void RoomsApi::close(const RoomId &room, const CloseRequest &request, const Then<Done> &then)
{
    const auto ask = [&rest = m_rest, room, request](const Route &route, const Then<Done> &answer) {
        if (route.kind == Route::Kind::MethodCall) {
            closeByMethod(rest, route, room, request, answer);
        } else {
            closeByRoute(rest, route, room, request, answer);
        }
    };
    askByRoute<Done>(m_rest, m_features, Action::CloseConversation, ask, then);
}

} // namespace greenline
