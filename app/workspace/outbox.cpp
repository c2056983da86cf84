#include "app/workspace/outbox.h"

#include "app/workspace/outboxlane.h"
#include "app/workspace/uploads.h"

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

/// The text goes with the first file.
QString textAt(int place, const QString &text)
{
    return place == 0 ? text : QString();
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

void Outbox::setUploads(Uploads &uploads)
{
    m_uploads = &uploads;
    uploads.setKeeper([this](const OutgoingMessage &message) { return noteProgress(message); });
}

Status Outbox::load()
{
    const Result<QList<OutgoingMessage>> left = m_journal.outgoing();
    if (!left) {
        return left.error();
    }
    for (auto message = left->crbegin(); message != left->crend(); ++message) { // each before the later ones
        const Status kept = message->state == State::Held ? m_journal.moveOutboxToDraft(*message) : Status(Done());
        if (!kept) {
            return kept;
        }
    }
    for (const OutgoingMessage &message : *left) {
        if (message.state == State::Held) {
            continue;
        }
        Lane &lane = laneOf(message.room);
        lane.messages.append(message);
        lane.hasAnnouncedFailure = hasFailure(message.room);
        if (message.state == State::Waiting && message.wasTried) {
            lane.attempts.begin(message, m_clock.monotonic()); // its notice may still come
        }
        m_rooms.insert(message.id, message.room);
        m_lastWrittenAt = m_lastWrittenAt.isNull() ? message.writtenAt : std::max(m_lastWrittenAt, message.writtenAt);
    }
    m_announcedWaiting = waiting();
    return Done();
}

Result<MessageId> Outbox::send(const RoomId &room, const QString &text, const QList<KeptFile> &files)
{
    if (text.trimmed().isEmpty() && files.isEmpty()) {
        return outboxRefusal(u"blank"_s);
    }
    if (!files.isEmpty() && !m_uploads) {
        return outboxRefusal(u"no-uploads"_s);
    }
    if (const QString code = whyNot(room, text); !code.isEmpty()) {
        return outboxRefusal(code);
    }
    QList<OutgoingMessage> messages;
    for (int place = 0; place < qMax<qsizetype>(1, files.size()); ++place) {
        OutgoingMessage message = written(room, textAt(place, text));
        message.state = m_hold.count() > 0 ? State::Held : State::Waiting;
        message.file = files.isEmpty() ? std::nullopt : std::optional(OutgoingFile{files.at(place)});
        messages.append(message);
    }
    if (const Status committed = m_journal.moveDraftToOutbox(messages); !committed) {
        return committed.error();
    }
    for (const OutgoingMessage &message : std::as_const(messages)) {
        queue(message);
    }
    return messages.constFirst().id;
}

Result<MessageId> Outbox::sendBeside(const RoomId &room, const QString &text)
{
    const QString code = text.trimmed().isEmpty() ? u"blank"_s : whyNot(room, text);
    if (!code.isEmpty()) {
        return outboxRefusal(code);
    }
    OutgoingMessage message = written(room, text);
    message.state = m_hold.count() > 0 ? State::Held : State::Waiting;
    if (const Status committed = m_journal.putOutgoing(message); !committed) {
        return committed.error();
    }
    queue(message);
    return message.id;
}

QString Outbox::whyNot(const RoomId &room, const QString &text) const
{
    if (text.size() > longestOutgoing) {
        return u"too-long"_s;
    }
    return m_blocked.contains(room) ? u"closed"_s : QString();
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
    Q_EMIT changed(rowOf(message, std::nullopt));
    announce(message.room);
    if (message.state == State::Held) {
        hold(message);
    }
    pump(message.room);
}

void Outbox::hold(const OutgoingMessage &message)
{
    auto alarm = std::make_unique<Alarm>(m_clock, [this, id = message.id] { letGo(id); });
    alarm->start(m_hold);
    laneOf(message.room).held.insert_or_assign(message.id, std::move(alarm));
    Q_EMIT held(message.room, message.id);
}

/// Nobody has called it back.
void Outbox::letGo(const MessageId &id)
{
    const OutgoingMessage *known = find(id);
    if (known && known->state == State::Held) {
        const RoomId room = known->room;
        setState(id, State::Waiting, {});
        pump(room);
    }
}

void Outbox::retry(const MessageId &id)
{
    const OutgoingMessage *known = find(id);
    if (!known || known->state == State::Waiting || known->state == State::Held || m_blocked.contains(known->room)) {
        return;
    }
    if (known->state == State::Dismissed) {
        return; // it has gone out anew already
    }
    const OutgoingMessage old = *known;
    if (old.state == State::Failed) {
        setState(id, State::Waiting, {});
        pump(old.room);
        return;
    }
    OutgoingMessage again = written(old.room, old.text);
    again.file = old.file ? std::optional(OutgoingFile{old.file->file}) : std::nullopt;
    if (const Status committed = m_journal.putOutgoing(again); !committed) {
        Q_EMIT storageFailed(committed.error());
        return;
    }
    queue(again);
    dismiss(old);
}

Status Outbox::discard(const MessageId &id)
{
    const OutgoingMessage *known = find(id);
    if (!known) {
        return notInOutbox();
    }
    if (mayBeThere(*known)) {
        return outboxRefusal(u"sending"_s);
    }
    if (isMark(*known)) {
        dismiss(*known);
        return Done();
    }
    const OutgoingMessage gone = *known;
    const Status removal = remove(gone);
    return removal ? removal : stay(gone, removal.error());
}

/// A file that was called back on its way and cannot be written elsewhere leaves again only when the agent says so.
Error Outbox::stay(const OutgoingMessage &message, const Error &error)
{
    if (message.file && message.state == OutgoingMessage::State::Waiting) {
        setState(MessageId(message.id), OutgoingMessage::State::Failed, u"called-back"_s);
        pump(message.room);
    }
    return error;
}

/// It may have reached the server already, so it cannot be called back. A file that is not posted yet is stopped.
bool Outbox::mayBeThere(const OutgoingMessage &message)
{
    if (laneOf(message.room).inFlight == message.id) {
        return !message.file || !m_uploads->cancel(MessageId(message.id));
    }
    return message.state == State::Waiting && message.wasTried;
}

Result<QString> Outbox::takeBack(const MessageId &id)
{
    const OutgoingMessage *known = find(id);
    if (!known) {
        return notInOutbox();
    }
    const OutgoingMessage taken = *known;
    if (isMark(taken)) {
        dismiss(taken);
    } else if (mayBeThere(taken)) {
        return outboxRefusal(u"sending"_s);
    } else {
        const Status kept = m_journal.moveOutboxToDraft(taken);
        const Status removal = kept ? remove(taken) : kept;
        if (!removal) {
            return stay(taken, removal.error());
        }
    }
    if (taken.file) {
        Q_EMIT fileReturned(taken.room, taken.file->file);
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
        // One that was tried may have arrived; the server is asked before anything is said of it. A file that is being
        // brought fails before it is posted.
        const bool isUntried = message.state == State::Waiting && !message.wasTried && lane->inFlight != message.id;
        if (isUntried || message.state == State::Held) {
            setState(message.id, State::Failed, u"closed"_s);
        }
    }
    pump(room);
}

} // namespace greenline
