#pragma once

#include "app/base/backoff.h"
#include "app/base/clock.h"
#include "app/rest/messagesapi.h"
#include "app/storage/safedb.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace greenline {

/// Messages on their way out: committed before the network, ids made here, one at a time per room, the same id on every try.
/// After a time-out or an odd 400 the server is asked whether the id exists, so nothing is lost and nothing is sent twice.
/// What a refusal on <uid>/message says of the message in flight is kept as Refused, and such a message is never sent again by itself.
class Outbox : public QObject
{
    Q_OBJECT
public:
    Outbox(SafeDb &journal, MessagesApi &api, Clock &clock, QObject *parent = nullptr);

    Status load(); ///< What an earlier run left; call once before anything else.
    /// Writes the message down and clears the room's draft in the same transaction; the network comes after. Blank texts, more than
    /// 1,600 characters (sms) and blocked rooms are refused with Rejected (codes "blank", "too-long", "closed").
    Result<MessageId> send(const RoomId &room, const QString &text);
    void retry(const MessageId &id);
    Status discard(const MessageId &id);
    /// The text of a failed message, which leaves the outbox: back into the composer.
    Result<QString> takeBack(const MessageId &id);

    void setOnline(bool isOnline); ///< Sends only while true.
    void setBlocked(const RoomId &room, bool isBlocked); ///< Closed here or no longer mine: what waits there becomes Failed "closed".
    /// An ephemeral notice of a room: bound to the message in flight there, if there is one. True when it was.
    bool noteRefusal(const RoomId &room, const QString &reason);

    QList<Message> messagesOf(const RoomId &room) const; ///< As rows: Waiting, Sending, Failed; and Refused marks.
    QList<RoomId> rooms() const; ///< Where something waits, failed or was refused.
    int waiting() const; ///< To be sent, all rooms.
    bool hasFailure(const RoomId &room) const;

Q_SIGNALS:
    void changed(const greenline::Message &message); ///< New or in a new state; a saved one comes as the server wrote it.
    void removed(const greenline::RoomId &room, const greenline::MessageId &id); ///< Discarded or taken back.
    void waitingChanged();
    void failureChanged(const greenline::RoomId &room);
    void storageFailed(const greenline::Error &error);

private:
    SafeDb &m_journal;
    MessagesApi &m_api;
    Clock &m_clock;
};

} // namespace greenline
