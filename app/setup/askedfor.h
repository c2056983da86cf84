#pragma once

#include "app/setup/check.h"

namespace greenline {

/// The check with evidence in its outcome: what it asks, and at least the values that it found.
Check withEvidence(const Check &check, QObject *context);

} // namespace greenline
