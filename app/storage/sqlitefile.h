#pragma once

#include "app/base/result.h"

#include <QSqlQuery>
#include <QString>
#include <QVariantList>

#include <functional>
#include <optional>

namespace greenline {

/// One SQLite file on a connection of its own; what SafeDb and CacheDb are built on; nobody outside this folder
/// includes it. Errors are of kind Storage with code "disk-full", "read-only", "locked", "damaged", "newer" or empty.
class SqliteFile
{
public:
    enum class Durability {
        Full, ///< Every commit is on the disk when it returns.
        Normal ///< A power cut may cost the last commits.
    };
    enum class Inspection { Whole, Header }; ///< How much is checked for damage when opening.

    SqliteFile() = default;
    ~SqliteFile();
    SqliteFile(const SqliteFile &) = delete;
    SqliteFile &operator=(const SqliteFile &) = delete;

    /// Opens or makes the file (readable by its owner only), and builds the schema when it is new: CREATE statements,
    /// as SQLite keeps them. version: of the schema; a file of another version is an error with code "newer".
    struct Plan {
        Durability durability = Durability::Full;
        Inspection inspection = Inspection::Whole;
        int version = 1;
        QStringList schema = {};
        QStringList additions = {}; ///< CREATE statements that came later; a file that lacks them gets them.
    };
    Status open(const QString &file, const Plan &plan);
    void close();
    const QString &file() const { return m_file; }

    Status run(const QString &sql, const QVariantList &values = {}) const;
    /// Calls read for each row of the answer.
    Status rows(const QString &sql, const QVariantList &values,
                const std::function<void(const QSqlQuery &)> &read) const;
    /// The statements of work as one commit: all or nothing.
    template <typename Work>
    Status transaction(Work work) const;

private:
    Status openAnew(const Plan &plan);
    Status failure(const QSqlQuery &query) const;
    Status prepareFolder() const;
    Status inspect(Inspection inspection) const;
    Status applySchema(const Plan &plan) const;
    Status compareSchema(const Plan &plan) const;
    Status runAll(const QStringList &statements) const;

    QString m_file;
    QString m_connection;
    std::optional<Error> m_whyClosed; // open() failed
    bool m_isHeaderRead = false;
};

/// The file and its companions (-wal, -shm) under another name. The new name, or what went wrong.
Result<QString> setAside(const QString &file, const QString &suffix);
/// Like mkdir -p; folders that did not exist are open to their owner alone.
bool makePrivateFolder(const QString &folder);

template <typename Work>
Status SqliteFile::transaction(Work work) const
{
    if (const Status begun = run(QStringLiteral("BEGIN IMMEDIATE")); !begun) {
        return begun;
    }
    Status status = work();
    if (status) {
        status = run(QStringLiteral("COMMIT"));
    }
    if (!status) {
        (void)run(QStringLiteral("ROLLBACK"));
    }
    return status;
}

} // namespace greenline
