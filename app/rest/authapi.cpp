#include "app/rest/authapi.h"

#include "app/rest/answers.h"
#include "app/wire/agentcodec.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// "version", up to 4.x "info.version" (rocketchat-wire.md 2.3).
Result<ServerInfo> serverInfo(const QJsonObject &answer)
{
    const QString told
        = answer.value("version"_L1).toString(answer.value("info"_L1).toObject().value("version"_L1).toString());
    const std::optional<ServerVersion> version = parseServerVersion(told);
    if (!version) {
        return Error{Error::Kind::Protocol, u"no version in the answer"_s, u"not-rocketchat"_s};
    }
    return ServerInfo{*version};
}

Result<LoginAnswer> loginAnswer(const QJsonObject &answer)
{
    const QJsonObject data = answer.value("data"_L1).toObject();
    const Result<QString> userId = requiredString(data, "userId"_L1, "login.data"_L1);
    const Result<QString> token = requiredString(data, "authToken"_L1, "login.data"_L1);
    const Result<Agent> me = decodeAgent(data.value("me"_L1).toObject());
    if (!userId) {
        return userId.error();
    }
    if (!token) {
        return token.error();
    }
    if (!me) {
        return me.error();
    }
    return LoginAnswer{{*userId, *token}, *me};
}

} // namespace

void AuthApi::info(const Then<ServerInfo> &then)
{
    RestCall call;
    call.path = u"/api/info"_s;
    m_rest.send(call, {&m_rest, [then](const Result<QJsonObject> &answer) {
                           if (answer) {
                               then(serverInfo(*answer));
                           } else if (answer.error().kind == Error::Kind::NotFound) {
                               then(Error{Error::Kind::Protocol, answer.error().detail, u"not-rocketchat"_s});
                           } else {
                               then(answer.error());
                           }
                       }});
}

void AuthApi::login(const QString &user, const QString &password, const QString &code, const Then<LoginAnswer> &then)
{
    RestCall call;
    call.verb = "POST";
    call.path = u"login"_s;
    call.body = {{u"user"_s, user}, {u"password"_s, password}};
    call.mayWait = false; // a person waits, who is told how long
    if (!code.isEmpty()) {
        call.body.insert(u"code"_s, code);
    }
    m_rest.send(call, decodedBy(m_rest, then, loginAnswer));
}

void AuthApi::me(const Then<Agent> &then)
{
    RestCall call;
    call.path = u"me"_s;
    m_rest.send(call, decodedBy(m_rest, then, decodeAgent));
}

void AuthApi::logout(const Then<Done> &then)
{
    RestCall call;
    call.verb = "POST";
    call.path = u"logout"_s;
    m_rest.send(call, {&m_rest, [then](const Result<QJsonObject> &answer) {
                           // 7.7.1 carries it out and answers 200 with nothing.
                           const bool isDone = answer || answer.error().code == emptyAnswer;
                           then(isDone ? Status(Done()) : Status(answer.error()));
                       }});
}

void AuthApi::sendEmailCode(const QString &user, const Then<Done> &then)
{
    RestCall call;
    call.verb = "POST";
    call.path = u"users.2fa.sendEmailCode"_s;
    call.body = {{u"emailOrUsername"_s, user}};
    m_rest.send(call, doneBy(m_rest, then));
}

} // namespace greenline
