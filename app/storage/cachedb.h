#pragma once

#include "app/base/result.h"
#include "app/omnichannel/conversation.h"
#include "app/omnichannel/message.h"

#include <QString>

#include <memory>

namespace greenline {

/// SQLite with what was last seen, so that the list is there at once: conversations, messages of opened ones. Thrown away and rebuilt
/// when damaged. Holds no secrets.
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
    Status putMessages(const RoomId &room, const QList<Message> &messages);
    Result<QList<Message>> messages(const RoomId &room, int newest) const;

private:
    class Database;
    std::unique_ptr<Database> m_database;
};

} // namespace greenline
