#include "app/workspace/timelines.h"

#include "app/base/log.h"
#include "app/ddp/ddpclient.h"
#include "app/storage/cachedb.h"
#include "app/workspace/outbox.h"

#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int pageSize = 50;
constexpr int cachedMessages = 200;
constexpr qsizetype releasedKept = 6;

StreamKey messagesKey(const RoomId &room)
{
    return {u"stream-room-messages"_s, room.value};
}

StreamKey deletionsKey(const RoomId &room)
{
    return {u"stream-notify-room"_s, room.value + "/deleteMessage"_L1};
}

QDateTime newestUpdateOf(const QList<Message> &messages)
{
    QDateTime newest;
    for (const Message &message : messages) {
        newest = newest.isNull() ? message.updatedAt : qMax(newest, message.updatedAt);
    }
    return newest;
}

bool isOnlyLocal(const Message &message)
{
    return message.isEphemeral || message.delivery != Message::Delivery::Saved;
}

} // namespace

struct Timelines::Open {
    explicit Open(const RoomId &room)
        : store(room)
    {
    }
    MessageStore store;
    bool isOnScreen = true;
    bool isLoading = false;
    bool hasServerPage = false; ///< Until then the store holds the cache alone, and catching up has no sure start.
    bool needsCatchUp = false; ///< Asked for while a page was on its way.
    bool hasFailedToCatchUp = false;
    QDateTime gapSince; ///< Since then something may have been missed; what the streams bring later does not fill it.
    void noteGap(const QDateTime &since) { gapSince = gapSince.isNull() && hasServerPage ? since : gapSince; }
    QDateTime unreadSince;
};

Timelines::Timelines(MessagesApi &api, DdpClient &ddp, Outbox &outbox, CacheDb &cache, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_ddp(ddp)
    , m_outbox(outbox)
    , m_cache(cache)
{
    connect(&ddp, &DdpClient::stateChanged, this, &Timelines::onLine);
}

Timelines::~Timelines() = default;

MessageStore &Timelines::open(const RoomId &room)
{
    m_ddp.subscribe(messagesKey(room));
    m_ddp.subscribe(deletionsKey(room));
    m_released.removeAll(room);
    if (const std::shared_ptr<Open> known = entry(room)) {
        known->isOnScreen = true;
        catchUp(room);
        return known->store;
    }
    const auto opened = std::make_shared<Open>(room);
    m_open.insert(room, opened);
    if (m_awaitedUnread.first == room) {
        opened->unreadSince = m_awaitedUnread.second;
    }
    fillFromCache(*opened);
    loadNewest(room);
    return opened->store;
}

void Timelines::release(const RoomId &room)
{
    const std::shared_ptr<Open> released = entry(room);
    if (!released || !released->isOnScreen) {
        return;
    }
    // The server keeps delivering a room that was forwarded or closed (3.11.6, 7.7.1), so leaving is up to us.
    m_ddp.unsubscribe(messagesKey(room));
    m_ddp.unsubscribe(deletionsKey(room));
    released->isOnScreen = false;
    released->noteGap(released->store.newestUpdate()); // deletions and edits are no longer told
    released->unreadSince = {};
    released->store.setFirstUnread({});
    writeCache(*released);
    m_released.append(room);
    dropOldest();
}

MessageStore *Timelines::find(const RoomId &room) const
{
    const std::shared_ptr<Open> found = entry(room);
    return found ? &found->store : nullptr;
}

void Timelines::loadOlder(const RoomId &room)
{
    const std::shared_ptr<Open> found = entry(room);
    if (!found || found->isLoading) {
        return;
    }
    if (found->hasFailedToCatchUp) {
        catchUp(room); // what was missed first
        return;
    }
    if (!found->store.hasOlder()) {
        return;
    }
    loadPage(room, found->hasServerPage ? found->store.oldest() : QDateTime());
}

bool Timelines::isLoading(const RoomId &room) const
{
    const std::shared_ptr<Open> found = entry(room);
    return found && found->isLoading;
}

void Timelines::catchUp()
{
    const QList<RoomId> rooms = m_open.keys();
    for (const RoomId &room : rooms) {
        if (m_open.value(room)->isOnScreen) {
            catchUp(room);
        }
    }
}

void Timelines::retryFailed()
{
    const QList<RoomId> rooms = m_open.keys();
    for (const RoomId &room : rooms) {
        const std::shared_ptr<Open> known = m_open.value(room);
        if (known->isOnScreen && known->hasFailedToCatchUp) {
            catchUp(room);
        }
    }
}

void Timelines::apply(const Message &message)
{
    const std::shared_ptr<Open> found = entry(message.room);
    if (!found) {
        return;
    }
    found->store.upsert(message);
    if (message.author == Message::Author::Agent) {
        restoreOwnMarks(*found);
    }
    placeUnreadLine(*found);
}

void Timelines::drop(const RoomId &room, const MessageId &message)
{
    if (const std::shared_ptr<Open> found = entry(room)) {
        found->store.remove(message);
        (void)m_cache.removeMessage(message); // what was deleted does not stay on this disk
    }
}

void Timelines::setUnreadSince(const RoomId &room, const QDateTime &since)
{
    m_awaitedUnread = {room, since};
    if (const std::shared_ptr<Open> found = entry(room)) {
        found->unreadSince = since;
        found->store.setFirstUnread({});
        placeUnreadLine(*found);
    }
}

void Timelines::writeCache()
{
    for (const std::shared_ptr<Open> &open : std::as_const(m_open)) {
        writeCache(*open);
    }
}

std::shared_ptr<Timelines::Open> Timelines::entry(const RoomId &room) const
{
    return m_open.value(room);
}

void Timelines::onLine()
{
    if (m_ddp.state() == DdpClient::State::Online) {
        return;
    }
    for (const std::shared_ptr<Open> &open : std::as_const(m_open)) {
        open->noteGap(open->store.newestUpdate());
    }
}

void Timelines::fillFromCache(Open &open)
{
    const Result<QList<Message>> cached = m_cache.messages(open.store.room(), pageSize);
    if (cached) {
        open.store.upsert(*cached);
    }
    restoreOwnMarks(open);
}

void Timelines::loadNewest(const RoomId &room)
{
    loadPage(room, {});
}

void Timelines::loadPage(const RoomId &room, const QDateTime &before)
{
    setLoading(*m_open.value(room), true);
    m_api.history(room, before, pageSize,
                  {this, [this, room, before](const Result<HistoryPage> &page) { readPage(room, before, page); }});
}

void Timelines::readPage(const RoomId &room, const QDateTime &before, const Result<HistoryPage> &page)
{
    const std::shared_ptr<Open> found = entry(room);
    if (!found) {
        return; // released and dropped meanwhile
    }
    if (page) {
        if (!std::exchange(found->hasServerPage, true)) {
            dropCached(*found, page->messages);
            if (found->needsCatchUp || m_ddp.state() != DdpClient::State::Online) {
                found->noteGap(newestUpdateOf(page->messages)); // read before the streams stood
            }
        }
        found->store.upsert(page->messages);
        found->store.setHasOlder(page->hasOlder);
        restoreOwnMarks(*found);
        placeUnreadLine(*found);
    }
    setLoading(*found, false);
    if (!page) {
        Q_EMIT loadFailed(room, page.error());
    } else if (before.isNull()) {
        writeCache(*found);
    }
    if (found->needsCatchUp) {
        catchUp(room);
    }
}

/// The first page replaces the cache: between the two there may be a gap, and what is missing in the page may have been
/// deleted.
void Timelines::dropCached(Open &open, const QList<Message> &page)
{
    QSet<MessageId> present;
    QDateTime newest;
    for (const Message &message : page) {
        present.insert(message.id);
        newest = newest.isNull() ? message.at : qMax(newest, message.at);
    }
    for (int row = open.store.size() - 1; row >= 0; --row) {
        const Message &message = open.store.at(row);
        const bool cameSince = newest.isNull() || message.at > newest; // by a stream, after the page was read
        if (!isOnlyLocal(message) && !cameSince && !present.contains(message.id)) {
            open.store.remove(MessageId(message.id));
        }
    }
}

void Timelines::catchUp(const RoomId &room)
{
    const std::shared_ptr<Open> found = entry(room);
    if (found->isLoading) {
        found->needsCatchUp = true;
        return;
    }
    found->needsCatchUp = false;
    found->hasFailedToCatchUp = false;
    const QDateTime since = found->gapSince.isNull() ? found->store.newestUpdate() : found->gapSince;
    if (!found->hasServerPage || since.isNull()) {
        loadNewest(room);
        return;
    }
    setLoading(*found, true);
    m_api.changesSince(room, since,
                       {this, [this, room](const Result<MessageChanges> &changes) { readChanges(room, changes); }});
}

void Timelines::readChanges(const RoomId &room, const Result<MessageChanges> &changes)
{
    const std::shared_ptr<Open> found = entry(room);
    if (!found) {
        return;
    }
    if (changes) {
        if (!found->needsCatchUp && m_ddp.state() == DdpClient::State::Online) {
            found->gapSince = {};
        }
        found->store.upsert(changes->updated);
        for (const MessageId &deleted : changes->deleted) {
            drop(room, deleted);
        }
        restoreOwnMarks(*found);
        placeUnreadLine(*found);
    }
    setLoading(*found, false);
    if (!changes) {
        found->hasFailedToCatchUp = true;
        Q_EMIT loadFailed(room, changes.error());
    }
    if (changes && found->needsCatchUp) {
        catchUp(room);
    }
}

void Timelines::setLoading(Open &open, bool isLoading)
{
    if (open.isLoading != isLoading) {
        open.isLoading = isLoading;
        Q_EMIT loadingChanged(open.store.room());
    }
}

/// What the outbox knows of own messages outlives what the server wrote: to it a refused SMS is a saved message like
/// any other.
void Timelines::restoreOwnMarks(Open &open)
{
    const QList<Message> own = m_outbox.messagesOf(open.store.room());
    for (const Message &message : own) {
        if (open.store.rowOf(message.id) < 0) {
            open.store.upsert(message);
        } else if (message.delivery == Message::Delivery::Refused) {
            open.store.setDelivery(message.id, message.delivery, message.reason);
        }
    }
}

void Timelines::placeUnreadLine(Open &open)
{
    if (open.unreadSince.isNull() || !open.store.firstUnread().isEmpty()) {
        return;
    }
    for (int row = 0; row < open.store.size(); ++row) {
        const Message &message = open.store.at(row);
        if (message.author == Message::Author::Customer && message.at > open.unreadSince) {
            open.store.setFirstUnread(message.id);
            return;
        }
    }
}

void Timelines::writeCache(const Open &open)
{
    QList<Message> newest;
    for (int row = open.store.size() - 1; row >= 0 && newest.size() < cachedMessages; --row) {
        if (!isOnlyLocal(open.store.at(row))) {
            newest.prepend(open.store.at(row));
        }
    }
    const Status written = m_cache.putMessages(open.store.room(), newest);
    if (!written) {
        qCWarning(logWorkspace) << "message cache:" << redacted(written.error().detail);
    }
}

void Timelines::dropOldest()
{
    while (m_released.size() > releasedKept) {
        m_open.remove(m_released.takeFirst());
    }
}

} // namespace greenline
