#include "ui/conversations/rowlayout.h"

#include "app/sms/phonenumber.h"
#include "ui/theme/metrics.h"
#include "ui/words/phrases.h"
#include "ui/words/plainline.h"
#include "ui/words/times.h"

#include <QFontMetrics>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int rowMargin = 14;
constexpr int rowGap = 10;
constexpr int markGap = 4;
constexpr qsizetype layoutsKept = 512;
constexpr double longWait = 300; // seconds

/// Works from left to right; mirrored at the very end.
class RowArranger
{
public:
    explicit RowArranger(const RowSubject &subject);
    RowLayout arranged();

private:
    void placeTime();
    void placeSecondMark();
    void placeName();
    void placePreview();
    void mirror();
    QString tagText() const;

    const RowSubject &m_subject;
    const Conversation &m_conversation;
    RowLayout m_layout;
    QFontMetrics m_strong;
    QFontMetrics m_secondary;
    QFontMetrics m_caption;
    int m_left = 0;
    int m_firstLineEnd = 0;
    int m_secondLineEnd = 0;
    QRect m_firstLine;
    QRect m_secondLine;
};

RowArranger::RowArranger(const RowSubject &subject)
    : m_subject(subject)
    , m_conversation(subject.conversation)
    , m_strong(strongFont(subject.font))
    , m_secondary(secondaryFont(subject.font))
    , m_caption(captionFont(subject.font))
{
    const RowHeights heights = rowHeights(subject.font);
    const int top = subject.hasHeader ? heights.header : 0;
    m_layout.header = QRect(0, 0, subject.width, top);
    m_layout.row = QRect(0, top, subject.width, heights.row);
    m_layout.avatar = QRect(rowMargin, top + (heights.row - heights.avatar) / 2, heights.avatar, heights.avatar);
    m_layout.isWaiting = m_conversation.stage == Stage::Queue && m_conversation.waitingSince.isValid();
    m_left = m_layout.avatar.right() + 1 + rowGap;
    const int end = subject.width - rowMargin;
    const int block = m_strong.height() + m_secondary.height() + 1;
    m_firstLine
        = QRect(QPoint(m_left, top + (heights.row - block) / 2), QSize(qMax(0, end - m_left), m_strong.height()));
    m_secondLine = QRect(QPoint(m_left, m_firstLine.bottom() + 2), QSize(m_firstLine.width(), m_secondary.height()));
    m_firstLineEnd = end;
    m_secondLineEnd = end;
}

RowLayout RowArranger::arranged()
{
    placeTime();
    placeSecondMark();
    placeName();
    placePreview();
    if (m_subject.direction == Qt::RightToLeft) {
        mirror();
    }
    return m_layout;
}

void RowArranger::placeTime()
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(m_subject.moment, Qt::UTC);
    const bool isAwaited = m_layout.isWaiting || (m_conversation.needsAnswer && m_conversation.waitingSince.isValid());
    if (isAwaited) {
        m_layout.waited = qBound(0.0, m_conversation.waitingSince.secsTo(now) / longWait, 1.0);
    }
    m_layout.timeText = m_layout.isWaiting
        ? waitingTime(std::chrono::milliseconds(m_conversation.waitingSince.msecsTo(now)))
        : listTime(m_conversation.lastMessageAt, now);
    const QFontMetrics &metrics = m_layout.isWaiting ? m_strong : m_caption;
    const int width = metrics.horizontalAdvance(m_layout.timeText);
    m_layout.time = QRect(m_firstLineEnd - width, m_firstLine.top(), width, m_firstLine.height());
    m_firstLineEnd = m_layout.time.left() - (width > 0 ? markGap : 0);
    if (isAwaited) {
        const int side = m_strong.ascent();
        m_layout.ring = QRect(m_firstLineEnd - side, m_firstLine.center().y() - side / 2, side, side);
        m_firstLineEnd = m_layout.ring.left() - markGap;
    }
}

QString RowArranger::tagText() const
{
    if (m_subject.others > 0) {
        return openTogether(m_subject.others + 1);
    }
    return m_subject.department.isEmpty() ? displayNumber(m_conversation.ourNumber) : m_subject.department;
}

void RowArranger::placeSecondMark()
{
    if (m_conversation.unread > 0) {
        m_layout.badgeText = m_conversation.unread > 99 ? u"99+"_s : QString::number(m_conversation.unread);
        const int height = m_caption.height() + 2;
        const int width = qMax(height, m_caption.horizontalAdvance(m_layout.badgeText) + 10);
        m_layout.badge = QRect(m_secondLineEnd - width, m_secondLine.center().y() - height / 2, width, height);
        m_secondLineEnd = m_layout.badge.left() - markGap;
        return;
    }
    const QString tag = plainLine(tagText());
    const Qt::TextElideMode elide = m_subject.department.isEmpty() && m_subject.others == 0
        ? Qt::ElideLeft
        : Qt::ElideRight; // numbers differ at the end
    m_layout.tagText = m_caption.elidedText(tag, elide, m_secondLine.width() * (m_subject.others > 0 ? 3 : 2) / 5);
    if (!m_layout.tagText.isEmpty()) {
        const int width = m_caption.horizontalAdvance(m_layout.tagText);
        m_layout.tag = QRect(m_secondLineEnd - width, m_secondLine.top(), width, m_secondLine.height());
        m_secondLineEnd = m_layout.tag.left() - rowGap;
    }
}

void RowArranger::placeName()
{
    const int mark = m_strong.ascent();
    const int marks = (m_conversation.hasDraft ? 1 : 0) + (m_conversation.hasFailure ? 1 : 0);
    const int room = qMax(0, m_firstLineEnd - markGap - m_left - marks * (mark + markGap));
    QString name = customerName(m_conversation);
    if (m_conversation.customerName.isEmpty()) {
        name.prepend(QChar(0x200e)); // a number reads from left to right in every language
    }
    m_layout.nameText = m_strong.elidedText(name, Qt::ElideRight, room);
    const int width = qMin(room, m_strong.horizontalAdvance(m_layout.nameText));
    m_layout.name = QRect(m_left, m_firstLine.top(), width, m_firstLine.height());
    QRect place(m_layout.name.right() + 1 + markGap, m_firstLine.center().y() - mark / 2, mark, mark);
    if (m_conversation.hasDraft) {
        m_layout.draft = place;
        place.translate(mark + markGap, 0);
    }
    if (m_conversation.hasFailure) {
        m_layout.failure = place;
    }
}

void RowArranger::placePreview()
{
    const int width = qMax(0, m_secondLineEnd - m_left);
    m_layout.previewText = m_secondary.elidedText(paintedPreview(m_conversation), Qt::ElideRight, width);
    m_layout.preview = QRect(m_left, m_secondLine.top(), width, m_secondLine.height());
}

void RowArranger::mirror()
{
    const QRect whole(0, 0, m_subject.width, m_layout.row.bottom() + 1);
    for (QRect *place : {&m_layout.avatar, &m_layout.name, &m_layout.draft, &m_layout.failure, &m_layout.preview,
                         &m_layout.ring, &m_layout.time, &m_layout.badge, &m_layout.tag}) {
        if (!place->isNull()) {
            *place = QStyle::visualRect(Qt::RightToLeft, whole, *place);
        }
    }
}

} // namespace

RowHeights rowHeights(const QFont &font)
{
    const int line = QFontMetrics(strongFont(font)).height();
    const int words = line + QFontMetrics(secondaryFont(font)).height() + 1;
    RowHeights heights;
    heights.avatar = qMax(36, 2 * line);
    heights.row = qMax(heights.avatar, words) + 6 * metrics::grid;
    heights.header = QFontMetrics(captionFont(font)).height() + 17;
    return heights;
}

RowLayout layoutRow(const RowSubject &subject)
{
    return RowArranger(subject).arranged();
}

const RowLayout &RowLayouts::of(const RowSubject &subject)
{
    if (m_entries.size() > layoutsKept) {
        m_entries.clear(); // those on screen are back with the next paint
    }
    Entry &entry = m_entries[subject.conversation.id];
    if (entry.subject != subject) {
        entry = {subject, layoutRow(subject)};
    }
    return entry.layout;
}

} // namespace greenline
