#include "app/workspace/factscache.h"

#include "app/base/log.h"
#include "app/omnichannel/conversationstore.h"
#include "app/storage/cachedb.h"

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto quietFor = 2'000ms;
constexpr auto atLatest = 30'000ms; // writing a long list takes longer than a frame, so not within a burst

} // namespace

FactsCache::FactsCache(CacheDb &cache, ConversationStore &conversations, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_conversations(conversations)
    , m_clock(clock)
    , m_alarm(clock, [this] { onAlarm(); })
{
    connect(&conversations, &ConversationStore::inserted, this, &FactsCache::touch);
    connect(&conversations, &ConversationStore::removed, this, &FactsCache::touch);
    connect(&conversations, &ConversationStore::changed, this, &FactsCache::touch);
}

void FactsCache::readAhead(const QString &file)
{
    m_ahead = std::async(std::launch::async, &CacheDb::conversationsIn, file);
}

void FactsCache::load()
{
    Result<QList<ConversationFacts>> cached = m_ahead.valid() ? m_ahead.get() : m_cache.conversations();
    if (!cached) {
        cached = m_cache.conversations(); // which may mend what the other connection only saw
    }
    if (!cached) {
        qCWarning(logWorkspace) << "conversation cache:" << redacted(cached.error().detail);
        return;
    }
    m_conversations.load(*cached);
    m_isDirty = false;
    m_alarm.stop();
}

void FactsCache::touch()
{
    m_touchedAt = m_clock.monotonic();
    if (!m_isDirty) {
        m_isDirty = true;
        m_dirtySince = m_touchedAt;
    }
    if (!m_alarm.isActive()) {
        m_alarm.start(quietFor);
    }
}

void FactsCache::onAlarm()
{
    const auto now = m_clock.monotonic();
    const auto quiet = now - m_touchedAt;
    if (quiet < quietFor && now - m_dirtySince < atLatest) {
        m_alarm.start(quietFor - quiet);
        return;
    }
    write();
}

void FactsCache::write()
{
    m_alarm.stop();
    if (!m_isDirty) {
        return;
    }
    m_isDirty = false;
    QList<ConversationFacts> listed;
    listed.reserve(m_conversations.size());
    for (int row = 0; row < m_conversations.size(); ++row) {
        if (const ConversationFacts *facts = m_conversations.facts(m_conversations.at(row).id)) {
            listed.append(*facts);
        }
    }
    const Status written = m_cache.putConversations(listed);
    if (!written) {
        qCWarning(logWorkspace) << "conversation cache:" << redacted(written.error().detail);
    }
}

} // namespace greenline
