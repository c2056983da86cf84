#pragma once

#include "app/omnichannel/messagestore.h"
#include "app/workspace/customers.h"
#include "app/workspace/wholehistory.h"

#include <QHash>

namespace greenline {

class Timelines;

/// What a customer wrote in earlier conversations, added above the one on screen: a conversation at a time, the newest
/// first, and only when asked for, because most answers do not need it. What the account may not read is passed over.
class EarlierHistory : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Customers &customers;
        MessagesApi &messages;
        Timelines &timelines;
    };
    explicit EarlierHistory(const Needs &needs, QObject *parent = nullptr);

    /// How many messages came; 0: there is nothing earlier. One at a time: asked during another, it ends that one
    /// (Cancelled).
    void addNext(const CustomerKey &key, const Then<int> &then);
    bool isExhausted(const RoomId &room) const; ///< Nothing is left to add; unknown until addNext() has looked.

private:
    struct Reading {
        CustomerKey key;
        Then<int> then;
        std::optional<Error> refusal; // of a conversation that was passed over
    };
    MessageStore *storeOf(const RoomId &room) const;
    void adopt(const Result<QList<Room>> &others, int turn);
    void readNext();
    void take(const Room &room, const Result<QList<Message>> &messages, int turn);
    void end(const Result<int> &how);

    Needs m_needs;
    WholeHistory m_reader;
    QHash<RoomId, QList<Room>> m_waiting; // the newest first; known and empty: exhausted
    QSet<RoomId> m_added; // where something was
    std::optional<Reading> m_reading;
    int m_turn = 0;
};

} // namespace greenline
