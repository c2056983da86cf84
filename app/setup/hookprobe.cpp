#include "app/setup/hookprobe.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMessageAuthenticationCode>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr ServerVersion signedSince{6, 11}; // 6.11.1 (rocketchat-wire.md 5.3)
constexpr auto twilioPatience = 15s; // as long as Twilio waits itself (twilio.md 6.3)

CheckOutcome reached(CheckVerdict verdict, const QString &cause, const QString &answered)
{
    return {
        .verdict = verdict, .cause = cause, .evidence = {{u"The webhook, without fields and signature"_s, answered}}};
}

CheckOutcome reachedUnsigned(const QString &answered, bool isSigned)
{
    return isSigned ? reached(CheckVerdict::Warning, u"hook-unsigned"_s, answered)
                    : reached(CheckVerdict::Passed, {}, answered);
}

CheckOutcome ofError(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Tls:
        return reached(CheckVerdict::Failed, u"hook-certificate"_s, error.detail);
    case Error::Kind::Timeout:
        return reached(CheckVerdict::Failed, u"hook-too-slow"_s, error.detail);
    case Error::Kind::Network:
        return reached(CheckVerdict::Failed, u"hook-unreachable"_s, error.detail);
    default:
        return error.code == "redirected"_L1 ? reached(CheckVerdict::Failed, u"hook-redirected"_s, error.detail)
                                             : reached(CheckVerdict::Unknown, u"hook-odd"_s, error.detail);
    }
}

/// Why the workspace itself refused.
CheckOutcome ofRefusal(const QJsonObject &body, const QString &answered, bool isSigned)
{
    const QString error = body.value("error"_L1).toString();
    const QString type = body.value("errorType"_L1).toString();
    if (error == "Invalid request"_L1) {
        return reached(CheckVerdict::Passed, {}, answered);
    }
    if (error == "Invalid service"_L1) {
        return reached(CheckVerdict::Failed, u"hook-other-service"_s, answered);
    }
    // Said as the one or the other (7.7.1: error, without errorType).
    if (type == "error-sms-service-disabled"_L1 || error == "error-sms-service-disabled"_L1) {
        return reached(CheckVerdict::Failed, u"sms-off"_s, answered);
    }
    // The fields are missed before anything is stored.
    const bool missesFields
        = error.contains("Invalid data"_L1) || error.contains("Match error"_L1) || error.contains("undefined"_L1);
    return missesFields ? reachedUnsigned(answered, isSigned) : reached(CheckVerdict::Unknown, u"hook-odd"_s, answered);
}

/// How Rocket.Chat before 7 refuses a GET of what is there for POST alone (3.11.6, recording rest/31); a proxy's 405 is
/// another.
bool isOwnRefusalOfGet(int status, const QJsonObject &body)
{
    return status == 405 && body.value("status"_L1).toString() == "error"_L1
        && body.value("message"_L1).toString().contains("endpoint does not exist"_L1);
}

} // namespace

HttpRequest hookProbe(const QUrl &hook, ServerVersion version)
{
    if (version < signedSince) {
        return {.method = "GET", .url = hook, .timeout = twilioPatience};
    }
    HttpRequest request{.method = "POST", .url = hook, .timeout = twilioPatience, .isOnce = true};
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
    return request;
}

CheckOutcome judgeProbe(const Result<HttpReply> &reply, bool isSigned)
{
    if (!reply) {
        return ofError(reply.error());
    }
    const int status = reply->status;
    const QString answered = u"HTTP %1 %2: %3"_s.arg(QString::number(status), QString::fromLatin1(reply->contentType),
                                                     QString::fromUtf8(reply->body.left(200)).simplified());
    if (status >= 300 && status < 400) {
        return reached(CheckVerdict::Failed, u"hook-redirected"_s, answered); // Twilio follows, and loses the text
    }
    if (status == 429) {
        return reached(CheckVerdict::Warning, u"limiter-may-lose-texts"_s, answered);
    }
    if (status >= 500) {
        return reached(CheckVerdict::Failed, u"hook-server-trouble"_s, answered);
    }
    const QJsonObject body = QJsonDocument::fromJson(reply->body).object();
    if (status == 400 && !body.isEmpty()) {
        return ofRefusal(body, answered, isSigned);
    }
    if (isOwnRefusalOfGet(status, body)) {
        return reachedUnsigned(answered, isSigned);
    }
    if (reply->contentType.contains("text/html")) {
        return reached(CheckVerdict::Failed, status == 200 ? u"hook-web-page"_s : u"hook-proxy"_s, answered);
    }
    if (status == 401 || status == 403) {
        return reached(CheckVerdict::Failed, u"hook-proxy"_s, answered);
    }
    return status == 404 || status == 405 ? reached(CheckVerdict::Failed, u"hook-other-path"_s, answered)
                                          : reached(CheckVerdict::Unknown, u"hook-odd"_s, answered);
}

HttpRequest signedHookProbe(const QUrl &hook, const QString &token)
{
    HttpRequest request = hookProbe(hook, signedSince);
    // Without fields the address is all that is signed.
    const QByteArray signature = QMessageAuthenticationCode::hash(hook.toString(QUrl::FullyEncoded).toUtf8(),
                                                                  token.toUtf8(), QCryptographicHash::Sha1);
    request.headers.emplaceBack("X-Twilio-Signature", signature.toBase64());
    return request;
}

CheckOutcome judgeSignedProbe(const Result<HttpReply> &reply)
{
    CheckOutcome outcome = judgeProbe(reply);
    for (Evidence &evidence : outcome.evidence) {
        evidence.asked = u"The webhook, without fields, signed"_s;
    }
    if (outcome.verdict == CheckVerdict::Passed) { // "Invalid request", although it was signed
        outcome.verdict = CheckVerdict::Failed;
        outcome.cause = u"hook-signature-refused"_s;
    } else if (outcome.cause == "hook-unsigned"_L1) { // it got as far as the fields
        outcome.verdict = CheckVerdict::Passed;
        outcome.cause.clear();
    }
    return outcome;
}

} // namespace greenline
