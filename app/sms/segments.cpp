#include "app/sms/segments.h"

#include "app/sms/gsmalphabet.h"

#include <QTextBoundaryFinder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

struct PartSizes {
    int alone; ///< Units of a text that fits into one part.
    int joined; ///< Units of each part of a longer one, which carries a header of six octets.
};

constexpr PartSizes gsmParts{160, 153};
constexpr PartSizes ucsParts{70, 67};

/// The whole character, as people see it, around the UTF-16 unit at position.
QString graphemeAt(const QString &text, qsizetype position)
{
    constexpr qsizetype reach = 64; // far more than any real character; a hostile one is shown cut
    const qsizetype from = std::max<qsizetype>(0, position - reach);
    const QString near = text.mid(from, 2 * reach);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, near);
    finder.setPosition(position - from);
    const qsizetype begin
        = finder.isAtBoundary() ? position - from : std::max<qsizetype>(0, finder.toPreviousBoundary());
    finder.setPosition(begin);
    const qsizetype end = finder.toNextBoundary();
    return end < 0 ? near.mid(begin) : near.mid(begin, end - begin);
}

qsizetype firstOutsideGsm(const QString &text)
{
    const auto outside
        = std::find_if(text.cbegin(), text.cend(), [](QChar character) { return !septetsOf(character); });
    return outside == text.cend() ? -1 : outside - text.cbegin();
}

int gsmUnitsAt(const QString &text, qsizetype position)
{
    return septetsOf(text.at(position)).value_or(1);
}

int ucsUnitsAt(const QString &text, qsizetype position)
{
    const bool isPair
        = text.at(position).isHighSurrogate() && position + 1 < text.size() && text.at(position + 1).isLowSurrogate();
    return isPair ? 2 : 1;
}

/// Fills parts as a phone network does: what needs two units (an escape pair, a surrogate pair) never straddles two
/// parts, so that a part may stay one unit short.
void fillParts(SegmentCount &count, const QString &text, PartSizes sizes)
{
    const bool isGsm = count.encoding == SegmentCount::Encoding::Gsm7;
    int inPart = 0;
    int parts = text.isEmpty() ? 0 : 1;
    for (qsizetype position = 0; position < text.size();) {
        const int units = isGsm ? gsmUnitsAt(text, position) : ucsUnitsAt(text, position);
        if (inPart + units > sizes.joined) {
            ++parts;
            inPart = 0;
        }
        inPart += units;
        count.units += units;
        position += isGsm ? 1 : units;
    }
    const bool fitsAlone = count.units <= sizes.alone;
    count.segments = fitsAlone ? std::min(parts, 1) : parts;
    count.capacity = fitsAlone ? sizes.alone : parts * sizes.joined;
}

/// The spelling of a whole character, null when a part of it has none.
QString plainGrapheme(const QString &grapheme)
{
    QString plain = u""_s;
    for (const QChar character : grapheme) {
        const QString spelling = septetsOf(character) ? QString(character) : plainSpelling(character);
        if (spelling.isNull()) {
            return {};
        }
        plain += spelling;
    }
    return plain;
}

} // namespace

SegmentCount countSegments(const QString &text)
{
    SegmentCount count;
    const qsizetype outside = firstOutsideGsm(text);
    if (outside < 0) {
        fillParts(count, text, gsmParts);
        return count;
    }
    count.encoding = SegmentCount::Encoding::Ucs2;
    count.costly = graphemeAt(text, outside);
    count.replacement = plainGrapheme(count.costly);
    fillParts(count, text, ucsParts);
    return count;
}

QString withPlainCharacters(const QString &text)
{
    QString plain;
    plain.reserve(text.size());
    for (const QChar character : text) {
        const QString spelling = septetsOf(character) ? QString() : plainSpelling(character);
        if (spelling.isNull()) {
            plain += character;
        } else {
            plain += spelling;
        }
    }
    return plain;
}

} // namespace greenline
