#include "ui/palette/fuzzy.h"

#include "app/omnichannel/textmatch.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int phraseScore = 400; // the typed stands there as it is
constexpr int beginsWord = 30;
constexpr int followsLast = 12;
constexpr int perGap = 2;

bool beginsWordAt(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

/// Letter by letter, each at the next word's beginning where there is one, else where it comes first.
std::optional<int> strewnScore(const QString &text, const QString &letters)
{
    int score = 0;
    qsizetype last = -1;
    for (const QChar letter : letters) {
        if (letter.isSpace()) {
            continue;
        }
        const qsizetype first = text.indexOf(letter, last + 1);
        if (first < 0) {
            return std::nullopt;
        }
        qsizetype at = first;
        while (at >= 0 && at != last + 1 && !beginsWordAt(text, at)) {
            at = text.indexOf(letter, at + 1);
        }
        at = at < 0 ? first : at;
        score += at == last + 1 ? followsLast : 0;
        score += beginsWordAt(text, at) ? beginsWord : 0;
        score -= perGap * int(qMin<qsizetype>(20, at - last - 1));
        last = at;
    }
    return score;
}

} // namespace

std::optional<int> fuzzyScore(const QString &text, const QString &typed)
{
    const QString letters = foldedForSearch(typed).simplified();
    const QString folded = foldedForSearch(text);
    if (letters.isEmpty()) {
        return 0;
    }
    const int length = int(qMin<qsizetype>(60, folded.size())) / 4; // of two alike the shorter is meant
    qsizetype best = -1;
    for (qsizetype at = folded.indexOf(letters); at >= 0; at = folded.indexOf(letters, at + 1)) {
        best = best < 0 ? at : best;
        if (beginsWordAt(folded, at)) {
            return phraseScore + (at == 0 ? 2 * beginsWord : beginsWord) - length;
        }
    }
    if (best >= 0) {
        return phraseScore / 2 - length;
    }
    const std::optional<int> strewn = strewnScore(folded, letters);
    return strewn ? std::optional(*strewn - length) : std::nullopt;
}

} // namespace greenline
