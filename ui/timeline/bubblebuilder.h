#pragma once

#include "app/omnichannel/message.h"
#include "ui/timeline/bubble.h"
#include "ui/timeline/laidtext.h"
#include "ui/timeline/links.h"
#include "ui/timeline/rowcontext.h"
#include "ui/timeline/showntext.h"

#include <QFont>
#include <QLocale>

#include <functional>

namespace greenline {

/// Everything that a row's layout depends on.
struct BubbleInput {
    const Message &message;
    RowContext context;
    int width;
    QFont font;
    AgentId me;
    Fold fold;
    std::function<QSize(const Attachment &)> pictureSize; ///< In pixels as sent; empty while unknown.
    QString highlight = {}; ///< What is being looked for; empty: nothing.
};

/// Lays out one row from top to bottom: day, unread line, bubble or quiet line, caption. Used once, for one row.
class BubbleBuilder
{
public:
    explicit BubbleBuilder(const BubbleInput &input);
    Bubble built();

private:
    struct Block {
        enum class Kind { Text, Picture, File };
        Kind kind = Kind::Text;
        QSizeF size = {};
        LaidText text = {};
        BubbleInk ink = BubbleInk::Their;
        QList<TextLink> links = {};
        QList<QTextLayout::FormatRange> found = {};
        bool isShowAll = false;
        int attachment = -1;
    };
    void addDay();
    QRectF addLine(const QString &text, BubbleInk ink);
    void addQuietLine();
    void addBody();
    void addCaption();
    void addRepetitionHint();
    void collectText();
    void collectFold(const FoldedText &folded);
    void collectAttachment(int index);
    void collectWords(const QString &words, BubbleInk ink);
    void collectPicture(int index);
    void collectFile(int index);
    void place(Block &block, double left, double inside);
    void placeText(LaidText text, QPointF at, BubbleInk ink);
    void placeFile(const Block &block, double left);
    void addSpots(const BubbleText &text, qsizetype start, qsizetype length, const BubbleSpot &like);

    const BubbleInput &m_input;
    const Message &m_message;
    QLocale m_locale;
    double m_content = 0; // the widest a bubble's inside may be
    double m_y = 0;
    Bubble m_bubble;
    std::vector<Block> m_blocks;
};

} // namespace greenline
