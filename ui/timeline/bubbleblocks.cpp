#include "ui/timeline/bubbleblocks.h"

#include "app/omnichannel/textmatch.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/timelinewords.h"

#include <QFontMetricsF>

#include <utility>

namespace greenline {

namespace {

constexpr QSizeF largestPicture{320, 320};
constexpr QSizeF unknownPicture{240, 160};

QList<QTextLayout::FormatRange> underlined(const QList<TextLink> &links)
{
    QList<QTextLayout::FormatRange> formats;
    for (const TextLink &link : links) {
        QTextCharFormat format;
        format.setFontUnderline(true);
        formats.append({int(link.start), int(link.length), format});
    }
    return formats;
}

} // namespace

BlockCollector::BlockCollector(const BubbleInput &input, double content)
    : m_input(input)
    , m_message(input.message)
    , m_content(content)
    , m_ink(input.message.author == Message::Author::Agent ? BubbleInk::Own : BubbleInk::Their)
{
}

std::vector<BubbleBlock> BlockCollector::collected()
{
    for (int index = 0; index < int(m_message.attachments.size()); ++index) {
        if (m_message.attachments.at(index).kind == Attachment::Kind::Image) {
            collectAttachment(index);
        }
    }
    collectText();
    for (int index = 0; index < int(m_message.attachments.size()); ++index) {
        if (m_message.attachments.at(index).kind != Attachment::Kind::Image) {
            collectAttachment(index);
        }
    }
    if (m_blocks.empty()) {
        collectWords(emptyMessageWords(), BubbleInk::Secondary);
    }
    return std::move(m_blocks);
}

void BlockCollector::collectText()
{
    if (m_message.isUnreadable) {
        collectWords(unreadableWords(), BubbleInk::Secondary);
    }
    if (m_message.location) {
        collectWords(placeWords(*m_message.location), BubbleInk::Secondary);
    }
    if (m_message.text.isEmpty()) {
        return;
    }
    const FoldedText shown = folded(m_message.text, m_input.fold);
    BubbleBlock block;
    block.links = linksIn(shown.text);
    block.text = laidText(shown.text, m_input.font, m_content, underlined(block.links));
    block.size = block.text.size;
    block.ink = m_ink;
    const QList<TextRange> places = placesOfPhrase(shown.text, m_input.highlight);
    for (const TextRange &place : places) {
        block.found.append({int(place.start), int(place.length), {}});
    }
    m_blocks.push_back(std::move(block));
    if (shown.hidden > 0) {
        collectFold(shown);
    }
}

void BlockCollector::collectFold(const FoldedText &folded)
{
    BubbleBlock block;
    const QString hidden = m_locale.toString(folded.hidden);
    block.text = laidText(folded.canUnfold ? showAllWords(hidden) : copyToReadWords(hidden), captionFont(m_input.font),
                          m_content);
    block.size = block.text.size;
    block.ink = folded.canUnfold ? BubbleInk::Action : BubbleInk::Secondary;
    block.isShowAll = folded.canUnfold;
    m_blocks.push_back(std::move(block));
}

void BlockCollector::collectAttachment(int index)
{
    const Attachment &attachment = m_message.attachments.at(index);
    switch (attachment.kind) {
    case Attachment::Kind::Image:
        collectPicture(index);
        break;
    case Attachment::Kind::Failed:
        collectWords(failedFileWords(), BubbleInk::Danger);
        break;
    case Attachment::Kind::Note:
        collectWords(attachment.title, BubbleInk::Secondary);
        collectWords(attachment.text, BubbleInk::Secondary);
        return;
    default:
        collectFile(index);
    }
    if (attachment.kind != Attachment::Kind::Failed) {
        collectWords(attachment.text, m_ink);
    }
}

void BlockCollector::collectWords(const QString &words, BubbleInk ink)
{
    if (words.isEmpty()) {
        return;
    }
    BubbleBlock block;
    block.text = laidText(folded(words, Fold::Short).text, m_input.font, m_content);
    block.size = block.text.size;
    block.ink = ink;
    m_blocks.push_back(std::move(block));
}

void BlockCollector::collectPicture(int index)
{
    const Attachment &attachment = m_message.attachments.at(index);
    QSizeF size = m_input.pictureSize(attachment);
    if (size.isEmpty()) {
        size = attachment.pixels.isEmpty() ? unknownPicture : QSizeF(attachment.pixels);
    }
    const QSizeF most = largestPicture.boundedTo({m_content, largestPicture.height()});
    if (size.width() > most.width() || size.height() > most.height()) {
        size.scale(most, Qt::KeepAspectRatio);
    }
    BubbleBlock block;
    block.kind = BubbleBlock::Kind::Picture;
    block.size = QSizeF(qRound(size.width()), qRound(size.height())).expandedTo({48, 48});
    block.attachment = index;
    m_blocks.push_back(std::move(block));
}

void BlockCollector::collectFile(int index)
{
    const Attachment &attachment = m_message.attachments.at(index);
    const QFont small = captionFont(m_input.font);
    const double room = m_content - fileGlyphRoom - 12;
    const QString name = QFontMetricsF(m_input.font).elidedText(fileNameWords(attachment), Qt::ElideMiddle, room);
    const double sizeWidth = QFontMetricsF(small).horizontalAdvance(fileKindWords(attachment, m_locale));
    BubbleBlock block;
    block.kind = BubbleBlock::Kind::File;
    block.text = laidText(name, m_input.font, room);
    block.size = {qMin(m_content, fileGlyphRoom + qMax(block.text.size.width(), sizeWidth) + 12),
                  block.text.size.height() + QFontMetricsF(small).height() + 12};
    block.attachment = index;
    m_blocks.push_back(std::move(block));
}

} // namespace greenline
