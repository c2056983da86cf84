#pragma once

#include "app/omnichannel/conversation.h"
#include "app/omnichannel/message.h"

namespace greenline {

/// Order of the list: Queue (longest waiting first), Mine (unanswered first, the longest waiting on top, then newest),
/// On hold, Closed. Total: ties end at the id, so equal inputs give equal lists.
bool isListedBefore(const Conversation &one, const Conversation &other);

/// Order of a timeline: server time, then id; what still waits in the outbox stands last in the order of writing.
bool isWrittenBefore(const Message &one, const Message &other);

/// Of two words about one document, by their times. Unknown times are never older: what cannot be compared is taken as
/// it comes.
bool isOlderWord(const QDateTime &news, const QDateTime &known);

} // namespace greenline
