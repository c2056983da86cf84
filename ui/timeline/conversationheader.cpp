#include "ui/timeline/conversationheader.h"

#include "app/sms/phonenumber.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/showntext.h"
#include "ui/timeline/termsof.h"
#include "ui/words/phrases.h"

#include <QHBoxLayout>
#include <QHelpEvent>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int discSide = 36;

} // namespace

ConversationHeader::ConversationHeader(QWidget *parent)
    : QWidget(parent)
    , m_take(new QPushButton(tr("Take"), this))
    , m_close(new QPushButton(tr("Close…"), this))
{
    m_take->setProperty("primary", true);
    m_take->setAccessibleName(tr("Take"));
    m_close->setAccessibleName(tr("Close conversation"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(18, 0, 18, 0);
    row->setSpacing(3 * metrics::grid);
    row->addStretch(1);
    row->addWidget(m_take);
    row->addWidget(m_close);
    const int words = QFontMetrics(titleFont(font())).height() + QFontMetrics(secondaryFont(font())).height();
    setFixedHeight(qMax(60, words + 20));
    connect(m_take, &QPushButton::clicked, this, &ConversationHeader::takePressed);
    connect(m_close, &QPushButton::clicked, this, &ConversationHeader::closePressed);
}

void ConversationHeader::setConversation(const Conversation &conversation, const QString &department)
{
    m_conversation = conversation;
    m_name = customerName(conversation);
    m_details = details(department);
    setAccessibleName(m_name);
    setAccessibleDescription(m_details);
    m_take->setVisible(conversation.stage == Stage::Queue);
    m_close->setVisible(isAnswerable(conversation));
    update();
}

void ConversationHeader::setBusyTaking(bool isBusy)
{
    m_take->setEnabled(!isBusy);
    m_take->setText(isBusy ? tr("Taking…") : tr("Take"));
}

QString ConversationHeader::details(const QString &department) const
{
    QStringList parts;
    const QString number = harmlessName(displayNumber(m_conversation.customerNumber));
    if (!m_conversation.customerName.isEmpty()) {
        parts.append(number);
    }
    if (!m_conversation.ourNumber.isEmpty()) {
        //: Which of our numbers the customer wrote to
        parts.append(tr("texted %1").arg(harmlessName(displayNumber(m_conversation.ourNumber))));
    }
    parts.append(harmlessName(department));
    if (m_conversation.stage == Stage::OnHold) {
        parts.append(stageWord(Stage::OnHold));
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QRect ConversationHeader::discPlace() const
{
    const QRect place(18, (height() - discSide) / 2, discSide, discSide);
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

QRect ConversationHeader::wordsPlace() const
{
    const int left = 18 + discSide + 3 * metrics::grid;
    int right = width() - 18;
    for (const QPushButton *button : {m_take, m_close}) {
        if (button->isVisible()) {
            right -= button->width() + 3 * metrics::grid;
        }
    }
    return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, qMax(0, right - left), height()));
}

void ConversationHeader::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), colours.panel);
    painter.fillRect(0, height() - 1, width(), 1, colours.line);

    const QColor glyph = presenceColour(colours, m_conversation.customerPresence);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tinted(colours.panel, glyph, 0.13));
    painter.drawEllipse(discPlace());
    paintGlyph(painter, QRectF(discPlace()).adjusted(8.5, 8.5, -8.5, -8.5), glyphOf(m_conversation.source), glyph);

    const QRect words = wordsPlace();
    const QFont title = titleFont(font());
    const QFont small = secondaryFont(font());
    const int high = QFontMetrics(title).height();
    const int low = m_details.isEmpty() ? 0 : QFontMetrics(small).height();
    const int top = (height() - high - low) / 2;
    painter.setFont(title);
    painter.setPen(colours.text);
    painter.drawText(QRect(words.left(), top, words.width(), high),
                     Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(title).elidedText(m_name, Qt::ElideRight, words.width()));
    painter.setFont(small);
    painter.setPen(colours.secondaryText);
    painter.drawText(QRect(words.left(), top + high, words.width(), low),
                     Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                     QFontMetrics(small).elidedText(m_details, Qt::ElideRight, words.width()));
}

bool ConversationHeader::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto *help = static_cast<QHelpEvent *>(event);
    const bool isOnDisc = discPlace().contains(help->pos());
    const QString words
        = isOnDisc ? sourcePhrase(m_conversation.source, m_conversation.customerPresence) : m_name + u'\n' + m_details;
    QToolTip::showText(help->globalPos(), plainToolTip(words), this);
    return true;
}

} // namespace greenline
