// The outbox's side towards the network: what goes out when, and what becomes of it.
#include "app/workspace/outbox.h"
#include "app/workspace/outboxlane.h"
#include "app/workspace/uploads.h"

#include "app/base/log.h"
#include "app/rest/envelope.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

using State = OutgoingMessage::State;

// A refusal and the answer of its message come through two sockets. So long the next message holds back, lest the
// refusal be taken for its own.
constexpr auto betweenMessages = 200ms;

/// Nothing was decided: the message may have arrived or not, and may be tried again.
bool isUndecided(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Network:
    case Error::Kind::Tls:
    case Error::Kind::Timeout:
    case Error::Kind::Protocol:
    case Error::Kind::RateLimited:
    case Error::Kind::Unauthorized:
    case Error::Kind::Cancelled:
        return true;
    case Error::Kind::NotFound:
        return error.code == noSuchRoute; // every server has these routes: a proxy or a captive portal has answered
    default:
        return false;
    }
}

/// The server's own words, without the "HTTP 400" before them that is meant for logs.
QString serverWords(const Error &error)
{
    static const QRegularExpression status(u"^HTTP \\d+\\s*"_s);
    const QString words = QString(error.detail).remove(status);
    return words.isEmpty() ? error.code : words;
}

} // namespace

void Outbox::pumpAll()
{
    const QList<RoomId> filled = rooms();
    for (const RoomId &room : filled) {
        pump(room);
    }
}

void Outbox::pump(const RoomId &room)
{
    const Lane *lane = existingLane(room);
    if (!m_isOnline || !lane || lane->inFlight || lane->again.isActive()) {
        return;
    }
    const auto next = std::find_if(lane->messages.cbegin(), lane->messages.cend(), [](const OutgoingMessage &message) {
        return message.state == State::Waiting || message.state == State::Held;
    });
    if (next == lane->messages.cend() || next->state == State::Held) {
        return; // what was written later does not overtake what is still held
    }
    const OutgoingMessage message = *next;
    laneOf(room).inFlight = message.id;
    Q_EMIT changed(rowOf(message, message.id));
    if (message.wasTried) {
        ask(message);
    } else {
        transmit(message);
    }
}

/// Asking changes nothing, so it is done in blocked rooms too.
void Outbox::ask(const OutgoingMessage &message)
{
    const MessageId id = message.id;
    const Then<std::optional<Message>> onAnswered{
        this, [this, id](const Result<std::optional<Message>> &answer) { onAsked(id, answer); }};
    if (message.file) {
        m_uploads->look(message, onAnswered);
    } else {
        m_api.exists(id, onAnswered);
    }
}

void Outbox::onAsked(const MessageId &id, const Result<std::optional<Message>> &answer)
{
    const OutgoingMessage message = *find(id);
    if (answer && *answer) {
        settle(id, **answer, Attempts::End::Found);
    } else if (!answer && isUndecided(answer.error())) {
        onUnanswered(id, answer.error());
    } else if (isMark(message)) {
        laneOf(message.room).inFlight.reset(); // a notice came while we asked; it is not sent again by itself
        pump(message.room);
    } else if (!answer && message.file) {
        giveUp(id, u"may-be-there"_s); // not for us to know, and a file is posted as often as it is sent
    } else {
        transmit(message); // unknown there, or not for us to know: the server itself takes an id only once
    }
}

void Outbox::transmit(OutgoingMessage message)
{
    if (m_blocked.contains(message.room)) {
        fail(message.id, u"closed"_s);
        return;
    }
    const MessageId id = message.id;
    const Then<Message> onAnswered{this, [this, id](const Result<Message> &answer) { onAnswer(id, answer); }};
    if (message.file) {
        m_uploads->send(message, onAnswered); // says by noteProgress() when it is posted
        return;
    }
    if (!message.wasTried) {
        message.wasTried = true;
        find(message.id)->wasTried = true;
        keep(message);
    }
    laneOf(message.room).attempts.begin(message, m_clock.monotonic());
    m_api.send(message.room, id, message.text, onAnswered);
}

/// How far a file has come, written down before it goes further.
Status Outbox::noteProgress(const OutgoingMessage &message)
{
    if (message.wasTried && m_blocked.contains(message.room)) {
        return Error{.kind = Error::Kind::Rejected, .detail = u"closed"_s, .code = u"closed"_s};
    }
    OutgoingMessage &known = *find(message.id);
    OutgoingMessage news = known;
    news.file = message.file;
    news.wasTried = message.wasTried;
    const Status written = m_journal.putOutgoing(news);
    if (written) {
        known = news;
        if (news.wasTried) {
            laneOf(news.room).attempts.begin(news, m_clock.monotonic());
        }
    }
    return written;
}

void Outbox::onAnswer(const MessageId &id, const Result<Message> &answer)
{
    if (answer) {
        settle(id, *answer, Attempts::End::Answered);
    } else if (answer.error().code == "called-back"_L1) {
        laneOf(m_rooms.value(id)).inFlight.reset(); // whoever called it back goes on with it
    } else if (isUndecided(answer.error())) {
        onUnanswered(id, answer.error());
    } else if (find(id)->file) {
        fail(id, serverWords(answer.error())); // no id of ours is there that an odd refusal could mean
    } else if (answer.error().kind == Error::Kind::Rejected && answer.error().code.isEmpty()) {
        confirmRejected(id, answer.error());
    } else {
        fail(id, serverWords(answer.error()));
    }
}

/// A 400 without a code is also what an id that is there already gets (3.11.6 and 7.7.1, rocketchat-wire.md 2.6).
void Outbox::confirmRejected(const MessageId &id, const Error &error)
{
    m_api.exists(id, {this, [this, id, error](const Result<std::optional<Message>> &answer) {
                          if (answer && *answer) {
                              settle(id, **answer, Attempts::End::Found);
                          } else if (!answer && isUndecided(answer.error())) {
                              onUnanswered(id, answer.error());
                          } else {
                              fail(id, serverWords(error));
                          }
                      }});
}

void Outbox::onUnanswered(const MessageId &id, const Error &error)
{
    qCInfo(logWorkspace) << "a message waits:" << redacted(error.detail);
    const OutgoingMessage message = *find(id);
    Lane &lane = laneOf(message.room);
    if (error.kind == Error::Kind::Unauthorized) {
        m_isOnline = false; // until somebody has signed in again
    } else {
        lane.again.start(std::max(lane.backoff.next(), error.retryAfter.value_or(0ms)));
    }
    lane.inFlight.reset();
    if (message.state == State::Waiting) {
        setState(id, State::Waiting, {});
    }
}

void Outbox::settle(const MessageId &ours, const Message &saved, Attempts::End end)
{
    const MessageId id = rename(ours, saved.id);
    const OutgoingMessage message = *find(id);
    Lane &lane = laneOf(message.room);
    lane.attempts.end(id, end, m_clock.monotonic());
    const QList<Refusal> foreign = lane.attempts.takeForeign(id, saved.at);
    Message row = saved;
    if (saved.isUnreadable) { // what the server made of it cannot be read; what was written is known here
        row = rowOf(message, std::nullopt);
        row.delivery = Message::Delivery::Saved;
        row.reason.clear();
    }
    if (isMark(message) && lane.attempts.isRefused(id)) {
        row.delivery = Message::Delivery::Refused;
        row.reason = message.reason;
    } else {
        forget(message);
        if (const Status removal = m_journal.removeOutgoing(id); !removal) {
            Q_EMIT storageFailed(removal.error()); // after a restart the server is asked, and knows the id
        }
    }
    lane.backoff.reset();
    lane.inFlight.reset();
    lane.again.start(betweenMessages);
    Q_EMIT changed(row);
    announce(message.room);
    for (const Refusal &refusal : foreign) {
        if (!noteRefusal(message.room, refusal)) {
            qCInfo(logWorkspace) << "a late refusal finds no message";
        }
    }
}

/// What was a file here is a message of the workspace now, with its id.
MessageId Outbox::rename(const MessageId &id, const MessageId &given)
{
    OutgoingMessage *message = find(id);
    if (!message->file || id == given) {
        return id;
    }
    const MessageId old = id;
    const RoomId room = message->room;
    message->id = given;
    m_rooms.remove(old);
    m_rooms.insert(given, room);
    Lane &lane = laneOf(room);
    lane.attempts.rename(old, given);
    lane.inFlight = given;
    lane.held.erase(old);
    if (const Status kept = m_journal.replaceOutgoing(old, *message); !kept) {
        Q_EMIT storageFailed(kept.error());
    }
    Q_EMIT removed(room, old);
    return given;
}

void Outbox::fail(const MessageId &id, const QString &reason)
{
    if (OutgoingMessage *known = find(id); known->file) {
        known->wasTried = false; // refused, so it is not there
        known->file->newestBefore = {};
    }
    giveUp(id, reason);
}

/// Without a word about whether it is there: tried again, it is looked for first.
void Outbox::giveUp(const MessageId &id, const QString &reason)
{
    const RoomId room = m_rooms.value(id);
    laneOf(room).inFlight.reset();
    laneOf(room).attempts.end(id, Attempts::End::Failed, m_clock.monotonic());
    setState(id, State::Failed, reason);
    pump(room);
}

bool Outbox::noteRefusal(const RoomId &room, const Refusal &refusal)
{
    if (!existingLane(room)) {
        return false;
    }
    Lane &lane = laneOf(room);
    const std::optional<OutgoingMessage> message = lane.attempts.bind(refusal);
    if (!message) {
        return false;
    }
    if (!find(message->id)) { // saved and forgotten; the mark brings it back
        lane.messages.append(*message);
        m_rooms.insert(message->id, room);
    }
    setState(message->id, State::Refused, refusal.reason);
    return true;
}

} // namespace greenline
