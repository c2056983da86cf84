#pragma once

#include "app/base/backoff.h"
#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/omnichannel/serverfacts.h"
#include "app/rest/roomsapi.h"

#include <QObject>

#include <optional>

namespace greenline {

class ConversationStore;
class QueueApi;
class StreamJournal;

/// Compares the list with the server: the queue and the agent's own conversations, all at once. On the first load,
/// after each reconnect, and now and then, because streams have no replay and lose entries (rocketchat-wire.md 1.10,
/// 9).
class GapFill : public QObject
{
    Q_OBJECT
public:
    struct Apis {
        QueueApi &queue;
        RoomsApi &rooms;
    };
    GapFill(Apis apis, ConversationStore &conversations, StreamJournal &journal, Clock &clock,
            QObject *parent = nullptr);

    void run(); ///< One round; asked during a round, one more follows it.
    void stop(); ///< The line is lost: answers under way are dropped.
    bool isRunning() const { return m_pending > 0; }

Q_SIGNALS:
    void mineCompared(); ///< The agent's own conversations are true, whatever becomes of the queue.
    void finished(const std::optional<greenline::Error>
                      &refusal); ///< refusal: the workspace does not let the agent see the queue.
    void failed(const greenline::Error &error); ///< Tries again by itself until stop().

private:
    void readQueue(const Result<QList<Inquiry>> &queued);
    void readMine();
    void note(const Error &error);
    void settle();

    Apis m_apis;
    ConversationStore &m_conversations;
    StreamJournal &m_journal;
    Backoff m_backoff;
    Alarm m_retry;
    int m_round = 0;
    int m_pending = 0;
    bool m_isAskedAgain = false;
    std::optional<OwnTies> m_subscriptions;
    std::optional<QList<Room>> m_rooms;
    std::optional<Error> m_error;
    std::optional<Error> m_refusal;
};

} // namespace greenline
