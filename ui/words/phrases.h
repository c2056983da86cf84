#pragma once

#include "app/omnichannel/agent.h"
#include "app/omnichannel/conversation.h"
#include "app/omnichannel/message.h"

#include <QString>

namespace greenline {

QString sourceWord(Source source); ///< "SMS", "Website chat", "E-mail", "App"
QString sourcePhrase(Source source,
                     Presence presence); ///< "SMS, customer online": tooltip and accessible name of the icon.
QString stageWord(Stage stage); ///< "Queue", "Mine", "On hold", "Closed", "Elsewhere"
QString deliveryWord(Message::Delivery delivery); ///< "Saved", "Waiting", "Sending", "Refused", "Failed"
QString availabilityWord(Availability availability); ///< "Available", "Not available", "Availability unknown"
QString eventPhrase(const Message &message); ///< A system message in words; empty for hidden ones.
QString previewText(const Conversation &conversation); ///< "You: …" when the last word was ours; one line.

/// The row of the list as a person is told it: name, SMS, stage, "N unread", waiting time, preview.
QString conversationPhrase(const Conversation &conversation, const QDateTime &now);
/// The row of the timeline as a person is told it: author, message, attachments, state word of own ones, time.
QString messagePhrase(const Message &message);

} // namespace greenline
