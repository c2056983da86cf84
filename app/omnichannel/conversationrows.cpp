// The rows of ConversationStore: where each belongs, and every change of them announced before and after.
#include "app/omnichannel/conversationstore.h"
#include "app/omnichannel/ordering.h"

#include <algorithm>

namespace greenline {

namespace {

constexpr qsizetype unlistedKept = 512;

} // namespace

int ConversationStore::rowOf(const RoomId &id) const
{
    const auto entry = m_entries.constFind(id);
    return entry == m_entries.constEnd() || !entry->row ? -1 : lowerRow(*entry->row);
}

int ConversationStore::lowerRow(const Conversation &conversation) const
{
    const auto place = std::lower_bound(m_rows.cbegin(), m_rows.cend(), conversation, isListedBefore);
    return static_cast<int>(place - m_rows.cbegin());
}

int ConversationStore::waiting() const
{
    return m_waiting;
}

int ConversationStore::mine() const
{
    return m_mine;
}

ConversationFacts ConversationStore::trusted(const Entry &entry) const
{
    ConversationFacts facts = entry.facts;
    if (entry.hasLeft && facts.room && facts.room->servedBy == m_me) {
        facts.room->servedBy = {};
        facts.room->servedByName.clear();
    }
    return facts;
}

bool ConversationStore::isListed(const Conversation &conversation) const
{
    switch (conversation.stage) {
    case Stage::Queue:
    case Stage::Mine:
    case Stage::OnHold:
        return true;
    case Stage::Closed:
        return conversation.id == m_kept || conversation.hasUnsent || m_alsoListed.contains(conversation.id);
    case Stage::Elsewhere:
        break;
    }
    return conversation.hasUnsent || m_alsoListed.contains(conversation.id);
}

void ConversationStore::rebuild(const RoomId &id)
{
    Entry &entry = m_entries[id];
    const Conversation row = joined(id, trusted(entry), m_me);
    if (isListed(row)) {
        if (entry.row) {
            replace(entry, row);
        } else {
            insert(entry, row);
        }
        return;
    }
    if (entry.row) {
        removeRow(entry);
    }
    keepUnlisted(id);
}

void ConversationStore::insert(Entry &entry, const Conversation &row)
{
    const int place = lowerRow(row);
    Q_EMIT aboutToInsert(place);
    entry.row = row;
    entry.unlistedTurn = 0;
    m_rows.insert(m_rows.begin() + place, row);
    count(row.stage, 1);
    Q_EMIT inserted(place);
}

void ConversationStore::replace(Entry &entry, const Conversation &row)
{
    if (*entry.row == row) {
        return;
    }
    const int from = lowerRow(*entry.row);
    const int insertion = lowerRow(row); // counted with the old row still in its place
    const int to = insertion > from ? insertion - 1 : insertion;
    if (to != from) {
        Q_EMIT aboutToMove(from, to);
    }
    count(entry.row->stage, -1);
    count(row.stage, 1);
    entry.row = row;
    const auto begin = m_rows.begin();
    m_rows[from] = row;
    if (to < from) {
        std::rotate(begin + to, begin + from, begin + from + 1);
    } else if (to > from) {
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    }
    if (to != from) {
        Q_EMIT moved(from, to);
    }
    Q_EMIT changed(to);
}

void ConversationStore::removeRow(Entry &entry)
{
    const int row = lowerRow(*entry.row);
    Q_EMIT aboutToRemove(row);
    count(entry.row->stage, -1);
    m_rows.erase(m_rows.begin() + row);
    entry.row.reset();
    Q_EMIT removed(row);
}

/// Facts of what is not listed stay for a while: they are what tells a late event from a new one.
void ConversationStore::keepUnlisted(const RoomId &id)
{
    Entry &entry = m_entries[id];
    if (entry.unlistedTurn != 0) {
        return;
    }
    entry.unlistedTurn = ++m_turn;
    m_unlisted.enqueue({id, m_turn});
    if (m_unlisted.size() <= unlistedKept) {
        return;
    }
    const auto [oldest, turn] = m_unlisted.dequeue();
    const auto forgotten = m_entries.constFind(oldest);
    const bool isStillMeant = forgotten != m_entries.constEnd() && forgotten->unlistedTurn == turn;
    if (!isStillMeant) {
        return;
    }
    if (forgotten->facts.inquiry) {
        m_inquiries.remove(forgotten->facts.inquiry->id);
    }
    const ConversationFacts &known = forgotten->facts;
    if (known.hasDraft || known.hasFailure || known.hasUnsent) {
        const ConversationFacts marks{
            .hasDraft = known.hasDraft, .hasFailure = known.hasFailure, .hasUnsent = known.hasUnsent};
        m_entries.insert(oldest, Entry{.facts = marks});
        return;
    }
    m_entries.erase(forgotten);
}

void ConversationStore::count(Stage stage, int by)
{
    if (stage == Stage::Queue) {
        m_waiting += by;
    } else if (stage == Stage::Mine || stage == Stage::OnHold) {
        m_mine += by;
    }
}

void ConversationStore::announceCounts()
{
    const std::pair counts(m_waiting, m_mine);
    if (std::exchange(m_announced, counts) != counts) {
        Q_EMIT countsChanged();
    }
}

} // namespace greenline
