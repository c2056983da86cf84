#pragma once

#include <QString>

namespace greenline {

/// Why a text message was refused, in a sentence for the agent; empty for what is not known. The workspace passes on
/// Twilio's words without its code ("Authenticate"), so both are recognised.
QString refusalSentence(const QString &said);

/// Such a refusal is known, and after it nothing was sent: not one that only gave up waiting.
bool isRefusalForGood(const QString &said);

} // namespace greenline
