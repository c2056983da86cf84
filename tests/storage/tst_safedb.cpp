#include "app/storage/safedb.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;
using namespace greenline;

static OutgoingMessage written(const QString &id, const QString &room, const QString &text)
{
    return {.id = {id},
            .room = {room},
            .text = text,
            .writtenAt = QDateTime(QDate(2026, 11, 24), QTime(9, 0, 0, 123), Qt::UTC)};
}

static QStringList idsOf(const Result<QList<OutgoingMessage>> &messages)
{
    QStringList ids;
    for (const OutgoingMessage &message : *messages) {
        ids.append(message.id.value);
    }
    return ids;
}

class SafeDbTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEveryFieldAcrossARestart();
    void keepsTheOrderOfWritingWhenAMessageChanges();
    void forgetsARemovedMessage();
    void keepsDraftsAcrossARestart();
    void removesADraftWithAnEmptyText();
    void movesADraftToTheOutboxAtOnce();
    void keepsFilesAndMovesThemBothWays();
    void givesAnOlderFileTheNewTables();
    void twoDatabasesAreApart();
    void setsADamagedFileAside_data();
    void setsADamagedFileAside();
    void leavesAFileOfANewerVersionAlone();
    void failsOnAFileThatIsNotOpen();
    void commitsInTime();
};

void SafeDbTest::keepsEveryFieldAcrossARestart()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"safe.sqlite"_s);
    OutgoingMessage message = written(u"m1"_s, u"r1"_s, u"Grüße 😀\nline two \" ' ; -- \u0000 end"_s);
    message.state = OutgoingMessage::State::Refused;
    message.reason = u"The 'To' number is not a valid phone number."_s;
    message.wasTried = true;
    {
        SafeDb journal;
        QVERIFY(journal.open(file));
        QVERIFY(journal.putOutgoing(message));
    }
    SafeDb journal;
    QVERIFY(journal.open(file));
    const Result<QList<OutgoingMessage>> found = journal.outgoing();
    QVERIFY(found);
    message.order = 1;
    QCOMPARE(*found, QList<OutgoingMessage>{message});
}

void SafeDbTest::keepsTheOrderOfWritingWhenAMessageChanges()
{
    SafeDb journal;
    QVERIFY(journal.open(u":memory:"_s));
    for (const QString &id : {u"z"_s, u"a"_s, u"m"_s}) {
        QVERIFY(journal.putOutgoing(written(id, u"r"_s, u"text"_s)));
    }
    OutgoingMessage changed = written(u"z"_s, u"r"_s, u"text"_s);
    changed.state = OutgoingMessage::State::Failed;
    QVERIFY(journal.putOutgoing(changed));
    QCOMPARE(idsOf(journal.outgoing()), (QStringList{u"z"_s, u"a"_s, u"m"_s}));
    QCOMPARE(journal.outgoing()->first().state, OutgoingMessage::State::Failed);
}

void SafeDbTest::forgetsARemovedMessage()
{
    SafeDb journal;
    QVERIFY(journal.open(u":memory:"_s));
    QVERIFY(journal.putOutgoing(written(u"a"_s, u"r"_s, {})));
    QVERIFY(journal.putOutgoing(written(u"b"_s, u"r"_s, {})));
    QVERIFY(journal.removeOutgoing({u"a"_s}));
    QVERIFY(journal.removeOutgoing({u"unknown"_s}));
    QVERIFY(journal.putOutgoing(written(u"c"_s, u"r"_s, {})));
    QCOMPARE(idsOf(journal.outgoing()), (QStringList{u"b"_s, u"c"_s}));
}

void SafeDbTest::keepsDraftsAcrossARestart()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"safe.sqlite"_s);
    const QHash<RoomId, QString> texts{{{u"r1"_s}, u"Good morning"_s}, {{u"r2"_s}, u"One\nmore"_s}};
    {
        SafeDb journal;
        QVERIFY(journal.open(file));
        QVERIFY(journal.putDraft({u"r1"_s}, u"Good"_s));
        QVERIFY(journal.putDraft({u"r1"_s}, u"Good morning"_s));
        QVERIFY(journal.putDraft({u"r2"_s}, u"One\nmore"_s));
    }
    SafeDb journal;
    QVERIFY(journal.open(file));
    QCOMPARE(*journal.drafts(), texts);
}

void SafeDbTest::removesADraftWithAnEmptyText()
{
    SafeDb journal;
    QVERIFY(journal.open(u":memory:"_s));
    QVERIFY(journal.putDraft({u"r1"_s}, u"Good"_s));
    QVERIFY(journal.putDraft({u"r1"_s}, {}));
    QVERIFY(journal.drafts()->isEmpty());
}

void SafeDbTest::movesADraftToTheOutboxAtOnce()
{
    SafeDb journal;
    QVERIFY(journal.open(u":memory:"_s));
    QVERIFY(journal.putDraft({u"r1"_s}, u"Good"_s));
    QVERIFY(journal.putDraft({u"r2"_s}, u"other"_s));
    QVERIFY(journal.moveDraftToOutbox({written(u"a"_s, u"r1"_s, u"Good"_s)}));
    QCOMPARE(idsOf(journal.outgoing()), QStringList{u"a"_s});
    QCOMPARE(journal.drafts()->keys(), QList<RoomId>{{u"r2"_s}});
}

void SafeDbTest::keepsFilesAndMovesThemBothWays()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"safe.sqlite"_s);
    const KeptFile one{u"/home/ana/a.png"_s, u"a.png"_s, u"image/png"_s, 70, "\x01\xff"};
    const KeptFile other{u"/home/ana/ü \"b\".pdf"_s, u"ü \"b\".pdf"_s, u"application/pdf"_s, 9, "\x02"};
    OutgoingMessage message = written(u"a"_s, u"r1"_s, u"Look"_s);
    message.file = OutgoingFile{one, QDateTime::fromMSecsSinceEpoch(1795472100715, Qt::UTC), u"upload"_s};
    {
        SafeDb journal;
        QVERIFY(journal.open(path));
        QVERIFY(journal.putDraftFiles({u"r1"_s}, {one, other}));
        QVERIFY(journal.putDraftFiles({u"r2"_s}, {other}));
        QCOMPARE(journal.draftFiles()->value({u"r1"_s}), (QList{one, other}));
        QVERIFY(journal.moveDraftToOutbox({message, written(u"b"_s, u"r1"_s, {})}));
    }
    SafeDb journal;
    QVERIFY(journal.open(path));
    QCOMPARE(journal.outgoing()->first().file, message.file);
    QVERIFY(!journal.outgoing()->last().file);
    QCOMPARE(journal.draftFiles()->keys(), QList<RoomId>{{u"r2"_s}});
    QVERIFY(journal.putDraft({u"r1"_s}, u"and more"_s));
    QVERIFY(journal.putDraftFiles({u"r1"_s}, {other}));
    QVERIFY(journal.moveOutboxToDraft(message));
    QCOMPARE(journal.drafts()->value({u"r1"_s}), u"Look\nand more"_s);
    QCOMPARE(journal.draftFiles()->value({u"r1"_s}), (QList{one, other}));
    OutgoingMessage renamed = message;
    renamed.id = {u"of the server"_s};
    QVERIFY(journal.putOutgoing(message));
    QVERIFY(journal.replaceOutgoing(message.id, renamed));
    QCOMPARE(idsOf(journal.outgoing()), (QStringList{u"b"_s, u"of the server"_s}));
    QCOMPARE(journal.outgoing()->last().file, message.file);
}

void SafeDbTest::givesAnOlderFileTheNewTables()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"safe.sqlite"_s);
    {
        SafeDb journal;
        QVERIFY(journal.open(path));
        QVERIFY(journal.putOutgoing(written(u"a"_s, u"r"_s, u"of before"_s)));
    }
    {
        QSqlDatabase raw = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"raw"_s);
        raw.setDatabaseName(path);
        QVERIFY(raw.open());
        QSqlQuery query(raw);
        QVERIFY(query.exec(u"DROP TABLE outgoing_files"_s) && query.exec(u"DROP TABLE draft_files"_s));
    }
    QSqlDatabase::removeDatabase(u"raw"_s);
    SafeDb journal;
    QVERIFY(journal.open(path));
    QCOMPARE(idsOf(journal.outgoing()), QStringList{u"a"_s});
    QVERIFY(journal.putDraftFiles({u"r"_s}, {{u"/a"_s}}));
    QCOMPARE(journal.draftFiles()->size(), 1);
}

void SafeDbTest::twoDatabasesAreApart()
{
    QTemporaryDir folder;
    SafeDb one;
    SafeDb other;
    QVERIFY(one.open(folder.filePath(u"one"_s)));
    QVERIFY(other.open(folder.filePath(u"other"_s)));
    QVERIFY(one.putDraft({u"r"_s}, u"mine"_s));
    QVERIFY(other.drafts()->isEmpty());
    QCOMPARE(one.drafts()->size(), 1);
}

void SafeDbTest::setsADamagedFileAside_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("length");
    QTest::newRow("the header") << 0 << 100;
    QTest::newRow("the schema") << 100 << 2000;
    QTest::newRow("a table") << 4096 << 4096;
    QTest::newRow("all of it") << 0 << 1'000'000;
}

void SafeDbTest::setsADamagedFileAside()
{
    QFETCH(const int, from);
    QFETCH(const int, length);
    QTemporaryDir folder;
    const QString name = folder.filePath(u"safe.sqlite"_s);
    {
        SafeDb journal;
        QVERIFY(journal.open(name));
        for (int number = 0; number < 200; ++number) {
            QVERIFY(journal.putOutgoing(written(QString::number(number), u"r"_s, QString(100, u'x'))));
        }
    }
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(from);
    file.write(QByteArray(std::min<qint64>(length, file.size() - from), '\xa5'));
    file.close();

    SafeDb journal;
    const Status opened = journal.open(name);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, Error::Kind::Storage);
    QCOMPARE(opened.error().code, u"damaged-set-aside"_s);
    QVERIFY(journal.putOutgoing(written(u"new"_s, u"r"_s, u"usable"_s)));
    QCOMPARE(idsOf(journal.outgoing()), QStringList{u"new"_s});
    const QStringList kept = QDir(folder.path()).entryList({u"safe.sqlite.damaged-*"_s});
    QVERIFY(!kept.isEmpty());
    QCOMPARE(opened.error().detail, folder.filePath(kept.first()));
}

void SafeDbTest::leavesAFileOfANewerVersionAlone()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"safe.sqlite"_s);
    {
        SafeDb journal;
        QVERIFY(journal.open(name));
    }
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(63); // The lowest byte of user_version in SQLite's file header.
    file.write("\x07", 1);
    file.close();
    SafeDb journal;
    const Status opened = journal.open(name);
    QVERIFY(!opened);
    QCOMPARE(opened.error().code, u"newer"_s);
    QCOMPARE(QDir(folder.path()).entryList({u"*damaged*"_s}), QStringList());
}

void SafeDbTest::failsOnAFileThatIsNotOpen()
{
    SafeDb journal;
    QVERIFY(!journal.putDraft({u"r"_s}, u"text"_s));
    QVERIFY(!journal.outgoing().isOk());
}

void SafeDbTest::commitsInTime()
{
    QTemporaryDir folder;
    SafeDb journal;
    QVERIFY(journal.open(folder.filePath(u"safe.sqlite"_s)));
    std::vector<qint64> spans;
    for (int number = 0; number < 300; ++number) {
        QElapsedTimer timer;
        timer.start();
        QVERIFY(journal.moveDraftToOutbox({written(QString::number(number), u"r"_s, QString(300, u'x'))}));
        spans.push_back(timer.nsecsElapsed());
    }
    std::sort(spans.begin(), spans.end());
    qInfo("commit: median %.2f ms, p99 %.2f ms", double(spans.at(150)) / 1e6, double(spans.at(297)) / 1e6);
    // The gate of 5 ms at p99 stands in the benchmark; a busy test machine gets room.
    QVERIFY(spans.at(150) < 20'000'000);
}

QTEST_GUILESS_MAIN(SafeDbTest)
#include "tst_safedb.moc"
