#pragma once

#include <QCoreApplication>
#include <QStringView>

#include <span>

namespace greenline {

// The tables that setupwords reads: untranslated, of the context "SetupWords". %1 to %3 are the values of an outcome.

struct CauseWords {
    QStringView cause;
    const char *happened;
    const char *next; ///< Null: nothing is to be done.
    QStringView link = {}; ///< Of setuplinks; empty: no page would help.
};
std::span<const CauseWords> workspaceCauses();
std::span<const CauseWords> hookCauses();
std::span<const CauseWords> twilioCauses();
std::span<const CauseWords> testCauses(); ///< Of sending, receiving and repairing, and of what came later.

/// Of Twilio's error codes, as a test SMS or a webhook call ends with them (twilio.md 3.4, 5).
struct TwilioCodeWords {
    int code;
    const char *happened;
    const char *next;
    QStringView link = {};
};
std::span<const TwilioCodeWords> twilioCodes();

inline QString setupTranslated(const char *words)
{
    return words ? QCoreApplication::translate("SetupWords", words) : QString();
}

} // namespace greenline
