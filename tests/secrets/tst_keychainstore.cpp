// Against a real gnome-keyring on a private bus, with folders of its own.
#include "app/secrets/keychainstore.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

class KeychainStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void saysSoWithoutABus();
    void keepsUntilRemoved();
    void servicesDoNotShare();

private:
    void startKeyring();

    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
};

namespace {

/// What came back, as one word for comparing.
QString outcome(const Error &error)
{
    return error.kind == Error::Kind::NotFound ? u"not found"_s : u"keychain: "_s + error.code;
}

QString readSecret(SecretStore &store, const QString &key)
{
    QObject context;
    QString answer;
    store.read(key, {&context, [&answer](const Result<QString> &secret) {
                         answer = secret ? u"= "_s + *secret : outcome(secret.error());
                     }});
    (void)QTest::qWaitFor([&answer] { return !answer.isEmpty(); });
    return answer;
}

QString whenDone(const std::function<void(const Then<Done> &)> &call)
{
    QObject context;
    QString answer;
    call({&context, [&answer](const Status &status) { answer = status ? u"done"_s : outcome(status.error()); }});
    (void)QTest::qWaitFor([&answer] { return !answer.isEmpty(); });
    return answer;
}

QString writeSecret(SecretStore &store, const QString &key, const QString &secret)
{
    return whenDone([&](const Then<Done> &then) { store.write(key, secret, then); });
}

bool hasKeyring()
{
    return !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty()
        && !QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty();
}

QString removeSecret(SecretStore &store, const QString &key)
{
    return whenDone([&](const Then<Done> &then) { store.remove(key, then); });
}

} // namespace

void KeychainStoreTest::initTestCase()
{
    QVERIFY(m_home.isValid());
    const QByteArray home = m_home.path().toLocal8Bit();
    for (const char *folder : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
        qputenv(folder, home);
    }
    for (const char *trace :
         {"DISPLAY", "WAYLAND_DISPLAY", "XDG_CURRENT_DESKTOP", "DESKTOP_SESSION", "GNOME_KEYRING_CONTROL"}) {
        qunsetenv(trace);
    }
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + home + "/no-such-bus");
}

void KeychainStoreTest::cleanupTestCase()
{
    for (QProcess *process : {&m_keyring, &m_bus}) {
        process->terminate();
        QVERIFY(process->state() == QProcess::NotRunning || process->waitForFinished());
    }
}

void KeychainStoreTest::saysSoWithoutABus()
{
    KeychainStore store(u"greenline-test"_s);
    QCOMPARE(readSecret(store, u"account"_s), u"keychain: unavailable"_s);
    QCOMPARE(writeSecret(store, u"account"_s, u"token"_s), u"keychain: unavailable"_s);
    QCOMPARE(removeSecret(store, u"account"_s), u"keychain: unavailable"_s);
}

void KeychainStoreTest::startKeyring()
{
    if (m_bus.state() == QProcess::Running) {
        return;
    }
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
    QTRY_VERIFY(m_bus.canReadLine());
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address);
    m_keyring.setStandardErrorFile(QProcess::nullDevice());
    m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
    m_keyring.write("keyring password");
    m_keyring.closeWriteChannel();
    const QDBusConnection bus = QDBusConnection::connectToBus(QString::fromLocal8Bit(address), u"keyring test"_s);
    QVERIFY(bus.isConnected());
    QTRY_VERIFY(bus.interface()->isServiceRegistered(u"org.freedesktop.secrets"_s));
}

void KeychainStoreTest::keepsUntilRemoved()
{
    if (!hasKeyring()) {
        QFAIL("needs dbus-daemon and gnome-keyring-daemon");
    }
    startKeyring();
    KeychainStore store(u"greenline-test"_s);
    QCOMPARE(readSecret(store, u"account"_s), u"not found"_s);
    QCOMPARE(writeSecret(store, u"account"_s, u"one"_s), u"done"_s);
    QCOMPARE(writeSecret(store, u"account"_s, u"zwö 😀"_s), u"done"_s);
    QCOMPARE(readSecret(store, u"account"_s), u"= zwö 😀"_s);
    QCOMPARE(removeSecret(store, u"account"_s), u"done"_s);
    QCOMPARE(removeSecret(store, u"account"_s), u"done"_s);
    QCOMPARE(readSecret(store, u"account"_s), u"not found"_s);
}

void KeychainStoreTest::servicesDoNotShare()
{
    if (!hasKeyring()) {
        QFAIL("needs dbus-daemon and gnome-keyring-daemon");
    }
    startKeyring();
    KeychainStore one(u"greenline-test"_s);
    KeychainStore other(u"greenline-other-profile"_s);
    QCOMPARE(writeSecret(one, u"account"_s, u"token"_s), u"done"_s);
    QCOMPARE(readSecret(other, u"account"_s), u"not found"_s);
    QCOMPARE(removeSecret(one, u"account"_s), u"done"_s);
}

QTEST_GUILESS_MAIN(KeychainStoreTest)
#include "tst_keychainstore.moc"
