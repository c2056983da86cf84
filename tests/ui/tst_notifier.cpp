#include "ui/notify/notifier.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

/// Stands in for the desktop: remembers what was shown.
class Desktop : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QStringList capabilities{u"body"_s, u"actions"_s, u"body-markup"_s};
    QStringList titles;
    QStringList bodies;
    QList<quint32> replaced;
    QList<quint32> closed;
    quint32 named = 6;

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; }
    quint32 Notify(const QString &, quint32 replaces, const QString &, const QString &title, const QString &body,
                   const QStringList &, const QVariantMap &, int)
    {
        titles.append(title);
        bodies.append(body);
        replaced.append(replaces);
        return replaces != 0 ? replaces : ++named;
    }
    void CloseNotification(quint32 id) { closed.append(id); }

Q_SIGNALS:
    void ActionInvoked(quint32 id, const QString &action);
    void NotificationClosed(quint32 id, quint32 reason);
};

Notice notice(const QString &preview, Notice::Kind kind = Notice::Kind::NewText)
{
    return {kind, {u"room"_s}, u"Marta <b>"_s, preview};
}

} // namespace

class NotifierTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void textIsEscapedOnlyForMarkup_data();
    void textIsEscapedOnlyForMarkup();
    void longTextIsCutBetweenCharacters();
    void oneConversationHasOneNotification();
    void aBurstBeforeTheServiceIsKnownHasOneNotification();
    void aClickNamesTheConversation();
    void readingWithdraws();

private:
    QProcess m_bus;
    Desktop m_desktop;
    ManualClock m_clock;
};

void NotifierTest::initTestCase()
{
    m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address=1"_s});
    QVERIFY2(m_bus.waitForReadyRead(), "dbus-daemon is needed");
    const QByteArray address = m_bus.readLine().trimmed();
    qputenv("DBUS_SESSION_BUS_ADDRESS", address); // before anybody asks for the session bus
    QDBusConnection bus = QDBusConnection::connectToBus(QString::fromLatin1(address), u"desktop"_s);
    QVERIFY(bus.registerObject(u"/org/freedesktop/Notifications"_s, &m_desktop, QDBusConnection::ExportAllContents));
    QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
}

void NotifierTest::cleanupTestCase()
{
    QDBusConnection::disconnectFromBus(u"desktop"_s);
    m_bus.kill();
    m_bus.waitForFinished();
}

void NotifierTest::textIsEscapedOnlyForMarkup_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("escaped");
    QTest::addColumn<QString>("literal");
    QTest::newRow("picture") << u"<img src=http://x>hi"_s << u"&lt;img src=http://x&gt;hi"_s
                             << u"<img src=http://x>hi"_s;
    QTest::newRow("entities") << u"a & \"b\""_s << u"a &amp; &quot;b&quot;"_s << u"a & \"b\""_s;
    QTest::newRow("escaped already") << u"&lt;b&gt;"_s << u"&amp;lt;b&amp;gt;"_s << u"&lt;b&gt;"_s;
    QTest::newRow("lines") << u"one\n\ntwo\tthree"_s << u"one two three"_s << u"one two three"_s;
    QTest::newRow("override") << u"a\u202Egnp.exe"_s << u"agnp.exe"_s << u"agnp.exe"_s;
    QTest::newRow("nul") << (u"a"_s + QChar(u'\0') + u'b') << u"a b"_s << u"a b"_s;
    QTest::newRow("joined emoji") << u"👩\u200D🔧"_s << u"👩\u200D🔧"_s << u"👩\u200D🔧"_s;
}

void NotifierTest::textIsEscapedOnlyForMarkup()
{
    QFETCH(QString, text);
    QFETCH(QString, escaped);
    QFETCH(QString, literal);
    QCOMPARE(notificationWords(notice(text), BodyMarkup::Understood).body, escaped);
    QCOMPARE(notificationWords(notice(text), BodyMarkup::Literal).body, literal);
    QCOMPARE(notificationWords(notice(text), BodyMarkup::Understood).title,
             u"Marta <b>"_s); // the title is never markup
}

void NotifierTest::longTextIsCutBetweenCharacters()
{
    const QString body = notificationWords(notice(u"x"_s + u"😀"_s.repeated(100'000)), BodyMarkup::Literal).body;
    QVERIFY(body.size() < 300);
    QVERIFY(body.endsWith(u"😀…"_s));
}

void NotifierTest::oneConversationHasOneNotification()
{
    Notifier notifier(m_clock);
    notifier.setSoundOn(false);
    const qsizetype before = m_desktop.bodies.size();
    notifier.tell(notice(u"a <i>first</i> text"_s));
    QTRY_COMPARE(m_desktop.bodies.size(), before + 1);
    QCOMPARE(m_desktop.bodies.last(), u"a &lt;i&gt;first&lt;/i&gt; text"_s);
    QCOMPARE(m_desktop.replaced.last(), 0u);
    const quint32 only = m_desktop.named;
    notifier.tell(notice(u"another"_s));
    notifier.tell(notice(u"the newest"_s));
    QTRY_COMPARE(m_desktop.bodies.last(), u"the newest"_s);
    QCOMPARE(m_desktop.replaced.last(), only);
    QCOMPARE(m_desktop.named, only);
}

void NotifierTest::aBurstBeforeTheServiceIsKnownHasOneNotification()
{
    Notifier notifier(m_clock);
    notifier.setSoundOn(false);
    const quint32 before = m_desktop.named;
    notifier.tell(notice(u"burst one"_s));
    notifier.tell(notice(u"burst two"_s));
    QTRY_COMPARE(m_desktop.bodies.last(), u"burst two"_s);
    QCOMPARE(m_desktop.named, before + 1);
}

void NotifierTest::aClickNamesTheConversation()
{
    Notifier notifier(m_clock);
    notifier.setSoundOn(false);
    QSignalSpy chosen(&notifier, &Notifier::chosen);
    notifier.tell(notice(u"hello"_s, Notice::Kind::NewInQueue));
    QTRY_VERIFY(m_desktop.titles.contains(u"Marta <b> is waiting"_s));
    QTRY_VERIFY((Q_EMIT m_desktop.ActionInvoked(m_desktop.named, u"default"_s), !chosen.isEmpty()));
    QCOMPARE(chosen.first().first().value<RoomId>(), RoomId{u"room"_s});
}

void NotifierTest::readingWithdraws()
{
    Notifier notifier(m_clock);
    notifier.setSoundOn(false);
    notifier.tell(notice(u"read me"_s));
    QTRY_COMPARE(m_desktop.bodies.last(), u"read me"_s);
    const quint32 first = m_desktop.named;
    const RoomId other{u"other"_s};
    notifier.tell({Notice::Kind::NewText, other, u"Jo"_s, u"not named yet"_s});
    notifier.tell({Notice::Kind::NewText, other, u"Jo"_s, u"never shown"_s});
    notifier.withdraw(other);
    QTRY_VERIFY(m_desktop.named > first);
    QTRY_VERIFY2(m_desktop.closed.contains(m_desktop.named), "withdrawn before it had its name");
    QVERIFY(!m_desktop.bodies.contains(u"never shown"_s));
    QVERIFY(!m_desktop.closed.contains(first));
    notifier.withdraw({u"room"_s});
    QTRY_VERIFY(m_desktop.closed.contains(first));
}

QTEST_MAIN(NotifierTest)
#include "tst_notifier.moc"
