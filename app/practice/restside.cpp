#include "app/practice/restside.h"

#include "app/practice/restroutes.h"
#include "app/practice/restschema.h"
#include "app/practice/state.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr auto smsWebhookPath = "/api/v1/livechat/sms-incoming/"_L1;
constexpr auto webClientPage
    = "<!DOCTYPE html>\n<html>\n<head><title>Practice workspace</title></head>\n<body></body>\n</html>\n";

bool isOfApi(const QString &path)
{
    return path.startsWith("/api/"_L1);
}

bool postsFile(const QString &path)
{
    return path.startsWith("/api/v1/rooms.upload/"_L1) || path.startsWith("/api/v1/rooms.mediaConfirm/"_L1);
}

bool sendsText(const QString &path)
{
    const bool isFirst = path.startsWith("/api/v1/omnichannel/outbound/"_L1) && path.endsWith("/message"_L1);
    return isFirst || path.endsWith("/chat.sendMessage"_L1);
}

QString tooMany(qint64 seconds)
{
    return u"Error, too many requests. Please slow down. You must wait %1 seconds before trying this endpoint again. "
           "[error-too-many-requests]"_s.arg(seconds);
}

void addLimitHeaders(const CallPtr &call, int remaining, qint64 resetAt)
{
    call->headers.emplace_back("x-ratelimit-limit", QByteArray::number(RestLimiter::calls));
    call->headers.emplace_back("x-ratelimit-remaining", QByteArray::number(remaining));
    call->headers.emplace_back("x-ratelimit-reset", QByteArray::number(resetAt));
}

} // namespace

RestSide::RestSide(State &state, QObject *parent)
    : QObject(parent)
    , m_state(state)
    , m_routes(allRestRoutes())
    , m_limiter(state.clock)
{
}

void RestSide::add(const RestRoutes &routes)
{
    m_routes.insert(m_routes.end(), routes.begin(), routes.end());
}

void RestSide::serve(const HttpRequest &request, const std::shared_ptr<HttpReply> &reply)
{
    const CallPtr call = std::make_shared<RestCall>();
    call->request = request;
    call->reply = reply;
    call->release = m_state.release;
    if (spoils(call)) {
        return;
    }
    if (m_state.faults.restDelay.count() > 0 && isOfApi(request.path)) {
        m_state.clock.after(m_state.faults.restDelay, this, [this, call] { dispatch(call); });
        return;
    }
    dispatch(call);
}

bool RestSide::spoils(const CallPtr &call)
{
    Faults &faults = m_state.faults;
    const QString &path = call->request.path;
    // What Twilio posts is none of the client's requests.
    if (!isOfApi(path) || path.startsWith(smsWebhookPath)) {
        return false;
    }
    if (faults.dropRequests > 0) {
        --faults.dropRequests;
        call->reply->drop();
        return true;
    }
    if (faults.answer429 > 0) {
        --faults.answer429;
        addLimitHeaders(call, 0, m_state.clock.now().toMSecsSinceEpoch() + 2'000);
        call->fail(429, tooMany(2));
        return true;
    }
    if (faults.answerHtml > 0) {
        --faults.answerHtml;
        call->answerText(200, "text/html; charset=utf-8", webClientPage);
        return true;
    }
    if (faults.loseUploads > 0 && postsFile(path)) {
        --faults.loseUploads;
        call->reply->lose();
    }
    if (faults.loseAnswers > 0 && sendsText(path)) {
        --faults.loseAnswers;
        call->reply->lose();
    }
    return false;
}

void RestSide::dispatch(const CallPtr &call)
{
    bool isKnownPath = false;
    for (const RestRoute &route : m_routes) {
        if (!isServed(route)) {
            continue;
        }
        const auto captures = capturesOf(route.path, call->request.path);
        if (!captures) {
            continue;
        }
        if (route.verb == call->request.method) {
            call->captures = *captures;
            admit(route, call);
            return;
        }
        isKnownPath = true;
    }
    if (isKnownPath) {
        refuseVerb(call);
    } else if (isOfApi(call->request.path)) {
        call->notFound();
    } else {
        call->answerText(200, "text/html; charset=utf-8", webClientPage);
    }
}

/// Without a licence the older releases are played as pure community builds, which lack the routes; the newer ones as
/// builds with the code.
bool RestSide::isServed(const RestRoute &route) const
{
    const bool isCommunityBuild = !m_state.hasLicence() && m_state.isBefore(7, 12) && !m_state.options.isRestricted;
    return route.isIn(m_state.release) && !(route.edition != RestRoute::Edition::Community && isCommunityBuild);
}

void RestSide::refuseVerb(const CallPtr &call) const
{
    const bool isOptions = call->request.method == "OPTIONS";
    if (m_state.isBefore(5, 0)) { // 3.11.6 rest/11
        if (isOptions) {
            call->answerText(404, {}, {});
        } else {
            call->answerBare(405, {{u"status"_s, u"error"_s}, {u"message"_s, u"API endpoint does not exist"_s}});
        }
    } else if (isOptions) {
        call->answerText(200, "text/plain;charset=UTF-8", "OK");
    } else if (m_state.isBefore(7, 0)) {
        call->answerBare(
            405, {{u"status"_s, u"error"_s}, {u"message"_s, u"API endpoint does not exist"_s}, {u"success"_s, false}});
    } else {
        call->notFound();
    }
}

void RestSide::admit(const RestRoute &route, const CallPtr &call)
{
    QJsonParseError error;
    call->body = QJsonDocument::fromJson(call->request.body, &error).object();
    const bool isJson = call->request.header("content-type").startsWith("application/json");
    if (isJson && !call->request.body.isEmpty() && error.error != QJsonParseError::NoError && m_state.isBefore(5, 0)) {
        call->answerText(400, "text/html; charset=utf-8",
                         "<!DOCTYPE html>\n<html lang=\"en\">\n<body>\n<pre>Bad Request</pre>\n</body>\n</html>\n");
        return;
    }
    const bool isIdentified = identify(call);
    if (isTooMuch(route, call)) {
        return;
    }
    if (!isIdentified && route.caller == RestRoute::Caller::SignedIn) {
        call->unauthorized();
        return;
    }
    if (route.edition == RestRoute::Edition::Enterprise && !m_state.modules().contains(route.module)) {
        call->refuse(u"error-action-not-allowed"_s, u"This is an enterprise feature"_s);
        return;
    }
    // The schemas were closed one by one; 3.11.6 has none.
    if (!m_state.isBefore(5, 0)) {
        QString complaint = route.query ? queryComplaint(*route.query, call->request.query) : QString();
        complaint = complaint.isEmpty() && route.body ? bodyComplaint(*route.body, call->body) : complaint;
        if (!complaint.isEmpty()) {
            call->complain(complaint);
            return;
        }
    }
    if (!isPermitted(route, call)) {
        call->forbid();
        return;
    }
    route.handle(m_state, call);
}

bool RestSide::identify(const CallPtr &call) const
{
    const QString userId = QString::fromUtf8(call->request.header("x-user-id"));
    const QString token = QString::fromUtf8(call->request.header("x-auth-token"));
    if (userId.isEmpty() || !m_state.accounts.isToken(userId, token)) {
        return false;
    }
    call->userId = userId;
    call->token = token;
    return true;
}

bool RestSide::isTooMuch(const RestRoute &route, const CallPtr &call)
{
    // method.call has limits of its own. In 7.7 the limiter looks its rules up under another name than it filed them
    // (7.7.1, rest/80).
    const bool isOn = m_state.options.limitsRates && m_state.settings.isOn(u"API_Enable_Rate_Limiter"_s);
    if (!isOn || m_state.release == Release{7, 7} || route.path.startsWith("method.call"_L1)
        || m_state.access.may(call->userId, u"api-bypass-rate-limit"_s)) {
        return false;
    }
    const RestLimiter::Verdict verdict = m_limiter.count(QString::fromLatin1(route.verb) + u' ' + route.path);
    addLimitHeaders(call, verdict.remaining, verdict.resetAt);
    if (!verdict.isAllowed) {
        call->fail(429, tooMany(verdict.wait.count()));
    }
    return !verdict.isAllowed;
}

bool RestSide::isPermitted(const RestRoute &route, const CallPtr &call) const
{
    const QStringList permissions = QString(route.permissions).split(u' ', Qt::SkipEmptyParts);
    return permissions.isEmpty() || std::any_of(permissions.begin(), permissions.end(), [&](const QString &permission) {
               return m_state.access.may(call->userId, permission);
           });
}

} // namespace greenline::practice
