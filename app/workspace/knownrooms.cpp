#include "app/workspace/knownrooms.h"

#include "app/base/log.h"
#include "app/omnichannel/conversationstore.h"
#include "app/storage/cachedb.h"

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto quietAfterRooms = 3'000ms;
constexpr auto betweenSlices = 40ms;
constexpr int roomsAtOnce = 16; // a few milliseconds' work, so that nobody sees it

size_t wordOf(const Conversation &conversation)
{
    return qHashMulti(0, conversation.customerName, conversation.customerNumber, conversation.ourNumber,
                      int(conversation.stage), int(conversation.source), conversation.servedBy.value,
                      conversation.hasOptedOut);
}

} // namespace

KnownRooms::KnownRooms(CacheDb &cache, ConversationStore &conversations, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_conversations(conversations)
    , m_alarm(clock, [this] { writeSome(roomsAtOnce); })
{
    connect(&conversations, &ConversationStore::inserted, this, &KnownRooms::touch);
    connect(&conversations, &ConversationStore::changed, this, &KnownRooms::touch);
    connect(&conversations, &ConversationStore::aboutToRemove, this, &KnownRooms::touch);
}

KnownRooms::~KnownRooms()
{
    write();
}

void KnownRooms::touch(int row)
{
    const Conversation &conversation = m_conversations.at(row);
    if (m_written.value(conversation.id) == wordOf(conversation)) {
        return;
    }
    m_touched.insert(conversation.id);
    if (!m_alarm.isActive()) {
        m_alarm.start(quietAfterRooms);
    }
}

void KnownRooms::write()
{
    writeSome(m_touched.size());
}

void KnownRooms::writeSome(qsizetype atMost)
{
    m_alarm.stop();
    QList<ConversationFacts> seen;
    while (!m_touched.isEmpty() && atMost-- > 0) {
        const RoomId room = *m_touched.cbegin();
        m_touched.erase(m_touched.cbegin());
        if (const ConversationFacts *facts = m_conversations.facts(room)) {
            seen.append(*facts);
            const Conversation *listed = m_conversations.find(room);
            m_written.insert(room, wordOf(listed ? *listed : joined(room, *facts, {})));
        }
    }
    if (!m_touched.isEmpty()) {
        m_alarm.start(betweenSlices);
    }
    if (seen.isEmpty()) {
        return;
    }
    const Status noted = m_cache.noteConversations(seen);
    if (!noted) {
        qCWarning(logWorkspace) << "known conversations:" << redacted(noted.error().detail);
    }
}

} // namespace greenline
