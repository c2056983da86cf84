#pragma once

#include "ui/reply/replyneeds.h"

namespace greenline {

/// Whether a reply can be written in what is open; if not, says why, for a key does not show it beforehand.
bool isWritable(const ReplyNeeds &needs);

} // namespace greenline
