#include "tests/ui/deskplace.h"

#include "app/omnichannel/conversationstore.h"
#include "app/practice/restlimiter.h"
#include "tests/ui/window.h"
#include "ui/deskcommands.h"
#include "ui/dialogs/closedialog.h"
#include "ui/status/statusline.h"
#include "ui/timeline/pausebar.h"
#include "ui/topbar.h"

#include <QAccessible>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

practice::PracticeOptions limited()
{
    practice::PracticeOptions options = Console::quiet();
    options.limitsRates = true;
    return options;
}

/// The seconds of "The workspace asks for a pause, 12 s", as they stand there for all; 0: it is not said.
int secondsSaid(const QWidget &place)
{
    static const QRegularExpression sentence(u"^The workspace asks for a pause, (\\d+) s$"_s);
    int seconds = 0;
    for (const QLabel *label : place.findChildren<QLabel *>()) {
        const auto match = sentence.match(label->text());
        if (label->isVisible() && match.hasMatch() && label->textFormat() == Qt::PlainText) {
            auto *heard = QAccessible::queryAccessibleInterface(const_cast<QLabel *>(label));
            seconds = heard->text(QAccessible::Name) == label->text() ? match.captured(1).toInt() : 0;
        }
    }
    return seconds;
}

/// A desk before a workspace with a limiter, and how it is used up.
struct BusyPlace : DeskPlace {
    BusyPlace()
        : DeskPlace(limited())
    {
    }

    bool open()
    {
        if (!signIn()) {
            return false;
        }
        showDesk();
        return true;
    }
    bool receive(const QString &from, const QString &text)
    {
        const int before = console.conversations().size();
        console.text(from, text);
        return QTest::qWaitFor([&] { return console.conversations().size() == before + 1; });
    }
    /// So that the route is closed for up to a minute.
    bool spend(const RestCall &call)
    {
        bool isClosed = false;
        for (int asked = 0; asked <= practice::RestLimiter::calls && !isClosed; ++asked) {
            RestCall once = call;
            once.mayWait = false;
            bool isAnswered = false;
            console.session->rest().send(once, {&window, [&](const Result<QJsonObject> &answer) {
                                                    isAnswered = true;
                                                    isClosed
                                                        = !answer && answer.error().kind == Error::Kind::RateLimited;
                                                }});
            if (!QTest::qWaitFor([&] { return isAnswered; })) {
                return false;
            }
        }
        return isClosed;
    }
    RoomId roomOf(const QString &preview) const
    {
        const ConversationStore &all = console.session->conversations();
        for (int row = 0; row < all.size(); ++row) {
            if (all.at(row).preview == preview) {
                return all.at(row).id;
            }
        }
        return {};
    }
    Stage stage(const RoomId &room) const
    {
        const Conversation *conversation = console.session->conversations().find(room);
        return conversation ? conversation->stage : Stage::Closed;
    }
    /// Two who wait, and a workspace that takes its time.
    bool openWithTwo(std::chrono::milliseconds delay)
    {
        if (!open() || !receive(u"+351912345678"_s, u"First"_s) || !receive(u"+14155550142"_s, u"Second"_s)) {
            return false;
        }
        console.workspace.faults().restDelay = delay;
        return true;
    }
    QPushButton *take() const { return named<QPushButton>(*desk, u"Take"_s); }
    PauseBar &bar() const { return *desk->findChild<PauseBar *>(); }
    StatusLine &statusLine() const { return *desk->findChild<StatusLine *>(); }
};

} // namespace

/// What a person sees of a workspace that lets each thing be asked for only ten times a minute.
class PausesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatWasPressedIsLocked();
    void theNextKeyInHasteTakesOne();
    void nobodyIsLedAwayFromWriting();
    void nobodyIsLedAwayFromAnyField();
    void whatAColleagueTookHoldsNothingUp();
    void aHeldCloseIsAskedForOnce();
    void aHeldTakeSaysForHowLong();
    void aHeldCloseSaysItInItsDialogue();
    void aHeldAvailabilityIsSaidWithNothingOpen();
};

void PausesTest::onlyWhatWasPressedIsLocked()
{
    BusyPlace place;
    QVERIFY(place.openWithTwo(std::chrono::milliseconds(700)));
    const RoomId first = place.roomOf(u"First"_s);
    const RoomId second = place.roomOf(u"Second"_s);
    place.desk->select(first);
    QTest::mouseClick(place.take(), Qt::LeftButton);
    QCOMPARE(place.take()->text(), u"Taking…"_s);
    QVERIFY(!place.take()->isEnabled());
    place.desk->select(second);
    QCOMPARE(place.take()->text(), u"Take"_s);
    QVERIFY(place.take()->isEnabled());
    place.desk->select(first);
    QCOMPARE(place.take()->text(), u"Taking…"_s);
    place.desk->select(second);
    QTRY_VERIFY(says(*place.desk, u"is yours now."_s));
    QCOMPARE(place.stage(first), Stage::Mine);
    QCOMPARE(place.desk->room(), second); // where the person is by now
    QTest::mouseClick(place.take(), Qt::LeftButton);
    QTRY_COMPARE(place.stage(second), Stage::Mine);
    QTRY_VERIFY(!place.take()->isVisible());
}

void PausesTest::theNextKeyInHasteTakesOne()
{
    BusyPlace place;
    QVERIFY(place.openWithTwo(std::chrono::milliseconds(300)));
    const RoomId first = place.roomOf(u"First"_s);
    const RoomId second = place.roomOf(u"Second"_s);
    place.window.actions().takeNext->trigger();
    place.window.actions().takeNext->trigger();
    QTRY_COMPARE(place.stage(first), Stage::Mine);
    place.window.actions().takeNext->trigger(); // the stream has told it, the take itself has not been answered
    QTRY_COMPARE(place.desk->room(), first);
    QCOMPARE(place.stage(second), Stage::Queue);
    place.desk->select(second);
    QCOMPARE(place.take()->text(), u"Take"_s);
    place.window.actions().takeNext->trigger();
    QTRY_VERIFY(place.stage(second) == Stage::Mine && place.desk->room() == second);
    QVERIFY2(!place.window.actions().takeNext->autoRepeat(), "a key held down takes nobody else");
}

void PausesTest::nobodyIsLedAwayFromWriting()
{
    BusyPlace place;
    QVERIFY(place.openWithTwo(std::chrono::milliseconds(500)));
    const RoomId first = place.roomOf(u"First"_s);
    const RoomId second = place.roomOf(u"Second"_s);
    place.desk->select(second);
    QTest::mouseClick(place.take(), Qt::LeftButton);
    QTRY_COMPARE(place.stage(second), Stage::Mine);
    QTRY_VERIFY(place.desk->findChild<DeskCommands *>()->taking().isEmpty());
    auto *reply = named<QPlainTextEdit>(*place.desk, u"Reply"_s);
    place.window.actions().takeNext->trigger();
    QTest::keyClicks(reply, u"It is on"_s);
    QTRY_VERIFY(says(*place.desk, u"is yours now."_s));
    QCOMPARE(place.stage(first), Stage::Mine);
    QCOMPARE(place.desk->room(), second);
    QTest::keyClicks(reply, u" its way"_s);
    QCOMPARE(reply->toPlainText(), u"It is on its way"_s);
}

void PausesTest::nobodyIsLedAwayFromAnyField()
{
    BusyPlace place;
    QVERIFY(place.openWithTwo(std::chrono::milliseconds(500)));
    const RoomId first = place.roomOf(u"First"_s);
    auto *filter = named<QLineEdit>(*place.desk, u"Filter conversations"_s);
    place.window.actions().takeNext->trigger();
    QTest::keyClicks(filter, u"555"_s);
    QTRY_VERIFY(says(*place.desk, u"is yours now."_s));
    QCOMPARE(place.stage(first), Stage::Mine);
    QVERIFY(place.desk->room().isEmpty());
    filter->clear();
    QTRY_VERIFY(place.desk->findChild<DeskCommands *>()->taking().isEmpty());
    place.window.actions().takeNext->trigger(); // who only waits is led there
    QTRY_COMPARE(place.desk->room(), place.roomOf(u"Second"_s));
}

void PausesTest::whatAColleagueTookHoldsNothingUp()
{
    BusyPlace place;
    QVERIFY(place.openWithTwo({}));
    const RoomId first = place.roomOf(u"First"_s);
    const RoomId second = place.roomOf(u"Second"_s);
    QVERIFY(place.spend({.verb = "POST", .path = u"livechat/inquiries.take"_s, .body = {{u"inquiryId"_s, u"none"_s}}}));
    const QString inquiry = place.console.session->conversations().find(first)->inquiry.value;
    place.window.actions().takeNext->trigger();
    QVERIFY(!place.console.workspace.state().desk.take(place.console.userId(u"tom"_s), inquiry));
    QTRY_VERIFY(place.stage(first) != Stage::Queue);
    place.window.actions().takeNext->trigger();
    QVERIFY(place.desk->findChild<DeskCommands *>()->taking().contains(second));
}

void PausesTest::aHeldCloseIsAskedForOnce()
{
    BusyPlace place;
    QVERIFY(place.open() && place.receive(u"+351912345678"_s, u"First"_s));
    const RoomId first = place.roomOf(u"First"_s);
    place.window.actions().takeNext->trigger();
    QTRY_COMPARE(place.desk->room(), first);
    place.console.workspace.faults().restDelay = std::chrono::milliseconds(400);
    place.window.actions().closeConversation->trigger();
    auto *dialog = place.window.findChild<CloseDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->closeRequested({.comment = u"Done"_s});
    dialog->reject();
    QTRY_VERIFY(!place.window.findChild<CloseDialog *>());
    place.window.actions().closeConversation->trigger();
    QVERIFY(!place.window.findChild<CloseDialog *>());
    QVERIFY(says(*place.desk, u"is being closed already."_s));
    QTRY_COMPARE(place.stage(first), Stage::Closed);
}

void PausesTest::aHeldTakeSaysForHowLong()
{
    BusyPlace place;
    QVERIFY(place.open());
    QVERIFY(place.receive(u"+351912345678"_s, u"First"_s) && place.receive(u"+14155550142"_s, u"Second"_s));
    QVERIFY(place.spend({.verb = "POST", .path = u"livechat/inquiries.take"_s, .body = {{u"inquiryId"_s, u"none"_s}}}));
    QCOMPARE(secondsSaid(*place.desk), 0); // that was nobody's
    place.desk->select(place.roomOf(u"First"_s));
    QTest::mouseClick(place.take(), Qt::LeftButton);
    const int atFirst = secondsSaid(place.bar());
    QVERIFY(atFirst > 30 && atFirst <= 60);
    QCOMPARE(secondsSaid(place.statusLine()), 0);
    QTRY_VERIFY(secondsSaid(place.bar()) > 0 && secondsSaid(place.bar()) < atFirst);
    place.desk->select(place.roomOf(u"Second"_s));
    QVERIFY(!place.bar().isVisible());
    QVERIFY(secondsSaid(place.statusLine()) > 30);
    QCOMPARE(place.take()->text(), u"Take"_s);
}

void PausesTest::aHeldCloseSaysItInItsDialogue()
{
    BusyPlace place;
    QVERIFY(place.open());
    QVERIFY(place.receive(u"+351912345678"_s, u"First"_s));
    place.window.actions().takeNext->trigger();
    QTRY_COMPARE(place.desk->room(), place.roomOf(u"First"_s));
    QVERIFY(place.spend({.path = u"settings.public"_s}));
    place.window.actions().closeConversation->trigger();
    auto *dialog = place.window.findChild<CloseDialog *>();
    QVERIFY(dialog);
    QTRY_VERIFY(secondsSaid(*dialog) > 30);
    QVERIFY(!says(*dialog, u"Asking the workspace"_s));
    QVERIFY(secondsSaid(place.bar()) > 30);
    dialog->reject();
    QTRY_COMPARE(secondsSaid(place.bar()), 0); // nobody waits for it any more
}

void PausesTest::aHeldAvailabilityIsSaidWithNothingOpen()
{
    BusyPlace place;
    QVERIFY(place.open());
    QVERIFY(place.spend({.verb = "POST", .path = u"livechat/agent.status"_s, .body = {{u"status"_s, u"available"_s}}}));
    QVERIFY(place.desk->room().isEmpty());
    Q_EMIT place.desk->findChild<TopBar *>()->availabilityChosen(Availability::NotAvailable);
    QTRY_VERIFY(secondsSaid(place.statusLine()) > 30);
}

QTEST_MAIN(PausesTest)
#include "tst_pauses.moc"
