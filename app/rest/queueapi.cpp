#include "app/rest/queueapi.h"

#include "app/rest/answers.h"
#include "app/wire/inquirycodec.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

Routing routingOf(const QJsonObject &config)
{
    Routing routing;
    routing.showsQueue = optionalBool(config, "showQueue"_L1, routing.showsQueue);
    routing.allowsPreview = optionalBool(config, "previewRoom"_L1, routing.allowsPreview);
    routing.assignsAgents = optionalBool(config, "autoAssignAgent"_L1, routing.assignsAgents);
    return routing;
}

/// 3.11.6 says "error-not-allowed" with the words "Inquiry already taken", to an unknown inquiry as well.
Error takeRefusal(const Error &error)
{
    Error told = error;
    if (error.code == "error-not-allowed"_L1 && error.detail.contains("already taken"_L1)) {
        told.code = u"error-inquiry-taken"_s;
    }
    return told;
}

Status returned(const QJsonValue &result)
{
    // false, or nothing at all where the method or the route only throws.
    if (result.isBool() && !result.toBool()) {
        return Error{Error::Kind::Rejected, u"the server did not return it"_s, u"error-returning-inquiry"_s};
    }
    return Done();
}

} // namespace

void QueueApi::queued(const Then<QList<Inquiry>> &then)
{
    const auto ask = [&rest = m_rest](const Route &route, const Then<QList<Inquiry>> &answer) {
        RestCall call;
        call.path = route.path;
        sendPages(rest, call, "inquiries"_L1, {&rest, [answer](const Result<QJsonArray> &rows) {
                                                   answer(readableOf<Inquiry>(rows, decodeInquiry));
                                               }});
    };
    askByRoute<QList<Inquiry>>(m_rest, m_features, Action::ListQueue, ask, then);
}

void QueueApi::take(const InquiryId &inquiry, const Then<Done> &then, const std::optional<Wait> &awaitedIn)
{
    const Route route = m_features.route(Action::Take);
    RestCall call;
    call.verb = route.verb;
    call.path = route.path;
    call.body = {{u"inquiryId"_s, inquiry.value}};
    call.awaitedIn = awaitedIn;
    const Then<QJsonObject> last(&m_rest, [then](const Result<QJsonObject> &answer) {
        then(answer ? Status(Done()) : Status(takeRefusal(answer.error())));
    });
    if (!route.takesOptions) {
        m_rest.send(call, last);
        return;
    }
    RestCall withOptions = call;
    // Without it some failures answer success and change nothing (rocketchat-wire.md 2.4).
    withOptions.body.insert(u"options"_s, QJsonObject{{u"clientAction"_s, true}});
    m_rest.send(withOptions, {&m_rest, [&rest = m_rest, call, last](const Result<QJsonObject> &answer) {
                                  if (!answer && answer.error().code.endsWith("invalid-params"_L1)) {
                                      rest.send(call, last); // a schema that does not know options yet
                                      return;
                                  }
                                  last(answer);
                              }});
}

void QueueApi::returnToQueue(const RoomId &room, const DepartmentId &department, const Then<Done> &then)
{
    const auto ask = [&rest = m_rest, room, department](const Route &route, const Then<Done> &answer) {
        if (route.kind == Route::Kind::MethodCall) {
            const QJsonArray params
                = department.isEmpty() ? QJsonArray{room.value} : QJsonArray{room.value, department.value};
            rest.callMethod(route.path, params,
                            {&rest,
                             [answer](const Result<QJsonValue> &result) {
                                 answer(result ? returned(*result) : Status(result.error()));
                             }},
                            {.awaitedIn = room});
            return;
        }
        RestCall call;
        call.verb = route.verb;
        call.path = route.path;
        call.body = {{u"roomId"_s, room.value}};
        call.awaitedIn = room;
        if (!department.isEmpty()) {
            call.body.insert(u"departmentId"_s, department.value);
        }
        rest.send(call, decodedBy(rest, answer, [](const QJsonObject &object) {
                      return returned(object.value("result"_L1));
                  }));
    };
    askByRoute<Done>(m_rest, m_features, Action::ReturnToQueue, ask, then);
}

void QueueApi::routing(const Then<Routing> &then)
{
    const auto ask = [&rest = m_rest](const Route &route, const Then<Routing> &answer) {
        if (route.kind == Route::Kind::MethodCall) {
            rest.callMethod(route.path, {},
                            {&rest, [answer](const Result<QJsonValue> &result) {
                                 answer(result ? Result(routingOf(result->toObject())) : result.error());
                             }});
            return;
        }
        RestCall call;
        call.path = route.path;
        rest.send(call, decodedBy(rest, answer, [](const QJsonObject &object) {
                      return routingOf(object.value("config"_L1).toObject());
                  }));
    };
    askByRoute<Routing>(m_rest, m_features, Action::ReadRouting, ask, then);
}

} // namespace greenline
