#pragma once

#include "app/omnichannel/conversation.h"
#include "app/workspace/connectionstate.h"
#include "ui/composer/replyterms.h"

namespace greenline {

/// Whether a conversation can be answered, and what to know before: the one place where that is decided. Pure.
ReplyTerms termsOf(const Conversation &conversation, ConnectionState::Line line);

/// Served by the signed-in agent and open.
bool isAnswerable(const Conversation &conversation);

} // namespace greenline
