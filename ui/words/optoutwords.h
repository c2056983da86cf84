#pragma once

#include "app/omnichannel/message.h"

#include <QString>

namespace greenline {

/// Why a customer is not to be texted, of the message that says so (optout.h).
QString optOutReason(const Message &said);

} // namespace greenline
