#pragma once

#include "app/base/result.h"

#include <QHash>
#include <QString>

#include <memory>
#include <optional>

namespace greenline {

/// A note about a customer as this computer keeps it.
struct KeptNote {
    QString text = {};
    std::optional<QString> base = {}; ///< What the workspace said when it was begun; nothing: never kept there.
    bool operator==(const KeptNote &) const = default;
};

/// SQLite, synchronous=FULL: notes that only this computer has, and those that have not reached the workspace. A
/// damaged file is set aside under another name.
class NotesDb
{
public:
    NotesDb();
    ~NotesDb();
    NotesDb(const NotesDb &) = delete;
    NotesDb &operator=(const NotesDb &) = delete;
    Status open(const QString &file); ///< ":memory:" for tests.

    Status put(const QString &subject, const KeptNote &note);
    Status remove(const QString &subject);
    Result<QHash<QString, KeptNote>> notes() const; ///< By subject.

private:
    class Database;
    std::unique_ptr<Database> m_database;
};

} // namespace greenline
