#pragma once

#include "app/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace greenline {

/// One DDP frame from the server (rocketchat-wire.md 1). A frame without or with an unknown msg is Other and is
/// ignored.
struct Frame {
    enum class Kind {
        Connected,
        Failed,
        Ping,
        Pong,
        Result,
        Updated,
        Ready,
        NoSub,
        Changed,
        Added,
        Removed,
        Refused,
        Other
    };
    Kind kind = Kind::Other;
    QString id = {}; ///< Of the call, the subscription or the ping; empty when the frame has none.
    QString collection = {};
    QJsonObject fields = {}; ///< Of Changed and Added.
    QJsonValue result = {}; ///< Of Result; undefined when the method returned nothing.
    std::optional<Error> error = {}; ///< Of Result and NoSub, as our error with the server's code.
    QStringList subscriptions = {}; ///< Of Ready.
};

/// Frames over 8 MB and what is no JSON object are Protocol errors; the connection lives on.
inline constexpr qsizetype maximumFrameBytes = 8 * 1024 * 1024;
Result<Frame> parseFrame(const QString &text);

QString connectFrame();
QString pongFrame(const QString &id);
QString pingFrame();
QString methodFrame(const QString &id, const QString &method, const QJsonArray &params);
QString subscribeFrame(const QString &id, const QString &stream, const QString &event);
QString unsubscribeFrame(const QString &id);

/// The error object of results and nosub: {error, reason?, message?, details{timeToReset?}}. error may be a number.
/// 401 and 403 of a login both become Unauthorized; "too-many-requests" RateLimited; 404 NotFound; "not-allowed"
/// Forbidden; others Rejected.
Error ddpError(const QJsonObject &object);

} // namespace greenline
