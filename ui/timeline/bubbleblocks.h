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
#include <vector>

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

/// One thing in a bubble, not yet placed.
struct BubbleBlock {
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

constexpr double fileGlyphRoom = 36; ///< Left of a file's name.

/// What a bubble holds, from top to bottom: pictures, text, then what else is attached. Used once, for one row.
class BlockCollector
{
public:
    BlockCollector(const BubbleInput &input, double content); ///< The widest a block may be.
    std::vector<BubbleBlock> collected(); ///< Never none.

private:
    void collectText();
    void collectFold(const FoldedText &folded);
    void collectAttachment(int index);
    void collectWords(const QString &words, BubbleInk ink);
    void collectPicture(int index);
    void collectFile(int index);

    const BubbleInput &m_input;
    const Message &m_message;
    const double m_content;
    const BubbleInk m_ink;
    QLocale m_locale;
    std::vector<BubbleBlock> m_blocks;
};

} // namespace greenline
