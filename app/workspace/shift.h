#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace greenline {

class ConversationStore;
struct Message;

/// An agent's own figures.
struct ShiftFigures {
    QDateTime since = {}; ///< Since when they are counted.
    int open = 0;
    int onHold = 0;
    int handled = 0; ///< Served and over: closed, or somebody else's now.
    int answered = 0; ///< Customers who waited and had their first reply from here.
    std::chrono::milliseconds firstReply{0}; ///< How long these waited for it, on average.
    bool operator==(const ShiftFigures &) const = default;
};

/// Counts what the agent does, as far as it is seen here: since the first load of this run, and with this program.
class Shift : public QObject
{
    Q_OBJECT
public:
    Shift(ConversationStore &conversations, Clock &clock, QObject *parent = nullptr);
    void open(); ///< The first load is in; what comes now is news.
    void note(const Message &own); ///< As the outbox tells of it.
    ShiftFigures figures() const;

Q_SIGNALS:
    void changed();

private:
    void onRow(int row);
    void onLeaving(int row);

    ConversationStore &m_conversations;
    Clock &m_clock;
    QDateTime m_since; // null: not open yet
    QSet<RoomId> m_served;
    QHash<RoomId, QDateTime> m_waiting; // for a first reply
    QSet<RoomId> m_over; // served before; what waits again is none of them
    int m_answered = 0;
    std::chrono::milliseconds m_waited{0};
};

} // namespace greenline
