#include "app/workspace/outboxlinks.h"

#include "app/omnichannel/conversationstore.h"
#include "app/workspace/drafts.h"
#include "app/workspace/timelines.h"

#include <utility>

namespace greenline {

namespace {

bool isMine(const Conversation &conversation)
{
    return conversation.stage == Stage::Mine || conversation.stage == Stage::OnHold;
}

} // namespace

OutboxLinks::OutboxLinks(const Ends &ends, QObject *parent)
    : QObject(parent)
    , m_ends(ends)
{
    connect(&ends.outbox, &Outbox::changed, this, &OutboxLinks::onMessage);
    connect(&ends.outbox, &Outbox::removed, this, [this](const RoomId &room, const MessageId &message) {
        m_ends.timelines.drop(room, message);
        m_ends.conversations.setUnsent(room, m_ends.outbox.hasUnsent(room));
    });
    connect(&ends.outbox, &Outbox::fileReturned, &ends.drafts, &Drafts::returnFile);
    connect(&ends.outbox, &Outbox::failureChanged, this,
            [this](const RoomId &room) { m_ends.conversations.setFailure(room, m_ends.outbox.hasFailure(room)); });
    connect(&ends.drafts, &Drafts::presenceChanged, this,
            [this](const RoomId &room, bool hasDraft) { m_ends.conversations.setDraft(room, hasDraft); });
    connect(&ends.conversations, &ConversationStore::inserted, this, &OutboxLinks::touch);
    connect(&ends.conversations, &ConversationStore::changed, this, &OutboxLinks::touch);
    connect(&ends.conversations, &ConversationStore::aboutToRemove, this, &OutboxLinks::touch);
}

void OutboxLinks::showMarks()
{
    const QList<RoomId> drafts = m_ends.drafts.rooms();
    for (const RoomId &room : drafts) {
        m_ends.conversations.setDraft(room, true);
    }
    const QList<RoomId> rooms = m_ends.outbox.rooms();
    for (const RoomId &room : rooms) {
        m_ends.conversations.setFailure(room, m_ends.outbox.hasFailure(room));
        m_ends.conversations.setUnsent(room, m_ends.outbox.hasUnsent(room));
    }
}

void OutboxLinks::blockForeign()
{
    m_isCompared = true;
    const QList<RoomId> rooms = m_ends.outbox.rooms();
    for (const RoomId &room : rooms) {
        block(room);
    }
}

void OutboxLinks::block(const RoomId &room)
{
    // 3.11.6 and 7.7.1 both take a message into a closed conversation, and the SMS goes out (rocketchat-wire.md 11,
    // 12).
    const Conversation *conversation = m_ends.conversations.find(room);
    m_ends.outbox.setBlocked(room, !conversation || !isMine(*conversation));
}

void OutboxLinks::onMessage(const Message &message)
{
    m_ends.timelines.apply(message);
    if (message.delivery == Message::Delivery::Saved) {
        m_ends.conversations.noteMessage(message);
    }
    m_ends.conversations.setUnsent(message.room, m_ends.outbox.hasUnsent(message.room));
}

void OutboxLinks::touch(int row)
{
    if (!m_isCompared) {
        return; // the cache may be wrong about whose it is
    }
    if (m_touched.isEmpty()) {
        // Not from within the store's own signal, for a blocked message marks the row again.
        QMetaObject::invokeMethod(
            this, [this] { settle(); }, Qt::QueuedConnection);
    }
    m_touched.insert(m_ends.conversations.at(row).id);
}

void OutboxLinks::settle()
{
    const QSet<RoomId> touched = std::exchange(m_touched, {});
    for (const RoomId &room : touched) {
        block(room);
    }
}

} // namespace greenline
