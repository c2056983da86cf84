#include "ui/availabilityactions.h"

#include "app/omnichannel/agentstore.h"
#include "ui/actions.h"
#include "ui/deskcommands.h"

#include <QAction>

namespace greenline {

AvailabilityActions::AvailabilityActions(const AgentStore &agent, const Actions &actions, DeskCommands &commands,
                                         QObject *parent)
    : QObject(parent)
    , m_agent(agent)
    , m_actions(actions)
    , m_commands(commands)
{
    connect(actions.available, &QAction::triggered, this,
            [this] { m_commands.setAvailability(Availability::Available); });
    connect(actions.notAvailable, &QAction::triggered, this,
            [this] { m_commands.setAvailability(Availability::NotAvailable); });
    connect(actions.toggleAvailability, &QAction::triggered, this, &AvailabilityActions::toggle);
    connect(&agent, &AgentStore::meChanged, this, &AvailabilityActions::show);
    show();
}

void AvailabilityActions::show()
{
    const Availability availability = m_agent.me().availability;
    m_actions.available->setChecked(availability == Availability::Available);
    m_actions.notAvailable->setChecked(availability == Availability::NotAvailable);
}

void AvailabilityActions::toggle()
{
    const bool isAvailable = m_agent.me().availability == Availability::Available;
    m_commands.setAvailability(isAvailable ? Availability::NotAvailable : Availability::Available);
}

} // namespace greenline
