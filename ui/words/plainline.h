#pragma once

#include <QString>

namespace greenline {

constexpr qsizetype longestName = 120; ///< Of people, workspaces and departments; cut before a font is asked.

/// Text of others on one line among words of ours, for eyes and ears: at most so many characters, and nothing in it
/// that ends the line early, hides, or turns the words behind it around. Joined emoji and joined letters stay joined.
QString plainLine(const QString &text, qsizetype longest = longestName);
/// The same with a mark where it was cut.
QString elidedLine(const QString &text, qsizetype longest);
/// In a line that is painted: text of either direction keeps to itself, whatever stands around it.
QString isolated(const QString &line);
/// At most eight on one letter; shaping thousands takes a quarter of a second.
QString withFewAccents(const QString &text);

} // namespace greenline
