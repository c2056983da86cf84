#pragma once

#include "app/omnichannel/message.h"

namespace greenline {

class MessageStore;

/// Whether it speaks of texts being welcome or not: the customer's STOP or START, or a refusal because of a STOP.
bool isOptWord(const Message &message);
/// Of such a message: that texts are not welcome.
bool isOptOut(const Message &message);
/// The newest of them; nothing: none is known.
std::optional<Message> lastOptWord(const MessageStore &messages);
/// Keeps the newer one. Whether it is the news.
bool takeOptWord(std::optional<Message> &known, const std::optional<Message> &news);

} // namespace greenline
