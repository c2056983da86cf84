#include "madeup.h"
#include "ui/customer/customerpane.h"
#include "ui/status/availabilitybutton.h"
#include "ui/status/connectionbanner.h"
#include "ui/status/queuepill.h"
#include "ui/status/statusline.h"

#include "app/base/clock.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace greenline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString wordsIn(const QWidget &widget)
{
    QStringList words;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (!label->isHidden()) {
            words.append(label->text());
        }
    }
    return words.join(u'\n');
}

ConnectionState stateOf(ConnectionState::Line line)
{
    ConnectionState state;
    state.line = line;
    state.checkedAt = madeUpNow.addSecs(-12);
    return state;
}

} // namespace

class StatusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bannerCountsDownAndAsksToTry();
    void bannerIsHiddenWhileLive();
    void availabilityNameCarriesTheState();
    void availabilityIsChosenFromTheMenu();
    void queuePillSaysHowManyAndHowLong();
    void statusLineSaysWhenItWasChecked();
    void customerPaneShowsPlainTextAndCopies();
};

void StatusTest::bannerCountsDownAndAsksToTry()
{
    ManualClock clock(madeUpNow);
    ConnectionBanner banner(clock);
    ConnectionState state = stateOf(ConnectionState::Line::Waiting);
    state.retryIn = 12s;
    state.error = Error{Error::Kind::Timeout, u"<b>raw</b>"_s};
    banner.setState(state);
    QVERIFY(banner.isVisible());
    QVERIFY2(wordsIn(banner).contains(u"did not answer in time"_s), qPrintable(wordsIn(banner)));
    QVERIFY(wordsIn(banner).contains(u"12 s"_s));
    clock.advance(5s);
    QVERIFY(wordsIn(banner).contains(u"Next try in 7 s"_s));
    clock.advance(7s);
    QVERIFY(wordsIn(banner).contains(u"Trying now"_s));

    auto *retry = banner.findChild<QPushButton *>();
    QCOMPARE(retry->text(), u"Try now"_s);
    QSignalSpy asked(&banner, &ConnectionBanner::retryRequested);
    retry->click();
    QCOMPARE(asked.size(), 1);
    banner.setState(stateOf(ConnectionState::Line::Trying));
    QVERIFY(!retry->isEnabled());
}

void StatusTest::bannerIsHiddenWhileLive()
{
    ManualClock clock(madeUpNow);
    ConnectionBanner banner(clock);
    using Line = ConnectionState::Line;
    for (const Line line : {Line::Starting, Line::CatchingUp, Line::Live}) {
        banner.setState(stateOf(Line::Waiting));
        QVERIFY(banner.isVisible());
        banner.setState(stateOf(line));
        QVERIFY(!banner.isVisible());
    }
    ConnectionState uncompared = stateOf(Line::CatchingUp);
    uncompared.error = Error{Error::Kind::Timeout, u"60 s"_s};
    banner.setState(uncompared);
    QVERIFY(banner.isVisible());
    QVERIFY(wordsIn(banner).contains(u"The list may be old"_s));
    banner.setState(stateOf(Line::SignedOut));
    QVERIFY(wordsIn(banner).contains(u"signed out"_s));
}

void StatusTest::availabilityNameCarriesTheState()
{
    AvailabilityButton button;
    QCOMPARE(button.accessibleName(), u"Availability: Availability unknown"_s);
    button.setAgent({.availability = Availability::Available, .maximumChats = 5}, 3);
    QCOMPARE(button.accessibleName(), u"Availability: Available"_s);
    QCOMPARE(button.accessibleDescription(), u"3 of 5 chats"_s);
    button.setAgent({.availability = Availability::NotAvailable}, 0);
    QCOMPARE(button.accessibleName(), u"Availability: Not available"_s);
}

void StatusTest::availabilityIsChosenFromTheMenu()
{
    AvailabilityButton button;
    button.setAgent({.availability = Availability::Available}, 0);
    QSignalSpy chosen(&button, &AvailabilityButton::chosen);
    button.show();
    button.click(); // comes back while the menu stands open
    QVERIFY(button.choices().isVisible() && button.isDown());
    const QList<QAction *> actions = button.choices().actions();
    QVERIFY(actions.at(0)->isChecked());
    actions.at(1)->trigger();
    QCOMPARE(chosen.takeFirst().first().value<Availability>(), Availability::NotAvailable);
    button.choices().close();
    QVERIFY(!button.isDown());
    QCOMPARE(button.accessibleName(), u"Availability: Available"_s); // until the workspace says so
}

void StatusTest::queuePillSaysHowManyAndHowLong()
{
    ManualClock clock(madeUpNow);
    QueuePill pill(clock);
    QCOMPARE(pill.accessibleName(), u"Nobody is waiting"_s);
    const int narrow = pill.sizeHint().width();
    pill.setQueue(4, madeUpNow.addSecs(-134));
    QCOMPARE(pill.accessibleName(), u"4 waiting, longest 02:14"_s);
    QVERIFY(pill.sizeHint().width() > narrow);
    pill.setQueue(1, {});
    QCOMPARE(pill.accessibleName(), u"1 waiting"_s);
}

void StatusTest::statusLineSaysWhenItWasChecked()
{
    ManualClock clock(madeUpNow);
    StatusLine line(clock);
    line.show();
    line.setState(stateOf(ConnectionState::Line::Live));
    line.setServer({8, 8});
    QCOMPARE(wordsIn(line), u"Live, checked 12 s ago\nRocket.Chat 8.8"_s);
    clock.advance(8s);
    QVERIFY2(wordsIn(line).contains(u"checked 20 s ago"_s), qPrintable(wordsIn(line)));
    line.setWaitingToSend(2);
    QVERIFY(wordsIn(line).contains(u"2 waiting to send"_s));
    line.setState(stateOf(ConnectionState::Line::Waiting));
    QVERIFY(wordsIn(line).contains(u"Offline"_s));
    line.setServer({99, 0});
    QVERIFY2(wordsIn(line).contains(u"never tried"_s), qPrintable(wordsIn(line)));
}

void StatusTest::customerPaneShowsPlainTextAndCopies()
{
    AgentStore agent;
    agent.setDepartments({{.id = DepartmentId{u"support"_s}, .name = u"Support"_s}});
    CustomerPane pane(agent);
    Conversation conversation;
    conversation.customerName = u"<img src=http://evil.example/x>hi"_s;
    conversation.customerNumber = u"351912345678"_s;
    conversation.department = DepartmentId{u"support"_s};
    conversation.tags = {u"delivery"_s, QString(5000, u'x')};
    pane.setConversation(&conversation);
    pane.resize(300, 600);
    pane.show();
    QVERIFY2(wordsIn(pane).contains(u"<img src"_s), qPrintable(wordsIn(pane)));
    QVERIFY(wordsIn(pane).contains(u"+351 912 345 678"_s));
    QVERIFY(wordsIn(pane).contains(u"Portugal"_s));
    QVERIFY(wordsIn(pane).contains(u"Support"_s));
    for (const QLabel *label : pane.findChildren<QLabel *>()) {
        QVERIFY(label->textFormat() == Qt::PlainText || !Qt::mightBeRichText(label->text()));
    }
    const QList<QToolButton *> buttons = pane.findChildren<QToolButton *>();
    const auto copy = std::find_if(buttons.cbegin(), buttons.cend(), [](const QToolButton *one) {
        return one->accessibleName() == u"Copy the phone number"_s;
    });
    QVERIFY(copy != buttons.cend());
    (*copy)->click();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"+351912345678"_s);
    QVERIFY(!pane.grab().isNull());
    conversation.servedBy = {u"ana-id"_s};
    conversation.servedByName = u"ana"_s;
    pane.setConversation(&conversation);
    Agent me;
    me.id = conversation.servedBy;
    me.name = u"Ana Sousa"_s;
    agent.setMe(me);
    QVERIFY2(wordsIn(pane).contains(u"Ana Sousa"_s), "by name where it is known");
    pane.setConversation(nullptr);
    QVERIFY(!wordsIn(pane).contains(u"Support"_s));
}

QTEST_MAIN(StatusTest)
#include "tst_status.moc"
