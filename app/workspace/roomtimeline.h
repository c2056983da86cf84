#pragma once

#include "app/omnichannel/messagestore.h"
#include "app/rest/messagesapi.h"

#include <QObject>
#include <QSet>

namespace greenline {

class CacheDb;
class DdpClient;
class Outbox;

/// The timeline of one conversation: its store, filled from the cache at once, then made equal to what REST says, page
/// by page and by catching up. What the server no longer has leaves the store and the disk.
class RoomTimeline : public QObject
{
    Q_OBJECT
public:
    struct Sources {
        MessagesApi &api;
        const DdpClient &ddp;
        const Outbox &outbox;
        CacheDb &cache;
    };
    RoomTimeline(const RoomId &room, const Sources &sources, QObject *parent = nullptr);

    MessageStore &store() { return m_store; }
    bool isOnScreen() const { return m_isOnScreen; }
    bool isLoading() const { return m_isLoading; }

    void show(); ///< For the first time: from the cache and the server. Later: what was missed meanwhile.
    void hide();
    void loadOlder(int count);
    void catchUp();
    void retryFailed(); ///< A catch-up that was not answered.
    void noteGap(); ///< From now on the streams may miss something.
    void apply(const Message &message);
    void drop(const MessageId &message);
    void setUnreadSince(const QDateTime &since);
    void writeCache();

Q_SIGNALS:
    void loadingChanged();
    void loadFailed(const greenline::Error &error);

private:
    void loadPage(const QDateTime &before, int count);
    void readPage(const QDateTime &before, const Result<HistoryPage> &page);
    void readChanges(const Result<MessageChanges> &changes);
    void reconcile(const QDateTime &before, const HistoryPage &page);
    bool isBelowWindow(const Message &message) const;
    void setLoading(bool isLoading);
    void restoreOwnMarks();
    void placeUnreadLine();

    Sources m_sources;
    MessageStore m_store;
    QSet<MessageId> m_arrived; // while a page is on its way, which may have been read before
    bool m_isOpen = false;
    bool m_isOnScreen = false;
    bool m_isLoading = false;
    bool m_hasServerPage = false; // until then the store holds the cache alone, and catching up has no sure start
    bool m_needsCatchUp = false; // asked for while a page was on its way
    bool m_hasFailedToCatchUp = false;
    QDateTime m_gapSince; // since then something may have been missed; what the streams bring later does not fill it
    QDateTime m_unreadSince;
};

} // namespace greenline
