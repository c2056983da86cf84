#pragma once

#include "app/omnichannel/agent.h"
#include "app/omnichannel/conversation.h"
#include "app/omnichannel/message.h"

#include <QString>

#include <chrono>

namespace greenline {

QString sourceWord(Source source); ///< "SMS", "Website chat", "E-mail", "App"
QString sourcePhrase(Source source,
                     Presence presence); ///< "SMS, customer online": tooltip and accessible name of the icon.
QString stageWord(Stage stage); ///< "Queue", "Mine", "On hold", "Closed", "Elsewhere"
QString deliveryWord(Message::Delivery delivery); ///< "Saved", "Waiting", "Sending", "Refused", "Failed"
QString availabilityWord(Availability availability); ///< "Available", "Not available", "Availability unknown"
QString customerName(const Conversation &conversation); ///< shownName on one line, fit to stand among words of ours.
/// Who serves it, by the name that is known of them: rooms carry usernames alone (7.7.1). Empty: nobody.
QString servingName(const Conversation &conversation, const Agent &me);
QString previewText(const Conversation &conversation); ///< "You: …" when the last word was ours; one line.

QString paintedPreview(const Conversation &conversation); ///< The same for the painter: text of either direction.

/// "The workspace asks for a pause, 12 s"; of no seconds nothing.
QString pauseWords(std::chrono::seconds left);

QString openTogether(int conversations); ///< "2 open, same number"

/// The row of the list as a person is told it: name, SMS, stage, "N unread", waiting time, preview.
QString conversationPhrase(const Conversation &conversation, const QDateTime &now);
/// The row of the timeline as a person is told it: author, message, attachments, state word of own ones, time.
QString messagePhrase(const Message &message);

} // namespace greenline
