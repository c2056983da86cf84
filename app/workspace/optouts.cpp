#include "app/workspace/optouts.h"

#include "app/omnichannel/conversationstore.h"
#include "app/omnichannel/optout.h"
#include "app/workspace/outbox.h"
#include "app/workspace/timelines.h"

namespace greenline {

OptOuts::OptOuts(const Ends &ends, QObject *parent)
    : QObject(parent)
    , m_ends(ends)
{
    connect(&ends.outbox, &Outbox::changed, &ends.conversations, &ConversationStore::noteOptWord);
    connect(&ends.timelines, &Timelines::loadingChanged, this, &OptOuts::onTimeline);
}

void OptOuts::showMarks()
{
    const QList<RoomId> rooms = m_ends.outbox.rooms();
    for (const RoomId &room : rooms) {
        const QList<Message> messages = m_ends.outbox.messagesOf(room);
        for (const Message &message : messages) {
            m_ends.conversations.noteOptWord(message);
        }
    }
}

void OptOuts::onTimeline(const RoomId &room)
{
    const MessageStore *messages = m_ends.timelines.find(room);
    if (!messages || m_ends.timelines.isLoading(room)) {
        return;
    }
    if (const std::optional<Message> word = lastOptWord(*messages)) {
        m_ends.conversations.noteOptWord(*word);
    }
}

} // namespace greenline
