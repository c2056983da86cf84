#include "ui/desk.h"

#include "app/omnichannel/conversationstore.h"
#include "app/storage/settingsfile.h"
#include "app/workspace/drafts.h"
#include "tests/ui/window.h"
#include "tests/workspace/console.h"
#include "ui/conversations/conversationlist.h"
#include "ui/dialogs/closedialog.h"
#include "ui/mainwindow.h"
#include "ui/notify/notifier.h"
#include "ui/timeline/conversationview.h"

#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

const QString customer = u"+351912345678"_s;

/// A signed-in desk in its window.
struct Place {
    Place()
        : settings(console.profile.filePath(u"settings.ini"_s))
        , window(settings)
        , notifier(console.clock)
    {
    }

    bool open(bool isWhole = true)
    {
        if (!console.signIn() || !console.start()) {
            return false;
        }
        notifier.setSoundOn(false);
        notifier.setNotificationsOn(false);
        desk = new Desk({*console.session, console.clock, settings, window.actions(), notifier}, &window);
        window.addPage(desk);
        window.actions().setDeskEnabled(true);
        window.resize(1280, 800);
        window.show();
        if (isWhole) {
            desk->finish();
        }
        return true;
    }

    ~Place() { delete desk; }

    bool receive(const QString &text)
    {
        console.text(customer, text);
        return QTest::qWaitFor([this] { return console.only() && console.only()->stage == Stage::Queue; });
    }
    void trigger(QAction *action) { action->trigger(); }
    Stage stage() const { return console.only() ? console.only()->stage : Stage::Elsewhere; }
    QWidget *pane(const char *type) const
    {
        const QList<QWidget *> all = desk->findChildren<QWidget *>();
        const auto found = std::find_if(all.cbegin(), all.cend(), [type](const QWidget *one) {
            return qstrcmp(one->metaObject()->className(), type) == 0;
        });
        return found == all.cend() ? nullptr : *found;
    }

    Console console;
    SettingsFile settings;
    MainWindow window;
    Notifier notifier;
    Desk *desk = nullptr;
};

} // namespace

class DeskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void takingTheNextLeadsToTheReply();
    void takenBySomebodyElseIsSaid();
    void refusedTakeIsSaidInWords();
    void closingAsksAndCloses();
    void availabilityFollowsTheWorkspace();
    void readingClearsUnreadOnlyWhenLookedAt();
    void panesGiveWayInNarrowWindows();
    void channelsAreRemembered();
    void fullDiskIsForgottenWithTheNextWrite();
    void tabGoesThroughNamedParts();
    void aKeyPressedAtOnceFindsAll();
    void whoWaitsLongestStaysInView();
};

void DeskTest::takingTheNextLeadsToTheReply()
{
    Place place;
    QVERIFY(place.open());
    QVERIFY(place.receive(u"Is anybody there?"_s));
    place.trigger(place.window.actions().takeNext);
    QTRY_COMPARE(place.stage(), Stage::Mine);
    QTRY_COMPARE(place.desk->room(), place.console.only()->id);
    QApplication::setActiveWindow(&place.window);
    QTRY_VERIFY(named<QPlainTextEdit>(*place.desk, u"Reply"_s)->hasFocus());

    QTest::keyClicks(named<QPlainTextEdit>(*place.desk, u"Reply"_s), u"Yes, I am."_s);
    QTest::keyClick(named<QPlainTextEdit>(*place.desk, u"Reply"_s), Qt::Key_Return);
    QTRY_COMPARE(place.console.sent(), 1);
    QCOMPARE(place.console.workspace.twilio().sent().first().body, u"Yes, I am."_s);
}

void DeskTest::takenBySomebodyElseIsSaid()
{
    Place place;
    QVERIFY(place.open());
    QVERIFY(place.receive(u"Hello"_s));
    place.console.workspace.faults().suppressQueueEvents = true; // Tom's take is not heard of in time
    QVERIFY(!place.console.workspace.state().desk.take(place.console.userId(u"tom"_s),
                                                       place.console.only()->inquiry.value));
    place.trigger(place.window.actions().takeNext);
    QTRY_VERIFY(says(*place.desk, u"took it."_s));
    QVERIFY(!place.console.only() || place.stage() != Stage::Queue);
    QVERIFY(place.window.actions().takeNext->isEnabled());
}

void DeskTest::refusedTakeIsSaidInWords()
{
    Place place;
    QVERIFY(place.open());
    QVERIFY(place.receive(u"Hello"_s));
    place.console.workspace.faults().answerHtml = 50; // whatever else is being asked just now
    place.trigger(place.window.actions().takeNext);
    QTRY_VERIFY(says(*place.desk, u"answered with a web page instead of data"_s));
    QVERIFY2(place.stage() == Stage::Queue, "the customer still waits");
}

void DeskTest::closingAsksAndCloses()
{
    Place place;
    QVERIFY(place.open());
    QVERIFY(place.receive(u"Hello"_s));
    place.trigger(place.window.actions().takeNext);
    QTRY_COMPARE(place.stage(), Stage::Mine);
    QTRY_COMPARE(place.desk->room(), place.console.only()->id); // the answer opens it a moment after the stream tells
    place.trigger(place.window.actions().closeConversation);
    auto *dialog = place.window.findChild<CloseDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    named<QPlainTextEdit>(*dialog, u"Comment"_s)->setPlainText(u"All said"_s);
    QTRY_VERIFY(button(*dialog, u"Close conversation"_s)->isEnabled());
    button(*dialog, u"Close conversation"_s)->click();
    QTRY_COMPARE(place.stage(), Stage::Closed); // it stays, to be read
    QTRY_VERIFY(!place.window.findChild<CloseDialog *>());
}

void DeskTest::availabilityFollowsTheWorkspace()
{
    Place place;
    QVERIFY(place.open());
    QTRY_VERIFY(button(*place.desk, u"Availability: Available"_s));
    place.trigger(place.window.actions().toggleAvailability);
    QTRY_VERIFY(button(*place.desk, u"Availability: Not available"_s));
    QVERIFY(place.window.actions().notAvailable->isChecked());
}

void DeskTest::readingClearsUnreadOnlyWhenLookedAt()
{
    Place place;
    QVERIFY(place.open());
    QVERIFY(place.receive(u"One"_s));
    place.trigger(place.window.actions().takeNext);
    QTRY_COMPARE(place.stage(), Stage::Mine);
    place.desk->setLook(false, true);
    place.console.text(customer, u"Two"_s);
    QTRY_VERIFY(place.console.only()->unread > 0);
    place.desk->setLook(true, true);
    QTRY_COMPARE(place.console.only()->unread, 0);
}

void DeskTest::panesGiveWayInNarrowWindows()
{
    Place place;
    QVERIFY(place.open());
    QVERIFY(place.receive(u"Hello"_s));
    const QWidget *list = place.pane("greenline::ConversationList");
    const QWidget *conversation = place.pane("greenline::ConversationView");
    const QWidget *customerPane = place.pane("greenline::CustomerPane");
    QVERIFY(list->isVisible() && conversation->isVisible() && customerPane->isVisible());

    place.window.resize(800, 700);
    QTRY_VERIFY(!customerPane->isVisible());
    place.trigger(place.window.actions().customerPane);
    QVERIFY2(customerPane->isVisible(), "a drawer");
    QVERIFY2(customerPane->mapTo(place.desk, customerPane->rect().topRight()).x() >= 790, "at the edge");

    place.window.resize(560, 700);
    QTRY_VERIFY(list->isVisible() != conversation->isVisible());
    place.desk->select(place.console.only()->id);
    QVERIFY(conversation->isVisible() && !list->isVisible());
    button(*place.desk, u"Back to the list"_s)->click();
    QVERIFY(list->isVisible() && !conversation->isVisible());

    place.window.resize(1280, 800);
    QTRY_VERIFY(list->isVisible() && conversation->isVisible() && customerPane->isVisible());
}

void DeskTest::aKeyPressedAtOnceFindsAll()
{
    Place place;
    QVERIFY(place.open(false));
    QApplication::setActiveWindow(&place.window);
    QTRY_COMPARE(QApplication::activeWindow(), &place.window);
    QVERIFY(!place.pane("greenline::ConversationView"));
    QTest::keyClick(&place.window, Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(named<QLineEdit>(place.window, u"Command"_s));
}

void DeskTest::channelsAreRemembered()
{
    Place place;
    QVERIFY(place.open());
    QVERIFY(!place.window.actions().allChannels->isChecked());
    place.trigger(place.window.actions().allChannels);
    QVERIFY(place.settings.isOn(u"allChannels"_s, false));
}

void DeskTest::fullDiskIsForgottenWithTheNextWrite()
{
    Place place;
    QVERIFY(place.open());
    QVERIFY(place.receive(u"Is anybody there?"_s));
    Session &session = *place.console.session;
    Q_EMIT session.storageFailed({Error::Kind::Storage, u"no space left"_s, u"disk-full"_s});
    QVERIFY(says(*place.desk, u"disk is full"_s));
    session.drafts().set(place.console.only()->id, u"Half a sen"_s);
    session.drafts().flush();
    QVERIFY(!says(*place.desk, u"disk is full"_s));
    Q_EMIT session.storageFailed({Error::Kind::Storage, u"/old"_s, u"damaged-set-aside"_s});
    session.drafts().set(place.console.only()->id, u"Half a sentence"_s);
    session.drafts().flush();
    QVERIFY2(says(*place.desk, u"was damaged"_s), "what is lost is not got back by writing");
}

void DeskTest::tabGoesThroughNamedParts()
{
    Place place;
    QVERIFY(place.open());
    QVERIFY(place.receive(u"Is anybody there?"_s));
    place.trigger(place.window.actions().takeNext);
    QTRY_COMPARE(place.desk->room(), place.console.only()->id);
    QApplication::setActiveWindow(&place.window);
    QTRY_VERIFY(named<QPlainTextEdit>(*place.desk, u"Reply"_s)->hasFocus());
    QStringList order;
    do {
        QWidget *focus = QApplication::focusWidget();
        const auto *button = qobject_cast<QAbstractButton *>(focus);
        order.append(button && focus->accessibleName().isEmpty() ? button->text() : focus->accessibleName());
        QVERIFY2(!order.last().isEmpty(), focus->metaObject()->className());
        QTest::keyClick(focus, Qt::Key_Tab);
    } while (QApplication::focusWidget()->accessibleName() != order.first() && order.size() < 40);
    const qsizetype filter = order.indexOf(u"Filter conversations"_s);
    QVERIFY2(filter >= 0 && order.value(filter + 1) == u"Conversations"_s, qPrintable(order.join(u", "_s)));
    QVERIFY2(order.contains(u"Messages"_s) && order.contains(u"Customer details"_s), qPrintable(order.join(u", "_s)));
}

/// A take and a close move the rows, not what is looked at; opening one from elsewhere shows where it is.
void DeskTest::whoWaitsLongestStaysInView()
{
    Place place;
    QVERIFY(place.open());
    for (int index = 10; index < 26; ++index) {
        place.console.textQuietly(u"+3519123456%1"_s.arg(index), u"Hello"_s);
    }
    const ConversationStore &conversations = place.console.conversations();
    QTRY_COMPARE(conversations.waiting(), 16);
    const auto *list = named<QListView>(*place.desk, u"Conversations"_s);
    const QScrollBar &bar = *list->verticalScrollBar();
    QTRY_VERIFY(bar.maximum() > 0);
    place.trigger(place.window.actions().takeNext);
    QTRY_VERIFY(conversations.mine() == 1 && !place.desk->room().isEmpty());
    QTRY_COMPARE(list->currentIndex().row(), 15);
    QCOMPARE(bar.value(), 0);
    const RoomId taken = place.desk->room();
    place.trigger(place.window.actions().closeConversation);
    auto *dialog = place.window.findChild<CloseDialog *>();
    named<QPlainTextEdit>(*dialog, u"Comment"_s)->setPlainText(u"All said"_s);
    QTRY_VERIFY(button(*dialog, u"Close conversation"_s)->isEnabled());
    button(*dialog, u"Close conversation"_s)->click();
    QTRY_COMPARE(conversations.mine(), 0);
    QTRY_COMPARE(list->currentIndex().row(), 15);
    QCOMPARE(bar.value(), 0);
    place.desk->select(taken);
    QVERIFY(list->viewport()->rect().contains(list->visualRect(list->currentIndex())));
}

QTEST_MAIN(DeskTest)
#include "tst_desk.moc"
