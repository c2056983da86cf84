#include "app/practice/ddpconnection.h"

#include "app/practice/document.h"
#include "app/practice/state.h"
#include "app/practice/streamrules.h"

#include <QJsonArray>

#include <utility>

// The part of a DDP session that signs in and out.

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr int mostLogins = 5;

LoginRequest requestOf(const QJsonObject &options)
{
    if (options.contains("totp"_L1)) {
        const QJsonObject totp = options.value("totp"_L1).toObject();
        LoginRequest request = requestOf(totp.value("login"_L1).toObject());
        request.code = totp.value("code"_L1).toString();
        request.asksForCode = true;
        return request;
    }
    LoginRequest request;
    request.resume = options.value("resume"_L1).toString();
    const QJsonObject user = options.value("user"_L1).toObject();
    request.user = user.value("username"_L1).toString(user.value("email"_L1).toString());
    const QJsonValue password = options.value("password"_L1);
    request.password = password.toString();
    request.digest = password.toObject().value("digest"_L1).toString();
    return request;
}

/// From 7.0 on every failed login looks the same (7.7.1: loginErrorMessageOverride); before it was Meteor's own error.
Refusal loginError(const Refusal &refusal, const Release &release)
{
    if (refusal.code.startsWith("totp-"_L1)) {
        return refusal;
    }
    if (release >= Release{7, 0}) {
        return {u"401"_s, u"User not found"_s};
    }
    return {refusal.code == "unrecognized"_L1 ? u"400"_s : u"403"_s, refusal.reason};
}

} // namespace

Refusal tooManyRequests(std::chrono::milliseconds wait)
{
    const qint64 seconds = std::chrono::ceil<std::chrono::seconds>(wait).count();
    return {u"too-many-requests"_s,
            u"Error, too many requests. Please slow down. You must wait %1 seconds before trying again."_s.arg(seconds),
            {{u"timeToReset"_s, static_cast<qint64>(wait.count())}}};
}

void DdpConnection::login(const QString &id, const QJsonObject &options)
{
    if (const auto wait = m_limiter.count(u"login"_s, mostLogins)) {
        answer(id, {QJsonValue(QJsonValue::Undefined), tooManyRequests(*wait)});
        return;
    }
    const LoginRequest request = requestOf(options);
    if (m_state.options.isStreamer && request.resume.isEmpty()) {
        answer(id, {QJsonValue(QJsonValue::Undefined), Refusal{u"403"_s, u"Unsupported login method"_s}});
        return;
    }
    const Outcome<Login> login = m_state.accounts.login(request);
    if (!login) {
        answer(id, {QJsonValue(QJsonValue::Undefined), loginError(login.refusal(), m_state.release)});
        return;
    }
    signIn(id, *login);
}

void DdpConnection::signIn(const QString &id, const Login &login)
{
    if (!m_userId.isEmpty()) {
        m_state.presence.closed(m_userId, m_session);
    }
    m_userId = login.userId;
    m_token = login.token;
    const QJsonObject added{
        {u"msg"_s, u"added"_s}, {u"collection"_s, u"users"_s}, {u"id"_s, m_userId}, {u"fields"_s, ownRecord()}};
    const QJsonObject result{{u"id"_s, m_userId},
                             {u"token"_s, m_token},
                             {u"tokenExpires"_s, dateValue(login.expires)},
                             {u"type"_s, login.isResume ? u"resume"_s : u"password"_s}};
    const bool isRecordFirst = m_state.isBefore(5, 0);
    if (isRecordFirst) {
        send(added);
    }
    answer(id, {result});
    if (!isRecordFirst && !m_state.options.isStreamer) {
        send(added);
    }
    m_state.presence.opened(m_userId, m_session);
}

QJsonObject DdpConnection::ownRecord() const
{
    const QJsonObject user = m_state.documents.users.find(m_userId);
    QJsonObject record = only(user, {u"username"_s, u"emails"_s});
    if (!m_state.isBefore(5, 0)) {
        record = merged(record,
                        only(user,
                             {u"name"_s, u"statusDefault"_s, u"statusText"_s, u"statusConnection"_s, u"roles"_s,
                              u"active"_s, u"statusLivechat"_s, u"_updatedAt"_s}));
        record.insert(u"settings"_s, QJsonObject{});
        record.insert(u"requirePasswordChange"_s, false);
        record.insert(u"services"_s, QJsonObject{{u"email2fa"_s, QJsonObject{{u"enabled"_s, true}}}});
    }
    return record;
}

void DdpConnection::logout(const QString &id)
{
    const QString userId = std::exchange(m_userId, {});
    const QString token = std::exchange(m_token, {});
    if (userId.isEmpty()) {
        answer(id, {});
        return;
    }
    // Its own streams still hear of it, then they end (7.7.1, ddp/47).
    m_state.presence.loggedOut(userId);
    // Meteor runs every subscription again, now for nobody.
    QJsonArray kept;
    for (const QList<Subscription> before = std::exchange(m_subscriptions, {}); const Subscription &live : before) {
        if (const Refused refused = streamRefusal(m_state, {}, live.stream, live.event)) {
            refuseSubscription(live.id, *refused);
        } else {
            m_subscriptions.append(live);
            kept.append(live.id);
        }
    }
    if (!kept.isEmpty()) {
        send({{u"msg"_s, u"ready"_s}, {u"subs"_s, kept}});
    }
    send({{u"msg"_s, u"removed"_s}, {u"collection"_s, u"users"_s}, {u"id"_s, userId}});
    m_state.presence.closed(userId, m_session);
    m_state.accounts.removeToken(token);
    answer(id, {});
    if (m_state.options.isStreamer) {
        close(1002);
    }
}

} // namespace greenline::practice
