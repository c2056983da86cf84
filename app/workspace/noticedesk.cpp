#include "app/workspace/noticedesk.h"

#include "app/omnichannel/conversationstore.h"
#include "app/workspace/openroom.h"

namespace greenline {

NoticeDesk::NoticeDesk(ConversationStore &conversations, const OpenRoom &openRoom, QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_openRoom(openRoom)
{
    connect(&conversations, &ConversationStore::inserted, this, &NoticeDesk::onRow);
    connect(&conversations, &ConversationStore::changed, this, &NoticeDesk::onRow);
    connect(&conversations, &ConversationStore::aboutToRemove, this, &NoticeDesk::onLeaving);
}

void NoticeDesk::open()
{
    if (m_isOpen) {
        return;
    }
    m_isOpen = true;
    QList<Conversation> listed;
    for (int row = 0; row < m_conversations.size(); ++row) {
        const Conversation &conversation = m_conversations.at(row);
        listed.append(conversation);
        if (!conversation.inquiry.isEmpty()) {
            m_queued.insert(conversation.id, conversation.inquiry);
        }
        const ConversationFacts *facts = m_conversations.facts(conversation.id);
        if (facts && facts->room && facts->room->lastMessage) {
            m_attention.remember(*facts->room->lastMessage);
        }
    }
    m_attention.remember(listed);
}

void NoticeDesk::onMessage(const Message &message)
{
    const Conversation *conversation = m_conversations.find(message.room);
    if (!m_isOpen) {
        m_attention.remember(message);
    } else if (conversation) {
        tell(m_attention.onMessage(*conversation, message, m_openRoom.view()));
    }
}

void NoticeDesk::onRow(int row)
{
    if (!m_isOpen) {
        return;
    }
    const Conversation conversation = m_conversations.at(row);
    if (conversation.stage == Stage::Queue) {
        m_queued.insert(conversation.id, conversation.inquiry);
        tell(m_attention.onConversation(conversation, m_openRoom.view()));
    } else {
        m_attention.leftQueue(m_queued.take(conversation.id));
    }
    // The room's head brings the last text, also one that came while the line was down.
    const ConversationFacts *facts = m_conversations.facts(conversation.id);
    if (facts && facts->room && facts->room->lastMessage) {
        tell(m_attention.onMessage(conversation, *facts->room->lastMessage, m_openRoom.view()));
    }
}

void NoticeDesk::onLeaving(int row)
{
    m_attention.leftQueue(m_queued.take(m_conversations.at(row).id));
}

void NoticeDesk::tell(const std::optional<Notice> &notice)
{
    if (notice) {
        Q_EMIT noticed(*notice);
    }
}

} // namespace greenline
