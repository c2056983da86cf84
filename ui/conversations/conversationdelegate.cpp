#include "ui/conversations/conversationdelegate.h"

#include "app/omnichannel/agentstore.h"
#include "ui/conversations/conversationfilter.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/words/phrases.h"

#include <QPainter>

namespace greenline {

namespace {

constexpr int selectionBar = 3;
constexpr int sectionMargin = 14;

/// Everything that one row is painted with.
struct RowPainter {
    QPainter &painter;
    const QStyleOptionViewItem &option;
    const Colours &colours;
    const RowLayout &layout;
    const Conversation &conversation;

    void paintGround() const;
    void paintAvatar() const;
    void paintWords() const;
    void paintMarks() const;
    void paintRing() const;
    void text(const QRect &place, const QFont &font, const QColor &colour, const QString &words) const;
    bool isSelected() const { return option.state.testFlag(QStyle::State_Selected); }
};

void RowPainter::text(const QRect &place, const QFont &font, const QColor &colour, const QString &words) const
{
    painter.setFont(font);
    painter.setPen(colour);
    const bool isMirrored = option.direction == Qt::RightToLeft;
    painter.drawText(place,
                     (isMirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter
                         | Qt::TextSingleLine,
                     words);
}

void RowPainter::paintGround() const
{
    if (isSelected()) {
        painter.fillRect(layout.row, colours.selection);
        QRect bar(layout.row.topLeft(), QSize(selectionBar, layout.row.height()));
        painter.fillRect(QStyle::visualRect(option.direction, layout.row, bar), colours.action);
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(layout.row, colours.hover);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter.setPen(QPen(colours.action, metrics::focusRing));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(layout.row).adjusted(2, 2, -2, -2), metrics::radius, metrics::radius);
    }
}

void RowPainter::paintAvatar() const
{
    const QColor colour = presenceColour(colours, conversation.customerPresence);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tinted(isSelected() ? colours.selection : colours.panel, colour, 0.13));
    painter.drawEllipse(layout.avatar);
    const double side = layout.avatar.width() * 19.0 / 36.0;
    QRectF place(0, 0, side, side);
    place.moveCenter(QRectF(layout.avatar).center());
    paintGlyph(painter, place, glyphOf(conversation.source), colour);
}

void RowPainter::paintWords() const
{
    const QFont &font = option.font;
    text(layout.name, strongFont(font), colours.text, layout.nameText);
    const bool isNews = conversation.unread > 0;
    text(layout.preview, secondaryFont(font), isNews ? colours.text : colours.secondaryText, layout.previewText);
    text(layout.time, layout.isWaiting ? strongFont(font) : captionFont(font),
         layout.isWaiting ? colours.waitingText : colours.secondaryText, layout.timeText);
    text(layout.tag, captionFont(font), colours.secondaryText, layout.tagText);
}

void RowPainter::paintMarks() const
{
    if (!layout.draft.isNull()) {
        paintGlyph(painter, layout.draft, Glyph::Draft, colours.secondaryText);
    }
    if (!layout.failure.isNull()) {
        paintGlyph(painter, layout.failure, Glyph::Failure, colours.danger);
    }
    if (!layout.badge.isNull()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.action);
        const double radius = layout.badge.height() / 2.0;
        painter.drawRoundedRect(layout.badge, radius, radius);
        QFont font = captionFont(option.font);
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        painter.setPen(colours.onAction);
        painter.drawText(layout.badge, Qt::AlignCenter | Qt::TextSingleLine, layout.badgeText);
    }
    if (!layout.ring.isNull()) {
        paintRing();
    }
}

/// A ring that fills in five minutes and then turns into a full disc with an exclamation mark: a shape, not a colour
/// alone.
void RowPainter::paintRing() const
{
    const double stroke = layout.ring.width() / 6.0;
    const QRectF circle = QRectF(layout.ring).adjusted(stroke, stroke, -stroke, -stroke);
    if (layout.waited >= 1) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.waitingText);
        painter.drawEllipse(QRectF(layout.ring).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2));
        painter.setPen(QPen(colours.panel, stroke * 0.8, Qt::SolidLine, Qt::RoundCap));
        const double middle = circle.center().x();
        painter.drawLine(QPointF(middle, circle.top() + circle.height() * 0.15),
                         QPointF(middle, circle.top() + circle.height() * 0.55));
        painter.drawPoint(QPointF(middle, circle.top() + circle.height() * 0.85));
        return;
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tinted(colours.panel, colours.secondaryText, 0.35), stroke));
    painter.drawEllipse(circle);
    painter.setPen(QPen(colours.waitingText, stroke, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(circle, 90 * 16, qRound(-layout.waited * 360 * 16));
}

} // namespace

ConversationDelegate::ConversationDelegate(const ConversationFilter &filter, const AgentStore &agent,
                                           const Clock &clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_filter(filter)
    , m_agent(agent)
    , m_clock(clock)
{
}

const RowHeights &ConversationDelegate::heights(const QFont &font) const
{
    if (m_heights.row == 0 || m_heightsFont != font) {
        m_heights = rowHeights(font);
        m_heightsFont = font;
    }
    return m_heights;
}

int ConversationDelegate::headerHeight(const QFont &font, int row) const
{
    return m_filter.startsSection(row) ? heights(font).header : 0;
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {0, heights(option.font).row + headerHeight(option.font, index.row())};
}

RowSubject ConversationDelegate::subject(const QStyleOptionViewItem &option, int row) const
{
    RowSubject subject;
    subject.conversation = m_filter.at(row);
    subject.department = m_filter.departmentName(row);
    subject.others = m_filter.sameNumber(row);
    const qint64 seconds = m_clock.now().toSecsSinceEpoch();
    subject.moment = subject.conversation.stage == Stage::Queue ? seconds : seconds - seconds % 60;
    subject.width = option.rect.width();
    subject.hasHeader = m_filter.startsSection(row);
    subject.font = option.font;
    subject.direction = option.direction;
    return subject;
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const RowSubject shown = subject(option, index.row());
    const RowLayout &layout = m_layouts.of(shown);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(option.rect.topLeft());
    if (shown.hasHeader) {
        paintHeader(*painter, option, layout.header, m_filter.section(index.row()));
    }
    const RowPainter row{*painter, option, coloursOf(option.palette), layout, shown.conversation};
    row.paintGround();
    row.paintAvatar();
    row.paintWords();
    row.paintMarks();
    painter->restore();
}

QString ConversationDelegate::countText(Stage stage) const
{
    const int count = m_filter.shown(stage);
    const std::optional<int> most = m_agent.me().maximumChats;
    //: Conversations of an agent who may have so many at once, "3 of 5"
    return stage == Stage::Mine && most.value_or(0) > 0 ? tr("%1 of %2").arg(count).arg(*most) : QString::number(count);
}

void ConversationDelegate::paintHeader(QPainter &painter, const QStyleOptionViewItem &option, const QRect &place,
                                       Stage stage) const
{
    QFont font = captionFont(option.font);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(coloursOf(option.palette).secondaryText);
    const QRect line = place.adjusted(sectionMargin, 8, -sectionMargin, 0);
    const bool isMirrored = option.direction == Qt::RightToLeft;
    const Qt::Alignment near = isMirrored ? Qt::AlignRight : Qt::AlignLeft;
    const Qt::Alignment far = isMirrored ? Qt::AlignLeft : Qt::AlignRight;
    painter.drawText(line, int(far | Qt::AlignAbsolute | Qt::AlignVCenter), countText(stage));
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::PercentageSpacing, 104);
    painter.setFont(font);
    painter.drawText(line, int(near | Qt::AlignAbsolute | Qt::AlignVCenter), stageWord(stage));
}

} // namespace greenline
