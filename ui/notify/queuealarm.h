#pragma once

#include "app/base/clock.h"

#include <QObject>

class QAction;

namespace greenline {

class AgentStore;
class ConversationStore;
class Notifier;

/// Sounds again and again while somebody waits in the queue and nobody takes them; silent for an agent who takes no
/// conversations.
class QueueAlarm : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        ConversationStore &conversations;
        AgentStore &agent;
        Notifier &notifier;
        Clock &clock;
        QAction &allChannels; ///< Checked: not only SMS counts.
    };
    explicit QueueAlarm(const Needs &needs, QObject *parent = nullptr);

private:
    void weigh();
    void ring();
    bool isWanted() const;
    bool isAnybodyWaiting() const;

    Needs m_needs;
    Alarm m_alarm;
    int m_seconds = 0; // of the alarm that runs
};

} // namespace greenline
