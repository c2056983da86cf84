// What ConversationStore is told by this computer: what is open, written, read or unsent here.
#include "app/omnichannel/conversationstore.h"
#include "app/omnichannel/optout.h"
#include "app/omnichannel/ordering.h"

#include <utility>

namespace greenline {

namespace {

bool isNewerMessage(const Message &message, const std::optional<Message> &known)
{
    if (!known) {
        return true;
    }
    return message.id == known->id ? !isOlderWord(message.updatedAt, known->updatedAt) : message.at > known->at;
}

} // namespace

void ConversationStore::keepListed(const RoomId &id)
{
    if (m_kept == id) {
        return;
    }
    const RoomId before = std::exchange(m_kept, id);
    for (const RoomId &room : {before, id}) {
        if (m_entries.contains(room)) {
            rebuild(room);
        }
    }
    announceCounts();
}

void ConversationStore::listAlso(const QSet<RoomId> &rooms)
{
    const QSet<RoomId> before = std::exchange(m_alsoListed, rooms);
    const QSet<RoomId> touched = (before - rooms) + (rooms - before);
    for (const RoomId &room : touched) {
        if (m_entries.contains(room)) {
            rebuild(room);
        }
    }
    announceCounts();
}

void ConversationStore::setDraft(const RoomId &id, bool hasDraft)
{
    if (hasDraft || m_entries.contains(id)) {
        m_entries[id].facts.hasDraft = hasDraft;
        rebuild(id);
    }
}

void ConversationStore::setFailure(const RoomId &id, bool hasFailure)
{
    if (hasFailure || m_entries.contains(id)) {
        m_entries[id].facts.hasFailure = hasFailure;
        rebuild(id);
    }
}

void ConversationStore::setUnsent(const RoomId &id, bool hasUnsent)
{
    if (hasUnsent || m_entries.contains(id)) {
        m_entries[id].facts.hasUnsent = hasUnsent;
        rebuild(id);
    }
}

void ConversationStore::markRead(const RoomId &id)
{
    const auto entry = m_entries.find(id);
    if (entry == m_entries.end() || !entry->facts.subscription) {
        return;
    }
    Subscription &subscription = *entry->facts.subscription;
    entry->readAt = subscription.updatedAt;
    subscription.unread = 0;
    subscription.hasAlert = false;
    rebuild(id);
}

void ConversationStore::noteMessage(const Message &message)
{
    const auto entry = m_entries.find(message.room);
    if (entry == m_entries.end() || message.author == Message::Author::System || message.isEphemeral) {
        return;
    }
    ConversationFacts &known = entry->facts;
    if (known.room && isNewerMessage(message, known.room->lastMessage)) {
        known.room->lastMessage = message;
    } else if (!known.room && known.inquiry && isNewerMessage(message, known.inquiry->lastMessage)) {
        known.inquiry->lastMessage = message;
    }
    takeOptWord(known.optWord, message);
    rebuild(message.room);
}

void ConversationStore::noteOptWord(const Message &message)
{
    const auto entry = m_entries.find(message.room);
    if (entry != m_entries.end() && takeOptWord(entry->facts.optWord, message)) {
        rebuild(message.room);
    }
}

} // namespace greenline
