#pragma once

#include "app/omnichannel/textmatch.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace greenline {

/// A line of a text around what was found in it.
struct Snippet {
    QString line = {}; ///< Fit to stand among words of ours.
    QList<TextRange> found = {}; ///< In the line.
    bool operator==(const Snippet &) const = default;
};

QStringList searchedWords(const QString &typed);
Snippet snippetOf(const QString &text, const QStringList &words);

} // namespace greenline
