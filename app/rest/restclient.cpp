#include "app/rest/restclient.h"

#include "app/rest/envelope.h"

#include <QJsonDocument>
#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int mostRepeats = 2;

QString gateKey(const RestCall &call)
{
    return QString::fromLatin1(call.verb) + u' ' + call.path;
}

bool isLogin(const RestCall &call)
{
    return call.path == "login"_L1;
}

QList<std::pair<QByteArray, QByteArray>> credentialHeaders(const Credentials &credentials)
{
    if (credentials.authToken.isEmpty()) {
        return {};
    }
    return {{"X-Auth-Token", credentials.authToken.toUtf8()}, {"X-User-Id", credentials.userId.toUtf8()}};
}

/// Only what changes nothing, and only after the route's gate was closed by the refusal.
bool mayBeAskedAgain(const RestCall &call, const HttpReply &reply)
{
    return reply.status == 429 && call.verb == "GET" && call.mayWait;
}

QString withoutSlash(QString path)
{
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    return path;
}

} // namespace

RestClient::RestClient(HttpClient &http, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
    , m_gate(clock)
    , m_recent(clock)
{
}

void RestClient::setWorkspace(const QUrl &address)
{
    m_workspace = address;
    m_lacking.clear();
    m_recent.clear();
}

void RestClient::setCredentials(const Credentials &credentials)
{
    m_credentials = credentials;
    m_isExpiryTold = false;
    m_recent.clear();
}

void RestClient::send(const RestCall &call, const Then<QJsonObject> &then)
{
    const QString question
        = call.age == RestCall::Age::Now ? QString() : m_credentials.userId + u' ' + addressOf(call).toString();
    if (call.age == RestCall::Age::Recent) {
        if (const auto recent = m_recent.find(question)) {
            answerLater(then, Result<QJsonObject>(*recent));
            return;
        }
        if (const auto asked = m_underWay.find(question); asked != m_underWay.end()) {
            asked->append(then);
            return;
        }
    }
    const bool isJoinable = !question.isEmpty() && call.mayWait; // else it may be refused, and those who joined with it
    if (isJoinable) {
        m_underWay.insert(question, m_underWay.value(question));
    }
    exchange({call}, {this, [this, question, isJoinable, then](const Result<HttpReply> &reply) {
                          const Result<QJsonObject> answer
                              = reply ? readEnvelope(*reply, m_clock.now()) : Result<QJsonObject>(reply.error());
                          if (answer && !question.isEmpty()) {
                              m_recent.note(question, *answer);
                          }
                          const auto others = isJoinable ? m_underWay.take(question) : QList<Then<QJsonObject>>();
                          then(answer);
                          for (const Then<QJsonObject> &other : others) {
                              other(answer);
                          }
                      }});
}

void RestClient::callMethod(const QString &method, const QJsonArray &params, const Then<QJsonValue> &then,
                            const MethodManner &manner)
{
    const QJsonObject message{{u"msg"_s, u"method"_s}, {u"id"_s, u"1"_s}, {u"method"_s, method}, {u"params"_s, params}};
    RestCall call;
    call.verb = "POST";
    call.path = "method.call/"_L1 + method;
    call.isOnce = manner.isOnce;
    call.awaitedIn = manner.awaitedIn;
    call.body = {{u"message"_s, QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact))}};
    exchange({call}, {this, [this, then](const Result<HttpReply> &reply) {
                          then(reply ? readMethodAnswer(*reply, m_clock.now()) : Result<QJsonValue>(reply.error()));
                      }});
}

void RestClient::download(const QString &link, qint64 maximumBytes, const Then<HttpReply> &then)
{
    const std::optional<QUrl> address = addressOf(link);
    if (!address) {
        answerLater(
            then,
            Result<HttpReply>(Error{Error::Kind::Forbidden, u"not a file of the workspace"_s, u"foreign-origin"_s}));
        return;
    }
    HttpRequest request;
    request.url = *address;
    request.headers = credentialHeaders(m_credentials);
    request.maximumBytes = maximumBytes;
    m_http.send(request,
                {this, [this, then](const Result<HttpReply> &reply) {
                     if (!reply || (reply->status >= 200 && reply->status < 300)) {
                         then(reply);
                         return;
                     }
                     if (reply->status == 403) { // of a file, always without the API's envelope (3.11.6, 7.7.1)
                         then(Error{Error::Kind::Forbidden, u"HTTP 403"_s});
                         return;
                     }
                     const Result<QJsonObject> refusal = readEnvelope(*reply, m_clock.now());
                     then(refusal ? Error{Error::Kind::Protocol, u"HTTP %1"_s.arg(reply->status)} : refusal.error());
                 }});
}

void RestClient::exchange(const AskedCall &call, const Then<HttpReply> &then)
{
    const QString route = gateKey(call);
    if (!m_gate.isClosed(route)) {
        forward(call, then);
    } else if (call.mayWait) {
        hold(call, then);
    } else {
        answerLater(then,
                    Result<HttpReply>(Error{
                        Error::Kind::RateLimited, u"the route is closed for now"_s, {}, m_gate.remaining(route)}));
    }
}

void RestClient::hold(const AskedCall &call, const Then<HttpReply> &then)
{
    const QString route = gateKey(call);
    if (!call.awaitedIn || call.awaitedIn->isOver()) {
        m_gate.hold(route, [this, call, then] { forward(call, then); });
        return;
    }
    const int number = ++m_lastHeld;
    m_held.insert(number, {*call.awaitedIn, route});
    if (const auto &by = call.awaitedIn->by) { // told later, for what dies may be listening itself
        connect(by->data(), &QObject::destroyed, this, &RestClient::pausesChanged, Qt::QueuedConnection);
    }
    m_gate.hold(route, [this, number, call, then] {
        m_held.remove(number);
        forward(call, then);
        Q_EMIT pausesChanged();
    });
    Q_EMIT pausesChanged();
}

QHash<RoomId, std::chrono::milliseconds> RestClient::pauses() const
{
    QHash<RoomId, std::chrono::milliseconds> pauses;
    for (const Held &held : m_held) {
        if (!held.wait.isOver()) {
            std::chrono::milliseconds &pause = pauses[held.wait.where];
            pause = std::max(pause, m_gate.remaining(held.route));
        }
    }
    return pauses;
}

void RestClient::forward(const AskedCall &call, const Then<HttpReply> &then)
{
    HttpRequest request;
    request.method = call.verb;
    request.url = addressOf(call);
    request.headers = isLogin(call) ? QList<std::pair<QByteArray, QByteArray>>() : credentialHeaders(m_credentials);
    request.headers.emplaceBack("Accept", "application/json");
    if (!call.secondFactor.isEmpty()) { // which of the account's factors it is, the server finds by itself (7.7.1)
        request.headers.emplaceBack("x-2fa-code", call.secondFactor.toUtf8());
    }
    request.timeout = call.timeout;
    request.isOnce = call.isOnce;
    request.transfer = call.transfer;
    if (call.form) {
        request.headers.emplaceBack("Content-Type", call.form->contentType);
        request.body = call.form->bytes;
    } else if (call.verb != "GET") {
        request.headers.emplaceBack("Content-Type", "application/json");
        request.body = QJsonDocument(call.body).toJson(QJsonDocument::Compact);
    }
    m_http.send(request, {this, [this, call, token = m_credentials.authToken, then](const Result<HttpReply> &reply) {
                              if (reply) {
                                  noteLimit(call, *reply);
                              }
                              if (reply && call.repeats < mostRepeats && mayBeAskedAgain(call, *reply)) {
                                  AskedCall again = call;
                                  ++again.repeats;
                                  exchange(again, then);
                                  return;
                              }
                              const QPointer<RestClient> self(this);
                              then(reply);
                              // An answer to an earlier sign-in says nothing about this one.
                              if (self && reply && reply->status == 401 && !isLogin(call) && !token.isEmpty()
                                  && token == m_credentials.authToken) {
                                  noteExpiry(*reply);
                              }
                          }});
}

void RestClient::noteLimit(const RestCall &call, const HttpReply &reply)
{
    std::optional<std::chrono::milliseconds> span = spentFor(reply, m_clock.now());
    if (reply.status == 429) {
        const Result<QJsonObject> refusal = readEnvelope(reply, m_clock.now());
        span = refusal ? std::nullopt : refusal.error().retryAfter;
    }
    if (span) {
        m_gate.close(gateKey(call), *span);
    }
}

void RestClient::noteExpiry(const HttpReply &reply)
{
    const Result<QJsonObject> refusal = readEnvelope(reply, m_clock.now());
    // A 401 without JSON is a proxy's, and one that asks for a second factor is no end of the session.
    const bool isExpired = reply.isJson() && !refusal && refusal.error().kind == Error::Kind::Unauthorized;
    if (isExpired && !std::exchange(m_isExpiryTold, true)) {
        Q_EMIT unauthorized();
    }
}

QUrl RestClient::addressOf(const RestCall &call) const
{
    QUrl url = m_workspace;
    const bool isFromRoot = call.path.startsWith(u'/');
    url.setPath(withoutSlash(m_workspace.path(QUrl::FullyEncoded))
                    + (isFromRoot ? call.path : "/api/v1/"_L1 + call.path),
                QUrl::TolerantMode);
    url.setQuery(call.query);
    return url;
}

/// Of a file; nothing when it is not the workspace's own.
std::optional<QUrl> RestClient::addressOf(const QString &link) const
{
    QUrl url(link, QUrl::TolerantMode);
    if (url.isRelative() && url.host().isEmpty()) {
        const QString base = withoutSlash(m_workspace.path(QUrl::FullyEncoded));
        const QString path = url.path(QUrl::FullyEncoded);
        const bool hasBase
            = base.isEmpty() || path.startsWith(base + u'/'); // "/sub/file-upload/…" of a workspace at /sub
        QUrl absolute = m_workspace;
        absolute.setPath((hasBase ? QString() : base) + (path.startsWith(u'/') ? QString() : u"/"_s) + path,
                         QUrl::TolerantMode);
        absolute.setQuery(url.query(QUrl::FullyEncoded));
        url = absolute;
    }
    url.setFragment(QString());
    const bool isOurs = url.isValid() && url.userInfo().isEmpty() && isSameOrigin(url, m_workspace);
    return isOurs ? std::optional(url) : std::nullopt;
}

QString pathSegment(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

void addQuery(QUrlQuery &query, const QString &name, const QString &value)
{
    query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

} // namespace greenline
