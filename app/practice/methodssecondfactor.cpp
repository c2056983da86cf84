#include "app/practice/methodtable.h"
#include "app/practice/state.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr int backupCodes = 12;

/// A secret for the authenticator; it counts only once a code of it was shown (ddp/26 of both recordings).
MethodAnswer offerTotp(State &state, const MethodCall &call)
{
    if (call.userId.isEmpty()) {
        return refusedMethod(call, u"not-authorized"_s, {});
    }
    const QString secret = state.accounts.offerTotp(call.userId);
    const QString url
        = u"otpauth://totp/Rocket.Chat:%1?secret=%2"_s.arg(state.accounts.usernameOf(call.userId), secret);
    return {QJsonObject{{u"secret"_s, secret}, {u"url"_s, url}}};
}

MethodAnswer acceptTotp(State &state, const MethodCall &call)
{
    if (!state.accounts.acceptTotp(call.userId, call.params.at(0).toString())) {
        return refusedMethod(call, u"invalid-totp"_s, {});
    }
    QJsonArray codes; // which nothing here takes
    for (int i = 0; i < backupCodes; ++i) {
        codes.append(u"%1"_s.arg(i, 8, 36, QChar(u'0')));
    }
    return {QJsonObject{{u"codes"_s, codes}}};
}

MethodAnswer waiveTotp(State &state, const MethodCall &call)
{
    const bool isDone = state.accounts.waiveTotp(call.userId, call.params.at(0).toString());
    return {state.isBefore(5, 0) ? QJsonValue(isDone ? 1 : 0) : QJsonValue(isDone)};
}

} // namespace

std::vector<Method> secondFactorMethods()
{
    return {
        {"2fa:enable"_L1, offerTotp},
        {"2fa:validateTempToken"_L1, acceptTotp},
        {"2fa:disable"_L1, waiveTotp},
    };
}

} // namespace greenline::practice
