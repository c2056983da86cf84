#include "ui/timeline/bubblelayout.h"

#include "ui/timeline/bubblebuilder.h"
#include "ui/timeline/messagemodel.h"
#include "ui/timeline/pictures.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr int keptLayouts = 300;
constexpr int unknownHeight = -1;

} // namespace

BubbleLayout::BubbleLayout(MessageModel &model, Pictures &pictures, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_model(model)
    , m_pictures(pictures)
    , m_clock(clock)
    , m_midnight(clock,
                 [this] {
                     forgetAll();
                     awaitMidnight();
                 })
    , m_entries(keptLayouts)
{
    connectModel();
    connect(&pictures, &Pictures::changed, this, &BubbleLayout::onPicture);
    awaitMidnight();
}

void BubbleLayout::connectModel()
{
    m_heights.assign(m_model.rowCount(), unknownHeight);
    connect(&m_model, &MessageModel::rowsInserted, this, [this](const QModelIndex &, int first, int last) {
        m_heights.insert(m_heights.begin() + first, last - first + 1, unknownHeight);
        forget(first, last);
    });
    connect(&m_model, &MessageModel::rowsRemoved, this, [this](const QModelIndex &, int first, int last) {
        m_heights.erase(m_heights.begin() + first, m_heights.begin() + last + 1);
        forget(first, first);
    });
    connect(&m_model, &MessageModel::rowsMoved, this,
            [this](const QModelIndex &, int first, int, const QModelIndex &, int gap) {
                forget(qMin(first, gap), qMax(first, gap));
            });
    connect(&m_model, &MessageModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) { forget(first.row(), last.row()); });
    connect(&m_model, &MessageModel::modelReset, this, [this] {
        m_heights.assign(m_model.rowCount(), unknownHeight);
        m_unfolded.clear();
    });
}

void BubbleLayout::setWidth(int width)
{
    if (width != m_width && width > 0) {
        m_width = width;
        forgetAll();
    }
}

void BubbleLayout::setFont(const QFont &font)
{
    if (font != m_font) {
        m_font = font;
        forgetAll();
    }
}

void BubbleLayout::setMe(const AgentId &me)
{
    if (me != m_me) {
        m_me = me;
        forgetAll();
    }
}

void BubbleLayout::setHighlight(const QString &phrase)
{
    m_highlight = phrase;
}

int BubbleLayout::height(int row)
{
    int &known = m_heights.at(row);
    if (known == unknownHeight) {
        known = bubble(row).height;
    }
    return known;
}

const Bubble &BubbleLayout::bubble(int row)
{
    const size_t revision = revisionOf(row);
    const Entry *kept = m_entries.object(m_model.message(row).id);
    return kept && kept->revision == revision ? kept->bubble : laidOut(row, revision);
}

void BubbleLayout::showAll(int row)
{
    m_unfolded.insert(m_model.message(row).id);
    forget(row, row);
    Q_EMIT heightsChanged();
}

/// What stands in a row also depends on the shown rows above and below.
void BubbleLayout::forget(int first, int last)
{
    const int rows = int(m_heights.size());
    int from = first - 1;
    while (from > 0 && m_model.isHidden(from)) {
        --from;
    }
    int to = last + 1;
    while (to < rows - 1 && m_model.isHidden(to)) {
        ++to;
    }
    for (int row = qMax(0, from); row <= qMin(to, rows - 1); ++row) {
        m_heights[row] = unknownHeight;
    }
}

void BubbleLayout::forgetAll()
{
    std::fill(m_heights.begin(), m_heights.end(), unknownHeight);
    Q_EMIT heightsChanged();
}

void BubbleLayout::onPicture(const QString &link)
{
    bool isAny = false;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QList<Attachment> &attachments = m_model.message(row).attachments;
        if (std::any_of(attachments.begin(), attachments.end(),
                        [&link](const Attachment &one) { return one.link == link; })) {
            m_heights[row] = unknownHeight;
            isAny = true;
        }
    }
    if (isAny) {
        Q_EMIT heightsChanged();
    }
}

void BubbleLayout::awaitMidnight()
{
    const QDateTime now = m_clock.now().toLocalTime();
    const QDateTime tomorrow = now.date().addDays(1).startOfDay();
    m_midnight.start(std::chrono::milliseconds(qMax<qint64>(60'000, now.msecsTo(tomorrow))) + 1s);
}

size_t BubbleLayout::revisionOf(int row) const
{
    const Message &message = m_model.message(row);
    const RowContext context = rowContext(m_model, row, m_clock.now());
    size_t revision
        = qHashMulti(0, message.text, message.at.toMSecsSinceEpoch(), int(message.delivery), message.isSettled,
                     message.reason, message.authorName, int(message.event), message.subject, message.object,
                     message.isEdited, message.isUnreadable, message.location.has_value());
    for (const Attachment &attachment : message.attachments) {
        const QSize size = m_pictures.size(attachment.link);
        revision = qHashMulti(revision, int(attachment.kind), attachment.title, attachment.text,
                              attachment.bytes.value_or(-1), attachment.pixels.width(), attachment.pixels.height(),
                              size.width(), size.height());
    }
    return qHashMulti(revision, context.isHidden, context.conversation, context.day, context.unread,
                      context.startsGroup, context.endsGroup, m_width, m_font, m_me, m_highlight,
                      m_unfolded.contains(message.id));
}

const Bubble &BubbleLayout::laidOut(int row, size_t revision)
{
    const Message &message = m_model.message(row);
    const BubbleInput input{message,
                            rowContext(m_model, row, m_clock.now()),
                            m_width,
                            m_font,
                            m_me,
                            m_unfolded.contains(message.id) ? Fold::Long : Fold::Short,
                            [this](const Attachment &attachment) { return m_pictures.size(attachment.link); },
                            m_highlight};
    m_entries.insert(message.id, new Entry{revision, BubbleBuilder(input).built()}); // the cache owns it
    return m_entries.object(message.id)->bubble;
}

} // namespace greenline
