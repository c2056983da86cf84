#include "app/practice/document.h"
#include "app/practice/restme.h"
#include "app/practice/restroutes.h"
#include "app/practice/state.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

LoginRequest loginRequestOf(const RestCall &call)
{
    LoginRequest wanted;
    for (const QString &field : {u"user"_s, u"username"_s, u"email"_s}) {
        wanted.user = wanted.user.isEmpty() ? call.text(field) : wanted.user;
    }
    const QJsonValue password = call.body.value("password"_L1);
    wanted.password = password.toString();
    wanted.digest = password.toObject().value("digest"_L1).toString();
    wanted.resume = call.text(u"resume"_s);
    const QString header = QString::fromLatin1(call.request.header("x-2fa-code"));
    wanted.code = call.body.contains("code"_L1) ? call.text(u"code"_s) : header;
    wanted.asksForCode = call.body.contains("code"_L1) || !header.isEmpty();
    return wanted;
}

/// 401 in the words of the release (rest/11 and rest/12 of both recordings).
void refuseLogin(RestCall &call, const Refusal &refusal)
{
    QJsonObject fields{{u"status"_s, u"error"_s}, {u"error"_s, u"Unauthorized"_s}, {u"message"_s, u"Unauthorized"_s}};
    if (refusal.code.startsWith("totp-"_L1) || refusal.code == "too-many-requests"_L1) {
        fields.insert(u"error"_s, refusal.code);
        fields.insert(u"message"_s, refusal.reason);
        const QJsonObject brief{{u"method"_s, refusal.details.value("method"_L1)}};
        fields.insert(u"details"_s, call.isBefore(5, 0) && refusal.code == "totp-invalid"_L1 ? brief : refusal.details);
    } else if (call.isBefore(5, 0) && refusal.code == "unrecognized"_L1) {
        fields.insert(u"error"_s, 400);
        fields.insert(u"message"_s, u"Unrecognized options for login request"_s);
    } else if (call.isBefore(5, 0) && refusal.code == "wrong-token"_L1) {
        fields.insert(u"error"_s, 403);
        fields.insert(u"message"_s, u"You've been logged out by the server. Please log in again."_s);
    }
    if (!call.isBefore(7, 0)) {
        fields.insert(u"success"_s, false);
    }
    call.answerBare(401, fields);
}

void answerLogin(State &state, const CallPtr &call)
{
    const Outcome<Login> login = state.accounts.login(loginRequestOf(*call));
    if (!login) {
        refuseLogin(*call, login.refusal());
        return;
    }
    QJsonObject fields{{u"status"_s, u"success"_s},
                       {u"data"_s,
                        QJsonObject{{u"userId"_s, login->userId},
                                    {u"authToken"_s, login->token},
                                    {u"me"_s, ownDocument(state, login->userId)}}}};
    if (!call->isBefore(7, 0)) {
        fields.insert(u"success"_s, true);
    }
    call->answerBare(200, fields);
}

void answerLogout(State &state, const CallPtr &call)
{
    state.accounts.removeToken(call->token);
    QJsonObject fields{{u"status"_s, u"success"_s},
                       {u"data"_s, QJsonObject{{u"message"_s, u"You've been logged out!"_s}}}};
    if (!call->isBefore(7, 8)) {
        fields.insert(u"success"_s, true);
    } else if (!call->isBefore(7, 0)) {
        call->answerText(200, "application/json", {}); // 7.7.1, rest/10: no body at all
        return;
    }
    call->answerBare(200, fields);
}

void answerMe(State &state, const CallPtr &call)
{
    call->answer(ownDocument(state, call->userId));
}

void answerSendEmailCode(State &state, const CallPtr &call)
{
    state.accounts.mailCode(call->text(u"emailOrUsername"_s));
    call->answer({});
}

void answerUseEmailCodes(State &state, const CallPtr &call)
{
    state.accounts.requireEmailCode(state.accounts.usernameOf(call->userId));
    call->answer({});
}

void answerUseNoEmailCodes(State &state, const CallPtr &call)
{
    const QString code = QString::fromLatin1(call->request.header("x-2fa-code"));
    if (const Refused refused = state.accounts.confirm(call->userId, call->token, code, false)) {
        call->refuse(*refused);
        return;
    }
    state.accounts.waiveEmailCode(state.accounts.usernameOf(call->userId));
    call->answer({});
}

void answerLogOutUser(State &state, const CallPtr &call)
{
    const QString userId = call->text(u"userId"_s).isEmpty() ? call->userId : call->text(u"userId"_s);
    if (userId != call->userId && !state.access.may(call->userId, u"logout-other-user"_s)) {
        call->fail(403, u"unauthorized"_s);
        return;
    }
    state.accounts.revokeAll(userId);
    call->answer({{u"message"_s, u"User %1 has been logged out!"_s.arg(userId)}});
}

void answerApiInfo(State &state, const CallPtr &call)
{
    const QString version = state.options.version;
    if (call->isBefore(5, 0)) {
        call->answer({{u"version"_s, version}});
        return;
    }
    QJsonObject info{{u"version"_s, version},
                     {u"minimumClientVersions"_s, QJsonObject{{u"desktop"_s, u"3.9.6"_s}, {u"mobile"_s, u"4.39.0"_s}}},
                     {u"cloudWorkspaceId"_s, QString()}};
    call->answer(info);
}

void answerOldInfo(State &state, const CallPtr &call)
{
    QJsonObject info{{u"version"_s, state.options.version}};
    if (state.access.may(call->userId, u"view-statistics"_s)) {
        info.insert(u"build"_s,
                    QJsonObject{{u"date"_s, isoDate(state.clock.now())},
                                {u"nodeVersion"_s, u"v12.22.12"_s},
                                {u"arch"_s, u"x64"_s},
                                {u"platform"_s, u"linux"_s}});
        info.insert(u"marketplaceApiVersion"_s, u"1.22.2"_s);
        info.insert(u"commit"_s,
                    QJsonObject{{u"hash"_s, state.options.version},
                                {u"tag"_s, state.options.version},
                                {u"branch"_s, u"HEAD"_s}});
    }
    call->answer({{u"info"_s, info}});
}

} // namespace

RestRoutes loginRoutes()
{
    constexpr auto anyone = RestRoute::Caller::Anyone;
    return {
        {.path = "/api/info"_L1, .handle = answerApiInfo, .caller = anyone},
        {.path = "info"_L1, .handle = answerOldInfo, .caller = anyone, .until = {5, 0}},
        {.verb = "POST", .path = "login"_L1, .handle = answerLogin, .caller = anyone},
        {.verb = "POST", .path = "logout"_L1, .handle = answerLogout},
        {.verb = "POST", .path = "users.logout"_L1, .handle = answerLogOutUser},
        {.path = "me"_L1, .handle = answerMe},
        {.verb = "POST",
         .path = "users.2fa.sendEmailCode"_L1,
         .handle = answerSendEmailCode,
         .caller = anyone,
         .body = "emailOrUsername!"_L1},
        {.verb = "POST", .path = "users.2fa.enableEmail"_L1, .handle = answerUseEmailCodes},
        {.verb = "POST", .path = "users.2fa.disableEmail"_L1, .handle = answerUseNoEmailCodes},
    };
}

} // namespace greenline::practice
