#pragma once

#include "app/omnichannel/conversation.h"
#include "app/omnichannel/message.h"

#include <QByteArray>

#include <optional>

namespace greenline {

/// Values as the compact blobs of the cache. A blob carries a checksum: what does not match or does not parse is
/// nothing, so that a damaged file never shows a wrong fact. The form is private to one schema version of the cache.
/// Without hasDraft and hasFailure, which the outbox and drafts own.
QByteArray packed(const ConversationFacts &facts);
QByteArray packed(const Message &message); ///< Without delivery, reason and isSettled, which the outbox owns.
std::optional<ConversationFacts> unpackedConversation(const QByteArray &blob);
std::optional<Message> unpackedMessage(const QByteArray &blob);

} // namespace greenline
