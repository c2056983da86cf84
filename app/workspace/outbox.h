#pragma once

#include "app/base/backoff.h"
#include "app/base/clock.h"
#include "app/rest/messagesapi.h"
#include "app/storage/safedb.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <map>
#include <memory>

namespace greenline {

/// Messages on their way out: committed before the network, ids made here, one at a time per room, the same id on every
/// try. After a time-out or an odd 400 the server is asked whether the id exists, so nothing is lost and nothing is
/// sent twice. What a refusal on <uid>/message says of the message in flight is kept as Refused, and such a message is
/// never sent again by itself.
class Outbox : public QObject
{
    Q_OBJECT
public:
    Outbox(SafeDb &journal, MessagesApi &api, Clock &clock, QObject *parent = nullptr);
    ~Outbox() override;

    Status load(); ///< What an earlier run left; call once before anything else.
    /// Writes the message down and clears the room's draft in the same transaction; the network comes after. Blank
    /// texts, more than 1,600 characters (sms) and blocked rooms are refused with Rejected (codes "blank", "too-long",
    /// "closed").
    Result<MessageId> send(const RoomId &room, const QString &text);
    /// A failed message is tried again with the same id. A refused one goes out as a new message, and the old one keeps
    /// its mark.
    void retry(const MessageId &id);
    /// Rejected for what is on its way ("sending") and for a refused one ("refused"), whose mark must not be lost.
    Status discard(const MessageId &id);
    /// The text of a failed message, which leaves the outbox: back into the composer. It is kept as the room's draft
    /// before it leaves. A refused one gives its text and keeps its mark.
    Result<QString> takeBack(const MessageId &id);

    void setOnline(bool isOnline); ///< Sends only while true.
    void setBlocked(const RoomId &room,
                    bool isBlocked); ///< Closed here or no longer mine: what waits there becomes Failed "closed".
    /// An ephemeral notice of a room: bound to the message in flight there, or to one that landed this moment, for
    /// notice and answer come through two sockets. True when it was bound.
    bool noteRefusal(const RoomId &room, const QString &reason);

    QList<Message> messagesOf(const RoomId &room) const; ///< As rows: Waiting, Sending, Failed; and Refused marks.
    QList<RoomId> rooms() const; ///< Where something waits, failed or was refused.
    int waiting() const; ///< To be sent, all rooms.
    bool hasFailure(const RoomId &room) const;
    bool hasUnsent(const RoomId &room) const; ///< Something waits or failed; marks of refusal do not count.

Q_SIGNALS:
    void
    changed(const greenline::Message &message); ///< New or in a new state; a saved one comes as the server wrote it.
    void removed(const greenline::RoomId &room, const greenline::MessageId &id); ///< Discarded or taken back.
    void waitingChanged();
    void failureChanged(const greenline::RoomId &room);
    void storageFailed(const greenline::Error &error);

private:
    struct Lane;

    // The agent's side (outbox.cpp).
    Lane &laneOf(const RoomId &room);
    OutgoingMessage *find(const MessageId &id);
    const Lane *existingLane(const RoomId &room) const;
    OutgoingMessage written(const RoomId &room, const QString &text);
    void queue(const OutgoingMessage &message);
    void setState(const MessageId &id, OutgoingMessage::State state, const QString &reason);
    Status remove(const OutgoingMessage &message);
    void forget(const OutgoingMessage &message);
    void keep(const OutgoingMessage &message);
    void announce(const RoomId &room);

    // The network's side (outboxsending.cpp).
    void pump(const RoomId &room);
    void pumpAll();
    void ask(const OutgoingMessage &message);
    void onAsked(const MessageId &id, const Result<std::optional<Message>> &answer);
    void transmit(OutgoingMessage message);
    void onAnswer(const MessageId &id, const Result<Message> &answer);
    void onUnanswered(const MessageId &id, const Error &error);
    void confirmRejected(const MessageId &id, const Error &error);
    void settle(const MessageId &id, const Message &saved);
    void fail(const MessageId &id, const QString &reason);

    SafeDb &m_journal;
    MessagesApi &m_api;
    Clock &m_clock;
    std::map<RoomId, std::unique_ptr<Lane>> m_lanes; // one per room that was ever sent to
    QHash<MessageId, RoomId> m_rooms;
    QSet<RoomId> m_blocked;
    QDateTime m_lastWrittenAt;
    int m_announcedWaiting = 0;
    bool m_isOnline = false;
};

} // namespace greenline
