#pragma once

#include "app/base/log.h"
#include "app/base/then.h"
#include "app/rest/envelope.h"
#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"
#include "app/wire/json.h"

#include <functional>

namespace greenline {

/// What a caller's answer is made of when a route answers with an object: decode makes a Result<T> of it.
template <typename T, typename Decode>
Then<QJsonObject> decodedBy(RestClient &rest, const Then<T> &then, Decode decode)
{
    return {&rest, [then, decode](const Result<QJsonObject> &answer) {
                then(answer ? Result<T>(decode(*answer)) : Result<T>(answer.error()));
            }};
}

inline Then<QJsonObject> doneBy(RestClient &rest, const Then<Done> &then)
{
    return decodedBy(rest, then, [](const QJsonObject &) { return Done(); });
}

/// The readable elements of a list; the others are logged and do not lose the rest.
template <typename T, typename Decode>
QList<T> readableOf(const QJsonArray &array, Decode decode)
{
    const Decoded<T> decoded = decodeList<T>(array, decode);
    for (const Error &error : decoded.errors) {
        qCWarning(logWire) << "list element:" << redacted(error.detail);
    }
    return decoded.values;
}

/// A list that has to be there: an answer without it must not pass for an empty one, which would clear what is shown.
Result<QJsonArray> requiredList(const QJsonObject &answer, QLatin1StringView key);

/// The same, decoded.
template <typename T, typename Decode>
Result<QList<T>> readableOf(const Result<QJsonArray> &array, Decode decode)
{
    return array ? Result(readableOf<T>(*array, decode)) : array.error();
}

/// Every page of a list that is told by count, offset and total.
void sendPages(RestClient &rest, const RestCall &call, QLatin1StringView list, const Then<QJsonArray> &then);

/// Asks by the route of the table; where the table is not sure and the server has no such route, by the one before it,
/// and remembers that.
template <typename T>
void askByRoute(RestClient &rest, const ServerFeatures &features, Action action,
                const std::function<void(const Route &, const Then<T> &)> &ask, const Then<T> &then)
{
    const Route route = features.route(action);
    const std::optional<Route> older = features.olderRoute(action);
    if (!older) {
        ask(route, then);
        return;
    }
    if (rest.lacks(route.path)) {
        ask(*older, then);
        return;
    }
    ask(route, {&rest, [&rest, path = route.path, older, ask, then](const Result<T> &answer) {
                    if (answer || answer.error().code != noSuchRoute) {
                        then(answer);
                        return;
                    }
                    ask(*older, {&rest, [&rest, path, then](const Result<T> &second) {
                                     if (second) {
                                         rest.noteLacking(path);
                                     }
                                     then(second);
                                 }});
                }});
}

} // namespace greenline
