#pragma once

#include "app/practice/refusal.h"

namespace greenline::practice {

class State;

/// Whether a user may listen to a stream's event (rocketchat-wire.md 3, recordings ddp/22 of both releases); nothing
/// when she may. "404" for a publication that does not exist, "not-allowed", "invalid-event-name". Plain publications
/// are always ready.
Refused streamRefusal(const State &state, const QString &userId, const QString &stream, const QString &event);

} // namespace greenline::practice
