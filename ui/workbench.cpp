#include "ui/workbench.h"

#include "app/base/clock.h"
#include "app/workspace/session.h"
#include "ui/customer/customerpane.h"
#include "ui/deskcommands.h"
#include "ui/dialogs/problembar.h"
#include "ui/timeline/conversationview.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLayout>

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr int benchPieces = 4;

} // namespace

Workbench::Workbench(const DeskParts &parts, DeskCommands &commands, const Places &places, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_commands(commands)
    , m_places(places)
{
    QCoreApplication::instance()->installEventFilter(this);
}

/// Before a key becomes a shortcut, and before a press arrives.
bool Workbench::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPersons = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress
        || event->type() == QEvent::MouseButtonPress;
    if (isPersons) {
        finish();
    }
    return QObject::eventFilter(watched, event);
}

void Workbench::buildSoon()
{
    if (m_willBuild || m_built == benchPieces) {
        return;
    }
    m_willBuild = true;
    m_parts.clock.after(0ms, this, [this] {
        m_willBuild = false;
        if (m_built < benchPieces) { // else finished meanwhile
            buildNext();
            buildSoon();
        }
    });
}

void Workbench::finish()
{
    while (m_built < benchPieces) {
        buildNext();
    }
}

void Workbench::buildNext()
{
    switch (m_built++) {
    case 0:
        buildView();
        break;
    case 1:
        m_customer = new CustomerPane(m_parts.session.agent(), &m_places.customer);
        m_places.customer.layout()->addWidget(m_customer);
        break;
    case 2:
        addFeatures({m_parts, *m_view, *m_customer});
        break;
    case 3:
        addAttention({m_parts, *m_view, *m_customer});
        QCoreApplication::instance()->removeEventFilter(this);
        Q_EMIT finished();
        break;
    }
}

void Workbench::buildView()
{
    m_view = new ConversationView(m_parts.session, m_parts.clock, &m_places.conversation);
    m_places.conversation.layout()->addWidget(m_view);
    connect(m_view, &ConversationView::takeRequested, &m_commands, &DeskCommands::take);
    connect(m_view, &ConversationView::closeRequested, &m_commands, &DeskCommands::askToClose);
    connect(m_view, &ConversationView::problem, &m_parts.problem, &ProblemBar::tell);
    connect(&m_commands, &DeskCommands::takingChanged, m_view, [this] { m_view->setTaking(m_commands.taking()); });
}

ConversationView &Workbench::view()
{
    finish();
    return *m_view;
}

CustomerPane &Workbench::customer()
{
    finish();
    return *m_customer;
}

void Workbench::show(const RoomId &room)
{
    if (!room.isEmpty()) {
        view().open(room);
        m_customer->setConversation(m_parts.session.conversations().find(room));
    } else if (m_built == benchPieces) {
        m_view->clear();
        m_customer->setConversation(nullptr);
    }
}

RoomId Workbench::room() const
{
    return m_view ? m_view->room() : RoomId();
}

} // namespace greenline
