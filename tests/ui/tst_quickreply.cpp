#include "app/omnichannel/conversationstore.h"
#include "app/workspace/drafts.h"
#include "tests/ui/deskplace.h"

#include <QAction>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

const QString customer = u"+351912345678"_s;

} // namespace

/// A text typed into a desktop notification.
class QuickReplyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leavesOnceAndTheDraftStays();
    void becomesTheDraftWhereItMayNotLeave_data();
    void becomesTheDraftWhereItMayNotLeave();
};

void QuickReplyTest::leavesOnceAndTheDraftStays()
{
    DeskPlace place(Console::quiet());
    QVERIFY(place.signIn());
    place.showDesk();
    place.console.text(customer, u"Where is it?"_s);
    QTRY_VERIFY(place.console.only() && place.console.only()->stage == Stage::Queue);
    const RoomId room = place.console.only()->id;
    Q_EMIT place.notifier.takeChosen(room);
    QTRY_VERIFY(place.console.only()->stage == Stage::Mine);
    Drafts &drafts = place.console.session->drafts();
    drafts.set(room, u"half a thought"_s);
    drafts.flush();

    Q_EMIT place.notifier.replied(room, u"   "_s);
    Q_EMIT place.notifier.replied(room, u"At your neighbour's."_s);
    QTRY_COMPARE(place.console.sent(), 1);
    QCOMPARE(place.console.workspace.twilio().sent().first().body, u"At your neighbour's."_s);
    QCOMPARE(drafts.text(room), u"half a thought"_s);
    SafeDb written;
    QVERIFY(written.open(place.console.profile.filePath(u"safe.db"_s)));
    QCOMPARE(written.drafts()->value(room), u"half a thought"_s);
}

void QuickReplyTest::becomesTheDraftWhereItMayNotLeave_data()
{
    QTest::addColumn<bool>("isTaken");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("reply");
    QTest::newRow("nobody's yet") << false << u"Hello"_s << u"Hi"_s;
    QTest::newRow("opted out") << true << u"STOP"_s << u"Are you sure?"_s;
    QTest::newRow("longer than an SMS") << true << u"Hello"_s << QString(1601, u'a');
}

void QuickReplyTest::becomesTheDraftWhereItMayNotLeave()
{
    QFETCH(bool, isTaken);
    QFETCH(QString, text);
    QFETCH(QString, reply);
    DeskPlace place(Console::quiet());
    QVERIFY(place.signIn());
    place.showDesk();
    place.console.text(customer, text);
    QTRY_VERIFY(place.console.only() && place.console.only()->stage == Stage::Queue);
    const RoomId room = place.console.only()->id;
    if (isTaken) {
        Q_EMIT place.notifier.takeChosen(room);
        QTRY_VERIFY(place.console.only()->stage == Stage::Mine);
    }
    place.console.session->drafts().set(room, u"before"_s);
    Q_EMIT place.notifier.replied(room, reply);
    QCOMPARE(place.console.session->drafts().text(room), u"before\n"_s + reply);
    QCOMPARE(place.console.session->outbox().waiting(), 0);
    QCOMPARE(place.console.sent(), 0);
}

QTEST_MAIN(QuickReplyTest)
#include "tst_quickreply.moc"
