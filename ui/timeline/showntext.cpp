#include "ui/timeline/showntext.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype shortLength = 4096;
constexpr qsizetype shortLines = 60;
constexpr qsizetype longLength = 32'768;
constexpr qsizetype longLines = 600;
constexpr qsizetype longestName = 120;
constexpr int mostAccents = 8; // on one letter; shaping thousands takes a quarter of a second

bool isOverride(QChar character)
{
    return character == QChar(0x202D) || character == QChar(0x202E);
}

bool isDirectionControl(QChar character)
{
    const char16_t code = character.unicode();
    return (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) || code == 0x200E || code == 0x200F
        || code == 0x061C;
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

bool isAccent(const QString &text, qsizetype at)
{
    const QChar character = text.at(at);
    const bool isPair = character.isHighSurrogate() && at + 1 < text.size();
    const QChar::Category category
        = isPair ? QChar::category(QChar::surrogateToUcs4(character, text.at(at + 1))) : character.category();
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

QString withFewAccents(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    int accents = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const int units = text.at(at).isHighSurrogate() && at + 1 < text.size() ? 2 : 1;
        accents = isAccent(text, at) ? accents + 1 : 0;
        if (accents <= mostAccents) {
            shown.append(QStringView(text).mid(at, units));
        }
        at += units - 1;
    }
    return shown;
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
    QString shown = harmless(name.left(longestName));
    shown.removeIf(isDirectionControl);
    return shown.simplified();
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
