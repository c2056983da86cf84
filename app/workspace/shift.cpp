#include "app/workspace/shift.h"

#include "app/omnichannel/conversationstore.h"

namespace greenline {

namespace {

constexpr std::chrono::minutes clocksDifferBy{10};

bool isServedByUs(const Conversation &conversation)
{
    return conversation.stage == Stage::Mine || conversation.stage == Stage::OnHold;
}

} // namespace

Shift::Shift(ConversationStore &conversations, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_clock(clock)
{
    connect(&conversations, &ConversationStore::inserted, this, &Shift::onRow);
    connect(&conversations, &ConversationStore::changed, this, &Shift::onRow);
    connect(&conversations, &ConversationStore::aboutToRemove, this, &Shift::onLeaving);
}

void Shift::resume(const ShiftRecord &earlier)
{
    m_earlier = earlier;
}

void Shift::open()
{
    if (m_record.since.isValid()) {
        return;
    }
    m_record = m_earlier;
    m_openedAt = m_clock.now();
    if (m_record.since.isNull()) {
        m_record.since = m_openedAt;
    }
    for (int row = 0; row < m_conversations.size(); ++row) {
        const Conversation conversation = m_conversations.at(row);
        m_old.insert(conversation.id);
        for (const QDateTime &told : {conversation.startedAt, conversation.lastMessageAt}) {
            if (told.isValid() && (m_loadedUpTo.isNull() || told > m_loadedUpTo)) {
                m_loadedUpTo = told;
            }
        }
        if (isServedByUs(conversation) && conversation.isPreviewOurs) {
            m_record.waiting.remove(conversation.id); // answered from elsewhere meanwhile
        }
        onRow(row);
    }
    const QSet<RoomId> served = m_record.served;
    for (const RoomId &room : served) { // over while nobody looked
        if (!m_conversations.find(room)) {
            m_record.served.remove(room);
            m_record.over.insert(room);
        }
    }
    Q_EMIT changed();
}

ShiftFigures Shift::figures() const
{
    ShiftFigures figures;
    figures.since = m_record.since;
    figures.handled = static_cast<int>(m_record.over.size());
    figures.answered = m_record.answered;
    figures.firstReply = m_record.answered > 0 ? m_record.waited / m_record.answered : std::chrono::milliseconds(0);
    for (int row = 0; row < m_conversations.size(); ++row) {
        figures.open += m_conversations.at(row).stage == Stage::Mine ? 1 : 0;
        figures.onHold += m_conversations.at(row).stage == Stage::OnHold ? 1 : 0;
    }
    return figures;
}

void Shift::onRow(int row)
{
    if (m_record.since.isNull()) {
        return;
    }
    const Conversation conversation = m_conversations.at(row);
    const bool isServed = isServedByUs(conversation);
    if (conversation.stage == Stage::Queue) {
        m_record.served.remove(conversation.id);
        m_record.over.remove(conversation.id); // returned is not handled
        m_record.waiting.insert(
            conversation.id, conversation.waitingSince.isValid() ? conversation.waitingSince : conversation.startedAt);
    } else if (isServed && !m_record.served.contains(conversation.id)) {
        m_record.served.insert(conversation.id);
        m_record.over.remove(conversation.id);
        if (conversation.isPreviewOurs) {
            m_record.waiting.remove(conversation.id); // somebody answered it meanwhile
        } else if (!m_record.waiting.contains(conversation.id) && !isOld(conversation)) {
            m_record.waiting.insert(conversation.id, conversation.startedAt); // given by the workspace, without a queue
        }
    } else if (!isServed && m_record.served.remove(conversation.id)) {
        m_record.over.insert(conversation.id);
        m_record.waiting.remove(conversation.id);
    }
    Q_EMIT changed();
}

bool Shift::isOld(const Conversation &conversation) const
{
    const QDateTime &began = conversation.startedAt;
    return m_old.contains(conversation.id) || (m_loadedUpTo.isValid() && began < m_loadedUpTo)
        || began.msecsTo(m_openedAt) > std::chrono::milliseconds(clocksDifferBy).count();
}

void Shift::onLeaving(int row)
{
    // A taken one leaves the queue before it comes back as ours, so it goes on waiting for its first reply.
    const RoomId room = m_conversations.at(row).id;
    if (m_record.served.remove(room)) {
        m_record.over.insert(room);
        Q_EMIT changed();
    }
}

void Shift::note(const Message &own)
{
    const auto waiting = m_record.waiting.constFind(own.room);
    if (own.delivery != Message::Delivery::Saved || waiting == m_record.waiting.constEnd()
        || !m_record.served.contains(own.room)) {
        return;
    }
    m_record.waited += std::chrono::milliseconds(qMax<qint64>(0, waiting->msecsTo(own.at)));
    ++m_record.answered;
    m_record.waiting.erase(waiting);
    Q_EMIT changed();
}

} // namespace greenline
