#include "ui/timeline/showntext.h"

#include "ui/words/plainline.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype shortLength = 4096;
constexpr qsizetype shortLines = 60;
constexpr qsizetype longLength = 32'768;
constexpr qsizetype longLines = 600;

bool isOverride(QChar character)
{
    return character == QChar(0x202D) || character == QChar(0x202E);
}

bool isLoneSurrogate(const QString &text, qsizetype at)
{
    const QChar character = text.at(at);
    if (character.isHighSurrogate()) {
        return at + 1 >= text.size() || !text.at(at + 1).isLowSurrogate();
    }
    return character.isLowSurrogate() && (at == 0 || !text.at(at - 1).isHighSurrogate());
}

bool isStrange(const QString &text, qsizetype at)
{
    const QChar character = text.at(at);
    if (character == u'\n' || character == u'\t') {
        return false;
    }
    return character.category() == QChar::Other_Control || isOverride(character) || isLoneSurrogate(text, at)
        || character == QChar::ObjectReplacementCharacter;
}

/// Where a text has to end to keep to so many characters and lines, never inside a surrogate pair.
qsizetype cutAt(const QString &text, qsizetype length, qsizetype lines)
{
    qsizetype end = qMin(text.size(), length);
    qsizetype seen = 0;
    for (qsizetype at = 0; at < end; ++at) {
        if (text.at(at) == u'\n' && ++seen == lines) {
            end = at;
        }
    }
    if (end > 0 && end < text.size() && text.at(end - 1).isHighSurrogate()) {
        --end;
    }
    return end;
}

} // namespace

QString harmless(const QString &text)
{
    QString shown = text;
    shown.replace("\r\n"_L1, "\n"_L1);
    shown.replace(u'\r', u'\n');
    shown.replace(QChar(QChar::ParagraphSeparator), u'\n');
    shown.replace(QChar(QChar::LineSeparator), u'\n');
    for (qsizetype at = 0; at < shown.size(); ++at) {
        if (isStrange(shown, at)) {
            shown[at] = QChar(QChar::ReplacementCharacter);
        }
    }
    return withFewAccents(shown);
}

QString harmlessName(const QString &name)
{
    return plainLine(harmless(name.left(4 * longestName)));
}

FoldedText folded(const QString &text, Fold fold)
{
    const bool isShort = fold == Fold::Short;
    const qsizetype end = isShort ? cutAt(text, shortLength, shortLines) : cutAt(text, longLength, longLines);
    return {harmless(text.left(end)), text.size() - end, isShort && end < text.size()};
}

QString plainToolTip(const QString &text)
{
    return "<p>"_L1 + harmless(text.left(shortLength)).toHtmlEscaped().replace(u'\n', "<br>"_L1) + "</p>"_L1;
}

} // namespace greenline
