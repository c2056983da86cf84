#pragma once

#include "app/base/clock.h"
#include "app/workspace/shiftrecord.h"

#include <QDateTime>
#include <QObject>
#include <QSet>

namespace greenline {

class ConversationStore;
struct Conversation;
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

/// Counts what the agent does, as far as it is seen here: since the first load of the day, and with this program.
class Shift : public QObject
{
    Q_OBJECT
public:
    Shift(ConversationStore &conversations, Clock &clock, QObject *parent = nullptr);
    void resume(const ShiftRecord &earlier); ///< An earlier run's; before open().
    void open(); ///< The first load is in; what comes now is news.
    void note(const Message &own); ///< As the outbox tells of it.
    ShiftFigures figures() const;
    const ShiftRecord &record() const { return m_record; }

Q_SIGNALS:
    void changed();

private:
    void onRow(int row);
    void onLeaving(int row);
    bool isOld(const Conversation &conversation) const;

    ConversationStore &m_conversations;
    Clock &m_clock;
    ShiftRecord m_record; // since is null: not open yet
    // What came before this run may have been answered while nobody looked: all that the first load brought, all that
    // began before the newest word in it, and what began long before it by this computer's clock, which may differ.
    QSet<RoomId> m_old;
    QDateTime m_loadedUpTo;
    QDateTime m_openedAt;
    ShiftRecord m_earlier;
};

} // namespace greenline
