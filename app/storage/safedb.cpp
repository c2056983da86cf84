#include "app/storage/safedb.h"

#include "app/base/log.h"
#include "app/storage/sqlitefile.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace greenline {

class SafeDb::Database : public SqliteFile
{
};

namespace {

const SqliteFile::Plan &safePlan()
{
    static const SqliteFile::Plan made{
        .durability = SqliteFile::Durability::Full,
        .inspection = SqliteFile::Inspection::Whole,
        .version = 1,
        .schema
        = {u"CREATE TABLE outgoing (id TEXT PRIMARY KEY NOT NULL, room TEXT NOT NULL, text TEXT NOT NULL, written_at "
           u"INTEGER NOT NULL,"
           " place INTEGER NOT NULL UNIQUE, state TEXT NOT NULL, reason TEXT NOT NULL, was_tried INTEGER NOT NULL) WITHOUT ROWID"_s,
           u"CREATE TABLE drafts (room TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL) WITHOUT ROWID"_s},
        .additions = {u"CREATE TABLE outgoing_files (id TEXT PRIMARY KEY NOT NULL, file TEXT NOT NULL) WITHOUT ROWID"_s,
                      u"CREATE TABLE draft_files (room TEXT NOT NULL, place INTEGER NOT NULL, file TEXT NOT NULL, "
                      "PRIMARY KEY (room, place)) WITHOUT ROWID"_s},
    };
    return made;
}

QString nameOf(OutgoingMessage::State state)
{
    switch (state) {
    case OutgoingMessage::State::Held:
        return u"held"_s;
    case OutgoingMessage::State::Waiting:
        return u"waiting"_s;
    case OutgoingMessage::State::Failed:
        return u"failed"_s;
    case OutgoingMessage::State::Refused:
        return u"refused"_s;
    case OutgoingMessage::State::Dismissed:
        return u"dismissed"_s;
    }
    return u"failed"_s;
}

OutgoingMessage::State stateOf(const QString &name)
{
    for (const auto state : {OutgoingMessage::State::Held, OutgoingMessage::State::Waiting,
                             OutgoingMessage::State::Refused, OutgoingMessage::State::Dismissed}) {
        if (name == nameOf(state)) {
            return state;
        }
    }
    return OutgoingMessage::State::Failed;
}

/// QString() would be bound as NULL.
QString notNull(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

Status writeOutgoing(const SqliteFile &database, const OutgoingMessage &message)
{
    if (message.file) {
        const Status written = database.run(u"INSERT OR REPLACE INTO outgoing_files (id, file) VALUES (?, ?)"_s,
                                            {message.id.value, packedFile(*message.file)});
        if (!written) {
            return written;
        }
    }
    return database.run(
        u"INSERT INTO outgoing (id, room, text, written_at, place, state, reason, was_tried)"
        " VALUES (?, ?, ?, ?, (SELECT coalesce(max(place), 0) + 1 FROM outgoing), ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET room = excluded.room, text = excluded.text, written_at = excluded.written_at,"
        " state = excluded.state, reason = excluded.reason, was_tried = excluded.was_tried"_s,
        {message.id.value, message.room.value, notNull(message.text), message.writtenAt.toMSecsSinceEpoch(),
         nameOf(message.state), notNull(message.reason), message.wasTried});
}

OutgoingMessage outgoingOf(const QSqlQuery &row)
{
    return {.id = {row.value(0).toString()},
            .room = {row.value(1).toString()},
            .text = row.value(2).toString(),
            .writtenAt = QDateTime::fromMSecsSinceEpoch(row.value(3).toLongLong(), Qt::UTC),
            .order = row.value(4).toLongLong(),
            .state = stateOf(row.value(5).toString()),
            .reason = row.value(6).toString(),
            .wasTried = row.value(7).toBool(),
            .file = unpackedFile(row.value(8).toString())};
}

Status eraseOutgoing(const SqliteFile &database, const MessageId &id)
{
    const Status erased = database.run(u"DELETE FROM outgoing_files WHERE id = ?"_s, {id.value});
    return erased ? database.run(u"DELETE FROM outgoing WHERE id = ?"_s, {id.value}) : erased;
}

Status writeDraftFiles(const SqliteFile &database, const RoomId &room, const QList<KeptFile> &files)
{
    Status status = database.run(u"DELETE FROM draft_files WHERE room = ?"_s, {room.value});
    for (int place = 0; status && place < files.size(); ++place) {
        status = database.run(u"INSERT INTO draft_files (room, place, file) VALUES (?, ?, ?)"_s,
                              {room.value, place, packedFile(files.at(place))});
    }
    return status;
}

} // namespace

SafeDb::SafeDb()
    : m_database(std::make_unique<Database>())
{
}

SafeDb::~SafeDb() = default;

Status SafeDb::open(const QString &file)
{
    const Status opened = m_database->open(file, safePlan());
    if (opened || opened.error().code != "damaged"_L1) {
        return opened;
    }
    m_database->close();
    const QString suffix = u".damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss"_s);
    const Result<QString> aside = setAside(file, suffix);
    if (!aside) {
        return aside.error();
    }
    qCWarning(logStorage) << "a damaged outbox was set aside";
    if (const Status again = m_database->open(file, safePlan()); !again) {
        return again;
    }
    return Error{.kind = Error::Kind::Storage, .detail = *aside, .code = u"damaged-set-aside"_s};
}

Status SafeDb::putOutgoing(const OutgoingMessage &message)
{
    return message.file ? m_database->transaction([this, &message] { return writeOutgoing(*m_database, message); })
                        : writeOutgoing(*m_database, message);
}

Status SafeDb::removeOutgoing(const MessageId &id)
{
    return m_database->transaction([this, &id] { return eraseOutgoing(*m_database, id); });
}

Status SafeDb::replaceOutgoing(const MessageId &id, const OutgoingMessage &message)
{
    return m_database->transaction([this, &id, &message]() -> Status {
        const Status erased = eraseOutgoing(*m_database, id);
        return erased ? writeOutgoing(*m_database, message) : erased;
    });
}

Result<QList<OutgoingMessage>> SafeDb::outgoing() const
{
    QList<OutgoingMessage> messages;
    const Status read = m_database->rows(
        u"SELECT outgoing.id, room, text, written_at, place, state, reason, was_tried, file FROM outgoing"
        " LEFT JOIN outgoing_files ON outgoing_files.id = outgoing.id ORDER BY place"_s,
        {}, [&messages](const QSqlQuery &row) { messages.append(outgoingOf(row)); });
    if (!read) {
        return read.error();
    }
    return messages;
}

Status SafeDb::putDraft(const RoomId &room, const QString &text)
{
    if (text.isEmpty()) {
        return m_database->run(u"DELETE FROM drafts WHERE room = ?"_s, {room.value});
    }
    return m_database->run(u"INSERT OR REPLACE INTO drafts (room, text) VALUES (?, ?)"_s, {room.value, text});
}

Result<QHash<RoomId, QString>> SafeDb::drafts() const
{
    QHash<RoomId, QString> texts;
    const Status read = m_database->rows(u"SELECT room, text FROM drafts"_s, {}, [&texts](const QSqlQuery &row) {
        texts.insert({row.value(0).toString()}, row.value(1).toString());
    });
    if (!read) {
        return read.error();
    }
    return texts;
}

Status SafeDb::putDraftFiles(const RoomId &room, const QList<KeptFile> &files)
{
    return m_database->transaction([this, &room, &files] { return writeDraftFiles(*m_database, room, files); });
}

Result<QHash<RoomId, QList<KeptFile>>> SafeDb::draftFiles() const
{
    QHash<RoomId, QList<KeptFile>> files;
    const Status read = m_database->rows(
        u"SELECT room, file FROM draft_files ORDER BY room, place"_s, {}, [&files](const QSqlQuery &row) {
            if (const std::optional<OutgoingFile> file = unpackedFile(row.value(1).toString())) {
                files[{row.value(0).toString()}].append(file->file);
            }
        });
    if (!read) {
        return read.error();
    }
    return files;
}

Status SafeDb::moveDraftToOutbox(const QList<OutgoingMessage> &messages)
{
    return m_database->transaction([this, &messages]() -> Status {
        for (const OutgoingMessage &message : messages) {
            if (const Status written = writeOutgoing(*m_database, message); !written) {
                return written;
            }
            if (const Status erased = putDraft(message.room, {}); !erased) {
                return erased;
            }
            if (const Status erased = writeDraftFiles(*m_database, message.room, {}); !erased) {
                return erased;
            }
        }
        return Done();
    });
}

Status SafeDb::moveOutboxToDraft(const OutgoingMessage &message)
{
    return m_database->transaction([this, &message]() -> Status {
        const Result<QHash<RoomId, QString>> texts = drafts();
        if (!texts) {
            return texts.error();
        }
        QStringList parts{message.text, texts->value(message.room)};
        parts.removeAll(QString());
        if (const Status kept = putDraft(message.room, parts.join(u'\n')); !kept) {
            return kept;
        }
        if (message.file) {
            const Result<QHash<RoomId, QList<KeptFile>>> files = draftFiles();
            const Status kept = files
                ? writeDraftFiles(*m_database, message.room, QList{message.file->file} + files->value(message.room))
                : Status(files.error());
            if (!kept) {
                return kept;
            }
        }
        return eraseOutgoing(*m_database, message.id);
    });
}

} // namespace greenline
