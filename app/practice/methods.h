#pragma once

#include "app/base/then.h"
#include "app/practice/refusal.h"

#include <QJsonArray>

namespace greenline::practice {

class State;

struct MethodCall {
    QString name;
    QJsonArray params = {};
    QString userId = {}; ///< Empty: nobody is signed in.
    QString session = {}; ///< The DDP session; empty for method.call.
};

struct MethodAnswer {
    QJsonValue result = QJsonValue(
        QJsonValue::Undefined); ///< Undefined where the method returns nothing: the frame has no `result` then.
    Refused refused = {};
};

/// Carries out a DDP method, whether it came over a WebSocket or through method.call. What this release does not have
/// is refused with 404. Dates in answers are {"$date"}. login and logout are the connection's own and not here.
void callMethod(State &state, const MethodCall &call, const Then<MethodAnswer> &then);

/// A Meteor.Error as frames carry it. A code of digits only becomes a number (404).
QJsonObject meteorError(const Refusal &refusal);

} // namespace greenline::practice
