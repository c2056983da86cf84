#pragma once

#include "app/base/result.h"
#include "app/omnichannel/message.h"
#include "app/storage/keptfile.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>

namespace greenline {

/// A message on its way out, as it survives a crash.
struct OutgoingMessage {
    enum class State {
        Held, ///< The agent may still call it back; after a crash it is a draft again.
        Waiting, ///< Not yet known to the server.
        Failed, ///< The server or the agent's own rule said no; waits for Retry, Edit or Discard.
        Refused, ///< Saved by the workspace, refused as SMS; kept so that the mark survives.
        Dismissed ///< Refused, and the agent has dealt with it.
    };
    MessageId id = {};
    RoomId room = {};
    QString text = {};
    QDateTime writtenAt = {};
    qint64 order = 0; ///< Of writing; messages of a room leave in this order.
    State state = State::Waiting;
    QString reason = {};
    bool wasTried = false; ///< A request has been sent at least once: ask for the id before sending again. With a
                           ///< file: the request that posts it.
    std::optional<OutgoingFile> file = {};
    bool operator==(const OutgoingMessage &) const = default;
};

/// SQLite, synchronous=FULL: the outbox, drafts and refused marks of one account. Never thrown away silently: a damaged
/// file is set aside under another name and the error says so. Every write is committed when the method returns.
class SafeDb
{
public:
    SafeDb();
    ~SafeDb();
    SafeDb(const SafeDb &) = delete;
    SafeDb &operator=(const SafeDb &) = delete;
    Status open(const QString
                    &file); ///< ":memory:" for tests. Storage errors name what failed (full disk, read-only, damaged).

    Status putOutgoing(const OutgoingMessage &message); ///< Inserts or replaces by id; a new one gets the next order.
    Status removeOutgoing(const MessageId &id);
    /// The same message under the id that the workspace gave it.
    Status replaceOutgoing(const MessageId &id, const OutgoingMessage &message);
    Result<QList<OutgoingMessage>> outgoing() const; ///< In order of writing.

    Status putDraft(const RoomId &room, const QString &text); ///< An empty text removes it.
    Result<QHash<RoomId, QString>> drafts() const;
    Status putDraftFiles(const RoomId &room, const QList<KeptFile> &files); ///< All of the room's; none removes them.
    Result<QHash<RoomId, QList<KeptFile>>> draftFiles() const; ///< In the order given.
    /// The moment of sending in one transaction: the messages go in, their room's draft goes out.
    Status moveDraftToOutbox(const QList<OutgoingMessage> &messages);
    /// The way back, in one transaction too: before what the draft says now.
    Status moveOutboxToDraft(const OutgoingMessage &message);

private:
    class Database;
    std::unique_ptr<Database> m_database;
};

} // namespace greenline
