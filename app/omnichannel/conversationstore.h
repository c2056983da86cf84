#pragma once

#include "app/omnichannel/conversation.h"
#include "app/omnichannel/endedids.h"

#include <QHash>
#include <QObject>
#include <QQueue>
#include <QSet>

#include <utility>
#include <vector>

namespace greenline {

/// The conversations that the signed-in agent sees: Queue, Mine, On hold, and closed ones kept open for reading.
/// Server facts go in, in any order and repeated; older ones (by _updatedAt) change nothing. Rows come out in list
/// order, each change announced by row before and after. One writer: the session.
class ConversationStore : public QObject
{
    Q_OBJECT
public:
    explicit ConversationStore(QObject *parent = nullptr);

    void setMe(const AgentId &me); ///< Rebuilds every row.
    int size() const { return static_cast<int>(m_rows.size()); }
    const Conversation &at(int row) const { return m_rows.at(row); }
    int rowOf(const RoomId &id) const; ///< -1: not listed.
    const Conversation *find(const RoomId &id) const; ///< Null: not listed. Valid until the next change.
    const ConversationFacts *facts(const RoomId &id) const;

    void load(const QList<ConversationFacts> &seen); ///< What was known before; the counts are announced once.
    void applyRoom(const Room &room);
    void removeRoom(const RoomId &id);
    void applySubscription(const Subscription &subscription);
    /// Seen as "removed": closed, forwarded or returned. id: of what was removed, where the event names it; the end of
    /// an earlier tie to the same room then leaves the present one alone.
    void removeSubscription(const RoomId &room, const SubscriptionId &id = {});
    void applyInquiry(const Inquiry &inquiry); ///< Anything but Queued takes the entry out of the queue.
    enum class Removal {
        Left, ///< Out of the agent's queue; a newer word may bring it back.
        Deleted ///< The document is gone; what is still said of it is old.
    };
    void removeInquiry(const InquiryId &id, Removal removal = Removal::Left);
    /// Taken, as this room says. What was queued again after it was read stays.
    void removeTaken(const InquiryId &id, const Room &room);

    /// REST is truth: what is not among them, is gone (from the queue, or from the agent's own).
    void reconcileQueue(const QList<Inquiry> &queued);
    /// unreadable: still tied, but nobody can tell how; they stay as they were.
    void reconcileMine(const QList<Subscription> &subscriptions, const QList<Room> &rooms,
                       const QSet<RoomId> &unreadable = {});

    /// A closed conversation stays listed while it is open on screen; at most one at a time.
    void keepListed(const RoomId &id);
    /// Closed ones and others' that somebody looks through, listed as long as they are among these.
    void listAlso(const QSet<RoomId> &rooms);
    void setDraft(const RoomId &id, bool hasDraft);
    void setFailure(const RoomId &id, bool hasFailure);
    void setUnsent(const RoomId &id, bool hasUnsent); ///< Keeps it listed, also when it is closed or somebody else's.
    /// Until the server says so itself: own read state, a fresh text's preview.
    void markRead(const RoomId &id);
    void noteMessage(const Message &message);
    void noteOptWord(const Message &message); ///< If it is one (optout.h); an older one changes nothing.
    void clear();

    int waiting() const; ///< Rows in the queue.
    int mine() const; ///< Rows that are mine, on hold included.

Q_SIGNALS:
    void aboutToInsert(int row);
    void inserted(int row);
    void aboutToRemove(int row);
    void removed(int row);
    void aboutToMove(int from, int to); ///< to: the row's place afterwards.
    void moved(int from, int to);
    void changed(int row);
    void countsChanged(); ///< waiting() or mine() is another number.

private:
    struct Entry {
        ConversationFacts facts = {};
        std::optional<Conversation> row = {}; ///< As it stands in m_rows; nothing: not listed.
        QDateTime inquiryLeftAt
            = {}; ///< The inquiry's _updatedAt when it was taken out: nothing up to that brings it back.
        QDateTime readAt = {}; ///< The subscription's _updatedAt when its messages were read here.
        bool hasLeft = false; ///< The agent's tie has ended. Rooms are no longer told to us then, so a servedBy of ours
                              ///< is stale.
        int unlistedTurn = 0; ///< Which entry of m_unlisted speaks of it.
    };
    ConversationFacts trusted(const Entry &entry) const;
    bool isListed(const Conversation &conversation) const;
    int lowerRow(const Conversation &conversation) const;
    void rebuild(const RoomId &id);
    void insert(Entry &entry, const Conversation &row);
    void replace(Entry &entry, const Conversation &row);
    void removeRow(Entry &entry);
    void leave(const RoomId &id);
    void adopt(const Room &room);
    void adopt(const Subscription &subscription);
    void adopt(const Inquiry &inquiry);
    void keepUnlisted(const RoomId &id);
    void count(Stage stage, int by);
    void announceCounts();

    AgentId m_me;
    RoomId m_kept;
    QSet<RoomId> m_alsoListed;
    QHash<RoomId, Entry> m_entries;
    QHash<InquiryId, RoomId> m_inquiries;
    EndedIds m_endedInquiries;
    EndedIds m_endedSubscriptions;
    QQueue<std::pair<RoomId, int>> m_unlisted; // oldest first: facts kept for a while, so that late events find them
    int m_turn = 0;
    std::vector<Conversation> m_rows;
    int m_waiting = 0;
    int m_mine = 0;
    std::pair<int, int> m_announced; // waiting and mine, as countsChanged last said
};

} // namespace greenline
