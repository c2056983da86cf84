#include "ui/topbar.h"

#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"
#include "app/workspace/session.h"
#include "ui/actions.h"
#include "ui/status/availabilitybutton.h"
#include "ui/status/queuepill.h"
#include "ui/theme/colours.h"
#include "ui/theme/glyphs.h"
#include "ui/theme/metrics.h"
#include "ui/words/plainline.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

// What goes where the window is narrow; the list and the window's title tell the same.
constexpr int addressFrom = 760;
constexpr int nameFrom = 640;
constexpr int queueFrom = 500;

} // namespace

TopBar::TopBar(Session &session, Clock &clock, Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_back(new QToolButton(this))
    , m_logo(new QLabel(this))
    , m_name(new QLabel(this))
    , m_address(new QLabel(this))
    , m_queue(new QueuePill(clock, this))
    , m_availability(new AvailabilityButton(this))
    , m_menuButton(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    build();
    m_menu->setAccessibleName(tr("Menu"));
    actions.fillMenu(*m_menu);
    drawGlyphs();
    connect(m_availability, &AvailabilityButton::chosen, this, &TopBar::availabilityChosen);
    connect(m_back, &QToolButton::clicked, this, &TopBar::backRequested);
    connect(m_menuButton, &QToolButton::clicked, this, &TopBar::openMenu);
    connect(actions.openMenu, &QAction::triggered, this, &TopBar::openMenu);
}

void TopBar::build()
{
    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(strongFont(font()));
    m_address->setTextFormat(Qt::PlainText);
    m_address->setProperty("secondary", true);
    m_back->setAccessibleName(tr("Back to the list"));
    m_back->setToolTip(tr("Back to the list"));
    m_back->setProperty("quiet", true);
    m_back->hide();
    m_menuButton->setAccessibleName(tr("Menu"));
    m_menuButton->setToolTip(tr("Menu"));
    m_menuButton->setProperty("quiet", true);

    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(14, 2 * metrics::grid, 14, 2 * metrics::grid);
    m_row->setSpacing(3 * metrics::grid);
    m_row->addWidget(m_back);
    m_row->addWidget(m_logo);
    m_row->addWidget(m_name);
    m_row->addWidget(m_address);
    m_row->addStretch(1);
    m_row->addWidget(m_queue);
    m_row->addWidget(m_availability);
    m_row->addWidget(m_menuButton);
}

void TopBar::addTool(QWidget *tool)
{
    m_row->insertWidget(m_row->indexOf(m_availability), tool);
}

void TopBar::refresh()
{
    const Account &account = m_session.signedIn().account;
    m_name->setText(plainLine(account.workspaceName));
    m_address->setText(account.workspace.host());
    ConversationStore &conversations = m_session.conversations();
    const bool isAnybodyWaiting = conversations.waiting() > 0;
    m_queue->setQueue(conversations.waiting(), isAnybodyWaiting ? conversations.at(0).waitingSince : QDateTime());
    m_availability->setAgent(m_session.agent().me(), conversations.mine());
}

void TopBar::setBackOffered(bool isOffered)
{
    m_back->setVisible(isOffered);
    m_logo->setVisible(!isOffered);
}

/// Not QToolButton's own way, which waits in an event loop of its own until the menu is closed.
void TopBar::openMenu()
{
    const QPoint below = m_menuButton->mapToGlobal(m_menuButton->rect().bottomRight());
    const int shift = isRightToLeft() ? m_menuButton->width() : m_menu->sizeHint().width();
    m_menu->popup(below - QPoint(shift, -metrics::grid));
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_address->setVisible(width() >= addressFrom);
    m_name->setVisible(width() >= nameFrom);
    m_queue->setVisible(width() >= queueFrom);
}

void TopBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        drawGlyphs();
    }
}

void TopBar::drawGlyphs()
{
    const Colours &colours = coloursOf(palette());
    m_logo->setPixmap(glyphPixmap(Glyph::Logo, colours.sms, 24, devicePixelRatioF()));
    m_back->setIcon(glyphIcon(Glyph::Back, colours.text));
    m_menuButton->setIcon(glyphIcon(Glyph::More, colours.secondaryText));
}

void TopBar::paintEvent(QPaintEvent *)
{
    const Colours &colours = coloursOf(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.panel);
    painter.fillRect(0, height() - 1, width(), 1, colours.line);
}

} // namespace greenline
