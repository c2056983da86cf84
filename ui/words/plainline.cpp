#include "ui/words/plainline.h"

namespace greenline {

namespace {

constexpr int mostAccents = 8; // on one letter
constexpr char16_t joiner = 0x200D; // of emoji
constexpr char16_t nonJoiner = 0x200C; // of Persian letters
constexpr char16_t firstStrongIsolate = 0x2068;
constexpr char16_t popIsolate = 0x2069;

bool isAccent(const QString &text, qsizetype at)
{
    const QChar character = text.at(at);
    const bool isPair = character.isHighSurrogate() && at + 1 < text.size();
    const QChar::Category category
        = isPair ? QChar::category(QChar::surrogateToUcs4(character, text.at(at + 1))) : character.category();
    return category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing;
}

/// Marks and overrides of direction, byte order marks and the like.
bool isInvisible(QChar character)
{
    return character.category() == QChar::Other_Format && character != QChar(joiner) && character != QChar(nonJoiner);
}

/// Never inside a surrogate pair.
QString cutLine(const QString &line, qsizetype longest)
{
    const bool isInPair = line.size() > longest && longest > 0 && line.at(longest - 1).isHighSurrogate();
    return line.left(isInPair ? longest - 1 : longest);
}

/// Not much longer than asked for: what is dropped or folded may have been in front.
QString wholeLine(const QString &text, qsizetype longest)
{
    QString line;
    const QString seen = withFewAccents(text.left(4 * longest));
    line.reserve(seen.size());
    for (const QChar &character : seen) {
        if (!isInvisible(character)) {
            line.append(character.category() == QChar::Other_Control ? QChar(u' ') : character);
        }
    }
    return line.simplified();
}

} // namespace

QString plainLine(const QString &text, qsizetype longest)
{
    return cutLine(wholeLine(text, longest), longest);
}

QString elidedLine(const QString &text, qsizetype longest)
{
    const QString line = wholeLine(text, longest);
    return line.size() > longest ? cutLine(line, longest) + u'…' : line;
}

QString isolated(const QString &line)
{
    return QChar(firstStrongIsolate) + line + QChar(popIsolate);
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

} // namespace greenline
