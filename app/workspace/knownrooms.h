#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace greenline {

class CacheDb;
class ConversationStore;

/// Remembers the customers of every conversation that was listed, so that they are found when it is no longer. Written
/// in quiet moments, a few at a time, and only what a search could tell apart.
class KnownRooms : public QObject
{
    Q_OBJECT
public:
    KnownRooms(CacheDb &cache, ConversationStore &conversations, Clock &clock, QObject *parent = nullptr);
    ~KnownRooms() override; ///< Writes what it has not yet.
    void write(); ///< At once, if anything is new.

private:
    void touch(int row);
    void writeSome(qsizetype atMost);

    CacheDb &m_cache;
    ConversationStore &m_conversations;
    Alarm m_alarm;
    QSet<RoomId> m_touched;
    QHash<RoomId, size_t> m_written; // what was written last of each
};

} // namespace greenline
