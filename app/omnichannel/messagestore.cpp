#include "app/omnichannel/messagestore.h"

#include "app/omnichannel/ordering.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace greenline {

namespace {

using Delivery = Message::Delivery;

bool isOnItsWay(const Message &message)
{
    return message.delivery == Delivery::Waiting || message.delivery == Delivery::Sending
        || message.delivery == Delivery::Failed;
}

/// A refused one of which only the outbox has told is not: its time is this computer's, and no page of history holds
/// it.
bool isFromServer(const Message &message)
{
    const bool isMarkAlone = message.delivery == Delivery::Refused && !message.updatedAt.isValid();
    return !message.isEphemeral && !isOnItsWay(message) && !isMarkAlone;
}

/// What becomes of a known message when another word about it comes.
Message merged(const Message &known, const Message &news)
{
    if (isFromServer(known) && isOnItsWay(news)) {
        return known; // the echo was faster than the answer to our own request
    }
    const bool isOlder = known.updatedAt.isValid() && news.updatedAt.isValid() && news.updatedAt < known.updatedAt;
    if (isOlder) {
        return known;
    }
    Message result = news;
    if (news.delivery == Delivery::Refused && known.updatedAt.isValid() && !news.updatedAt.isValid()) {
        result = known; // a mark of ours on what the server has written
        result.delivery = news.delivery;
        result.reason = news.reason;
        result.isSettled = news.isSettled;
    } else if (known.delivery == Delivery::Refused && news.delivery == Delivery::Saved) {
        result.delivery = known.delivery; // to the server a refused text is saved like any other
        result.reason = known.reason;
        result.isSettled = known.isSettled;
    }
    return result;
}

} // namespace

MessageStore::MessageStore(const RoomId &room, QObject *parent)
    : QObject(parent)
    , m_room(room)
{
}

int MessageStore::rowOf(const MessageId &id) const
{
    const auto place = m_places.constFind(id);
    return place == m_places.constEnd() ? -1 : lowerRow({.id = id, .at = place->at, .delivery = place->delivery});
}

int MessageStore::lowerRow(const Message &message) const
{
    const auto place = std::lower_bound(m_rows.cbegin(), m_rows.cend(), message, isWrittenBefore);
    return static_cast<int>(place - m_rows.cbegin());
}

QDateTime MessageStore::newestUpdate() const
{
    QDateTime newest;
    for (const Message &message : m_rows) {
        if (!isEarlier(message) && isFromServer(message) && message.updatedAt.isValid()
            && (newest.isNull() || message.updatedAt > newest)) {
            newest = message.updatedAt;
        }
    }
    return newest;
}

QDateTime MessageStore::oldest() const
{
    const auto first = std::find_if(m_rows.cbegin(), m_rows.cend(), [this](const Message &message) {
        return !isEarlier(message) && isFromServer(message);
    });
    return first == m_rows.cend() ? QDateTime() : first->at;
}

void MessageStore::upsert(const Message &message)
{
    upsert(QList<Message>{message});
}

void MessageStore::upsert(const QList<Message> &messages)
{
    QHash<MessageId, Message> unknown;
    for (const Message &message : messages) {
        Q_ASSERT(message.room == m_room);
        if (message.room != m_room) {
            continue;
        }
        if (const int row = rowOf(message.id); row >= 0) {
            replace(row, merged(m_rows.at(row), message));
        } else if (const auto twin = unknown.find(message.id); twin != unknown.end()) {
            *twin = merged(*twin, message);
        } else {
            unknown.insert(message.id, message);
        }
    }
    insertSorted(std::vector<Message>(unknown.cbegin(), unknown.cend()));
}

int MessageStore::addEarlier(QList<Message> messages)
{
    const QDateTime begin = oldest();
    QSet<MessageId> twins;
    messages.removeIf([this, &begin, &twins](const Message &message) {
        const bool isTwin = m_places.contains(message.id) || twins.contains(message.id);
        twins.insert(message.id);
        return !isEarlier(message) || isTwin || (begin.isValid() && message.at >= begin);
    });
    insertSorted(std::vector<Message>(messages.cbegin(), messages.cend()));
    return static_cast<int>(messages.size());
}

/// Neighbours go in together: a page of history is one insertion.
void MessageStore::insertSorted(std::vector<Message> messages)
{
    std::sort(messages.begin(), messages.end(), isWrittenBefore);
    for (auto first = messages.begin(); first != messages.end();) {
        const int row = lowerRow(*first);
        auto end = std::next(first);
        while (end != messages.end() && (row == size() || isWrittenBefore(*end, m_rows.at(row)))) {
            ++end;
        }
        const int last = row + static_cast<int>(end - first) - 1;
        Q_EMIT aboutToInsert(row, last);
        for (auto message = first; message != end; ++message) {
            m_places.insert(message->id, {message->at, message->delivery});
        }
        m_rows.insert(m_rows.begin() + row, std::make_move_iterator(first), std::make_move_iterator(end));
        Q_EMIT inserted(row, last);
        first = end;
    }
}

void MessageStore::replace(int row, const Message &message)
{
    if (m_rows.at(row) == message) {
        return;
    }
    // The place among the others: lower_bound over a row that still holds the old value would be led astray by it.
    const auto here = m_rows.begin() + row;
    int to = row;
    if (row > 0 && isWrittenBefore(message, m_rows.at(row - 1))) {
        to = static_cast<int>(std::lower_bound(m_rows.begin(), here, message, isWrittenBefore) - m_rows.begin());
    } else if (row + 1 < size() && isWrittenBefore(m_rows.at(row + 1), message)) {
        to = static_cast<int>(std::lower_bound(here + 1, m_rows.end(), message, isWrittenBefore) - m_rows.begin()) - 1;
    }
    if (to != row) {
        Q_EMIT aboutToMove(row, to);
    }
    m_places.insert(message.id, {message.at, message.delivery});
    *here = message;
    if (to < row) {
        std::rotate(m_rows.begin() + to, here, here + 1);
    } else if (to > row) {
        std::rotate(here, here + 1, m_rows.begin() + to + 1);
    }
    if (to != row) {
        Q_EMIT moved(row, to);
    }
    Q_EMIT changed(to);
}

void MessageStore::remove(const MessageId &id)
{
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    const MessageId gone = id; // id may be the row's own
    Q_EMIT aboutToRemove(row);
    m_rows.erase(m_rows.begin() + row);
    m_places.remove(gone);
    Q_EMIT removed(row);
    if (m_firstUnread == gone) {
        setFirstUnread({});
    }
}

void MessageStore::setDelivery(const MessageId &id, Message::Delivery delivery, const QString &reason)
{
    const int row = rowOf(id);
    if (row < 0) {
        return;
    }
    Message message = m_rows.at(row);
    message.delivery = delivery;
    message.reason = reason;
    replace(row, message);
}

void MessageStore::clear()
{
    while (!m_rows.empty()) {
        remove(m_rows.back().id);
    }
    setHasOlder(true);
}

void MessageStore::setHasOlder(bool hasOlder)
{
    if (m_hasOlder != hasOlder) {
        m_hasOlder = hasOlder;
        Q_EMIT hasOlderChanged();
    }
}

void MessageStore::setFirstUnread(const MessageId &id)
{
    if (m_firstUnread != id) {
        m_firstUnread = id;
        Q_EMIT firstUnreadChanged();
    }
}

} // namespace greenline
