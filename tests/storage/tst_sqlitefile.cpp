#include "app/storage/sqlitefile.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

static SqliteFile::Plan planWithOneTable()
{
    return {.schema = {u"CREATE TABLE words (word TEXT)"_s}};
}

class SqliteFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void namesAFullDisk();
    void namesAReadOnlyFile();
    void namesALockedFile();
    void namesADamagedFile();
    void aStatementThatFailsIsNoDamage();
    void foreignTablesAreDamage();
    void leavesAFileOfAnotherVersionAlone();
    void undoesAFailedTransaction();
    void isReadableByItsOwnerOnly();
    void saysThatAFolderCannotBeMade();
    void setsAsideUnderAFreeName();
};

void SqliteFileTest::namesAFullDisk()
{
    QTemporaryDir folder;
    SqliteFile file;
    QVERIFY(file.open(folder.filePath(u"a.sqlite"_s), planWithOneTable()));
    QVERIFY(file.run(u"PRAGMA max_page_count=3"_s)); // SQLite's own way to have no room left.
    const Status put = file.run(u"INSERT INTO words VALUES (?)"_s, {QString(100'000, u'x')});
    QVERIFY(!put);
    QCOMPARE(put.error().kind, Error::Kind::Storage);
    QCOMPARE(put.error().code, u"disk-full"_s);
}

void SqliteFileTest::namesAReadOnlyFile()
{
    QTemporaryDir folder;
    SqliteFile file;
    QVERIFY(file.open(folder.filePath(u"a.sqlite"_s), planWithOneTable()));
    QVERIFY(file.run(u"PRAGMA query_only=1"_s)); // The same answer as from a file system mounted read-only, which a
                                                 // test cannot make.
    const Status put = file.run(u"INSERT INTO words VALUES ('a')"_s);
    QVERIFY(!put);
    QCOMPARE(put.error().code, u"read-only"_s);
}

void SqliteFileTest::namesALockedFile()
{
    QTemporaryDir folder;
    SqliteFile one;
    SqliteFile other;
    QVERIFY(one.open(folder.filePath(u"a.sqlite"_s), planWithOneTable()));
    QVERIFY(other.open(folder.filePath(u"a.sqlite"_s), planWithOneTable()));
    QVERIFY(one.run(u"BEGIN IMMEDIATE"_s));
    const Status put = other.run(u"INSERT INTO words VALUES ('a')"_s);
    QVERIFY(!put);
    QCOMPARE(put.error().code, u"locked"_s);
    QVERIFY(one.run(u"COMMIT"_s));
    QVERIFY(other.run(u"INSERT INTO words VALUES ('a')"_s));
}

void SqliteFileTest::namesADamagedFile()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"a.sqlite"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5000, 'x'));
    file.close();
    SqliteFile opened;
    const Status status = opened.open(file.fileName(), planWithOneTable());
    QVERIFY(!status);
    QCOMPARE(status.error().code, u"damaged"_s);
}

void SqliteFileTest::aStatementThatFailsIsNoDamage()
{
    SqliteFile file;
    QVERIFY(file.open(u":memory:"_s, planWithOneTable()));
    const Status run = file.run(u"INSERT INTO nowhere VALUES ('a')"_s);
    QVERIFY(!run);
    QCOMPARE(run.error().code, QString());
    QVERIFY(file.run(u"INSERT INTO words VALUES ('a')"_s));
}

void SqliteFileTest::foreignTablesAreDamage()
{
    QTemporaryDir folder;
    {
        SqliteFile file;
        QVERIFY(file.open(folder.filePath(u"a.sqlite"_s), planWithOneTable()));
        QVERIFY(file.run(u"ALTER TABLE words RENAME TO sentences"_s));
    }
    SqliteFile file;
    const Status opened = file.open(folder.filePath(u"a.sqlite"_s), planWithOneTable());
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, u"damaged"_s);
}

void SqliteFileTest::leavesAFileOfAnotherVersionAlone()
{
    QTemporaryDir folder;
    SqliteFile::Plan newer = planWithOneTable();
    newer.version = 2;
    {
        SqliteFile file;
        QVERIFY(file.open(folder.filePath(u"a.sqlite"_s), newer));
        QVERIFY(file.run(u"INSERT INTO words VALUES ('kept')"_s));
    }
    SqliteFile file;
    const Status status = file.open(folder.filePath(u"a.sqlite"_s), planWithOneTable());
    QVERIFY(!status);
    QCOMPARE(status.error().code, u"newer"_s);
    QVERIFY(file.open(folder.filePath(u"a.sqlite"_s), newer));
    QStringList words;
    QVERIFY(file.rows(u"SELECT word FROM words"_s, {},
                      [&words](const QSqlQuery &row) { words.append(row.value(0).toString()); }));
    QCOMPARE(words, QStringList{u"kept"_s});
}

void SqliteFileTest::undoesAFailedTransaction()
{
    SqliteFile file;
    QVERIFY(file.open(u":memory:"_s, planWithOneTable()));
    const Status failed = file.transaction([&file]() -> Status {
        (void)file.run(u"INSERT INTO words VALUES ('half')"_s);
        return file.run(u"INSERT INTO nowhere VALUES (1)"_s);
    });
    QVERIFY(!failed);
    int count = -1;
    QVERIFY(file.rows(u"SELECT count(*) FROM words"_s, {},
                      [&count](const QSqlQuery &row) { count = row.value(0).toInt(); }));
    QCOMPARE(count, 0);
    QVERIFY(file.transaction([&file]() -> Status { return file.run(u"INSERT INTO words VALUES ('whole')"_s); }));
}

void SqliteFileTest::isReadableByItsOwnerOnly()
{
    QTemporaryDir folder;
    SqliteFile file;
    QVERIFY(file.open(folder.filePath(u"below/it/a.sqlite"_s), planWithOneTable()));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const QString &name : {u"below"_s, u"below/it"_s, u"below/it/a.sqlite"_s, u"below/it/a.sqlite-wal"_s}) {
        QVERIFY2(QFileInfo::exists(folder.filePath(name)), qPrintable(name));
        QVERIFY2(!(QFileInfo(folder.filePath(name)).permissions() & others), qPrintable(name));
    }
}

void SqliteFileTest::saysThatAFolderCannotBeMade()
{
    QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    SqliteFile file;
    const Status status = file.open(folder.filePath(u"file/below/a.sqlite"_s), planWithOneTable());
    QVERIFY(!status);
    QCOMPARE(status.error().code, u"read-only"_s);
    QVERIFY(!file.run(u"SELECT 1"_s));
}

void SqliteFileTest::setsAsideUnderAFreeName()
{
    QTemporaryDir folder;
    for (int round = 0; round < 2; ++round) {
        for (const QString &name : {u"a"_s, u"a-wal"_s}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QVERIFY(setAside(folder.filePath(u"a"_s), u".damaged"_s).isOk());
        QVERIFY(!QFileInfo::exists(folder.filePath(u"a-wal"_s)));
    }
    QVERIFY(QFileInfo::exists(folder.filePath(u"a.damaged"_s)));
    QVERIFY(QFileInfo::exists(folder.filePath(u"a.damaged-2-wal"_s)));
}

QTEST_GUILESS_MAIN(SqliteFileTest)
#include "tst_sqlitefile.moc"
