#include "app/storage/accountfile.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

static Account account(const QString &user)
{
    return {.workspace = QUrl(u"https://chat.example.com"_s),
            .workspaceName = u"Example"_s,
            .userId = user,
            .username = user + u".name"_s,
            .displayName = u"Ana Ó"_s,
            .serverVersion = u"7.7"_s,
            .isTokenStored = true,
            .lastUsedAt = QDateTime(QDate(2026, 11, 24), QTime(9, 0, 0, 5), Qt::UTC)};
}

class AccountFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isEmptyWithoutAFile();
    void keepsAccountsAndTheActiveOne();
    void replacesByKey();
    void forgetsTheActiveOneWithItsAccount();
    void setsADamagedFileAside_data();
    void setsADamagedFileAside();
    void setsAsideWhatItCannotRead();
    void leavesOutAnAccountWithoutUser();
    void isReadableByItsOwnerOnly();
    void writesNoPasswordOfAnAddress();
    void saysThatItCannotBeWritten();
};

void AccountFileTest::isEmptyWithoutAFile()
{
    QTemporaryDir folder;
    AccountFile file(folder.filePath(u"accounts.json"_s));
    QVERIFY(file.load());
    QVERIFY(file.accounts().isEmpty());
    QVERIFY(!file.active());
}

void AccountFileTest::keepsAccountsAndTheActiveOne()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"below/accounts.json"_s);
    AccountFile file(name);
    QVERIFY(file.put(account(u"one"_s)));
    QVERIFY(file.put(account(u"two"_s)));
    QCOMPARE(file.active()->userId, u"two"_s);
    QVERIFY(file.setActive(account(u"one"_s).key()));

    AccountFile again(name);
    QVERIFY(again.load());
    QCOMPARE(again.accounts(), (QList<Account>{account(u"one"_s), account(u"two"_s)}));
    QVERIFY(again.active());
    QCOMPARE(again.active()->userId, u"one"_s);
}

void AccountFileTest::replacesByKey()
{
    QTemporaryDir folder;
    AccountFile file(folder.filePath(u"accounts.json"_s));
    QVERIFY(file.put(account(u"one"_s)));
    Account changed = account(u"one"_s);
    changed.isTokenStored = false;
    QVERIFY(file.put(changed));
    QCOMPARE(file.accounts(), QList<Account>{changed});
}

void AccountFileTest::forgetsTheActiveOneWithItsAccount()
{
    QTemporaryDir folder;
    AccountFile file(folder.filePath(u"accounts.json"_s));
    QVERIFY(file.put(account(u"one"_s)));
    QVERIFY(file.put(account(u"two"_s)));
    QVERIFY(file.remove(account(u"two"_s).key()));
    QVERIFY(!file.active());
    QCOMPARE(file.accounts().size(), 1);
}

void AccountFileTest::setsADamagedFileAside_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"accounts\":[{");
    QTest::newRow("a list") << QByteArray("[]");
    QTest::newRow("of another kind") << QByteArray("{\"accounts\":{}}");
    QTest::newRow("binary") << QByteArray(300, '\0');
}

void AccountFileTest::setsADamagedFileAside()
{
    QFETCH(const QByteArray, bytes);
    QTemporaryDir folder;
    const QString name = folder.filePath(u"accounts.json"_s);
    QFile damaged(name);
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    damaged.write(bytes);
    damaged.close();
    AccountFile file(name);
    const Status loaded = file.load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, u"accounts-set-aside"_s);
    QVERIFY(QFile::exists(loaded.error().detail));
    QVERIFY(file.put(account(u"one"_s)));
    QCOMPARE(QDir(folder.path()).entryList({u"accounts.json.damaged-*"_s}).size(), 1);
}

/// A folder in its place stands for whatever cannot be read; permissions say nothing to a test that runs as root.
void AccountFileTest::setsAsideWhatItCannotRead()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"accounts.json"_s);
    QVERIFY(QDir().mkdir(name));
    AccountFile file(name);
    const Status loaded = file.load();
    QVERIFY(!loaded);
    QCOMPARE(loaded.error().code, u"accounts-set-aside"_s);
    QVERIFY(QFile::exists(loaded.error().detail));
    QVERIFY(file.put(account(u"one"_s)));
    QVERIFY(file.load());
    QCOMPARE(file.accounts().size(), 1);
}

void AccountFileTest::leavesOutAnAccountWithoutUser()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"accounts.json"_s);
    QFile odd(name);
    QVERIFY(odd.open(QIODevice::WriteOnly));
    odd.write(R"({"accounts":[7,{"userId":3},{"workspace":"https://a.example","userId":"one"}],"active":["x"]})");
    odd.close();
    AccountFile file(name);
    QVERIFY(file.load());
    QCOMPARE(file.accounts().size(), 1);
    QVERIFY(!file.active());
}

void AccountFileTest::isReadableByItsOwnerOnly()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"accounts.json"_s);
    AccountFile file(name);
    QVERIFY(file.put(account(u"one"_s)));
    QVERIFY(file.put(account(u"two"_s)));
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile(name).permissions() & others));
}

void AccountFileTest::writesNoPasswordOfAnAddress()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"accounts.json"_s);
    Account one = account(u"one"_s);
    one.workspace = QUrl(u"https://ana:canary@chat.example.com"_s);
    AccountFile file(name);
    QVERIFY(file.put(one));
    QFile written(name);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(!written.readAll().contains("canary"));
}

void AccountFileTest::saysThatItCannotBeWritten()
{
    QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    AccountFile file(folder.filePath(u"file/accounts.json"_s));
    const Status put = file.put(account(u"one"_s));
    QVERIFY(!put);
    QCOMPARE(put.error().kind, Error::Kind::Storage);
    QCOMPARE(put.error().code, u"read-only"_s);
}

QTEST_GUILESS_MAIN(AccountFileTest)
#include "tst_accountfile.moc"
