#pragma once

#include "app/base/clock.h"
#include "app/workspace/attention.h"

#include <QHash>
#include <QObject>

namespace greenline {

class Commands;
class ConversationStore;
class Timelines;

/// The conversation on screen: stays listed when it ends, shows where the unread begins, and is marked read while
/// somebody looks.
class OpenRoom : public QObject
{
    Q_OBJECT
public:
    OpenRoom(ConversationStore &conversations, Timelines &timelines, Commands &commands, Clock &clock,
             QObject *parent = nullptr);
    void setView(const Attention::View &view);
    const Attention::View &view() const { return m_view; }

private:
    void onChanged(int row);
    void show(const RoomId &room);
    void markRead();

    ConversationStore &m_conversations;
    Timelines &m_timelines;
    Commands &m_commands;
    Clock &m_clock;
    Attention::View m_view;
    QHash<RoomId, std::chrono::milliseconds> m_readAt; // monotonic, of the last call
    Alarm m_again;
};

} // namespace greenline
