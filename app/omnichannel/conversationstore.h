#pragma once

#include "app/omnichannel/conversation.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <vector>

namespace greenline {

/// The conversations that the signed-in agent sees: Queue, Mine, On hold, and closed ones kept open for reading.
/// Server facts go in, in any order and repeated; older ones (by _updatedAt) change nothing. Rows come out in list order,
/// each change announced by row before and after. One writer: the session.
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

    void applyRoom(const Room &room);
    void removeRoom(const RoomId &id);
    void applySubscription(const Subscription &subscription);
    /// Seen as "removed": closed, forwarded or returned. at: the event's time; an older removal than the facts is ignored when given.
    void removeSubscription(const RoomId &room);
    void applyInquiry(const Inquiry &inquiry); ///< Anything but Queued takes the entry out of the queue.
    void removeInquiry(const InquiryId &id);

    /// REST is truth: what is not among them, is gone (from the queue, or from the agent's own).
    void reconcileQueue(const QList<Inquiry> &queued);
    void reconcileMine(const QList<Subscription> &subscriptions, const QList<Room> &rooms);

    /// A closed conversation stays listed while it is open on screen; at most one at a time.
    void keepListed(const RoomId &id);
    void setDraft(const RoomId &id, bool hasDraft);
    void setFailure(const RoomId &id, bool hasFailure);
    /// Until the server says so itself: own read state, a fresh text's preview.
    void markRead(const RoomId &id);
    void noteMessage(const Message &message);
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
    void rebuild(const RoomId &id);
    void forgetIfEmpty(const RoomId &id);
    void announceCounts();

    AgentId m_me;
    RoomId m_kept;
    QHash<RoomId, ConversationFacts> m_facts;
    QHash<InquiryId, RoomId> m_inquiries;
    std::vector<Conversation> m_rows;
    int m_waiting = 0;
    int m_mine = 0;
};

} // namespace greenline
