#pragma once

#include "app/base/then.h"
#include "app/omnichannel/messagestore.h"
#include "app/rest/messagesapi.h"

#include <QList>
#include <QObject>

#include <map>
#include <memory>
#include <utility>

namespace greenline {

class CacheDb;
class DdpClient;
class Outbox;
class RoomTimeline;

constexpr int timelinePage = 50; ///< Messages that are loaded at once when a person scrolls.

/// The message stores of the conversations that are open on screen: loads history by pages, keeps the room's stream
/// subscribed while open, and drops the oldest stores beyond a bound.
class Timelines : public QObject
{
    Q_OBJECT
public:
    Timelines(MessagesApi &api, DdpClient &ddp, Outbox &outbox, CacheDb &cache, QObject *parent = nullptr);
    ~Timelines() override;

    /// The store, filled from the cache at once and from the server soon. Stays valid until release() or the end of the
    /// session.
    MessageStore &open(const RoomId &room);
    void release(const RoomId &room); ///< No longer on screen; unsubscribes.
    MessageStore *find(const RoomId &room) const;
    /// One more page on top, or the catch-up that failed; one at a time.
    void loadOlder(const RoomId &room, int count = timelinePage);
    bool isLoading(const RoomId &room) const;
    void catchUp(); ///< After a reconnect: what changed in every open room since its newest update.
    void retryFailed(); ///< Rooms on screen whose last catch-up was not answered.
    void apply(const Message &message); ///< From a stream or the outbox; rooms that are not open are ignored.
    void drop(const RoomId &room, const MessageId &message); ///< Deleted on the server, or out of the outbox unsent.
    /// The unread line stands above the first customer's message after since; null: none.
    void setUnreadSince(const RoomId &room, const QDateTime &since);
    void writeCache(); ///< On quit.
    void writeShown(); ///< Those on screen; the others were written when they left it.

Q_SIGNALS:
    void loadingChanged(const greenline::RoomId &room);
    void loadFailed(const greenline::RoomId &room, const greenline::Error &error);

private:
    RoomTimeline *timeline(const RoomId &room) const;
    RoomTimeline &made(const RoomId &room);
    QList<RoomTimeline *> onScreen() const;
    void onLine();
    void dropOldest();

    MessagesApi &m_api;
    DdpClient &m_ddp;
    Outbox &m_outbox;
    CacheDb &m_cache;
    std::map<RoomId, std::unique_ptr<RoomTimeline>> m_timelines;
    std::pair<RoomId, QDateTime> m_awaitedUnread; // said before the room was opened
    QList<RoomId> m_released; // oldest first; kept for a quick return
};

} // namespace greenline
