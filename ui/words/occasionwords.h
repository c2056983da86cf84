#pragma once

#include "ui/words/errortext.h"

namespace greenline {

/// What an answered "no" means in one place, and what to do there after any failure; untranslated, of the context
/// "ErrorText".
struct OccasionWords {
    const char *forbidden;
    const char *notFound;
    const char *rejected;
    const char *next;
};

const OccasionWords &wordsOfOccasion(Occasion occasion);

} // namespace greenline
