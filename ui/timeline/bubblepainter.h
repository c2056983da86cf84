#pragma once

#include "ui/timeline/bubble.h"

class QPainter;
class QPalette;

namespace greenline {

struct Message;
class Pictures;

/// How a row stands out.
struct BubbleLook {
    bool isSelected = false;
    bool hasFocus = false;
};

/// Paints a row that is laid out; reads pictures that are there and asks for none.
void paintBubble(QPainter &painter, const QRect &row, const Bubble &bubble, const Message &message,
                 const Pictures &pictures, const QPalette &palette, BubbleLook look);

} // namespace greenline
