#pragma once

#include "app/base/result.h"

#include <QString>

namespace greenline {

/// An Error in words: what happened, what to do next, and the technical detail for a fold. All plain text.
struct ErrorText {
    QString happened; ///< One sentence.
    QString next; ///< One sentence; empty when nothing can be done.
    QString details; ///< Kind, code and detail, for the fold and for copying.
    bool endsWithAWrite = false; ///< Of a full or locked disk: over as soon as something can be written down again.
    QString oneLine() const; ///< happened and next together.
};

/// While doing what: the same refusal reads differently in each place.
enum class Occasion {
    CheckingAddress,
    SigningIn,
    Connecting,
    ReadingQueue,
    Taking,
    Closing,
    Sending,
    LoadingHistory,
    LoadingFile,
    ChangingAvailability,
    Storing,
    Keyring,
    SigningOut,
    Forwarding,
    Returning, ///< To the queue.
    PlacingOnHold,
    Resuming,
    TakingOver,
    Joining,
    Listing, ///< Closed conversations, and everybody's.
    Starting ///< A conversation, by the first text.
};

ErrorText errorText(const Error &error, Occasion occasion);
/// Why a message is refused or failed, from what the outbox kept: our codes ("closed", "blank", "too-long") in words,
/// the server's text as data.
QString deliveryReason(const QString &reason);

} // namespace greenline
