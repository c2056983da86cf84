#pragma once

#include "app/base/result.h"
#include "app/omnichannel/conversation.h"
#include "app/omnichannel/message.h"

#include <QSet>
#include <QString>

#include <memory>
#include <optional>

namespace greenline {

/// SQLite with what was last seen, so that the list is there at once: conversations, messages of opened ones. Thrown
/// away and rebuilt when damaged: the call that found the damage answers Storage "damaged", and the next ones work on
/// an empty cache. Holds no secrets. Values over 1 MB are left out and the answer is Storage "too-large"; everything
/// else of that call is kept.
class CacheDb
{
public:
    CacheDb();
    ~CacheDb();
    CacheDb(const CacheDb &) = delete;
    CacheDb &operator=(const CacheDb &) = delete;
    Status open(const QString &file);

    /// The facts of the listed conversations, replacing what was stored.
    Status putConversations(const QList<ConversationFacts> &all);
    Result<QList<ConversationFacts>> conversations() const;
    /// The same from a file that a CacheDb has opened, on a connection of its own: for another thread. Damage is told
    /// and left to the CacheDb.
    static Result<QList<ConversationFacts>> conversationsIn(const QString &file);
    Status putMessages(const RoomId &room,
                       const QList<Message> &messages); ///< Inserts or replaces by id; the oldest fall out.
    Status removeMessage(const MessageId &id);
    struct Span {
        QDateTime after = {}; ///< Null: since ever.
        QDateTime before = {}; ///< Null: until ever.
    };
    /// Within the span only these messages of the room are still there; the others go.
    Status retainMessages(const RoomId &room, const Span &span, const QSet<MessageId> &present);
    Result<QList<Message>> messages(const RoomId &room, int newest) const; ///< Oldest first.
    /// Messages that contain words beginning with each of these, the newest first.
    Result<QList<Message>> search(const QString &words, int newest) const;

    /// What is known of conversations, listed or not, for searching; inserts or replaces.
    Status noteConversations(const QList<ConversationFacts> &seen);
    Result<std::optional<ConversationFacts>> knownConversation(const RoomId &room) const;
    /// Conversations whose customer's name has words beginning with each of these, or whose number holds these digits
    /// in whatever spelling; those noted last first.
    Result<QList<ConversationFacts>> searchConversations(const QString &typed, int newest) const;

    /// Small things that may get lost, each under its name.
    Status keep(const QString &name, const QByteArray &value);
    Result<QByteArray> kept(const QString &name) const; ///< Empty: nothing is.

private:
    class Database;
    Status rebuild() const;
    template <typename T>
    Result<T> orRebuilt(Result<T> result) const;

    std::unique_ptr<Database> m_database;
};

} // namespace greenline
