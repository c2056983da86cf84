#pragma once

#include "app/workspace/abilities.h"

#include <QString>

namespace greenline {

/// Why something cannot be done in this workspace, with what would change that; empty when it can be.
QString abilityRefusal(Ability ability, const Verdict &verdict);

} // namespace greenline
