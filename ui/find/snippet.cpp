#include "ui/find/snippet.h"

#include "ui/words/plainline.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype before = 24; // characters that lead to what was found
constexpr qsizetype longestSnippet = 240;

} // namespace

QStringList searchedWords(const QString &typed)
{
    static const QRegularExpression between(u"[\\s\"]+"_s);
    return typed.split(between, Qt::SkipEmptyParts);
}

Snippet snippetOf(const QString &text, const QStringList &words)
{
    const QList<TextRange> places = placesOfWords(text, words);
    qsizetype from = places.isEmpty() ? 0 : qMax<qsizetype>(0, places.first().start - before);
    while (from > 0 && from < text.size() && !text.at(from - 1).isSpace() && places.first().start - from < 2 * before) {
        --from; // not from the middle of a word
    }
    Snippet snippet;
    snippet.line = (from > 0 ? u"…"_s : QString()) + elidedLine(text.mid(from), longestSnippet);
    snippet.found = placesOfWords(snippet.line, words);
    return snippet;
}

} // namespace greenline
