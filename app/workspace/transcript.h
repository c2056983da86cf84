#pragma once

#include "app/omnichannel/conversation.h"

#include <QByteArray>
#include <QList>

namespace greenline {

/// What is blacked out in a transcript before it leaves this computer.
struct Redaction {
    bool hidesNumbers = false; ///< Down to the last two digits.
    bool hidesMails = false;
    bool hidesNames = false; ///< The customer's, down to the initials; agents keep theirs.
    bool operator==(const Redaction &) const = default;
};

/// A conversation as it is exported.
struct Transcript {
    Conversation conversation = {};
    QString department = {}; ///< Its name.
    QList<Message> messages = {}; ///< Oldest first, without those that are never shown.
};

/// The same with everything blacked out, in texts, names and files' names alike.
Transcript redacted(const Transcript &transcript, const Redaction &redaction);
/// Machine readable, in words that do not change with the language.
QByteArray transcriptJson(const Transcript &transcript);

} // namespace greenline
