#include "app/storage/cachedb.h"

#include "app/base/log.h"
#include "app/storage/cachedatabase.h"
#include "app/storage/packed.h"

#include <QFile>

#include <limits>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype largestValue = 1024 * 1024;
constexpr int mostMessagesOfARoom = 2'000;
constexpr qint64 numbersOfAMoment = 1 << 20; // enough for messages of one millisecond, few enough for dates up to 2200

const SqliteFile::Plan &cachePlan()
{
    static const SqliteFile::Plan made{
        .durability = SqliteFile::Durability::Normal,
        // Reading all of it to look for damage would cost more than it saves: values carry checksums, and what SQLite
        // finds damaged while working makes us start afresh.
        .inspection = SqliteFile::Inspection::Header,
        .version = 4, // Of the tables and of packed.cpp's form; another one is thrown away.
        .schema
        = {u"CREATE TABLE conversations (room TEXT PRIMARY KEY NOT NULL, facts BLOB NOT NULL)"_s,
           u"CREATE TABLE messages (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, room TEXT NOT NULL, at "
           u"INTEGER NOT NULL,"
           " message BLOB NOT NULL)"_s,
           u"CREATE INDEX messages_of_room ON messages (room, at, id)"_s,
           // The short prefixes make the first keystrokes of a search as quick as the later ones.
           u"CREATE VIRTUAL TABLE texts USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3')"_s,
           u"CREATE TRIGGER message_gone AFTER DELETE ON messages BEGIN DELETE FROM texts WHERE rowid = old.number; END"_s,
           u"CREATE TABLE known (number INTEGER PRIMARY KEY, room TEXT NOT NULL UNIQUE, facts BLOB NOT NULL)"_s,
           u"CREATE TABLE kept (name TEXT PRIMARY KEY NOT NULL, value BLOB NOT NULL)"_s,
           u"CREATE VIRTUAL TABLE names USING fts5 (name, digits, tokenize = 'unicode61 remove_diacritics 2', "
           "prefix = '1 2 3')"_s,
           u"CREATE TRIGGER known_gone AFTER DELETE ON known BEGIN DELETE FROM names WHERE rowid = old.number; END"_s},
    };
    return made;
}

Error tooLarge()
{
    return {.kind = Error::Kind::Storage, .detail = u"a value over 1 MB is not cached"_s, .code = u"too-large"_s};
}

/// Numbers go by time, so that a search finds the newest first without sorting all it finds.
qint64 firstNumberOf(const QDateTime &moment)
{
    constexpr qint64 furthest = std::numeric_limits<qint64>::max() / numbersOfAMoment - 1;
    return qBound(-furthest, moment.toMSecsSinceEpoch(), furthest) * numbersOfAMoment;
}

Status putMessage(const SqliteFile &database, const Message &message, const QByteArray &blob)
{
    bool isThere = false;
    const Status looked = database.rows(u"SELECT 1 FROM messages WHERE id = ? AND message = ?"_s,
                                        {message.id.value, blob}, [&isThere](const QSqlQuery &) { isThere = true; });
    if (!looked || isThere) {
        return looked;
    }
    if (const Status gone = database.run(u"DELETE FROM messages WHERE id = ?"_s, {message.id.value}); !gone) {
        return gone;
    }
    const qint64 first = firstNumberOf(message.at);
    const Status put = database.run(u"INSERT INTO messages (number, id, room, at, message) VALUES"
                                    " ((SELECT ifnull(max(number) + 1, ?) FROM messages WHERE number BETWEEN ? AND ?),"
                                    " ?, ?, ?, ?)"_s,
                                    {first, first, first + numbersOfAMoment - 1, message.id.value, message.room.value,
                                     message.at.toMSecsSinceEpoch(), blob});
    if (!put || message.text.isEmpty()) {
        return put;
    }
    return database.run(u"INSERT INTO texts (rowid, text) VALUES (last_insert_rowid(), ?)"_s, {message.text});
}

Result<QList<ConversationFacts>> conversationsOf(const SqliteFile &database)
{
    QList<ConversationFacts> all;
    const Status read = database.rows(
        u"SELECT facts FROM conversations WHERE length(facts) <= ?"_s, {largestValue}, [&all](const QSqlQuery &row) {
            if (std::optional<ConversationFacts> facts = unpackedConversation(row.value(0).toByteArray())) {
                all.append(*std::move(facts));
            }
        });
    if (!read) {
        return read.error();
    }
    return all;
}

Result<QList<Message>> messagesOf(const SqliteFile &database, const QString &sql, const QVariantList &values)
{
    QList<Message> messages;
    const Status read = database.rows(sql, values, [&messages](const QSqlQuery &row) {
        if (const std::optional<Message> message = unpackedMessage(row.value(0).toByteArray())) {
            messages.append(*message);
        }
    });
    if (!read) {
        return read.error();
    }
    return messages;
}

} // namespace

CacheDb::CacheDb()
    : m_database(std::make_unique<Database>())
{
}

CacheDb::~CacheDb() = default;

Status CacheDb::open(const QString &file)
{
    const Status opened = m_database->open(file, cachePlan());
    if (opened || (opened.error().code != "damaged"_L1 && opened.error().code != "newer"_L1)) {
        return opened;
    }
    return rebuild();
}

Status CacheDb::rebuild() const
{
    const QString file = m_database->file();
    qCWarning(logStorage) << "the cache is damaged or of another version; it is built anew";
    m_database->close();
    for (const QString &part : {file, file + "-wal"_L1, file + "-shm"_L1}) {
        QFile::remove(part);
    }
    return m_database->open(file, cachePlan());
}

Status CacheDb::putConversations(const QList<ConversationFacts> &all)
{
    bool isComplete = true;
    const Status written = m_database->transaction([this, &all, &isComplete]() -> Status {
        if (const Status emptied = m_database->run(u"DELETE FROM conversations"_s); !emptied) {
            return emptied;
        }
        for (const ConversationFacts &facts : all) {
            const RoomId room = roomOf(facts);
            const QByteArray blob = packed(facts);
            if (room.isEmpty() || blob.size() > largestValue) {
                isComplete = isComplete && room.isEmpty();
                continue;
            }
            const Status put = m_database->run(u"INSERT OR REPLACE INTO conversations (room, facts) VALUES (?, ?)"_s,
                                               {room.value, blob});
            if (!put) {
                return put;
            }
        }
        return Done{};
    });
    if (!written) {
        return orRebuilt(written);
    }
    return isComplete ? Status(Done{}) : Status(tooLarge());
}

Result<QList<ConversationFacts>> CacheDb::conversations() const
{
    return orRebuilt(conversationsOf(*m_database));
}

Result<QList<ConversationFacts>> CacheDb::conversationsIn(const QString &file)
{
    Database database;
    if (const Status opened = database.open(file, cachePlan()); !opened) {
        return opened.error();
    }
    return conversationsOf(database);
}

Status CacheDb::keep(const QString &name, const QByteArray &value)
{
    return orRebuilt(m_database->run(u"INSERT OR REPLACE INTO kept (name, value) VALUES (?, ?)"_s, {name, value}));
}

Result<QByteArray> CacheDb::kept(const QString &name) const
{
    QByteArray value;
    const Status read
        = orRebuilt(m_database->rows(u"SELECT value FROM kept WHERE name = ?"_s, {name},
                                     [&value](const QSqlQuery &row) { value = row.value(0).toByteArray(); }));
    if (!read) {
        return read.error();
    }
    return value;
}

Status CacheDb::putMessages(const RoomId &room, const QList<Message> &messages)
{
    bool isComplete = true;
    const Status written = m_database->transaction([this, &room, &messages, &isComplete]() -> Status {
        for (const Message &message : messages) {
            const QByteArray blob = packed(message);
            if (blob.size() > largestValue) {
                isComplete = false;
                continue;
            }
            if (const Status put = putMessage(*m_database, message, blob); !put) {
                return put;
            }
        }
        return m_database->run(
            u"DELETE FROM messages WHERE number IN"
            " (SELECT number FROM messages WHERE room = ? ORDER BY at DESC, id DESC LIMIT -1 OFFSET ?)"_s,
            {room.value, mostMessagesOfARoom});
    });
    if (!written) {
        return orRebuilt(written);
    }
    return isComplete ? Status(Done{}) : Status(tooLarge());
}

Status CacheDb::removeMessage(const MessageId &id)
{
    return orRebuilt(m_database->run(u"DELETE FROM messages WHERE id = ?"_s, {id.value}));
}

Status CacheDb::retainMessages(const RoomId &room, const Span &span, const QSet<MessageId> &present)
{
    using Moment = std::numeric_limits<qint64>;
    const qint64 after = span.after.isNull() ? Moment::min() : span.after.toMSecsSinceEpoch();
    const qint64 before = span.before.isNull() ? Moment::max() : span.before.toMSecsSinceEpoch();
    return orRebuilt(m_database->transaction([&]() -> Status {
        QList<MessageId> gone;
        const Status read = m_database->rows(u"SELECT id FROM messages WHERE room = ? AND at > ? AND at < ?"_s,
                                             {room.value, after, before}, [&](const QSqlQuery &row) {
                                                 const MessageId id{row.value(0).toString()};
                                                 if (!present.contains(id)) {
                                                     gone.append(id);
                                                 }
                                             });
        Status status = read;
        for (auto id = gone.cbegin(); status && id != gone.cend(); ++id) {
            status = m_database->run(u"DELETE FROM messages WHERE id = ?"_s, {id->value});
        }
        return status;
    }));
}

Result<QList<Message>> CacheDb::messages(const RoomId &room, int newest) const
{
    return orRebuilt(messagesOf(*m_database,
                                u"SELECT message FROM (SELECT at, id, message FROM messages WHERE room = ?"
                                " AND length(message) <= ? ORDER BY at DESC, id DESC LIMIT ?) ORDER BY at, id"_s,
                                {room.value, largestValue, newest}));
}

} // namespace greenline
