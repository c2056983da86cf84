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

constexpr int addressFrom = 760; // the address is the first to go where the window is narrow
constexpr int nameFrom = 560;

} // namespace

TopBar::TopBar(Session &session, Clock &clock, Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_logo(new QLabel(this))
    , m_name(new QLabel(this))
    , m_address(new QLabel(this))
    , m_queue(new QueuePill(clock, this))
    , m_availability(new AvailabilityButton(this))
    , m_menuButton(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    build();
    actions.fillMenu(*m_menu);
    drawGlyphs();
    connect(m_availability, &AvailabilityButton::chosen, this, &TopBar::availabilityChosen);
    connect(actions.openMenu, &QAction::triggered, m_menuButton, &QToolButton::showMenu);
}

void TopBar::build()
{
    m_name->setTextFormat(Qt::PlainText);
    m_name->setFont(strongFont(font()));
    m_address->setTextFormat(Qt::PlainText);
    m_address->setProperty("secondary", true);
    m_menuButton->setMenu(m_menu);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setAccessibleName(tr("Menu"));
    m_menuButton->setToolTip(tr("Menu"));
    m_menuButton->setProperty("quiet", true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 2 * metrics::grid, 14, 2 * metrics::grid);
    row->setSpacing(3 * metrics::grid);
    row->addWidget(m_logo);
    row->addWidget(m_name);
    row->addWidget(m_address);
    row->addStretch(1);
    row->addWidget(m_queue);
    row->addWidget(m_availability);
    row->addWidget(m_menuButton);
}

void TopBar::refresh()
{
    const Account &account = m_session.signedIn().account;
    m_name->setText(account.workspaceName);
    m_address->setText(account.workspace.host());
    ConversationStore &conversations = m_session.conversations();
    const bool isAnybodyWaiting = conversations.waiting() > 0;
    m_queue->setQueue(conversations.waiting(), isAnybodyWaiting ? conversations.at(0).waitingSince : QDateTime());
    m_availability->setAgent(m_session.agent().me(), conversations.mine());
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_address->setVisible(width() >= addressFrom);
    m_name->setVisible(width() >= nameFrom);
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
