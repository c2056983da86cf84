#include "tests/ui/startplace.h"
#include "ui/dialogs/leavedialog.h"
#include "ui/dialogs/problembar.h"
#include "ui/leaving.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QSignalSpy>

#include <functional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;
using practice::PracticeTwilio;

namespace {

const auto leftOver = u"before it was known whether the first text for"_s;

} // namespace

/// How a first text ends: refused, unknown, or away from the dialogue.
class OutboundEndsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRefusalKeepsEverything();
    void nobodyKnowsIsNotSentAgain();
    void afterAnUnknownEndEachTryNeedsAWord();
    void putAwayItIsToldInTheWindow();
    void putAwayAndUnknownItIsToldUntilSomebodyReadsIt();
    void aNewDialogueAsksForTheSameText();
    void anotherTextNeedsNoWord_data();
    void anotherTextNeedsNoWord();
    void withoutALineNothingLeft();
    void leavingWaitsForAWord();
    void switchingTheAccountWaitsForAWord();
    void whatIsUnderWayAtTheEndIsToldAtTheNextStart();
    void onlyItsOwnWordsPutAwayAreRead_data();
    void onlyItsOwnWordsPutAwayAreRead();
    void whatIsOfThisSessionIsNotLeftOver();
    void whatIsKnownIsNotToldAgain();
    void whatCannotBeWrittenDownIsNotSent();
};

void OutboundEndsTest::aRefusalKeepsEverything()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    place.twilio().setAnswer(PracticeTwilio::Answer::OptedOut);
    place.send()->click();
    QTRY_VERIFY(says(*place.dialog, u"STOP"_s) && place.send()->isEnabled());
    QCOMPARE(place.dialog->message().to, customer);
    QCOMPARE(place.dialog->message().values, (QStringList{u"Marta"_s, u"8841"_s}));
    QVERIFY(!place.again());
    place.twilio().setAnswer(PracticeTwilio::Answer::Ok);
    place.send()->click();
    QTRY_COMPARE(place.twilio().sent().size(), 1);
}

void OutboundEndsTest::nobodyKnowsIsNotSentAgain()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    QVERIFY(place.sendInTheDark());
    QVERIFY(!place.send()->isEnabled());
    QCOMPARE(place.twilio().asked(), 1);
    QCOMPARE(place.dialog->message().values, (QStringList{u"Marta"_s, u"8841"_s}));
    place.send()->click();
    QCOMPARE(place.twilio().asked(), 1);
    place.again()->click();
    QVERIFY(place.send()->isEnabled());
    place.send()->click();
    QTRY_COMPARE(place.twilio().asked(), 2);
}

void OutboundEndsTest::afterAnUnknownEndEachTryNeedsAWord()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    QVERIFY(place.sendInTheDark());
    QAbstractButton *again = place.again();
    again->click();
    place.twilio().setAnswer(PracticeTwilio::Answer::OptedOut);
    place.send()->click();
    QTRY_VERIFY(says(*place.dialog, u"It is still not known whether the text left before."_s));
    QVERIFY(!says(*place.dialog, u"Nothing was sent"_s));
    QVERIFY(again->isVisible());
    QVERIFY(!again->isChecked());
    QVERIFY(!place.send()->isEnabled());
    QCOMPARE(place.twilio().asked(), 2);
}

void OutboundEndsTest::putAwayItIsToldInTheWindow()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    place.twilio().setAnswer(PracticeTwilio::Answer::InvalidTo);
    place.console.workspace.faults().restDelay = 200ms;
    place.send()->click();
    place.dialog->reject();
    const auto noticed = u"The first text for +351 912 345 678: Twilio does not know the customer's number"_s;
    QTRY_VERIFY(says(*place.desk, noticed));
    QVERIFY(place.dialog && !place.dialog->isVisible());
    place.begin();
    QVERIFY(place.dialog->isVisible());
    QVERIFY(!says(*place.desk, noticed));
    QVERIFY(says(*place.dialog, u"does not know the customer's number"_s));
    QCOMPARE(place.dialog->message().values, (QStringList{u"Marta"_s, u"8841"_s}));
    QVERIFY(place.send()->isEnabled());
}

void OutboundEndsTest::putAwayAndUnknownItIsToldUntilSomebodyReadsIt()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    place.console.workspace.faults().loseAnswers = 1;
    place.send()->click();
    place.dialog->reject();
    QTRY_VERIFY(says(*place.desk, u"It is not known whether the text left."_s));
    QVERIFY(!place.dialog->isVisible());
    place.restart();
    QVERIFY(says(*place.desk, leftOver));
    button(*place.desk, u"Dismiss"_s)->click();
    place.restart();
    QVERIFY(!says(*place.desk, leftOver));
    QVERIFY(place.openFilled());
    QVERIFY(place.again()); // read, and still not known
}

void OutboundEndsTest::aNewDialogueAsksForTheSameText()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    QVERIFY(place.sendInTheDark());
    place.dialog->reject();
    QTRY_VERIFY(!place.dialog);
    for (int round = 0; round < 2; ++round) {
        QVERIFY(place.openFilled());
        QVERIFY(!place.send()->isEnabled());
        QVERIFY(says(*place.dialog, u"it is not known whether it left"_s));
        place.send()->click();
        QVERIFY(!place.dialog->isBusy());
        place.restart(); // and after a start, too
    }
    QCOMPARE(place.twilio().asked(), 1);
    QVERIFY(place.openFilled());
    place.again()->click();
    place.send()->click();
    QTRY_VERIFY(!place.dialog);
    QCOMPARE(place.twilio().asked(), 2);
    QVERIFY(place.openFilled()); // known now
    QVERIFY(place.send()->isEnabled());
}

void OutboundEndsTest::anotherTextNeedsNoWord_data()
{
    using Change = std::function<void(StartPlace &)>;
    QTest::addColumn<Change>("change");
    QTest::newRow("recipient") << Change(
        [](StartPlace &place) { place.edit(u"Recipient"_s)->setText(u"+351912345679"_s); });
    QTest::newRow("template") << Change([](StartPlace &place) { place.templates()->setCurrentRow(1); });
    QTest::newRow("value") << Change([](StartPlace &place) { place.edit(u"Placeholder 2"_s)->setText(u"8842"_s); });
}

void OutboundEndsTest::anotherTextNeedsNoWord()
{
    QFETCH(std::function<void(StartPlace &)>, change);
    StartPlace place;
    QVERIFY(place.openFilled());
    QVERIFY(place.sendInTheDark());
    place.again()->click();
    change(place);
    QVERIFY(!place.again());
    QVERIFY(place.send()->isEnabled());
    place.fill();
    QVERIFY(place.again());
    QVERIFY(!place.again()->isChecked()); // what was said before was of another moment
    QVERIFY(!place.send()->isEnabled());
}

void OutboundEndsTest::withoutALineNothingLeft()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    place.console.workspace.stop();
    place.send()->click();
    QTRY_VERIFY(says(*place.dialog, u"There is no connection to the workspace. Nothing was sent"_s));
    QVERIFY(!place.again());
    QVERIFY(place.console.workspace.start().isOk());
    QVERIFY(place.send()->isEnabled());
    place.send()->click();
    QTRY_COMPARE(place.twilio().sent().size(), 1);
}

void OutboundEndsTest::leavingWaitsForAWord()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    Leaving leaving(place.window, place.console.clock, *qApp);
    leaving.setSession(place.console.session.get());
    const QSignalSpy signedOut(&leaving, &Leaving::signOutChosen);
    const auto question = [&place] { return place.window.findChild<QMessageBox *>(); };
    place.console.workspace.faults().restDelay = 500ms;
    place.send()->click();
    place.dialog->reject();
    QVERIFY(!place.window.close());
    QVERIFY(question() && question()->text().contains(u"+351 912 345 678"_s));
    QTRY_VERIFY(!question()); // it is answered, and so nothing is left to ask
    QVERIFY(place.window.isVisible());
    QTRY_VERIFY(!place.dialog);
    place.console.workspace.faults().restDelay = 0ms;
    QVERIFY(place.openFilled());
    place.console.workspace.faults().restDelay = 5s;
    place.send()->click();
    place.dialog->reject();
    leaving.ask();
    button(*place.window.findChild<LeaveDialog *>(), u"Sign out"_s)->click();
    QCOMPARE(signedOut.size(), 0);
    button(*question(), u"Sign out anyway"_s)->click();
    QCOMPARE(signedOut.size(), 1);
    QTRY_VERIFY(!question());
    QVERIFY(!place.window.close());
    button(*question(), u"Quit anyway"_s)->click();
    QVERIFY(!place.window.isVisible());
}

void OutboundEndsTest::switchingTheAccountWaitsForAWord()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    Leaving leaving(place.window, place.console.clock, *qApp);
    leaving.setSession(place.console.session.get());
    const QSignalSpy switched(&leaving, &Leaving::switchChosen);
    leaving.askToSwitch();
    QCOMPARE(switched.size(), 1); // nothing is on its way
    place.console.workspace.faults().restDelay = 5s;
    place.send()->click();
    place.dialog->reject();
    QVERIFY(!place.window.close()); // asks about quitting
    leaving.askToSwitch();
    QCOMPARE(switched.size(), 1);
    QCOMPARE(place.window.findChildren<QMessageBox *>().size(), 1);
    button(*place.window.findChild<QMessageBox *>(), u"Leave anyway"_s)->click();
    QCOMPARE(switched.size(), 2);
}

void OutboundEndsTest::whatIsUnderWayAtTheEndIsToldAtTheNextStart()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    place.console.workspace.faults().restDelay = 200ms;
    place.send()->click();
    place.restart();
    QVERIFY(!place.dialog);
    QVERIFY(says(*place.desk, leftOver));
    QVERIFY(says(*place.desk, u"+351 912 345 678"_s));
    QVERIFY(says(*place.desk, u"order_update"_s));
    place.restart();
    QVERIFY(says(*place.desk, leftOver)); // until somebody puts it away
    button(*place.desk, u"Dismiss"_s)->click();
    place.restart();
    QVERIFY(!says(*place.desk, leftOver));
}

void OutboundEndsTest::onlyItsOwnWordsPutAwayAreRead_data()
{
    using Deed = std::function<void(StartPlace &, ProblemBar &)>;
    QTest::addColumn<Deed>("deed");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("cleared by another part") << Deed([](StartPlace &, ProblemBar &bar) { bar.clear(); }) << false;
    QTest::newRow("other words put away") << Deed([](StartPlace &place, ProblemBar &bar) {
        bar.inform(u"Ana took it."_s);
        button(*place.desk, u"Dismiss"_s)->click();
    }) << false;
    QTest::newRow("put away by the key") << Deed([](StartPlace &place, ProblemBar &) {
        place.window.actions().back->trigger();
    }) << true;
}

void OutboundEndsTest::onlyItsOwnWordsPutAwayAreRead()
{
    QFETCH(std::function<void(StartPlace &, ProblemBar &)>, deed);
    QFETCH(bool, isRead);
    StartPlace place;
    QVERIFY(place.openFilled());
    QVERIFY(place.sendInTheDark());
    place.restart();
    QVERIFY(says(*place.desk, leftOver));
    auto &bar = *place.desk->findChild<ProblemBar *>(QString(), Qt::FindDirectChildrenOnly);
    deed(place, bar);
    QVERIFY(bar.isEmpty());
    place.restart();
    QCOMPARE(says(*place.desk, leftOver), !isRead);
}

/// REST answers before the line is there.
void OutboundEndsTest::whatIsOfThisSessionIsNotLeftOver()
{
    StartPlace place;
    QVERIFY(place.enter());
    place.console.workspace.faults().freezeSockets = true;
    Q_EMIT place.console.workspace.faults().dropSockets();
    QTRY_VERIFY(place.console.line() != ConnectionState::Line::Live);
    place.restart();
    QVERIFY(place.openFilled());
    QVERIFY(place.sendInTheDark());
    place.console.workspace.faults().freezeSockets = false;
    Q_EMIT place.console.workspace.faults().dropSockets();
    place.console.session->retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(place.console.line(), ConnectionState::Line::Live, 15'000);
    QVERIFY(!says(*place.desk, leftOver));
}

void OutboundEndsTest::whatIsKnownIsNotToldAgain()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    place.twilio().setAnswer(PracticeTwilio::Answer::OptedOut);
    place.send()->click();
    QTRY_VERIFY(says(*place.dialog, u"STOP"_s) && place.send()->isEnabled());
    place.restart();
    QVERIFY(!says(*place.desk, leftOver)); // refused
    QVERIFY(place.openFilled());
    place.twilio().setAnswer(PracticeTwilio::Answer::Ok);
    QVERIFY(place.sendInTheDark());
    place.restart();
    QVERIFY(says(*place.desk, leftOver)); // told in a dialogue that nobody put away
    QVERIFY(place.openFilled());
    place.again()->click();
    place.send()->click();
    QTRY_VERIFY(!place.dialog);
    place.restart();
    QVERIFY(!says(*place.desk, leftOver)); // sent
}

void OutboundEndsTest::whatCannotBeWrittenDownIsNotSent()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    const QString file = place.console.profile.filePath(u"settings.ini"_s);
    QFile::remove(file);
    QVERIFY(QDir().mkdir(file)); // in the way of the file
    place.send()->click();
    QVERIFY(says(*place.dialog, u"could not write to this computer's disk. Nothing was sent"_s));
    QVERIFY(!place.dialog->isBusy());
    QVERIFY(!place.again()); // it did not leave
    QVERIFY(QDir().rmdir(file));
    place.send()->click();
    QTRY_VERIFY(!place.dialog);
    QCOMPARE(place.twilio().asked(), 1);
}

QTEST_MAIN(OutboundEndsTest)
#include "tst_outboundends.moc"
