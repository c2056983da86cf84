#include "app/omnichannel/textmatch.h"

#include <algorithm>
#include <vector>

namespace greenline {

namespace {

/// A folded text that knows where each of its letters came from.
struct FoldedLetters {
    QString letters = {};
    std::vector<qsizetype> origins = {}; ///< One more than letters: the last is the end of the text.

    TextRange original(qsizetype start, qsizetype length) const
    {
        const qsizetype from = origins.at(size_t(start));
        return {from, origins.at(size_t(start + length)) - from}; // accents of the last letter belong to it
    }
};

bool isAccent(QChar letter)
{
    return letter.category() == QChar::Mark_NonSpacing;
}

char16_t straightened(char16_t letter)
{
    switch (letter) {
    case u'‘':
    case u'’':
        return u'\'';
    case u'“':
    case u'”':
        return u'"';
    default:
        return letter;
    }
}

void appendFolded(FoldedLetters &folded, QStringView piece, qsizetype origin)
{
    const bool isPlain = piece.size() == 1 && piece.front().unicode() < 128;
    const QString parts = isPlain ? piece.toString() : piece.toString().normalized(QString::NormalizationForm_D);
    for (const QChar part : parts.toLower()) {
        if (!isAccent(part)) {
            folded.letters.append(QChar(straightened(part.unicode())));
            folded.origins.push_back(origin);
        }
    }
}

FoldedLetters foldedLetters(const QString &text)
{
    FoldedLetters folded;
    folded.letters.reserve(text.size());
    folded.origins.reserve(size_t(text.size()) + 1);
    for (qsizetype at = 0; at < text.size();) {
        const bool isPair = text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        const qsizetype length = isPair ? 2 : 1;
        appendFolded(folded, QStringView(text).mid(at, length), at);
        at += length;
    }
    folded.origins.push_back(text.size());
    return folded;
}

bool isWordBegin(const QString &letters, qsizetype at)
{
    return at == 0 || !letters.at(at - 1).isLetterOrNumber();
}

} // namespace

QString foldedForSearch(const QString &text)
{
    return foldedLetters(text).letters;
}

QList<TextRange> placesOfPhrase(const QString &text, const QString &phrase)
{
    QList<TextRange> places;
    const QString wanted = foldedForSearch(phrase);
    if (wanted.isEmpty()) {
        return places;
    }
    const FoldedLetters folded = foldedLetters(text);
    for (qsizetype at = folded.letters.indexOf(wanted); at >= 0;
         at = folded.letters.indexOf(wanted, at + wanted.size())) {
        places.append(folded.original(at, wanted.size()));
    }
    return places;
}

QList<TextRange> placesOfWords(const QString &text, const QStringList &words)
{
    QList<TextRange> places;
    const FoldedLetters folded = foldedLetters(text);
    for (const QString &word : words) {
        const QString wanted = foldedForSearch(word);
        if (wanted.isEmpty()) {
            continue;
        }
        for (qsizetype at = folded.letters.indexOf(wanted); at >= 0;
             at = folded.letters.indexOf(wanted, at + wanted.size())) {
            if (isWordBegin(folded.letters, at)) {
                places.append(folded.original(at, wanted.size()));
            }
        }
    }
    std::sort(places.begin(), places.end(),
              [](const TextRange &one, const TextRange &other) { return one.start < other.start; });
    return places;
}

} // namespace greenline
