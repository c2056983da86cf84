#pragma once

#include <QString>

#include <optional>

namespace greenline {

/// How a text is billed when it leaves as SMS (GSM 03.38, twilio.md 4).
struct SegmentCount {
    enum class Encoding { Gsm7, Ucs2 };
    Encoding encoding = Encoding::Gsm7;
    int units = 0; ///< Septets (extension characters cost two) or UTF-16 units.
    int capacity = 160; ///< Units that fit into the segments in use: 160, 306 … or 70, 134 …
    int segments = 0; ///< Billed parts; 0 for an empty text.
    QString costly = {}; ///< The first character (whole grapheme) that forces UCS-2; empty with GSM-7.
    QString replacement = {}; ///< The plain spelling of costly, empty when there is none.
    bool operator==(const SegmentCount &) const = default;
};

/// Twilio refuses longer bodies with 21617; the unit is UTF-16 units of the text.
inline constexpr int maximumSmsLength = 1600;

SegmentCount countSegments(const QString &text);

/// The text with typographic look-alikes (curly quotes, dashes, ellipsis, odd spaces) replaced by GSM-7 ones.
QString withPlainCharacters(const QString &text);

} // namespace greenline
