#pragma once

#include "app/omnichannel/agent.h"
#include "app/workspace/connectionstate.h"

#include <QString>

namespace greenline {

/// Why the list of conversations may be empty; an empty text: because nobody waits.
QString listNotice(const ConnectionState &state, Availability availability);

} // namespace greenline
