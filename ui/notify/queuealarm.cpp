#include "ui/notify/queuealarm.h"

#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"
#include "ui/notify/notifier.h"

#include <QAction>

namespace greenline {

QueueAlarm::QueueAlarm(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_alarm(needs.clock, [this] { ring(); })
{
    connect(&needs.conversations, &ConversationStore::countsChanged, this, &QueueAlarm::weigh);
    connect(&needs.agent, &AgentStore::meChanged, this, &QueueAlarm::weigh);
    connect(&needs.notifier, &Notifier::choicesChanged, this, &QueueAlarm::weigh);
    connect(&needs.allChannels, &QAction::toggled, this, &QueueAlarm::weigh);
    weigh();
}

/// The first sound is the notice's own; the alarm is what comes after it.
void QueueAlarm::weigh()
{
    const int seconds = m_needs.notifier.choices().alarmSeconds;
    if (!isWanted()) {
        m_alarm.stop();
    } else if (!m_alarm.isActive() || seconds != m_seconds) {
        m_seconds = seconds;
        m_alarm.start(std::chrono::seconds(seconds));
    }
}

void QueueAlarm::ring()
{
    if (isWanted()) {
        m_needs.notifier.soundAlarm();
    }
    weigh();
}

bool QueueAlarm::isWanted() const
{
    return m_needs.notifier.choices().hasQueueAlarm && m_needs.agent.me().availability == Availability::Available
        && isAnybodyWaiting();
}

bool QueueAlarm::isAnybodyWaiting() const
{
    const ConversationStore &conversations = m_needs.conversations;
    for (int row = 0; row < conversations.size(); ++row) {
        const Conversation &one = conversations.at(row);
        if (one.stage == Stage::Queue && (one.source == Source::Sms || m_needs.allChannels.isChecked())) {
            return true;
        }
    }
    return false;
}

} // namespace greenline
