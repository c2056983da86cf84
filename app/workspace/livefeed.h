#pragma once

#include "app/ddp/ddpclient.h"
#include "app/omnichannel/serverfacts.h"

#include <QObject>
#include <QQueue>

namespace greenline {

class AgentStore;
class ConversationStore;
class Outbox;
class StreamJournal;
class Timelines;

/// What the streams say, into the stores. Events are worked off in order, at most 4 ms of them in one turn of the event
/// loop, so that a burst never holds up typing.
class LiveFeed : public QObject
{
    Q_OBJECT
public:
    struct Stores {
        ConversationStore &conversations;
        AgentStore &agent;
        Timelines &timelines;
        Outbox &outbox;
        StreamJournal &journal;
    };
    LiveFeed(DdpClient &ddp, const Stores &stores, const Clock &clock, QObject *parent = nullptr);

    void subscribe(); ///< Asks for the streams of the agent in the store; those of departments are QueueChannels'.
    int unreadable() const { return m_unreadable; } ///< Events that could not be read, for diagnostics.

Q_SIGNALS:
    void messageArrived(const greenline::Message &message); ///< In a listed conversation.
    void departmentsTouched(); ///< The agent joined or left a department, or became available or not.
    void forcedOut(); ///< An administrator ended this session.

private:
    void enqueue(const StreamEvent &event);
    void drain();
    void handle(const StreamEvent &event);
    void onUserEvent(const QString &name, const QJsonArray &args);
    void onQueueEvent(const QString &channel, const QJsonArray &args);
    bool isForeign(const Inquiry &inquiry) const;
    void forgetForeign(const Inquiry &inquiry);
    void onRoomMessage(const QString &channel, const QJsonArray &args);
    void onRoomNotice(const QString &channel, const QJsonArray &args);
    void onSubscription(const QJsonArray &args);
    void onRoom(const QJsonArray &args);
    void onEphemeral(const QJsonArray &args);
    void onUserData(const QJsonArray &args);
    void deliver(const Message &message);
    void countUnreadable(const Error &error);

    struct Received {
        StreamEvent event;
        std::chrono::milliseconds at; // monotonic
    };

    DdpClient &m_ddp;
    Stores m_stores;
    const Clock &m_clock;
    QQueue<Received> m_waiting;
    std::chrono::milliseconds m_receivedAt{0}; // of the event in hand
    bool m_isScheduled = false;
    int m_unreadable = 0;
};

} // namespace greenline
