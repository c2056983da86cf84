#include "app/storage/settingsfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

class SettingsFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsValuesAcrossARestart();
    void tellsWhenAValueIsNotOnTheDisk();
    void answersOtherwiseWhenNothingIsStored();
    void putsAProfileBelowItsFolder();
    void makesFoldersForTheirOwnerOnly();
    void usesTheStandardFoldersWithoutAProfile();
    void separatesKeyringEntriesOfProfiles();
    void namesDatabasesByAHash();
};

void SettingsFileTest::keepsValuesAcrossARestart()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"below/settings.ini"_s);
    {
        SettingsFile settings(name);
        settings.setBytes(u"window/geometry"_s, QByteArray("\x00\xff\x01", 3));
        settings.setText(u"language"_s, u"de, ü"_s);
        settings.setOn(u"sound"_s, false);
    }
    SettingsFile settings(name);
    QCOMPARE(settings.bytes(u"window/geometry"_s), QByteArray("\x00\xff\x01", 3));
    QCOMPARE(settings.text(u"language"_s), u"de, ü"_s);
    QCOMPARE(settings.isOn(u"sound"_s, true), false);
}

void SettingsFileTest::tellsWhenAValueIsNotOnTheDisk()
{
    QTemporaryDir folder;
    const QString name = folder.filePath(u"settings.ini"_s);
    const auto onDisk = [&name] {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    SettingsFile settings(name);
    QVERIFY(settings.keepBytes(u"note"_s, "one"));
    QVERIFY(onDisk().contains("one"));
    QVERIFY(QFile::remove(name) && QDir().mkdir(name)); // in the way of the file
    const Status kept = settings.keepBytes(u"note"_s, "two");
    QVERIFY(!kept);
    QCOMPARE(kept.error().kind, Error::Kind::Storage);
    QCOMPARE(settings.bytes(u"note"_s), "one");
    QVERIFY(!settings.keepBytes(u"other"_s, "two"));
    QVERIFY(settings.bytes(u"other"_s).isEmpty());
    QVERIFY(QDir().rmdir(name));
    QVERIFY(settings.keepBytes(u"note"_s, "three")); // a failure is over when it is over
    QVERIFY(onDisk().contains("three"));
}

void SettingsFileTest::answersOtherwiseWhenNothingIsStored()
{
    QTemporaryDir folder;
    const SettingsFile settings(folder.filePath(u"settings.ini"_s));
    QVERIFY(settings.bytes(u"a"_s).isEmpty());
    QCOMPARE(settings.text(u"a"_s, u"otherwise"_s), u"otherwise"_s);
    QVERIFY(settings.isOn(u"a"_s, true));
    QVERIFY(!settings.isOn(u"a"_s, false));
}

void SettingsFileTest::putsAProfileBelowItsFolder()
{
    QTemporaryDir folder;
    const QString profile = folder.filePath(u"profile"_s);
    const ProfilePaths paths = profilePaths(profile);
    for (const QString &path : {paths.settings, paths.accounts, paths.data, paths.cache}) {
        QVERIFY2(path.startsWith(profile + u'/'), qPrintable(path));
    }
    QVERIFY(QFileInfo(paths.data).isDir());
    QVERIFY(QFileInfo(paths.cache).isDir());
    QVERIFY(paths.data != paths.cache);
}

void SettingsFileTest::makesFoldersForTheirOwnerOnly()
{
    QTemporaryDir folder;
    const ProfilePaths paths = profilePaths(folder.filePath(u"a/profile"_s));
    const QFile::Permissions others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
    for (const QString &path : {folder.filePath(u"a/profile"_s), paths.data, paths.cache}) {
        QVERIFY(!(QFileInfo(path).permissions() & others));
    }
}

void SettingsFileTest::usesTheStandardFoldersWithoutAProfile()
{
    QStandardPaths::setTestModeEnabled(true);
    const ProfilePaths paths = profilePaths(std::nullopt);
    QCOMPARE(paths.settings,
             QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/greenline/settings.ini"_s);
    QCOMPARE(paths.data, QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/greenline"_s);
    QCOMPARE(paths.cache, QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/greenline"_s);
    QCOMPARE(paths.keyringService, u"greenline"_s);
    QStandardPaths::setTestModeEnabled(false);
}

void SettingsFileTest::separatesKeyringEntriesOfProfiles()
{
    QTemporaryDir folder;
    const QString one = profilePaths(folder.filePath(u"one"_s)).keyringService;
    QVERIFY(one.startsWith(u"greenline-"_s));
    QVERIFY(one != profilePaths(folder.filePath(u"two"_s)).keyringService);
    QCOMPARE(one, profilePaths(folder.filePath(u"two/../one/"_s)).keyringService);
}

void SettingsFileTest::namesDatabasesByAHash()
{
    const QString file = databaseFile(u"/data"_s, u"../../evil@https://a.example"_s);
    QVERIFY(file.startsWith(u"/data/"_s));
    QVERIFY(!file.mid(6).contains(u'/'));
    QVERIFY(!file.contains(u"evil"_s));
    QVERIFY(file != databaseFile(u"/data"_s, u"other"_s));
}

QTEST_GUILESS_MAIN(SettingsFileTest)
#include "tst_settingsfile.moc"
