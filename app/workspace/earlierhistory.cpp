#include "app/workspace/earlierhistory.h"

#include "app/workspace/timelines.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int mostEarlierRooms = 50;

bool isUnreadableRoom(const Error &error)
{
    return error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound
        || error.kind == Error::Kind::Rejected;
}

} // namespace

EarlierHistory::EarlierHistory(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_reader(needs.messages)
{
}

bool EarlierHistory::isExhausted(const RoomId &room) const
{
    const auto waiting = m_waiting.constFind(room);
    const MessageStore *store = storeOf(room);
    const bool isMadeAnew = m_added.contains(room) && !(store && store->hasEarlier()); // what was added has gone
    return waiting != m_waiting.constEnd() && waiting->isEmpty() && !isMadeAnew;
}

/// Only once the conversation's own beginning is there: between the two there would be a hole.
MessageStore *EarlierHistory::storeOf(const RoomId &room) const
{
    MessageStore *store = m_needs.timelines.find(room);
    return store && !store->hasOlder() ? store : nullptr;
}

void EarlierHistory::addNext(const CustomerKey &key, const Then<int> &then)
{
    end(Error{Error::Kind::Cancelled, u"another was asked for"_s, {}});
    const int turn = ++m_turn;
    m_reading = Reading{key, then, {}};
    const MessageStore *store = storeOf(key.room);
    if (!store) {
        end(0);
        return;
    }
    if (!store->hasEarlier()) {
        m_waiting.remove(key.room); // a store made anew, or there may be more by now
    }
    if (m_waiting.contains(key.room)) {
        readNext();
        return;
    }
    m_needs.customers.earlier(key, mostEarlierRooms,
                              {this, [this, turn](const Result<QList<Room>> &others) { adopt(others, turn); }});
}

void EarlierHistory::adopt(const Result<QList<Room>> &others, int turn)
{
    if (turn != m_turn || !m_reading) {
        return;
    }
    if (!others) {
        end(others.error());
        return;
    }
    QList<Room> closed = *others;
    closed.removeIf([](const Room &room) { return room.isOpen; });
    m_waiting.insert(m_reading->key.room, closed);
    readNext();
}

void EarlierHistory::readNext()
{
    QList<Room> &waiting = m_waiting[m_reading->key.room];
    if (waiting.isEmpty()) {
        m_reading->refusal ? end(*m_reading->refusal) : end(0);
        return;
    }
    const Room next = waiting.takeFirst();
    m_reader.read(next.id, {this, [this, next, turn = m_turn](const Result<QList<Message>> &messages) {
                                take(next, messages, turn);
                            }});
}

void EarlierHistory::take(const Room &room, const Result<QList<Message>> &messages, int turn)
{
    if (turn != m_turn || !m_reading) {
        return;
    }
    const RoomId here = m_reading->key.room;
    if (!messages) {
        if (isUnreadableRoom(messages.error())) {
            m_reading->refusal = messages.error();
            readNext();
            return;
        }
        m_waiting[here].prepend(room); // for another try
        end(messages.error());
        return;
    }
    MessageStore *store = storeOf(here);
    const int added = store ? store->addEarlier(*messages) : 0;
    if (added > 0) {
        m_added.insert(here);
    }
    if (added == 0 && store) {
        readNext();
        return;
    }
    end(added);
}

void EarlierHistory::end(const Result<int> &how)
{
    const std::optional<Reading> reading = std::exchange(m_reading, std::nullopt);
    if (reading) {
        ++m_turn;
        m_reader.cancel();
        reading->then(how);
    }
}

} // namespace greenline
