#include "ui/status/awaykeeper.h"

#include "app/practice/document.h"
#include "app/storage/settingsfile.h"
#include "app/workspace/abilities.h"
#include "tests/workspace/console.h"
#include "ui/status/awaysigns.h"
#include "ui/status/idletime.h"

#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;
using namespace std::chrono_literals;

namespace {

/// Somebody types, or not, as the test says.
class Hands : public IdleTime
{
public:
    void ask(const Then<std::chrono::milliseconds> &then) override
    {
        ++asked;
        if (idle) {
            then(*idle);
        } else {
            then(Error{Error::Kind::NotFound, u"unknown"_s});
        }
    }
    std::optional<std::chrono::milliseconds> idle = 0ms;
    int asked = 0;
};

/// A signed-in agent whose absence is watched.
struct Watched {
    explicit Watched(const QString &version = u"8.8"_s)
        : console(optionsOf(version))
        , settings(console.profile.filePath(u"settings.ini"_s))
    {
    }
    static practice::PracticeOptions optionsOf(const QString &version)
    {
        practice::PracticeOptions options = Console::quiet();
        options.version = version;
        return options;
    }
    bool open()
    {
        if (!console.signIn() || !console.start()) {
            return false;
        }
        keeper = std::make_unique<AwayKeeper>(AwayKeeper::Needs{*console.session, settings, clock, hands});
        return true;
    }
    QString fact(const QString &name)
    {
        return console.workspace.state().documents.users.find(console.userId(u"ana"_s)).value(name).toString();
    }
    QString presence() { return fact(u"status"_s); }
    QString availability() { return fact(u"statusLivechat"_s); }

    Console console;
    SettingsFile settings;
    ManualClock clock;
    Hands hands;
    std::unique_ptr<AwayKeeper> keeper;
};

} // namespace

/// Away when nobody is there, back when somebody is.
class AwayKeeperTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void lockedIsAwayAndTheQueueIsLeftAlone_data();
    void lockedIsAwayAndTheQueueIsLeftAlone();
    void nobodyTypingIsAwayAfterAWhile();
    void theQueueIsLeftOnlyWhereChosen();
    void whoComesBackAtOnceIsAvailableInTheEnd();
    void awayOutlivesALostLine();
    void readsTheSignsOfTheDesktop();

private:
    QProcess m_bus;
    QString m_address;
};

void AwayKeeperTest::initTestCase()
{
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    QVERIFY2(m_bus.waitForReadyRead(), "dbus-daemon is needed");
    m_address = QString::fromLatin1(m_bus.readLine().trimmed());
}

void AwayKeeperTest::cleanupTestCase()
{
    m_bus.kill();
    m_bus.waitForFinished();
}

void AwayKeeperTest::lockedIsAwayAndTheQueueIsLeftAlone_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"6.13"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void AwayKeeperTest::lockedIsAwayAndTheQueueIsLeftAlone()
{
    QFETCH(QString, version);
    Watched watched(version);
    QVERIFY(watched.open());
    QTRY_COMPARE(watched.presence(), u"online"_s);
    watched.keeper->setGone(true);
    QTRY_COMPARE(watched.presence(), u"away"_s);
    QCOMPARE(watched.availability(), u"available"_s);
    watched.keeper->setGone(false);
    QTRY_COMPARE(watched.presence(), u"online"_s);

    watched.keeper->setChoices({.whenLocked = false});
    watched.keeper->setGone(true);
    QVERIFY(!watched.keeper->isAway());
}

void AwayKeeperTest::nobodyTypingIsAwayAfterAWhile()
{
    Watched watched;
    QVERIFY(watched.open());
    watched.clock.advance(2s);
    watched.hands.idle = 10min;
    watched.clock.advance(9min);
    QVERIFY(!watched.keeper->isAway());
    watched.clock.advance(1min);
    QTRY_COMPARE(watched.presence(), u"away"_s);
    watched.hands.idle = 0ms;
    watched.clock.advance(2s);
    QTRY_COMPARE(watched.presence(), u"online"_s);

    watched.keeper->setChoices({.afterMinutes = 0});
    watched.hands.idle = 3h;
    const int asked = watched.hands.asked;
    watched.clock.advance(3h);
    QCOMPARE(watched.hands.asked, asked);
    watched.hands.idle.reset();
    watched.keeper->setChoices({.afterMinutes = 5});
    QVERIFY(!watched.keeper->knowsIdle());
    QVERIFY(!watched.keeper->isAway());
}

void AwayKeeperTest::theQueueIsLeftOnlyWhereChosen()
{
    Watched watched;
    QVERIFY(watched.open());
    watched.keeper->setChoices({.leavesQueue = true});
    QSignalSpy told(watched.keeper.get(), &AwayKeeper::told);
    watched.keeper->setGone(true);
    QTRY_COMPARE(watched.availability(), u"not-available"_s);
    watched.clock.advance(12min);
    watched.keeper->setGone(false);
    QTRY_COMPARE(watched.availability(), u"available"_s);
    QTRY_COMPARE(told.size(), 1);

    // Who was not available before is not made available.
    Awaited<Done> away;
    watched.console.session->commands().setAvailability(Availability::NotAvailable, away.then(&watched.console));
    QTRY_VERIFY(away.isHere());
    watched.keeper->setGone(true);
    watched.keeper->setGone(false);
    QCOMPARE(told.size(), 1);
    QCOMPARE(watched.availability(), u"not-available"_s);
    SettingsFile kept(watched.console.profile.filePath(u"settings.ini"_s));
    QVERIFY(readAwayChoices(kept).leavesQueue || readAwayChoices(watched.settings).leavesQueue);
}

void AwayKeeperTest::whoComesBackAtOnceIsAvailableInTheEnd()
{
    Watched watched;
    QVERIFY(watched.open());
    watched.keeper->setChoices({.leavesQueue = true});
    QSignalSpy told(watched.keeper.get(), &AwayKeeper::told);
    watched.keeper->setGone(true);
    watched.keeper->setGone(false); // before the workspace has answered
    QCOMPARE(told.size(), 0); // nothing is known yet
    QTRY_COMPARE(told.size(), 1);
    QCOMPARE(watched.availability(), u"available"_s);

    QSignalSpy failed(watched.keeper.get(), &AwayKeeper::failed);
    watched.console.workspace.faults().dropRequests = 100;
    watched.keeper->setGone(true);
    QTRY_COMPARE(failed.size(), 1);
    watched.console.workspace.faults().dropRequests = 0;
    watched.keeper->setGone(false);
    QTRY_COMPARE(watched.availability(), u"available"_s);
    QCOMPARE(told.size(), 1); // nobody can say that no conversation came
}

void AwayKeeperTest::awayOutlivesALostLine()
{
    Watched watched;
    QVERIFY(watched.open());
    watched.keeper->setGone(true);
    QTRY_COMPARE(watched.presence(), u"away"_s);
    Q_EMIT watched.console.workspace.faults().dropSockets();
    QTRY_VERIFY(watched.presence() != u"away"_s);
    QTRY_VERIFY(watched.console.line() == ConnectionState::Line::Live);
    QTRY_COMPARE(watched.presence(), u"away"_s);
}

void AwayKeeperTest::readsTheSignsOfTheDesktop()
{
    const QDBusConnection ours = QDBusConnection::connectToBus(m_address, u"ours"_s);
    QDBusConnection desktop = QDBusConnection::connectToBus(m_address, u"desktop"_s);
    QVERIFY(desktop.registerService(u"org.freedesktop.ScreenSaver"_s));
    QVERIFY(desktop.registerService(u"org.freedesktop.login1"_s));
    AwaySigns signs({ours, ours});
    QSignalSpy changed(&signs, &AwaySigns::changed);
    const auto say = [&desktop](const QString &path, const QString &interface, const QString &name, bool isOn) {
        QDBusMessage signal = QDBusMessage::createSignal(path, interface, name);
        signal << isOn;
        desktop.send(signal);
    };
    const auto saver = u"org.freedesktop.ScreenSaver"_s;
    say(u"/org/freedesktop/ScreenSaver"_s, saver, u"ActiveChanged"_s, true);
    QTRY_VERIFY(signs.isGone());
    say(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, true);
    say(u"/org/freedesktop/ScreenSaver"_s, saver, u"ActiveChanged"_s, false);
    say(u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"PrepareForSleep"_s, false);
    QTRY_VERIFY(!signs.isGone());
    QCOMPARE(changed.size(), 2);
    QDBusConnection::disconnectFromBus(u"ours"_s);
    QDBusConnection::disconnectFromBus(u"desktop"_s);
}

QTEST_MAIN(AwayKeeperTest)
#include "tst_awaykeeper.moc"
