#pragma once

#include "app/omnichannel/message.h"

#include <QHash>
#include <QObject>

#include <vector>

namespace greenline {

/// The messages of one open conversation, ordered by time and id, merged by id: equal changes nothing, older (by
/// _updatedAt) is ignored, newer replaces. The server's echo of an own message (same id) settles it in place of adding
/// a row.
class MessageStore : public QObject
{
    Q_OBJECT
public:
    explicit MessageStore(const RoomId &room, QObject *parent = nullptr);

    const RoomId &room() const { return m_room; }
    int size() const { return static_cast<int>(m_rows.size()); }
    const Message &at(int row) const { return m_rows.at(row); }
    int rowOf(const MessageId &id) const; ///< -1: not here.
    QDateTime newestUpdate() const; ///< Of what the server said; null when nothing is loaded. Where a catch-up starts.
    QDateTime oldest() const; ///< Of this conversation.

    void upsert(const Message &message); ///< A message of another room is refused by an assertion.
    void upsert(const QList<Message> &messages);
    /// Of earlier conversations with the same customer, to stand above; how many were new. What is not older than this
    /// conversation's first message is left out. They have other rooms than room(), and paging and catching up know
    /// nothing of them.
    int addEarlier(QList<Message> messages);
    bool hasEarlier() const { return !m_rows.empty() && isEarlier(m_rows.front()); }
    bool isEarlier(const Message &message) const { return message.room != m_room; }
    void remove(const MessageId &id);
    void setDelivery(const MessageId &id, Message::Delivery delivery, const QString &reason = {});
    void clear();

    /// More to fetch above the first row; the view shows "loading" while true and asks by wantsOlder.
    bool hasOlder() const { return m_hasOlder; }
    void setHasOlder(bool hasOlder);
    /// First message the agent has not seen; empty: no unread line.
    MessageId firstUnread() const { return m_firstUnread; }
    void setFirstUnread(const MessageId &id);

Q_SIGNALS:
    void aboutToInsert(int first, int last);
    void inserted(int first, int last);
    void aboutToRemove(int row);
    void removed(int row);
    void aboutToMove(int from, int to);
    void moved(int from, int to);
    void changed(int row);
    void hasOlderChanged();
    void firstUnreadChanged();

private:
    /// What decides a row's place, so that a message is found without a search through all of them.
    struct Place {
        QDateTime at = {};
        Message::Delivery delivery = Message::Delivery::Saved;
    };
    int lowerRow(const Message &message) const;
    void insertSorted(std::vector<Message> messages);
    void replace(int row, const Message &message);

    RoomId m_room;
    std::vector<Message> m_rows;
    QHash<MessageId, Place> m_places;
    bool m_hasOlder = true;
    MessageId m_firstUnread;
};

} // namespace greenline
