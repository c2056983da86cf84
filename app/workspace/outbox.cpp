#include "app/workspace/outbox.h"

#include "app/workspace/outboxlane.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

using State = OutgoingMessage::State;

constexpr qsizetype longestOutgoing = 1600; // Twilio refuses more with 21617

Error outboxRefusal(const QString &code)
{
    return {.kind = Error::Kind::Rejected, .detail = code, .code = code};
}

Error notInOutbox()
{
    return {.kind = Error::Kind::NotFound, .detail = u"not in the outbox"_s};
}

bool isTrouble(const OutgoingMessage &message)
{
    return message.state != State::Waiting;
}

/// It may have reached the server already, so it cannot be called back.
bool mayBeThere(const OutgoingMessage &message, const std::optional<MessageId> &inFlight)
{
    return inFlight == message.id || (message.state == State::Waiting && message.wasTried);
}

} // namespace

Outbox::Outbox(SafeDb &journal, MessagesApi &api, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_journal(journal)
    , m_api(api)
    , m_clock(clock)
{
}

Outbox::~Outbox() = default;

Status Outbox::load()
{
    const Result<QList<OutgoingMessage>> left = m_journal.outgoing();
    if (!left) {
        return left.error();
    }
    for (const OutgoingMessage &message : *left) {
        Lane &lane = laneOf(message.room);
        lane.messages.append(message);
        lane.hasAnnouncedFailure = lane.hasAnnouncedFailure || isTrouble(message);
        m_rooms.insert(message.id, message.room);
        m_lastWrittenAt = m_lastWrittenAt.isNull() ? message.writtenAt : std::max(m_lastWrittenAt, message.writtenAt);
    }
    m_announcedWaiting = waiting();
    return Done();
}

Result<MessageId> Outbox::send(const RoomId &room, const QString &text)
{
    if (text.trimmed().isEmpty()) {
        return outboxRefusal(u"blank"_s);
    }
    if (text.size() > longestOutgoing) {
        return outboxRefusal(u"too-long"_s);
    }
    if (m_blocked.contains(room)) {
        return outboxRefusal(u"closed"_s);
    }
    const OutgoingMessage message = written(room, text);
    if (const Status committed = m_journal.moveDraftToOutbox(message); !committed) {
        return committed.error();
    }
    queue(message);
    return message.id;
}

/// Rows that wait stand in the order of writing, so no two are written at the same time, whatever the wall clock does.
OutgoingMessage Outbox::written(const RoomId &room, const QString &text)
{
    const QDateTime now = m_clock.now();
    m_lastWrittenAt = m_lastWrittenAt.isNull() ? now : std::max(now, m_lastWrittenAt.addMSecs(1));
    return {.id = newMessageId(), .room = room, .text = text, .writtenAt = m_lastWrittenAt};
}

void Outbox::queue(const OutgoingMessage &message)
{
    laneOf(message.room).messages.append(message);
    m_rooms.insert(message.id, message.room);
    Q_EMIT changed(outgoingRow(message, std::nullopt));
    announce(message.room);
    pump(message.room);
}

void Outbox::retry(const MessageId &id)
{
    const OutgoingMessage *known = find(id);
    if (!known || known->state == State::Waiting || m_blocked.contains(known->room)) {
        return;
    }
    const OutgoingMessage old = *known;
    if (old.state == State::Failed) {
        setState(id, State::Waiting, {});
        pump(old.room);
        return;
    }
    const OutgoingMessage again = written(old.room, old.text);
    if (const Status committed = m_journal.putOutgoing(again); !committed) {
        Q_EMIT storageFailed(committed.error());
        return;
    }
    queue(again);
}

Status Outbox::discard(const MessageId &id)
{
    const OutgoingMessage *known = find(id);
    if (!known) {
        return notInOutbox();
    }
    if (mayBeThere(*known, laneOf(known->room).inFlight)) {
        return outboxRefusal(u"sending"_s);
    }
    if (known->state == State::Refused) {
        return outboxRefusal(u"refused"_s);
    }
    return remove(*known);
}

Result<QString> Outbox::takeBack(const MessageId &id)
{
    const OutgoingMessage *known = find(id);
    if (!known) {
        return notInOutbox();
    }
    const OutgoingMessage taken = *known;
    if (taken.state == State::Refused) {
        return taken.text;
    }
    if (mayBeThere(taken, laneOf(taken.room).inFlight)) {
        return outboxRefusal(u"sending"_s);
    }
    const Result<QHash<RoomId, QString>> drafts = m_journal.drafts();
    if (!drafts) {
        return drafts.error();
    }
    const QString draft = drafts->value(taken.room);
    const Status kept = m_journal.putDraft(taken.room, draft.isEmpty() ? taken.text : taken.text + u'\n' + draft);
    const Status removal = kept ? remove(taken) : kept;
    if (!removal) {
        return removal.error();
    }
    return taken.text;
}

void Outbox::setOnline(bool isOnline)
{
    if (std::exchange(m_isOnline, isOnline) || !isOnline) {
        return;
    }
    for (const auto &[room, lane] : m_lanes) {
        lane->again.stop();
        lane->backoff.reset();
    }
    pumpAll();
}

void Outbox::setBlocked(const RoomId &room, bool isBlocked)
{
    if (m_blocked.contains(room) == isBlocked) {
        return;
    }
    if (!isBlocked) {
        m_blocked.remove(room);
        pump(room);
        return;
    }
    m_blocked.insert(room);
    const Lane *lane = existingLane(room);
    const QList<OutgoingMessage> messages = lane ? lane->messages : QList<OutgoingMessage>();
    for (const OutgoingMessage &message : messages) {
        // One that was tried may have arrived; the server is asked before anything is said of it.
        if (message.state == State::Waiting && !message.wasTried) {
            setState(message.id, State::Failed, u"closed"_s);
        }
    }
    pump(room);
}

QList<Message> Outbox::messagesOf(const RoomId &room) const
{
    QList<Message> rows;
    if (const Lane *lane = existingLane(room)) {
        for (const OutgoingMessage &message : lane->messages) {
            rows.append(outgoingRow(message, lane->inFlight));
        }
    }
    return rows;
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

int Outbox::waiting() const
{
    qsizetype count = 0;
    for (const auto &[room, lane] : m_lanes) {
        count += std::count_if(lane->messages.cbegin(), lane->messages.cend(), std::not_fn(isTrouble));
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
               return message.state != OutgoingMessage::State::Refused;
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

void Outbox::setState(const MessageId &id, State state, const QString &reason)
{
    OutgoingMessage *known = find(id);
    known->state = state;
    known->reason = reason;
    const OutgoingMessage message = *known;
    keep(message);
    Q_EMIT changed(outgoingRow(message, laneOf(message.room).inFlight));
    announce(message.room);
}

Status Outbox::remove(const OutgoingMessage &message)
{
    const OutgoingMessage gone = message; // it may stand in the list itself
    if (const Status removal = m_journal.removeOutgoing(gone.id); !removal) {
        return removal;
    }
    forget(gone);
    Q_EMIT removed(gone.room, gone.id);
    announce(gone.room);
    return Done();
}

void Outbox::forget(const OutgoingMessage &message)
{
    const MessageId id = message.id;
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
