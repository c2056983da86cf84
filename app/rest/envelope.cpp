#include "app/rest/envelope.h"

#include "app/http/statuskind.h"

#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr std::chrono::milliseconds shortestWait = 1s;
constexpr std::chrono::milliseconds usualWait = 30s;
constexpr std::chrono::milliseconds longestWait = 120s; // the server's clock may be far off

bool looksLikeCode(const QString &text)
{
    static const QRegularExpression form(u"^[A-Za-z][A-Za-z0-9_.:-]*$"_s);
    return form.match(text).hasMatch();
}

QString bracketedCode(const QString &text)
{
    static const QRegularExpression form(u"\\[([A-Za-z][A-Za-z0-9_.:-]*)\\]\\s*$"_s);
    return form.match(text).captured(1);
}

/// errorType, else the bracketed code at the end of a text, else a text that is a code. Old livechat routes spread a
/// Meteor.Error over the answer, with errorType "Meteor.Error" (3.11.6); "Not Allowed" as an errorType comes with error
/// "not-allowed" (7.7.1).
QString codeOf(const QJsonObject &body)
{
    const QString type = body.value("errorType"_L1).toString();
    if (looksLikeCode(type) && type != "Meteor.Error"_L1) {
        return type;
    }
    const QString error = body.value("error"_L1).toString();
    for (const QString &bracketed : {bracketedCode(error), bracketedCode(body.value("message"_L1).toString())}) {
        if (!bracketed.isEmpty()) {
            return bracketed;
        }
    }
    return looksLikeCode(error) ? error : QString();
}

QString textOf(const QJsonObject &body)
{
    for (const QLatin1StringView key : {"reason"_L1, "message"_L1, "error"_L1}) {
        const QString text = body.value(key).toString();
        if (!text.isEmpty()) {
            return text;
        }
    }
    return {};
}

/// What is meant whatever the status says: 2FA comes as 401 at the login, and as 400 elsewhere.
std::optional<Error::Kind> kindByCode(const QString &code)
{
    static const QHash<QString, Error::Kind> kinds{
        {u"totp-required"_s, Error::Kind::Rejected},
        {u"totp-invalid"_s, Error::Kind::Rejected},
        {u"totp-max-attempts"_s, Error::Kind::Rejected},
        {u"too-many-requests"_s, Error::Kind::RateLimited},
        {u"error-too-many-requests"_s, Error::Kind::RateLimited},
    };
    const auto known = kinds.constFind(code);
    return known != kinds.constEnd() ? std::optional(*known) : std::nullopt;
}

/// The API says no in one of its two forms: {"success":false} or, up to 5.x, {"status":"error"}.
bool isOwnRefusal(const QJsonObject &body)
{
    return body.value("success"_L1) == QJsonValue(false) || body.value("status"_L1) == "error"_L1;
}

/// The time of X-RateLimit-Reset is the server's, whose clock may differ from ours.
std::optional<std::chrono::milliseconds> untilReset(const HttpReply &reply, const QDateTime &now)
{
    bool isNumber = false;
    const qint64 reset = reply.header("X-RateLimit-Reset").toLongLong(&isNumber); // epoch ms
    if (!isNumber) {
        return std::nullopt;
    }
    const QDateTime theirs = QDateTime::fromString(QString::fromLatin1(reply.header("Date")), Qt::RFC2822Date);
    return std::chrono::milliseconds(reset - (theirs.isValid() ? theirs : now).toMSecsSinceEpoch());
}

std::chrono::milliseconds waitOf(const HttpReply &reply, const QJsonObject &details, const QDateTime &now)
{
    std::chrono::milliseconds wait = usualWait;
    bool isNumber = false;
    if (const auto reset = untilReset(reply, now)) { // servers send no Retry-After
        wait = *reset;
    } else if (details.value("timeToReset"_L1).isDouble()) {
        wait = std::chrono::milliseconds(details.value("timeToReset"_L1).toInteger());
    } else if (const int seconds = reply.header("Retry-After").toInt(&isNumber); isNumber) {
        wait = std::chrono::seconds(seconds); // of a proxy in front
    }
    return std::clamp(wait, shortestWait, longestWait);
}

Error failure(const HttpReply &reply, const QJsonObject &body, const QDateTime &now)
{
    Error error;
    error.code = codeOf(body);
    error.detail = u"HTTP %1 %2"_s.arg(QString::number(reply.status), textOf(body)).trimmed();
    error.kind = kindByCode(error.code).value_or(kindByStatus(reply.status));
    const bool isNo = error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::Unauthorized;
    if (isNo && !isOwnRefusal(body)) {
        error.kind = Error::Kind::Protocol; // a proxy's word says nothing about what the workspace allows
    }
    const QJsonObject details = body.value("details"_L1).toObject();
    if (error.code.startsWith("totp-"_L1)) {
        error.detail = details.value("method"_L1).toString(); // "totp" or "email": what to ask the person for
    }
    if (error.kind == Error::Kind::RateLimited) {
        error.retryAfter = waitOf(reply, details, now);
    }
    return error;
}

/// No JSON at all: an HTML page with status 200 (3.11.6) and "404 Not Found" as text (7.7.1) are routes that do not
/// exist.
Error strange(const HttpReply &reply, const QDateTime &now)
{
    const bool isUnknownRoute = reply.status < 300 || reply.status == 404 || reply.status == 405;
    if (isUnknownRoute) {
        return {Error::Kind::NotFound, u"HTTP %1 without JSON"_s.arg(reply.status), QString(noSuchRoute)};
    }
    Error error = failure(reply, {}, now);
    if (reply.status == 413) { // a proxy in front lets nothing as large through, however often it is sent
        error.code = u"request-too-large"_s;
    } else if (error.kind == Error::Kind::Rejected) {
        error.kind = Error::Kind::Protocol;
    }
    return error;
}

bool isSuccess(const HttpReply &reply, const QJsonObject &body)
{
    return reply.status >= 200 && reply.status < 300 && body.value("success"_L1).toBool(true)
        && body.value("status"_L1).toString() != "error"_L1;
}

Error methodFailure(const HttpReply &reply, const QJsonObject &object, const QDateTime &now)
{
    const QJsonValue code = object.value("error"_L1);
    Error error;
    error.code = code.isDouble() ? QString::number(code.toInteger()) : code.toString();
    error.detail = textOf(object);
    error.kind = kindByCode(error.code).value_or(Error::Kind::Rejected);
    if (error.code.startsWith("totp-"_L1)) {
        error.detail = object.value("details"_L1).toObject().value("method"_L1).toString();
    }
    if (error.code == "404"_L1 && error.detail.startsWith("Method "_L1)) {
        return {Error::Kind::NotFound, error.detail, QString(noSuchRoute)};
    }
    if (error.code == "401"_L1 || error.code == "403"_L1) {
        error.kind = Error::Kind::Forbidden; // an expired session never gets as far as the method
    } else if (error.kind == Error::Kind::RateLimited) {
        error.retryAfter = waitOf(reply, object.value("details"_L1).toObject(), now);
    }
    return error;
}

} // namespace

std::optional<std::chrono::milliseconds> spentFor(const HttpReply &reply, const QDateTime &now)
{
    const auto reset = reply.header("X-RateLimit-Remaining") == "0" ? untilReset(reply, now) : std::nullopt;
    return reset ? std::optional(std::clamp(*reset, shortestWait, longestWait)) : std::nullopt;
}

Result<QJsonObject> readEnvelope(const HttpReply &reply, const QDateTime &now)
{
    if (!reply.isJson()) {
        return strange(reply, now);
    }
    const QJsonDocument document = QJsonDocument::fromJson(reply.body);
    if (!document.isObject()) {
        const Error::Kind kind = reply.status >= 500 ? Error::Kind::Network : Error::Kind::Protocol;
        return Error{kind, u"HTTP %1 without a JSON object"_s.arg(reply.status),
                     reply.body.isEmpty() ? QString(emptyAnswer) : QString()};
    }
    const QJsonObject body = document.object();
    if (isSuccess(reply, body)) {
        return body;
    }
    Error error = failure(reply, body, now);
    if (reply.status == 405) { // "API endpoint does not exist", a verb that the route does not know (3.11.6)
        error.kind = Error::Kind::NotFound;
        error.code = noSuchRoute;
    }
    return error;
}

Result<QJsonValue> readMethodAnswer(const HttpReply &reply, const QDateTime &now)
{
    // A method's error is status 200 up to 7.x and 400 in 8.x, so the inner message speaks first.
    const QJsonObject outer = QJsonDocument::fromJson(reply.body).object();
    const QJsonObject inner = QJsonDocument::fromJson(outer.value("message"_L1).toString().toUtf8()).object();
    if (inner.value("msg"_L1).toString() == "result"_L1) {
        const QJsonValue error = inner.value("error"_L1);
        return error.isObject() ? Result<QJsonValue>(methodFailure(reply, error.toObject(), now))
                                : Result<QJsonValue>(inner.value("result"_L1));
    }
    const Result<QJsonObject> envelope = readEnvelope(reply, now);
    return envelope ? Error{Error::Kind::Protocol, u"method.call without a result"_s} : envelope.error();
}

} // namespace greenline
