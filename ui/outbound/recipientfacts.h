#pragma once

#include "app/omnichannel/message.h"
#include "app/omnichannel/outbound.h"

#include <optional>

namespace greenline {

class ConversationStore;

// What is known of a number before it is texted. number: E.164.

/// Who texts it would text the workspace itself.
bool isOurNumber(const QString &number, const ConversationStore &conversations,
                 const QList<OutboundProvider> &providers);
/// What says that texts are not welcome, of all that was said in the conversations that are listed.
std::optional<Message> optOutOfNumber(const QString &number, const ConversationStore &conversations);

} // namespace greenline
