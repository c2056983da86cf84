#include "app/workspace/drafts.h"

#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class DraftsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void writesAtMostASecondAfterAKeyPress();
    void isThereAfterARestart();
    void tellsWhetherThereIsOne();
    void forgottenIsNotWrittenAgain();
    void keepsTryingWhenTheDiskFails();

private:
    QString file() { return m_folder.filePath(u"%1.sqlite"_s.arg(QLatin1StringView(QTest::currentTestFunction()))); }

    QTemporaryDir m_folder;
    ManualClock m_clock;
};

namespace {

const RoomId room{u"r1"_s};
const RoomId otherRoom{u"r2"_s};

QString written(const SafeDb &safe, const RoomId &where)
{
    return safe.drafts()->value(where);
}

} // namespace

void DraftsTest::writesAtMostASecondAfterAKeyPress()
{
    SafeDb safe;
    QVERIFY(safe.open(file()));
    Drafts drafts(safe, m_clock);
    drafts.set(room, u"H"_s);
    m_clock.advance(600ms);
    drafts.set(room, u"Hello"_s); // going on typing puts nothing off
    QCOMPARE(written(safe, room), QString());
    m_clock.advance(400ms);
    QCOMPARE(written(safe, room), u"Hello"_s);
    drafts.set(room, u"Hello again"_s);
    drafts.flush();
    QCOMPARE(written(safe, room), u"Hello again"_s);
}

void DraftsTest::isThereAfterARestart()
{
    {
        SafeDb safe;
        QVERIFY(safe.open(file()));
        Drafts drafts(safe, m_clock);
        drafts.set(room, u"one"_s);
        drafts.set(otherRoom, u"two"_s);
        drafts.set(otherRoom, {});
        m_clock.advance(1s);
        drafts.set(room, u"one, and the last half second"_s);
    }
    SafeDb safe;
    QVERIFY(safe.open(file()));
    Drafts drafts(safe, m_clock);
    QVERIFY(drafts.load());
    QCOMPARE(drafts.text(room), u"one"_s);
    QCOMPARE(drafts.rooms(), QList<RoomId>{room});
}

void DraftsTest::tellsWhetherThereIsOne()
{
    SafeDb safe;
    QVERIFY(safe.open(u":memory:"_s));
    Drafts drafts(safe, m_clock);
    QStringList told;
    connect(&drafts, &Drafts::presenceChanged, this,
            [&told](const RoomId &where, bool hasDraft) { told.append(where.value + (hasDraft ? u'+' : u'-')); });
    drafts.set(room, u"a"_s);
    drafts.set(room, u"ab"_s);
    drafts.set(otherRoom, {});
    drafts.set(room, {});
    drafts.set(room, u"a"_s);
    drafts.forget(room);
    drafts.forget(room);
    QCOMPARE(told, (QStringList{u"r1+"_s, u"r1-"_s, u"r1+"_s, u"r1-"_s}));
}

void DraftsTest::forgottenIsNotWrittenAgain()
{
    SafeDb safe;
    QVERIFY(safe.open(u":memory:"_s));
    Drafts drafts(safe, m_clock);
    drafts.set(room, u"sent a moment later"_s);
    drafts.forget(room);
    m_clock.advance(5s);
    QCOMPARE(written(safe, room), QString());
}

void DraftsTest::keepsTryingWhenTheDiskFails()
{
    SafeDb safe;
    QVERIFY(safe.open(file()));
    Drafts drafts(safe, m_clock);
    QSignalSpy failures(&drafts, &Drafts::storageFailed);
    QSignalSpy stored(&drafts, &Drafts::stored);
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"lock"_s);
        other.setDatabaseName(file());
        QVERIFY(other.open());
        QVERIFY(QSqlQuery(other).exec(u"BEGIN EXCLUSIVE"_s));
        drafts.set(room, u"kept in memory"_s);
        m_clock.advance(1s);
        QCOMPARE(failures.size(), 1);
        QCOMPARE(stored.size(), 0);
        QCOMPARE(drafts.text(room), u"kept in memory"_s);
        other.close();
    }
    QSqlDatabase::removeDatabase(u"lock"_s);
    m_clock.advance(10s);
    QCOMPARE(written(safe, room), u"kept in memory"_s);
    QCOMPARE(failures.size(), 1);
    QCOMPARE(stored.size(), 1);
}

QTEST_GUILESS_MAIN(DraftsTest)
#include "tst_drafts.moc"
