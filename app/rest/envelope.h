#pragma once

#include "app/http/httpclient.h"

#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1StringView>

#include <chrono>
#include <optional>

namespace greenline {

/// The code of a NotFound that means the route, not the document: the server is too old or too new for it.
inline constexpr QLatin1StringView noSuchRoute("no-such-route");

/// The code of a Protocol error: JSON was promised and nothing came. POST logout does so on 7.7.1.
inline constexpr QLatin1StringView emptyAnswer("empty-answer");

/// The JSON object of a success, or the Error that the status and the body tell (rocketchat-wire.md 7). now: for
/// X-RateLimit-Reset.
Result<QJsonObject> readEnvelope(const HttpReply &reply, const QDateTime &now);

/// How long a route has nothing left after this answer; nothing: it may be asked again. Every limited route tells
/// X-RateLimit-Remaining with each answer (3.11.6, rest/80).
std::optional<std::chrono::milliseconds> spentFor(const HttpReply &reply, const QDateTime &now);

/// What a method returned, out of the answer to method.call.
Result<QJsonValue> readMethodAnswer(const HttpReply &reply, const QDateTime &now);

} // namespace greenline
