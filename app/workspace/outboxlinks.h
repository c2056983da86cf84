#pragma once

#include "app/omnichannel/conversation.h"
#include "app/workspace/outbox.h"

#include <QObject>
#include <QSet>

namespace greenline {

class ConversationStore;
class Drafts;
class Timelines;

/// Ties what is written here to the list and the timelines: own messages and drafts show as marks, and what is no
/// longer the agent's is closed to the outbox.
class OutboxLinks : public QObject
{
    Q_OBJECT
public:
    struct Ends {
        Outbox &outbox;
        Drafts &drafts;
        ConversationStore &conversations;
        Timelines &timelines;
    };
    explicit OutboxLinks(const Ends &ends, QObject *parent = nullptr);
    void showMarks(); ///< Of drafts and failures that an earlier run left.
    /// After the list was compared: what waits for a conversation that is no longer the agent's must not leave.
    void blockForeign();

private:
    void onMessage(const Message &message);
    void touch(int row);
    void settle();
    void block(const RoomId &room);

    Ends m_ends;
    QSet<RoomId> m_touched;
    bool m_isCompared = false;
};

} // namespace greenline
