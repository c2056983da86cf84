#pragma once

#include "ui/timeline/bubble.h"
#include "ui/timeline/bubbleblocks.h"

#include <QLocale>

namespace greenline {

/// Lays out one row from top to bottom: day, unread line, bubble or quiet line, caption. Used once, for one row.
class BubbleBuilder
{
public:
    explicit BubbleBuilder(const BubbleInput &input);
    Bubble built();

private:
    void addDay();
    QRectF addLine(const QString &text, BubbleInk ink);
    void addQuietLine();
    void addBody();
    void addCaption();
    void addRepetitionHint();
    void place(BubbleBlock &block, double left, double inside);
    void placeText(LaidText text, QPointF at, BubbleInk ink);
    void placeFile(const BubbleBlock &block, double left);
    void addSpots(const BubbleText &text, qsizetype start, qsizetype length, const BubbleSpot &like);

    const BubbleInput &m_input;
    const Message &m_message;
    QLocale m_locale;
    double m_content = 0; // the widest a bubble's inside may be
    double m_y = 0;
    Bubble m_bubble;
};

} // namespace greenline
