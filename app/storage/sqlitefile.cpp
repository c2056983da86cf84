#include "app/storage/sqlitefile.h"

#include "app/base/log.h"
#include "app/storage/storageerror.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>
#include <QSqlDatabase>
#include <QSqlError>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// The low byte of SQLite's result code says the family (sqlite.org/rescode.html).
QString codeOf(const QSqlError &error, const QString &file)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return u"locked"_s;
    case 8: // SQLITE_READONLY
        return u"read-only"_s;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return u"damaged"_s;
    case 13: // SQLITE_FULL
        return u"disk-full"_s;
    case 14: // SQLITE_CANTOPEN
        return QFileInfo(QFileInfo(file).path()).isWritable() ? QString() : u"read-only"_s;
    default:
        return {};
    }
}

QString newConnectionName()
{
    static std::atomic<int> count{0};
    return u"greenline-%1"_s.arg(++count);
}

} // namespace

SqliteFile::~SqliteFile()
{
    close();
}

void SqliteFile::close()
{
    if (m_connection.isEmpty()) {
        return;
    }
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
}

Status SqliteFile::open(const QString &file, const Plan &plan)
{
    close();
    m_file = file;
    const Status opened = openAnew(plan);
    if (!opened) {
        close(); // half open, its every later error would be another one than this
    }
    m_whyClosed = opened ? std::nullopt : std::optional(opened.error());
    return opened;
}

Status SqliteFile::openAnew(const Plan &plan)
{
    if (const Status prepared = prepareFolder(); !prepared) {
        return prepared;
    }
    m_connection = newConnectionName();
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(m_file);
    // Nobody else writes these files (a second start raises the first), so a short patience is enough and never freezes
    // the window.
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=100"_s);
    if (!database.open()) {
        return storageError(database.lastError().text(), codeOf(database.lastError(), m_file));
    }
    // A write-ahead log needs one fsync for a commit where a rollback journal needs three.
    const QStringList pragmas{u"PRAGMA journal_mode=WAL"_s,
                              plan.durability == Durability::Full ? u"PRAGMA synchronous=FULL"_s
                                                                  : u"PRAGMA synchronous=NORMAL"_s,
                              u"PRAGMA foreign_keys=ON"_s};
    m_isHeaderRead = false;
    for (const QString &pragma : pragmas) {
        if (const Status set = run(pragma); !set) {
            return set;
        }
    }
    m_isHeaderRead = true;
    if (const Status inspected = inspect(plan.inspection); !inspected) {
        return inspected;
    }
    return applySchema(plan);
}

Status SqliteFile::prepareFolder() const
{
    if (m_file == ":memory:"_L1 || QFileInfo::exists(m_file)) {
        return Done{};
    }
    if (!makePrivateFolder(QFileInfo(m_file).path())) {
        return storageError(u"cannot make the folder of %1"_s.arg(m_file), u"read-only"_s);
    }
    // SQLite gives its companions the rights of the main file, so these are set before it sees it.
    QFile made(m_file);
    if (!made.open(QIODevice::WriteOnly) || !made.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
        return storageError(made.errorString(), made.error() == QFile::ResourceError ? u"disk-full"_s : u"read-only"_s);
    }
    return Done{};
}

Status SqliteFile::inspect(Inspection inspection) const
{
    QString verdict;
    const QString question
        = inspection == Inspection::Whole ? u"PRAGMA quick_check(1)"_s : u"SELECT 'ok', count(*) FROM sqlite_master"_s;
    const Status asked = rows(question, {}, [&verdict](const QSqlQuery &row) { verdict = row.value(0).toString(); });
    if (!asked) {
        return asked;
    }
    return verdict == "ok"_L1 ? Status(Done{}) : Status(storageError(verdict, u"damaged"_s));
}

Status SqliteFile::applySchema(const Plan &plan) const
{
    int found = 0;
    const Status asked
        = rows(u"PRAGMA user_version"_s, {}, [&found](const QSqlQuery &row) { found = row.value(0).toInt(); });
    if (!asked || found == plan.version) {
        return asked ? compareSchema(plan) : asked;
    }
    if (found != 0) {
        return storageError(u"schema version %1, expected %2"_s.arg(found).arg(plan.version), u"newer"_s);
    }
    return transaction([this, &plan]() -> Status {
        const Status made = runAll(plan.schema + plan.additions);
        return made ? run(u"PRAGMA user_version=%1"_s.arg(plan.version)) : made;
    });
}

Status SqliteFile::runAll(const QStringList &statements) const
{
    for (const QString &statement : statements) {
        if (const Status made = run(statement); !made) {
            return made;
        }
    }
    return Done{};
}

/// A statement of ours may be refused for many a reason (SQLITE_ERROR), and none of them shows that the file is
/// damaged; tables other than those that we made do.
Status SqliteFile::compareSchema(const Plan &plan) const
{
    QSet<QString> found;
    const Status asked = rows(u"SELECT sql FROM sqlite_master WHERE sql IS NOT NULL"_s, {},
                              [&found](const QSqlQuery &row) { found.insert(row.value(0).toString()); });
    const bool isOurs = std::all_of(plan.schema.cbegin(), plan.schema.cend(),
                                    [&found](const QString &statement) { return found.contains(statement); });
    if (!asked || !isOurs) {
        return asked ? storageError(u"the tables are not the ones of this version"_s, u"damaged"_s) : asked;
    }
    QStringList missing = plan.additions;
    missing.removeIf([&found](const QString &statement) { return found.contains(statement); });
    return runAll(missing);
}

Status SqliteFile::run(const QString &sql, const QVariantList &values) const
{
    return rows(sql, values, [](const QSqlQuery &) {});
}

Status SqliteFile::rows(const QString &sql, const QVariantList &values,
                        const std::function<void(const QSqlQuery &)> &read) const
{
    if (m_connection.isEmpty()) {
        return m_whyClosed.value_or(storageError(u"not open"_s, {}));
    }
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        return failure(query);
    }
    for (const QVariant &value : values) {
        query.addBindValue(value);
    }
    if (!query.exec()) {
        return failure(query);
    }
    while (query.next()) {
        read(query);
    }
    // A page that cannot be read ends the rows early, and only here it says so.
    return query.lastError().isValid() ? failure(query) : Status(Done{});
}

Status SqliteFile::failure(const QSqlQuery &query) const
{
    // Fixed pragmas are refused with SQLITE_ERROR for one reason, a header that no SQLite has written ("unsupported
    // file format").
    const bool isHeaderOdd = !m_isHeaderRead && query.lastError().nativeErrorCode() == "1"_L1;
    const QString code = isHeaderOdd ? u"damaged"_s : codeOf(query.lastError(), m_file);
    // The number alone: SQLite's words may quote values.
    qCWarning(logStorage).noquote() << "a statement failed:" << query.lastError().nativeErrorCode() << code;
    return storageError(query.lastError().text(), code);
}

Result<QString> setAside(const QString &file, const QString &suffix)
{
    QString target = file + suffix;
    for (int attempt = 2; QFileInfo::exists(target); ++attempt) {
        target = u"%1%2-%3"_s.arg(file, suffix).arg(attempt);
    }
    // The log belongs to the damaged file; left behind it would be played into the new one.
    for (const QString &companion : {u"-wal"_s, u"-shm"_s}) {
        if (QFileInfo::exists(file + companion) && !QFile::rename(file + companion, target + companion)) {
            return storageError(u"cannot rename %1%2"_s.arg(file, companion), u"read-only"_s);
        }
    }
    if (!QFile::rename(file, target)) {
        return storageError(u"cannot rename %1"_s.arg(file), u"read-only"_s);
    }
    return target;
}

bool makePrivateFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir()) {
        return true;
    }
    const QString parent = QFileInfo(folder).path();
    if (parent == folder || !makePrivateFolder(parent)) {
        return false;
    }
    return QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner) || QFileInfo(folder).isDir();
}

} // namespace greenline
