#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace greenline {

/// A stretch of a text.
struct TextRange {
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const TextRange &) const = default;
};

/// Text as people search it: small letters, no accents, straight quotes; as the full text index folds it.
QString foldedForSearch(const QString &text);
/// Every place where the phrase stands, also within words; whatever the case and the accents. None overlap.
QList<TextRange> placesOfPhrase(const QString &text, const QString &phrase);
/// Every place where a word begins with one of these, as the full text index finds them; in order.
QList<TextRange> placesOfWords(const QString &text, const QStringList &words);

} // namespace greenline
