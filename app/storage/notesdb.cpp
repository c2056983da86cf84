#include "app/storage/notesdb.h"

#include "app/base/log.h"
#include "app/storage/sqlitefile.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace greenline {

class NotesDb::Database : public SqliteFile
{
};

namespace {

const SqliteFile::Plan &notesPlan()
{
    static const SqliteFile::Plan made{
        .durability = SqliteFile::Durability::Full,
        .inspection = SqliteFile::Inspection::Whole,
        .version = 1,
        .schema
        = {u"CREATE TABLE notes (subject TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL, base TEXT) WITHOUT ROWID"_s},
    };
    return made;
}

/// QString() would be bound as NULL.
QVariant textBound(const QString &text)
{
    return text.isNull() ? u""_s : text;
}

} // namespace

NotesDb::NotesDb()
    : m_database(std::make_unique<Database>())
{
}

NotesDb::~NotesDb() = default;

Status NotesDb::open(const QString &file)
{
    const Status opened = m_database->open(file, notesPlan());
    if (opened || opened.error().code != "damaged"_L1) {
        return opened;
    }
    m_database->close();
    const Result<QString> aside
        = setAside(file, u".damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss"_s));
    if (!aside) {
        return aside.error();
    }
    qCWarning(logStorage) << "damaged notes were set aside";
    return m_database->open(file, notesPlan());
}

Status NotesDb::put(const QString &subject, const KeptNote &note)
{
    return m_database->run(u"INSERT OR REPLACE INTO notes (subject, text, base) VALUES (?, ?, ?)"_s,
                           {subject, textBound(note.text), note.base ? textBound(*note.base) : QVariant()});
}

Status NotesDb::remove(const QString &subject)
{
    return m_database->run(u"DELETE FROM notes WHERE subject = ?"_s, {subject});
}

Result<QHash<QString, KeptNote>> NotesDb::notes() const
{
    QHash<QString, KeptNote> all;
    const Status read = m_database->rows(u"SELECT subject, text, base FROM notes"_s, {}, [&all](const QSqlQuery &row) {
        KeptNote note{row.value(1).toString(), {}};
        if (!row.isNull(2)) {
            note.base = row.value(2).toString();
        }
        all.insert(row.value(0).toString(), note);
    });
    return read ? Result(all) : read.error();
}

} // namespace greenline
