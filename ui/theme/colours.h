#pragma once

#include <QColor>

class QPalette;

namespace greenline {

/// The colours of one scheme by use, never by hue. Each stands beside a shape or a word; contrasts are in the test of
/// this header.
struct Colours {
    bool isDark = false;
    QColor window; ///< Behind the panels and the timeline.
    QColor panel; ///< Lists, bars, cards, fields.
    QColor line; ///< Hairlines and borders.
    QColor text;
    QColor secondaryText;
    QColor action; ///< Buttons, focus, links, unread.
    QColor onAction;
    QColor sms; ///< The green message icon while the customer is online (graphics, 3:1).
    QColor greenText; ///< Green words (4.5:1).
    QColor danger;
    QColor waitingText;
    QColor waitingFill;
    QColor ownBubble;
    QColor ownText;
    QColor theirBubble;
    QColor selection;
    QColor hover;
};

const Colours &lightColours();
const Colours &darkColours();
/// Those that go with a palette, told apart by the luminance of its window colour: widgets pass their own palette().
const Colours &coloursOf(const QPalette &palette);
/// Colour laid over ground with the given opacity (0 to 1): tints of bars, discs and pills.
QColor tinted(const QColor &ground, const QColor &colour, double opacity);

} // namespace greenline
