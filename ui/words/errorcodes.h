#pragma once

#include <QStringView>

namespace greenline {

/// Sentences of one error code, untranslated, of the context "ErrorText". A null next leaves it to the occasion.
struct CodeWords {
    QStringView code;
    const char *happened;
    const char *next;
};

/// Null: a code without sentences of its own.
const CodeWords *wordsOfCode(QStringView code);

} // namespace greenline
