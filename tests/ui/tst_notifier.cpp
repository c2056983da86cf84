#include "ui/notify/notifier.h"

#include "ui/notify/launcherbadge.h"
#include "ui/notify/notificationwords.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <utility>

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
    QStringList actions; // of the last one
    QStringList bodies;
    QList<quint32> replaced;
    QList<quint32> closed;
    quint32 named = 6;

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; }
    quint32 Notify(const QString &, quint32 replaces, const QString &, const QString &title, const QString &body,
                   const QStringList &offered, const QVariantMap &, int)
    {
        actions = offered;
        titles.append(title);
        bodies.append(body);
        replaced.append(replaces);
        return replaces != 0 ? replaces : ++named;
    }
    void CloseNotification(quint32 id) { closed.append(id); }

Q_SIGNALS:
    void ActionInvoked(quint32 id, const QString &action);
    void NotificationReplied(quint32 id, const QString &text);
    void NotificationClosed(quint32 id, quint32 reason);
};

/// A task bar.
class Dock : public QObject
{
    Q_OBJECT
public:
    QString application;
    QList<qint64> counts;
    bool isShown = false;

public Q_SLOTS:
    void Update(const QString &which, const QVariantMap &facts)
    {
        application = which;
        counts.append(facts.value(u"count"_s).toLongLong());
        isShown = facts.value(u"count-visible"_s).toBool();
    }
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
    void saysNoMoreThanIsWanted_data();
    void saysNoMoreThanIsWanted();
    void theIconCarriesTheNumber();
    void oneConversationHasOneNotification();
    void aBurstBeforeTheServiceIsKnownHasOneNotification();
    void theTextFollowsTheConversation();
    void aClickNamesTheConversation();
    void readingWithdraws();
    void whatIsOffered_data();
    void whatIsOffered();
    void aTypedReplyNamesTheConversation();
    void anotherServiceIsNotAnswered();

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

void NotifierTest::saysNoMoreThanIsWanted_data()
{
    QTest::addColumn<Notice::Kind>("kind");
    QTest::addColumn<Privacy>("privacy");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("body");
    using Kind = Notice::Kind;
    QTest::newRow("text, all") << Kind::NewText << Privacy::NameAndText << u"Marta <b>"_s << u"secret"_s;
    QTest::newRow("text, name") << Kind::NewText << Privacy::NameOnly << u"Marta <b>"_s << u"New text"_s;
    QTest::newRow("text, nothing") << Kind::NewText << Privacy::Nothing << u"New text"_s << QString();
    QTest::newRow("queue, name") << Kind::NewInQueue << Privacy::NameOnly << u"Marta <b> is waiting"_s << QString();
    QTest::newRow("queue, nothing") << Kind::NewInQueue << Privacy::Nothing << u"Somebody is waiting"_s << QString();
}

void NotifierTest::saysNoMoreThanIsWanted()
{
    QFETCH(Notice::Kind, kind);
    QFETCH(Privacy, privacy);
    QFETCH(QString, title);
    QFETCH(QString, body);
    const NotificationWords words = notificationWords(notice(u"secret"_s, kind), BodyMarkup::Literal, privacy);
    QCOMPARE(words.title, title);
    QCOMPARE(words.body, body);
}

void NotifierTest::theIconCarriesTheNumber()
{
    Dock dock;
    QDBusConnection bus(u"desktop"_s);
    QVERIFY(bus.connect(QString(), QString(), u"com.canonical.Unity.LauncherEntry"_s, u"Update"_s, &dock,
                        SLOT(Update(QString, QVariantMap))));
    LauncherBadge badge;
    badge.setWaiting(0);
    badge.setWaiting(3);
    badge.setWaiting(3);
    badge.setWaiting(0);
    QTRY_COMPARE(dock.counts, (QList<qint64>{3, 0}));
    QCOMPARE(dock.application, u"application://chat.greenline.Greenline.desktop"_s);
    QVERIFY(!dock.isShown);
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

void NotifierTest::theTextFollowsTheConversation()
{
    Notifier notifier(m_clock);
    notifier.setSoundOn(false);
    QSignalSpy urgent(&notifier, &Notifier::urgent);
    Notice blank = notice({}, Notice::Kind::NewInQueue);
    Notice more = notice(u"with a text"_s, Notice::Kind::NewInQueue);
    more.isMore = true;
    const quint32 before = m_desktop.named;
    notifier.tell(blank);
    notifier.tell(more); // before the service has answered
    QTRY_COMPARE(m_desktop.bodies.last(), u"with a text"_s);
    more.preview = u"with more text"_s;
    notifier.tell(more);
    QTRY_COMPARE(m_desktop.bodies.last(), u"with more text"_s);
    QCOMPARE(m_desktop.named, before + 1);
    QCOMPARE(urgent.size(), 1);
    notifier.withdrawAll();
    const qsizetype shown = m_desktop.bodies.size();
    notifier.tell(more); // read already
    notifier.tell({Notice::Kind::NewText, {u"other"_s}, u"Jo"_s, u"the last"_s});
    QTRY_COMPARE(m_desktop.bodies.last(), u"the last"_s);
    QCOMPARE(m_desktop.bodies.size(), shown + 1);
    const qsizetype closed = m_desktop.closed.size();
    notifier.tell(notice(u"one more"_s, Notice::Kind::NewInQueue));
    notifier.withdrawAll(); // before the service has answered
    notifier.tell(more);
    QTRY_COMPARE(m_desktop.closed.size(), closed + 2); // and that of the other
    QCOMPARE(m_desktop.bodies.last(), u"one more"_s);
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

void NotifierTest::whatIsOffered_data()
{
    const QStringList plain{u"body"_s, u"actions"_s};
    const QStringList answering = plain + QStringList{u"inline-reply"_s};
    QTest::addColumn<QStringList>("capabilities");
    QTest::addColumn<Notice>("told");
    QTest::addColumn<QStringList>("keys");
    QTest::newRow("a text, to be answered")
        << answering << notice(u"1"_s) << QStringList{u"default"_s, u"inline-reply"_s, u"open"_s};
    QTest::newRow("a service that cannot") << plain << notice(u"2"_s) << QStringList{u"default"_s, u"open"_s};
    QTest::newRow("no actions at all") << QStringList{u"body"_s} << notice(u"3"_s) << QStringList{};
    QTest::newRow("in the queue") << answering << notice(u"4"_s, Notice::Kind::NewInQueue)
                                  << QStringList{u"default"_s, u"take"_s, u"open"_s};
    QTest::newRow("opted out") << answering << notice(u"Stop"_s) << QStringList{u"default"_s, u"open"_s};
    QTest::newRow("not sent") << answering << notice(u"5"_s, Notice::Kind::ReplyNotSent)
                              << QStringList{u"default"_s, u"open"_s};
}

void NotifierTest::whatIsOffered()
{
    QFETCH(QStringList, capabilities);
    QFETCH(Notice, told);
    QFETCH(QStringList, keys);
    const QStringList before = std::exchange(m_desktop.capabilities, capabilities);
    Notifier notifier(m_clock);
    notifier.setSoundOn(false);
    notifier.tell(told);
    QTRY_COMPARE(m_desktop.bodies.last(), told.preview);
    m_desktop.capabilities = before;
    QStringList offered;
    for (qsizetype place = 0; place < m_desktop.actions.size(); place += 2) {
        offered.append(m_desktop.actions.at(place));
    }
    QCOMPARE(offered, keys);
}

void NotifierTest::aTypedReplyNamesTheConversation()
{
    Notifier notifier(m_clock);
    notifier.setSoundOn(false);
    QSignalSpy replied(&notifier, &Notifier::replied);
    notifier.tell(notice(u"answer me"_s));
    QTRY_COMPARE(m_desktop.bodies.last(), u"answer me"_s);
    const quint32 name = m_desktop.named;
    // Our own answer to Notify travels on the same line before the signal.
    Q_EMIT m_desktop.NotificationReplied(name + 1000, u"of another program"_s);
    Q_EMIT m_desktop.NotificationClosed(name, 2); // some services close it first
    Q_EMIT m_desktop.NotificationReplied(name, u"Here you are"_s);
    QTRY_COMPARE(replied.size(), 1);
    QCOMPARE(replied.first().at(0).value<RoomId>(), RoomId{u"room"_s});
    QCOMPARE(replied.first().at(1).toString(), u"Here you are"_s);
}

void NotifierTest::anotherServiceIsNotAnswered()
{
    Notifier notifier(m_clock);
    notifier.setSoundOn(false);
    QSignalSpy replied(&notifier, &Notifier::replied);
    notifier.tell(notice(u"before it ends"_s));
    QTRY_COMPARE(m_desktop.bodies.last(), u"before it ends"_s);
    const quint32 name = m_desktop.named;
    QDBusConnection bus(u"desktop"_s);
    QVERIFY(bus.unregisterService(u"org.freedesktop.Notifications"_s));
    QVERIFY(bus.registerService(u"org.freedesktop.Notifications"_s));
    Q_EMIT m_desktop.NotificationReplied(name, u"meant for somebody else"_s);
    notifier.tell({Notice::Kind::NewText, {u"other"_s}, u"Jo"_s, u"and after"_s});
    QTRY_COMPARE(m_desktop.bodies.last(), u"and after"_s);
    QVERIFY(replied.isEmpty());
}

QTEST_MAIN(NotifierTest)
#include "tst_notifier.moc"
