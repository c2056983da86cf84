#pragma once

#include "app/omnichannel/message.h"

#include <QString>

namespace greenline {

QString eventPhrase(const Message &message); ///< A system message in words; empty for hidden ones.

} // namespace greenline
