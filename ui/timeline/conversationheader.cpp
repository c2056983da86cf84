#include "ui/timeline/conversationheader.h"

#include "app/sms/phonenumber.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/timeline/showntext.h"
#include "ui/timeline/termsof.h"
#include "ui/words/phrases.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHelpEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int discSide = 36;
constexpr int edge = 18;
constexpr int leastWords = 150; // of a name, before buttons give way
constexpr int buttonGap = 2 * metrics::grid;

struct DeedWords {
    Deed deed;
    const char *text;
    const char *name; ///< Accessible, and in the menu.
};

/// In the order of Deed, which is also that of the header.
constexpr std::array deedWords{
    DeedWords{Deed::Take, QT_TRANSLATE_NOOP("Deeds", "Take"), QT_TRANSLATE_NOOP("Deeds", "Take")},
    DeedWords{Deed::TakeOver, QT_TRANSLATE_NOOP("Deeds", "Take over"), QT_TRANSLATE_NOOP("Deeds", "Take over")},
    DeedWords{Deed::JoinAsObserver, QT_TRANSLATE_NOOP("Deeds", "Join"), QT_TRANSLATE_NOOP("Deeds", "Join as observer")},
    DeedWords{Deed::Forward, QT_TRANSLATE_NOOP("Deeds", "Forward"), QT_TRANSLATE_NOOP("Deeds", "Forward")},
    DeedWords{Deed::Hold, QT_TRANSLATE_NOOP("Deeds", "Hold"), QT_TRANSLATE_NOOP("Deeds", "Place on hold")},
    DeedWords{Deed::Resume, QT_TRANSLATE_NOOP("Deeds", "Resume"), QT_TRANSLATE_NOOP("Deeds", "Resume")},
    DeedWords{Deed::ReturnToQueue, QT_TRANSLATE_NOOP("Deeds", "Return"), QT_TRANSLATE_NOOP("Deeds", "Return to queue")},
    DeedWords{Deed::Close, QT_TRANSLATE_NOOP("Deeds", "Close…"), QT_TRANSLATE_NOOP("Deeds", "Close conversation")},
};

QString deedWord(const char *text)
{
    return QCoreApplication::translate("Deeds", text);
}

bool isPrimary(Deed deed)
{
    return deed == Deed::Take || deed == Deed::Resume || deed == Deed::TakeOver;
}

} // namespace

ConversationHeader::ConversationHeader(QWidget *parent)
    : QWidget(parent)
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    m_more->setProperty("quiet", true);
    m_more->setAccessibleName(tr("More for this conversation"));
    m_more->setToolTip(tr("More"));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(edge, 0, edge, 0);
    row->setSpacing(buttonGap);
    row->addStretch(1);
    row->addWidget(m_more);
    for (const DeedWords &words : deedWords) {
        auto *button = new QPushButton(deedWord(words.text), this);
        button->setAccessibleName(deedWord(words.name));
        button->setProperty("primary", isPrimary(words.deed));
        button->hide();
        row->addWidget(button);
        m_buttons.push_back({{words.deed, {}}, button});
        connect(button, &QPushButton::clicked, this, [this, deed = words.deed] { Q_EMIT pressed(deed); });
    }
    const int words = QFontMetrics(titleFont(font())).height() + QFontMetrics(secondaryFont(font())).height();
    setFixedHeight(qMax(60, words + 20));
    connect(m_menu, &QMenu::aboutToShow, this, &ConversationHeader::fillMore);
    m_more->setIcon(glyphIcon(Glyph::More, coloursOf(palette()).secondaryText));
    arrange();
}

void ConversationHeader::setConversation(const Conversation &conversation, const QString &department)
{
    m_conversation = conversation;
    m_name = customerName(conversation);
    m_details = details(department);
    setAccessibleName(m_name);
    setAccessibleDescription(m_details);
    update();
}

void ConversationHeader::setOffers(const QList<Offer> &offers)
{
    for (Button &button : m_buttons) {
        const auto offer = std::find_if(offers.cbegin(), offers.cend(),
                                        [&button](const Offer &one) { return one.deed == button.offer.deed; });
        button.isOffered = offer != offers.cend();
        button.offer.whyNot = button.isOffered ? offer->whyNot : QString();
        button.widget->setEnabled(button.offer.whyNot.isEmpty());
        button.widget->setToolTip(button.offer.whyNot.isEmpty() ? QString() : plainToolTip(button.offer.whyNot));
        button.widget->setAccessibleDescription(button.offer.whyNot);
    }
    showTaking();
    arrange();
}

void ConversationHeader::setTaking(const QSet<RoomId> &rooms)
{
    m_taking = rooms;
    showTaking();
}

void ConversationHeader::showTaking()
{
    const bool isBusy = m_taking.contains(m_conversation.id);
    const Button &take = m_buttons.front();
    take.widget->setEnabled(!isBusy && take.offer.whyNot.isEmpty());
    take.widget->setText(isBusy ? tr("Taking…") : deedWord(deedWords.front().text));
}

void ConversationHeader::addTool(QToolButton *tool)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_more), tool);
    m_tools.push_back(tool);
    tool->installEventFilter(this);
    arrange();
}

bool ConversationHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent) {
        arrange(); // a tool came or went
    }
    return QWidget::eventFilter(watched, event);
}

int ConversationHeader::toolsWidth() const
{
    int width = 0;
    for (const QToolButton *tool : m_tools) {
        width += tool->isHidden() ? 0 : tool->sizeHint().width() + buttonGap;
    }
    return width;
}

/// The last button stays; of the others the first ones go into the menu when the name would get no room.
void ConversationHeader::arrange()
{
    int room = width() - 2 * edge - discSide - 3 * metrics::grid - leastWords - toolsWidth();
    for (const Button &button : m_buttons) {
        room -= button.isOffered ? button.widget->sizeHint().width() + buttonGap : 0;
    }
    const bool needsMenu = room < 0;
    room -= needsMenu ? m_more->sizeHint().width() + buttonGap : 0;
    auto offered = std::count_if(m_buttons.cbegin(), m_buttons.cend(), [](const Button &one) { return one.isOffered; });
    bool hasHidden = false;
    for (const Button &button : m_buttons) {
        const bool isHidden
            = button.isOffered && room < 0 && offered > 1 && !button.widget->property("primary").toBool();
        if (isHidden) {
            room += button.widget->sizeHint().width() + buttonGap;
        }
        hasHidden = hasHidden || isHidden;
        offered -= button.isOffered ? 1 : 0;
        button.widget->setVisible(button.isOffered && !isHidden);
    }
    m_more->setVisible(hasHidden);
    update();
}

void ConversationHeader::fillMore()
{
    m_menu->clear();
    m_menu->setToolTipsVisible(true);
    for (size_t place = 0; place < m_buttons.size(); ++place) {
        const Button &button = m_buttons.at(place);
        if (!button.isOffered || !button.widget->isHidden()) {
            continue;
        }
        QAction *action = m_menu->addAction(deedWord(deedWords.at(place).name));
        action->setEnabled(button.offer.whyNot.isEmpty());
        action->setToolTip(button.offer.whyNot);
        connect(action, &QAction::triggered, this, [this, deed = button.offer.deed] { Q_EMIT pressed(deed); });
    }
}

void ConversationHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void ConversationHeader::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        m_more->setIcon(glyphIcon(Glyph::More, coloursOf(palette()).secondaryText));
    }
    QWidget::changeEvent(event);
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
    const QRect place(edge, (height() - discSide) / 2, discSide, discSide);
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

QRect ConversationHeader::wordsPlace() const
{
    const int left = edge + discSide + 3 * metrics::grid;
    int right = width() - edge;
    for (const Button &button : m_buttons) {
        right -= button.widget->isHidden() ? 0 : button.widget->width() + buttonGap;
    }
    right -= toolsWidth();
    right -= m_more->isHidden() ? 0 : m_more->width() + buttonGap;
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
