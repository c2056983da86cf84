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
            .wasTried = row.value(7).toBool()};
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
    return writeOutgoing(*m_database, message);
}

Status SafeDb::removeOutgoing(const MessageId &id)
{
    return m_database->run(u"DELETE FROM outgoing WHERE id = ?"_s, {id.value});
}

Result<QList<OutgoingMessage>> SafeDb::outgoing() const
{
    QList<OutgoingMessage> messages;
    const Status read = m_database->rows(
        u"SELECT id, room, text, written_at, place, state, reason, was_tried FROM outgoing ORDER BY place"_s, {},
        [&messages](const QSqlQuery &row) { messages.append(outgoingOf(row)); });
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

Status SafeDb::moveDraftToOutbox(const OutgoingMessage &message)
{
    return m_database->transaction([this, &message]() -> Status {
        if (const Status written = writeOutgoing(*m_database, message); !written) {
            return written;
        }
        return putDraft(message.room, {});
    });
}

Status SafeDb::moveOutboxToDraft(const OutgoingMessage &message)
{
    return m_database->transaction([this, &message]() -> Status {
        const Result<QHash<RoomId, QString>> texts = drafts();
        if (!texts) {
            return texts.error();
        }
        const QString draft = texts->value(message.room);
        const Status kept = putDraft(message.room, draft.isEmpty() ? message.text : message.text + u'\n' + draft);
        return kept ? removeOutgoing(message.id) : kept;
    });
}

} // namespace greenline
