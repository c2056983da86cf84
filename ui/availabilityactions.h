#pragma once

#include <QObject>

namespace greenline {

class Actions;
class AgentStore;
class DeskCommands;

/// The actions for being available or not: they show what the agent is, and change it.
class AvailabilityActions : public QObject
{
    Q_OBJECT
public:
    AvailabilityActions(const AgentStore &agent, const Actions &actions, DeskCommands &commands, QObject *parent);

private:
    void show();
    void toggle();

    const AgentStore &m_agent;
    const Actions &m_actions;
    DeskCommands &m_commands;
};

} // namespace greenline
