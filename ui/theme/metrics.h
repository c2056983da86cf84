#pragma once

#include <QFont>

namespace greenline {

/// Steps of the layout in device-independent pixels. What holds text is sized from font metrics, never from these
/// alone.
namespace metrics {
inline constexpr int grid = 4;
inline constexpr int radius = 6; ///< Buttons, fields, bars.
inline constexpr int bubbleRadius = 10; ///< Bubbles, cards, the composer.
inline constexpr int margin = 16; ///< Inside panels.
inline constexpr int target = 24; ///< Nothing to press is smaller.
inline constexpr int focusRing = 2;
} // namespace metrics

/// The four sizes of type, each relative to the application font so that 125 % text scales all.
QFont titleFont(const QFont &base); ///< 15/13, semibold
QFont strongFont(const QFont &base); ///< 13/13, semibold
QFont secondaryFont(const QFont &base); ///< 12/13
QFont captionFont(const QFont &base); ///< 11/13

} // namespace greenline
