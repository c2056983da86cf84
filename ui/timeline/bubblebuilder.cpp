#include "ui/timeline/bubblebuilder.h"

#include "ui/theme/metrics.h"
#include "ui/timeline/caption.h"
#include "ui/timeline/messagemodel.h"
#include "ui/timeline/timelinewords.h"
#include "ui/words/eventphrase.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr double sideMargin = 22;
constexpr double bubbleShare = 0.68; // of the row
constexpr double smallestShare = 260; // in a narrow window a bubble may take more
constexpr double bubblePadX = 12;
constexpr double bubblePadY = 8;
constexpr double blockGap = 6;

} // namespace

BubbleBuilder::BubbleBuilder(const BubbleInput &input)
    : m_input(input)
    , m_message(input.message)
{
    const double room = qMax(80.0, input.width - 2 * sideMargin);
    m_content = qMin(room, qMax(bubbleShare * room, smallestShare)) - 2 * bubblePadX;
    m_bubble.width = input.width;
    m_bubble.isOwn = m_message.author == Message::Author::Agent;
    m_bubble.isFaint
        = m_message.delivery == Message::Delivery::Waiting || m_message.delivery == Message::Delivery::Sending;
}

Bubble BubbleBuilder::built()
{
    if (m_input.context.isHidden) {
        return std::move(m_bubble);
    }
    if (!m_input.context.conversation.isEmpty()) {
        m_bubble.conversationGap = addLine(m_input.context.conversation, BubbleInk::Secondary);
    }
    if (!m_input.context.day.isEmpty()) {
        addDay();
    }
    if (m_input.context.unread > 0) {
        m_bubble.unreadGap = addLine(newCountWords(m_input.context.unread), BubbleInk::Action);
    }
    if (isQuietLine(m_message)) {
        addQuietLine();
    } else {
        addBody();
    }
    m_bubble.height = qCeil(m_y);
    return std::move(m_bubble);
}

void BubbleBuilder::addDay()
{
    LaidText day = laidText(m_input.context.day, captionFont(m_input.font), m_input.width - 2 * sideMargin);
    const QSizeF pill = day.size + QSizeF(20, 6);
    m_y += 10;
    m_bubble.dayPill = QRectF({(m_input.width - pill.width()) / 2, m_y}, pill);
    placeText(std::move(day), m_bubble.dayPill.topLeft() + QPointF(10, 3), BubbleInk::Secondary);
    m_y += pill.height() + 10;
}

/// Where the line is broken for its words.
QRectF BubbleBuilder::addLine(const QString &text, BubbleInk ink)
{
    LaidText words = laidText(text, captionFont(m_input.font), m_input.width);
    const QSizeF size = words.size;
    m_y += 8;
    const QRectF gap({(m_input.width - size.width()) / 2 - 10, m_y}, size + QSizeF(20, 0));
    placeText(std::move(words), gap.topLeft() + QPointF(10, 0), ink);
    m_y += size.height() + 8;
    return gap;
}

void BubbleBuilder::addQuietLine()
{
    const bool isNotice = m_message.isEphemeral;
    const QString said = isNotice ? noticeWords(m_message) : harmless(eventPhrase(m_message));
    const QString words = said.isEmpty() ? folded(m_message.text, Fold::Short).text : said;
    LaidText line = laidText(words, captionFont(m_input.font), 0.84 * (m_input.width - 2 * sideMargin));
    const QSizeF size = line.size;
    m_y += 6;
    placeText(std::move(line), {(m_input.width - size.width()) / 2, m_y},
              isNotice ? BubbleInk::Waiting : BubbleInk::Secondary);
    m_y += size.height() + 6;
}

void BubbleBuilder::addBody()
{
    std::vector<BubbleBlock> blocks = BlockCollector(m_input, m_content).collected();
    double inside = 0;
    for (const BubbleBlock &block : blocks) {
        inside = qMax(inside, block.size.width());
    }
    m_y += 3;
    const double top = m_y;
    const double width = inside + 2 * bubblePadX;
    const double left = m_bubble.isOwn ? m_input.width - sideMargin - width : sideMargin;
    m_y += bubblePadY;
    for (BubbleBlock &block : blocks) {
        place(block, left + bubblePadX, inside);
        m_y += blockGap;
    }
    m_y += bubblePadY - blockGap;
    m_bubble.body = {left, top, width, m_y - top};
    if (m_input.context.endsGroup || m_message.isEdited) {
        addCaption();
    }
    if (m_input.context.isRepeated) {
        addRepetitionHint();
    }
}

void BubbleBuilder::addRepetitionHint()
{
    LaidText words = laidText(repetitionWords(), captionFont(m_input.font), m_content + 2 * bubblePadX - 8);
    const QSizeF size = words.size;
    m_y += 3;
    placeText(std::move(words), {m_bubble.body.left() + 4, m_y}, BubbleInk::Waiting);
    m_y += size.height() + 4;
}

void BubbleBuilder::addCaption()
{
    const Caption caption = captionOf(m_message, m_input.me);
    LaidText words = laidText(caption.text, captionFont(m_input.font), m_content + 2 * bubblePadX - 8);
    const QSizeF size = words.size;
    const double left = m_bubble.isOwn ? m_bubble.body.right() - 4 - size.width() : m_bubble.body.left() + 4;
    m_y += 3;
    placeText(std::move(words), {left, m_y}, caption.ink);
    for (const Caption::Action &action : caption.actions) {
        m_bubble.texts.back().active.append({int(action.start), int(action.length), {}});
        addSpots(m_bubble.texts.back(), action.start, action.length, {action.kind});
    }
    m_y += size.height() + 7;
}

void BubbleBuilder::place(BubbleBlock &block, double left, double inside)
{
    if (block.kind == BubbleBlock::Kind::Picture) {
        const QRectF frame({left, m_y}, block.size);
        m_bubble.pictures.push_back({frame, block.attachment});
        m_bubble.spots.push_back({BubbleSpot::Kind::Picture, frame, {}, block.attachment});
    } else if (block.kind == BubbleBlock::Kind::File) {
        placeFile(block, left);
        placeText(std::move(block.text), {left + fileGlyphRoom, m_y + 6},
                  m_bubble.isOwn ? BubbleInk::Own : BubbleInk::Their);
    } else {
        const double shift
            = block.text.slack > 0 ? inside - block.size.width() : 0; // right-to-left text keeps to the right
        const qsizetype length = block.text.layout->text().size();
        placeText(std::move(block.text), {left + shift, m_y}, block.ink);
        m_bubble.texts.back().found = block.found;
        for (const TextLink &link : std::as_const(block.links)) {
            addSpots(m_bubble.texts.back(), link.start, link.length, {BubbleSpot::Kind::Link, {}, link.url});
        }
        if (block.isShowAll) {
            addSpots(m_bubble.texts.back(), 0, length, {BubbleSpot::Kind::ShowAll});
        }
    }
    m_y += block.size.height();
}

void BubbleBuilder::placeFile(const BubbleBlock &block, double left)
{
    const QRectF frame({left, m_y}, block.size);
    const Attachment &attachment = m_message.attachments.at(block.attachment);
    m_bubble.files.push_back(frame);
    m_bubble.spots.push_back({BubbleSpot::Kind::File, frame, {}, block.attachment});
    LaidText kind = laidText(fileKindWords(attachment, m_locale), captionFont(m_input.font), m_content);
    const double y = frame.bottom() - 6 - kind.size.height();
    placeText(std::move(kind), {left + fileGlyphRoom, y}, BubbleInk::Secondary);
}

void BubbleBuilder::placeText(LaidText text, QPointF at, BubbleInk ink)
{
    m_bubble.texts.push_back({std::move(text.layout), at - QPointF(text.slack, 0), ink, {}});
}

void BubbleBuilder::addSpots(const BubbleText &text, qsizetype start, qsizetype length, const BubbleSpot &like)
{
    const QList<QRectF> places = placesOf(*text.layout, start, length);
    for (const QRectF &place : places) {
        BubbleSpot spot = like;
        spot.place = place.translated(text.at);
        m_bubble.spots.push_back(spot);
    }
}

} // namespace greenline
