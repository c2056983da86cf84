#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>

/// Another program holds a database: nothing can be written while this lives.
class FileLock
{
public:
    explicit FileLock(const QString &file)
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("lock"));
        other.setDatabaseName(file);
        isHeld = other.open() && QSqlQuery(other).exec(QStringLiteral("BEGIN EXCLUSIVE"));
    }
    ~FileLock()
    {
        QSqlDatabase::database(QStringLiteral("lock")).close();
        QSqlDatabase::removeDatabase(QStringLiteral("lock"));
    }
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;
    bool isHeld = false;
};
