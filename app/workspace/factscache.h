#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/omnichannel/conversation.h"

#include <QObject>

#include <future>

namespace greenline {

class CacheDb;
class ConversationStore;

/// The list as it was last seen, so that it is there before the network is: read at the start, written in quiet moments
/// and on quit.
class FactsCache : public QObject
{
    Q_OBJECT
public:
    FactsCache(CacheDb &cache, ConversationStore &conversations, Clock &clock, QObject *parent = nullptr);
    /// Begins to read on a thread of its own, for a thousand conversations take longer than a frame. Of a file that the
    /// cache has opened.
    void readAhead(const QString &file);
    void load(); ///< Waits for what was read ahead, if anything was.
    void write(); ///< At once, if anything has changed.

private:
    void touch();
    void onAlarm();

    std::future<Result<QList<ConversationFacts>>> m_ahead;
    CacheDb &m_cache;
    ConversationStore &m_conversations;
    Clock &m_clock;
    Alarm m_alarm;
    std::chrono::milliseconds m_dirtySince{0};
    std::chrono::milliseconds m_touchedAt{0};
    bool m_isDirty = false;
};

} // namespace greenline
