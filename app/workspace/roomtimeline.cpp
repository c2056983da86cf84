#include "app/workspace/roomtimeline.h"

#include "app/base/log.h"
#include "app/ddp/ddpclient.h"
#include "app/storage/cachedb.h"
#include "app/workspace/outbox.h"
#include "app/workspace/timelines.h"

#include <utility>

namespace greenline {

namespace {

constexpr int cachedMessages = 200;

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

RoomTimeline::RoomTimeline(const RoomId &room, const Sources &sources, QObject *parent)
    : QObject(parent)
    , m_sources(sources)
    , m_store(room)
{
}

void RoomTimeline::show()
{
    m_isOnScreen = true;
    if (std::exchange(m_isOpen, true)) {
        catchUp();
        return;
    }
    if (const Result<QList<Message>> cached = m_sources.cache.messages(m_store.room(), timelinePage); cached) {
        m_store.upsert(*cached);
    }
    restoreOwnMarks();
    placeUnreadLine();
    loadPage({}, timelinePage);
}

void RoomTimeline::hide()
{
    m_isOnScreen = false;
    noteGap(); // deletions and edits are no longer told
    m_unreadSince = {};
    m_store.setFirstUnread({});
    writeCache();
}

void RoomTimeline::loadOlder(int count)
{
    if (m_isLoading) {
        return;
    }
    if (m_hasFailedToCatchUp) {
        catchUp(); // what was missed first
    } else if (m_store.hasOlder()) {
        loadPage(m_hasServerPage ? m_store.oldest() : QDateTime(), count);
    }
}

void RoomTimeline::loadPage(const QDateTime &before, int count)
{
    setLoading(true);
    m_sources.api.history(m_store.room(), before, count,
                          {this, [this, before](const Result<HistoryPage> &page) { readPage(before, page); }});
}

void RoomTimeline::readPage(const QDateTime &before, const Result<HistoryPage> &page)
{
    if (page) {
        reconcile(before, *page);
        const bool isFirst = !std::exchange(m_hasServerPage, true);
        if (isFirst && (m_needsCatchUp || m_sources.ddp.state() != DdpClient::State::Online)) {
            m_gapSince = newestUpdateOf(page->messages); // read before the streams stood
        }
        m_store.upsert(page->messages);
        m_store.setHasOlder(page->hasOlder);
        restoreOwnMarks();
        placeUnreadLine();
    }
    m_arrived.clear();
    setLoading(false);
    if (!page) {
        Q_EMIT loadFailed(page.error());
    } else if (before.isNull()) {
        writeCache();
    }
    if (m_needsCatchUp) {
        catchUp();
    }
}

/// What is missing in a page, of the time that it covers, was deleted; but for what arrived while it was on its way,
/// and what only this computer knows. The first page also takes the place of what the cache held from before it, for
/// between the two there may be a gap.
void RoomTimeline::reconcile(const QDateTime &before, const HistoryPage &page)
{
    QSet<MessageId> present = m_arrived;
    QDateTime oldest;
    for (const Message &message : page.messages) {
        present.insert(message.id);
        oldest = oldest.isNull() ? message.at : qMin(oldest, message.at);
    }
    const QDateTime from = page.hasOlder ? oldest : QDateTime();
    for (int row = m_store.size() - 1; row >= 0; --row) {
        const Message &message = m_store.at(row);
        const bool isAbovePage = !from.isNull() && message.at < from;
        const bool isCovered = !isAbovePage && (before.isNull() || message.at < before);
        const bool isGone = isAbovePage ? !m_hasServerPage : isCovered && !present.contains(message.id);
        if (isGone && !isOnlyLocal(message) && !m_store.isEarlier(message)) {
            m_store.remove(MessageId(message.id));
        }
    }
    const Status retained = m_sources.cache.retainMessages(m_store.room(), {from, before}, present);
    if (!retained) {
        qCWarning(logWorkspace) << "message cache:" << redacted(retained.error().detail);
    }
}

void RoomTimeline::catchUp()
{
    if (m_isLoading) {
        m_needsCatchUp = true;
        return;
    }
    m_needsCatchUp = false;
    m_hasFailedToCatchUp = false;
    const QDateTime since = m_gapSince.isNull() ? m_store.newestUpdate() : m_gapSince;
    if (!m_hasServerPage || since.isNull()) {
        loadPage({}, timelinePage);
        return;
    }
    setLoading(true);
    m_sources.api.changesSince(m_store.room(), since,
                               {this, [this](const Result<MessageChanges> &changes) { readChanges(changes); }});
}

void RoomTimeline::readChanges(const Result<MessageChanges> &changes)
{
    if (changes) {
        if (!m_needsCatchUp && m_sources.ddp.state() == DdpClient::State::Online) {
            m_gapSince = {};
        }
        QList<Message> updated = changes->updated;
        updated.removeIf([this](const Message &message) { return isBelowWindow(message); });
        m_store.upsert(updated);
        for (const MessageId &deleted : changes->deleted) {
            drop(deleted);
        }
        restoreOwnMarks();
        placeUnreadLine();
    }
    m_arrived.clear();
    setLoading(false);
    if (!changes) {
        m_hasFailedToCatchUp = true;
        Q_EMIT loadFailed(changes.error());
    } else if (m_needsCatchUp) {
        catchUp();
    }
}

void RoomTimeline::retryFailed()
{
    if (m_hasFailedToCatchUp) {
        catchUp();
    }
}

void RoomTimeline::noteGap()
{
    if (m_gapSince.isNull() && m_hasServerPage) {
        m_gapSince = m_store.newestUpdate();
    }
}

void RoomTimeline::apply(const Message &message)
{
    if (isBelowWindow(message)) {
        return;
    }
    if (m_isLoading) {
        m_arrived.insert(message.id);
    }
    m_store.upsert(message);
    if (message.author == Message::Author::Agent) {
        restoreOwnMarks();
    }
    placeUnreadLine();
}

/// Of a time that is not loaded yet: it comes with its page. Shown now it would stand above a hole that no page fills.
bool RoomTimeline::isBelowWindow(const Message &message) const
{
    const QDateTime oldest = m_store.oldest();
    return m_hasServerPage && m_store.hasOlder() && !isOnlyLocal(message) && !oldest.isNull() && message.at < oldest
        && m_store.rowOf(message.id) < 0;
}

void RoomTimeline::drop(const MessageId &message)
{
    m_store.remove(message);
    (void)m_sources.cache.removeMessage(message); // what was deleted does not stay on this disk
}

void RoomTimeline::setUnreadSince(const QDateTime &since)
{
    m_unreadSince = since;
    m_store.setFirstUnread({});
    placeUnreadLine();
}

void RoomTimeline::setLoading(bool isLoading)
{
    if (std::exchange(m_isLoading, isLoading) != isLoading) {
        Q_EMIT loadingChanged();
    }
}

/// What the outbox knows of own messages outlives what the server wrote: to it a refused SMS is a saved message like
/// any other.
void RoomTimeline::restoreOwnMarks()
{
    const QList<Message> own = m_sources.outbox.messagesOf(m_store.room());
    for (const Message &message : own) {
        if (m_store.rowOf(message.id) < 0 || message.delivery == Message::Delivery::Refused) {
            m_store.upsert(message);
        }
    }
}

void RoomTimeline::placeUnreadLine()
{
    if (m_unreadSince.isNull() || !m_store.firstUnread().isEmpty()) {
        return;
    }
    for (int row = 0; row < m_store.size(); ++row) {
        const Message &message = m_store.at(row);
        if (message.author == Message::Author::Customer && message.at > m_unreadSince) {
            m_store.setFirstUnread(message.id);
            return;
        }
    }
}

void RoomTimeline::writeCache()
{
    QList<Message> newest;
    for (int row = m_store.size() - 1; row >= 0 && newest.size() < cachedMessages; --row) {
        if (!isOnlyLocal(m_store.at(row)) && !m_store.isEarlier(m_store.at(row))) {
            newest.prepend(m_store.at(row));
        }
    }
    const Status written = m_sources.cache.putMessages(m_store.room(), newest);
    if (!written) {
        qCWarning(logWorkspace) << "message cache:" << redacted(written.error().detail);
    }
}

} // namespace greenline
