#pragma once

#include <QJsonObject>

namespace greenline::practice {

class State;

/// A user as `me` and `login` show herself (recordings rest/10 and rest/13 of both releases).
QJsonObject ownDocument(const State &state, const QString &userId);

} // namespace greenline::practice
