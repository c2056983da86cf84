#pragma once

#include "app/base/backoff.h"
#include "app/base/clock.h"
#include "app/omnichannel/agent.h"
#include "app/rest/messagesapi.h"
#include "app/storage/safedb.h"
#include "app/workspace/attempts.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <map>
#include <memory>

namespace greenline {

class Uploads;

/// Messages on their way out: committed before the network, ids made here, one at a time per room, the same id on every
/// try. After a time-out or an odd 400 the server is asked whether the id exists, so nothing is lost and nothing is
/// sent twice. What a refusal on <uid>/message says of a message (Attempts) is kept as Refused, and such a message is
/// never sent again by itself.
class Outbox : public QObject
{
    Q_OBJECT
public:
    Outbox(SafeDb &journal, MessagesApi &api, Clock &clock, QObject *parent = nullptr);
    void setUploads(Uploads &uploads); ///< Without, files are refused ("no-uploads"). Before load().
    ~Outbox() override;
    void setMe(const Agent &me) { m_me = me; } ///< Who writes, for the rows that the workspace has not seen yet.

    /// What an earlier run left; call once before anything else. What was held then was not yet meant to leave: it goes
    /// back into the draft.
    Status load();
    /// How long a message is held back before it leaves, so that it can be called back by takeBack(). 0: not at all.
    void setHold(std::chrono::milliseconds span) { m_hold = span; }
    /// Writes the message down and clears the room's draft in the same transaction; the network comes after. Blank
    /// texts, more than 1,600 characters (sms) and blocked rooms are refused with Rejected (codes "blank", "too-long",
    /// "closed").
    /// Each file leaves as a message of its own, the text with the first of them; then the text may be blank. The first
    /// message's id. What a file becomes in the workspace has another id than it has here: removed() and changed().
    Result<MessageId> send(const RoomId &room, const QString &text, const QList<KeptFile> &files = {});
    /// A text that was not written in the conversation's box: the draft stays as it is.
    Result<MessageId> sendBeside(const RoomId &room, const QString &text);
    /// A failed message is tried again with the same id. A refused one stands in the workspace and stays marked, so it
    /// goes out as a new message; of the old one the conversation no longer says that it failed.
    void retry(const MessageId &id);
    /// A failed or never tried message leaves the outbox. A refused one stays marked where it stands; the conversation
    /// no longer says that something failed. Rejected for what is on its way ("sending").
    Status discard(const MessageId &id);
    /// The text of a failed message, which leaves the outbox: back into the composer. It is kept as the room's draft
    /// before it leaves. A refused one gives its text, and is dealt with as by discard().
    Result<QString> takeBack(const MessageId &id);

    void setOnline(bool isOnline); ///< Sends only while true.
    void setBlocked(const RoomId &room,
                    bool isBlocked); ///< Closed here or no longer mine: what waits there becomes Failed "closed".
    /// An ephemeral notice of a room marks the message that it speaks of (Attempts). False: none that we sent.
    bool noteRefusal(const RoomId &room, const Refusal &refusal);

    QList<Message> messagesOf(const RoomId &room) const; ///< As rows: Waiting, Sending, Failed; and Refused marks.
    QList<RoomId> rooms() const; ///< Where something waits, failed or was refused.
    QStringList filePaths() const; ///< Of everything that it holds, and of what may still be refused.
    int waiting() const; ///< To be sent, all rooms.
    bool hasFailure(const RoomId &room) const; ///< Something failed, or was refused and nobody has dealt with it.
    bool hasUnsent(const RoomId &room) const; ///< Something waits or failed; marks of refusal do not count.

Q_SIGNALS:
    void
    changed(const greenline::Message &message); ///< New or in a new state; a saved one comes as the server wrote it.
    void removed(const greenline::RoomId &room, const greenline::MessageId &id); ///< Discarded or taken back.
    void waitingChanged();
    void failureChanged(const greenline::RoomId &room);
    void storageFailed(const greenline::Error &error);
    void fileReturned(const greenline::RoomId &room,
                      const greenline::KeptFile &file); ///< Of a message that was taken back: into the draft.
    void held(const greenline::RoomId &room, const greenline::MessageId &id); ///< It leaves after the hold.

private:
    struct Lane;

    // The agent's side (outbox.cpp).
    QString whyNot(const RoomId &room, const QString &text) const; ///< A code; empty: it may be sent.
    OutgoingMessage written(const RoomId &room, const QString &text);
    bool mayBeThere(const OutgoingMessage &message);
    Error stay(const OutgoingMessage &message, const Error &error);
    void queue(const OutgoingMessage &message);
    void hold(const OutgoingMessage &message);
    void letGo(const MessageId &id);

    // What it holds (outboxkeeping.cpp).
    Lane &laneOf(const RoomId &room);
    OutgoingMessage *find(const MessageId &id);
    const Lane *existingLane(const RoomId &room) const;
    Message rowOf(const OutgoingMessage &message, const std::optional<MessageId> &inFlight) const;
    void dismiss(const OutgoingMessage &mark);
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
    void settle(const MessageId &ours, const Message &saved, Attempts::End end);
    void fail(const MessageId &id, const QString &reason);
    void giveUp(const MessageId &id, const QString &reason);
    Status noteProgress(const OutgoingMessage &message);
    MessageId rename(const MessageId &id, const MessageId &given);

    SafeDb &m_journal;
    MessagesApi &m_api;
    Clock &m_clock;
    Uploads *m_uploads = nullptr;
    std::map<RoomId, std::unique_ptr<Lane>> m_lanes; // one per room that was ever sent to
    QHash<MessageId, RoomId> m_rooms;
    QSet<RoomId> m_blocked;
    QDateTime m_lastWrittenAt;
    Agent m_me;
    std::chrono::milliseconds m_hold{0};
    int m_announcedWaiting = 0;
    bool m_isOnline = false;
};

} // namespace greenline
