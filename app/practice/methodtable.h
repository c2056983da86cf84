#pragma once

#include "app/practice/methods.h"
#include "app/practice/release.h"

#include <QLatin1StringView>

#include <vector>

namespace greenline::practice {

/// One method that answers at once, and the releases that have it.
struct Method {
    QLatin1StringView name;
    MethodAnswer (*handle)(State &state, const MethodCall &call);
    Release since = {0, 0};
    Release until = {99, 0}; ///< The first release without it.
};

std::vector<Method> livechatMethods(); ///< methodslivechat.cpp
std::vector<Method> messageMethods(); ///< methodsmessages.cpp
std::vector<Method> presenceMethods(); ///< methodspresence.cpp
std::vector<Method> secondFactorMethods(); ///< methodssecondfactor.cpp

/// "Not allowed" and the like, with the method's name in the details as the server gives it.
MethodAnswer refusedMethod(const MethodCall &call, const QString &code, const QString &reason);
MethodAnswer answerOf(const MethodCall &call, const Refused &refused,
                      const QJsonValue &result = QJsonValue(QJsonValue::Undefined));

} // namespace greenline::practice
