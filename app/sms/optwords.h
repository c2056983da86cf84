#pragma once

#include <QString>

namespace greenline {

/// What Twilio takes a customer's text for, when it is nothing but one of its words (twilio.md 3.4).
enum class OptWord {
    None,
    Stop, ///< No more texts, please: Twilio refuses them with 21610 from then on.
    Start ///< Texts are welcome again.
};
OptWord optWordOf(const QString &text);

/// Whether a refusal says that the customer has opted out: Twilio's 21610, whose words come without the number.
bool isOptOutRefusal(const QString &reason);

} // namespace greenline
