// What the outbox holds: the lanes of the rooms, and every change of state into the journal and out to who looks on.
#include "app/workspace/outbox.h"
#include "app/workspace/outboxlane.h"

#include <algorithm>
#include <utility>

namespace greenline {

namespace {

using State = OutgoingMessage::State;

bool isWaiting(const OutgoingMessage &message)
{
    return message.state == State::Waiting || message.state == State::Held;
}

bool isTrouble(const OutgoingMessage &message)
{
    return message.state == State::Failed || message.state == State::Refused;
}

} // namespace

QList<Message> Outbox::messagesOf(const RoomId &room) const
{
    QList<Message> rows;
    if (const Lane *lane = existingLane(room)) {
        for (const OutgoingMessage &message : lane->messages) {
            rows.append(rowOf(message, lane->inFlight));
        }
    }
    return rows;
}

Message Outbox::rowOf(const OutgoingMessage &message, const std::optional<MessageId> &inFlight) const
{
    Message row = outgoingRow(message, inFlight);
    row.authorId = m_me.id.value;
    row.authorUsername = m_me.username;
    row.authorName = m_me.name.isEmpty() ? m_me.username : m_me.name;
    return row;
}

QList<RoomId> Outbox::rooms() const
{
    QList<RoomId> filled;
    for (const auto &[room, lane] : m_lanes) {
        if (!lane->messages.isEmpty()) {
            filled.append(room);
        }
    }
    return filled;
}

QStringList Outbox::filePaths() const
{
    QStringList paths;
    for (const auto &[room, lane] : m_lanes) {
        for (const OutgoingMessage &message : lane->messages) {
            if (message.file) {
                paths.append(message.file->file.path);
            }
        }
        paths += lane->attempts.filePaths(m_clock.monotonic());
    }
    return paths;
}

int Outbox::waiting() const
{
    qsizetype count = 0;
    for (const auto &[room, lane] : m_lanes) {
        count += std::count_if(lane->messages.cbegin(), lane->messages.cend(), isWaiting);
    }
    return static_cast<int>(count);
}

bool Outbox::hasFailure(const RoomId &room) const
{
    const Lane *lane = existingLane(room);
    return lane && std::any_of(lane->messages.cbegin(), lane->messages.cend(), isTrouble);
}

bool Outbox::hasUnsent(const RoomId &room) const
{
    const Lane *lane = existingLane(room);
    return lane && std::any_of(lane->messages.cbegin(), lane->messages.cend(), [](const OutgoingMessage &message) {
               return !isMark(message);
           });
}

Outbox::Lane &Outbox::laneOf(const RoomId &room)
{
    std::unique_ptr<Lane> &lane = m_lanes[room];
    if (!lane) {
        lane = std::make_unique<Lane>(m_clock, [this, room] { pump(room); });
    }
    return *lane;
}

const Outbox::Lane *Outbox::existingLane(const RoomId &room) const
{
    const auto lane = m_lanes.find(room);
    return lane == m_lanes.end() ? nullptr : lane->second.get();
}

OutgoingMessage *Outbox::find(const MessageId &id)
{
    const auto room = m_rooms.constFind(id);
    if (room == m_rooms.constEnd()) {
        return nullptr;
    }
    QList<OutgoingMessage> &messages = laneOf(*room).messages;
    const auto found
        = std::find_if(messages.begin(), messages.end(), [&id](const OutgoingMessage &one) { return one.id == id; });
    return found == messages.end() ? nullptr : &*found;
}

/// Somebody has dealt with a refused message. It was said and stays marked, but the conversation asks for nobody.
void Outbox::dismiss(const OutgoingMessage &mark)
{
    if (mark.state == State::Refused) {
        setState(MessageId(mark.id), State::Dismissed, QString(mark.reason));
    }
}

void Outbox::setState(const MessageId &id, State state, const QString &reason)
{
    OutgoingMessage *known = find(id);
    known->state = state;
    known->reason = reason;
    const OutgoingMessage message = *known;
    keep(message);
    Q_EMIT changed(rowOf(message, laneOf(message.room).inFlight));
    announce(message.room);
}

Status Outbox::remove(const OutgoingMessage &message)
{
    const OutgoingMessage gone = message; // it may stand in the list itself
    if (const Status removal = m_journal.removeOutgoing(gone.id); !removal) {
        return removal;
    }
    forget(gone);
    laneOf(gone.room).attempts.forget(gone.id);
    Q_EMIT removed(gone.room, gone.id);
    announce(gone.room);
    pump(gone.room); // it may have stood before others
    return Done();
}

void Outbox::forget(const OutgoingMessage &message)
{
    const MessageId id = message.id;
    laneOf(message.room).held.erase(id);
    laneOf(message.room).messages.removeIf([&id](const OutgoingMessage &one) { return one.id == id; });
    m_rooms.remove(id);
}

void Outbox::keep(const OutgoingMessage &message)
{
    const Status written = m_journal.putOutgoing(message);
    if (!written) {
        // The message itself is in the journal since send(); what is lost is how far it has come, and the server knows
        // that.
        Q_EMIT storageFailed(written.error());
    }
}

void Outbox::announce(const RoomId &room)
{
    const int count = waiting();
    if (std::exchange(m_announcedWaiting, count) != count) {
        Q_EMIT waitingChanged();
    }
    const bool isFailing = hasFailure(room);
    if (std::exchange(laneOf(room).hasAnnouncedFailure, isFailing) != isFailing) {
        Q_EMIT failureChanged(room);
    }
}

} // namespace greenline
