#include "ui/composer/replyhighlighter.h"

#include "app/omnichannel/placeholders.h"
#include "ui/theme/colours.h"

#include <QGuiApplication>
#include <QPalette>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

ReplyHighlighter::ReplyHighlighter(QTextDocument *document)
    : QSyntaxHighlighter(document)
{
}

void ReplyHighlighter::setSpelling(const IsRight &isRight)
{
    m_isRight = isRight;
    rehighlight();
}

void ReplyHighlighter::highlightBlock(const QString &text)
{
    if (m_isRight) {
        markWords(text);
    }
    const QList<Placeholder> open = placeholdersIn(text);
    if (open.isEmpty()) {
        return;
    }
    const Colours &colours = coloursOf(QGuiApplication::palette());
    QTextCharFormat format;
    format.setBackground(colours.waitingFill);
    format.setForeground(colours.waitingText);
    for (const Placeholder &one : open) {
        setFormat(int(one.at), int(one.length), format);
    }
}

void ReplyHighlighter::markWords(const QString &text)
{
    QTextCharFormat wrong;
    wrong.setUnderlineStyle(QTextCharFormat::SpellCheckUnderline);
    wrong.setUnderlineColor(coloursOf(QGuiApplication::palette()).danger);
    const QList<WordPlace> words = wordsOf(text);
    for (const WordPlace &word : words) {
        if (!m_isRight(text.mid(word.at, word.length))) {
            setFormat(word.at, word.length, wrong);
        }
    }
}

QList<WordPlace> wordsOf(const QString &text)
{
    // Whatever has no blank in it and looks like an address, a path or an order number is taken out as a whole.
    static const QRegularExpression chunk(u"\\S+"_s);
    static const QRegularExpression odd(u"[@/\\\\\\d_{}]|\\w\\.\\w"_s, QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression word(u"\\p{L}[\\p{L}\\p{M}'’]*"_s);
    QList<WordPlace> words;
    QRegularExpressionMatchIterator chunks = chunk.globalMatch(text);
    while (chunks.hasNext()) {
        const QRegularExpressionMatch one = chunks.next();
        if (one.captured().contains(odd)) {
            continue;
        }
        QRegularExpressionMatchIterator matches = word.globalMatch(one.captured());
        while (matches.hasNext()) {
            const QRegularExpressionMatch match = matches.next();
            words.append({int(one.capturedStart() + match.capturedStart()), int(match.capturedLength())});
        }
    }
    return words;
}

} // namespace greenline
