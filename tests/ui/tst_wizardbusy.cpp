#include "app/practice/faults.h"
#include "tests/ui/wizardplace.h"

#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the set-up shows while something is under way: what it is, and nothing that is not so any more.
class WizardBusyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsToBeCheckedWaits();
    void theDetailsKnowThatAllIsAskedAnew();
    void whatNobodyAskedIsCheckedNotAgain();
    void aTestUnderWayIsNotUntried();
    void waitingForATextIsCancelled();
    void nothingElseIsChangedMeanwhile();
    void aWindowOpenedAnewKnowsOfTheChange();
    void whileItAsksNothingIsChanged();
    void theSettingsAreBeingRead();
};

namespace {

void hang(WizardPlace &place, const QString &path, const QString &method = {})
{
    practice::TwilioMischief silence;
    silence.kind = practice::TwilioMischief::Kind::Hang;
    silence.path = path;
    silence.method = method;
    place.console.workspace.twilio().addFault(silence);
}

/// What is asked there is answered late, once, with what was so when it was asked.
void delay(WizardPlace &place, const QString &path, int milliseconds)
{
    practice::TwilioMischief slow;
    slow.kind = practice::TwilioMischief::Kind::Slow;
    slow.path = path;
    slow.method = u"GET"_s;
    slow.delay = milliseconds;
    slow.count = 1;
    place.console.workspace.twilio().addFault(slow);
}

bool isAtAccount(WizardPlace &place)
{
    if (!place.open() || !place.rest()) {
        return false;
    }
    place.enterLogin();
    return place.press(u"Check"_s) && place.rest() && place.saysRow(u"There is money in the account, Passed"_s);
}

} // namespace

void WizardBusyTest::whatIsToBeCheckedWaits()
{
    WizardPlace place;
    QVERIFY(isAtAccount(place));
    hang(place, u"Accounts/"_s);
    place.select(u"There is money in the account"_s);
    QVERIFY(place.press(u"Check"_s));
    QVERIFY2(place.saysRow(u"Twilio accepts the login, Checking"_s), qPrintable(place.told()));
    QVERIFY2(place.saysRow(u"There is money in the account, Waiting, Last known: Passed, "_s),
             qPrintable(place.told()));
    QVERIFY(says(place.page(), u"There is money in the account: Waiting"_s));
    QVERIFY(!button(place.page(), u"Check this again"_s));
    QVERIFY(place.press(u"Cancel"_s));
    QVERIFY2(place.saysRow(u"There is money in the account, Last: Passed, Checked "_s), qPrintable(place.told()));
    QVERIFY(says(place.page(), u"There is money in the account · Last: Passed"_s));
}

void WizardBusyTest::theDetailsKnowThatAllIsAskedAnew()
{
    WizardPlace place;
    QVERIFY(isAtAccount(place));
    hang(place, u"Accounts/"_s);
    place.window->showPage(u"report"_s);
    place.select(u"There is money in the account"_s);
    QVERIFY(says(place.page(), u"There is money in the account: Passed"_s));
    place.checkup->runner().runAll();
    QVERIFY2(says(place.page(), u"There is money in the account: Waiting"_s), qPrintable(place.told()));
}

void WizardBusyTest::whatNobodyAskedIsCheckedNotAgain()
{
    WizardPlace place;
    QVERIFY(place.open() && place.rest());
    place.window->showPage(u"twilio"_s);
    QVERIFY(place.saysRow(u"SID and token look right, Not checked"_s));
    QVERIFY(button(place.page(), u"Check this"_s));
    QVERIFY(!button(place.page(), u"Check this again"_s));
}

void WizardBusyTest::aTestUnderWayIsNotUntried()
{
    WizardPlace place;
    QVERIFY(place.openAtHook(place.console.workspace.webhook().toString()));
    hang(place, u"Messages"_s);
    place.window->showPage(u"receiving"_s);
    QTRY_VERIFY2(place.saysRow(u"A text became a conversation, Checking"_s), qPrintable(place.told()));
    QVERIFY(!says(place.page(), u"Not tried yet"_s));
    place.window->showPage(u"sending"_s);
    QVERIFY(place.rest());
    QVERIFY(place.saysRow(u"A test SMS arrived, Skipped, Not tried yet"_s));
    named<QLineEdit>(place.page(), u"Test number"_s)->setText(u"+14155550142"_s);
    QVERIFY(place.press(u"Send test SMS"_s));
    QTRY_VERIFY2(place.saysRow(u"A test SMS arrived, Checking"_s), qPrintable(place.told()));
    QVERIFY(!says(place.page(), u"Not tried yet"_s));
    QVERIFY(!button(place.page(), u"Check this again"_s));
}

void WizardBusyTest::waitingForATextIsCancelled()
{
    WizardPlace place;
    QVERIFY(place.openAtHook(place.console.workspace.webhook().toString()));
    place.window->showPage(u"receiving"_s);
    QTRY_VERIFY(says(place.page(), u"Waiting for a text"_s));
    QVERIFY(place.rest());
    QVERIFY(place.press(u"Cancel"_s));
    QVERIFY(!says(place.page(), u"Waiting for a text"_s));
    QVERIFY(says(place.page(), u"Nothing is waiting now."_s));
    QTRY_VERIFY2(place.saysRow(u"A text became a conversation, Skipped, Not tried yet"_s), qPrintable(place.told()));
    QVERIFY(!button(*place.window, u"Cancel"_s));
    QVERIFY(place.press(u"Check"_s));
    QTRY_VERIFY(says(place.page(), u"Waiting for a text"_s));
    place.window->showPage(u"workspace"_s); // there it is no longer its business
    QVERIFY(place.rest());
    QVERIFY(!button(*place.window, u"Cancel"_s));
}

void WizardBusyTest::nothingElseIsChangedMeanwhile()
{
    WizardPlace place;
    QVERIFY(place.openAtHook(u"https://demo.twilio.com/welcome/sms/reply/"_s));
    hang(place, u"IncomingPhoneNumbers"_s, u"POST"_s);
    place.select(u"Twilio calls the workspace"_s);
    QVERIFY(place.press(u"Repair"_s));
    QVERIFY(says(*place.window, u"Changing…"_s));
    QTRY_VERIFY(!button(place.page(), u"Repair"_s)->isEnabled());
    place.window->showPage(u"settings"_s);
    QVERIFY(place.rest());
    QVERIFY2(says(place.page(), u"Saving changes:"_s), qPrintable(place.told()));
    QVERIFY(!button(place.page(), u"Save settings"_s)->isEnabled());
}

void WizardBusyTest::aWindowOpenedAnewKnowsOfTheChange()
{
    WizardPlace place;
    QVERIFY(place.openAtHook(u"https://demo.twilio.com/welcome/sms/reply/"_s));
    delay(place, u"IncomingPhoneNumbers.json"_s, 1'500); // what the repair reads first
    delay(place, u"IncomingPhoneNumbers/"_s, 2'500); // what the check reads
    place.select(u"Twilio calls the workspace"_s);
    QVERIFY(place.press(u"Repair"_s));
    place.window.reset();
    QVERIFY(place.openWindow());
    place.window->showPage(u"webhook"_s);
    place.select(u"Twilio calls the workspace"_s);
    QVERIFY2(says(*place.window, u"Changing…"_s), qPrintable(place.told()));
    QVERIFY(!button(*place.window, u"Check"_s)->isEnabled());
    QVERIFY(!button(place.page(), u"Repair"_s)->isEnabled());
    QVERIFY(place.press(u"Check this again"_s)); // which is answered after the change, with what was before it
    QTRY_VERIFY2_WITH_TIMEOUT(place.saysRow(u"Twilio calls the workspace, Passed"_s), qPrintable(place.told()), 8'000);
    QVERIFY(!says(*place.window, u"Changing…"_s));
    QVERIFY(button(*place.window, u"Check"_s)->isEnabled());
}

void WizardBusyTest::whileItAsksNothingIsChanged()
{
    WizardPlace place;
    QVERIFY(isAtAccount(place));
    place.window->showPage(u"settings"_s);
    QVERIFY(place.rest());
    QVERIFY(place.press(u"Save settings"_s));
    QTRY_VERIFY(place.window->findChild<CodeDialog *>());
    QVERIFY2(says(*place.window, u"Waiting for your answer…"_s), qPrintable(place.told()));
    QVERIFY(!says(*place.window, u"Changing…"_s));
    QVERIFY(place.confirm());
    QVERIFY(says(*place.window, u"Changing…"_s));
    QTRY_COMPARE(place.settingOf(u"SMS_Twilio_Account_SID"_s), place.console.workspace.accountSid());
}

void WizardBusyTest::theSettingsAreBeingRead()
{
    WizardPlace place;
    QVERIFY(isAtAccount(place));
    place.window->showPage(u"settings"_s);
    QVERIFY(place.rest());
    QVERIFY(place.press(u"Save settings"_s) && place.confirm());
    QTRY_VERIFY2(says(place.page(), u"has all of it"_s), qPrintable(place.told()));
    QVERIFY(place.rest());
    place.console.workspace.faults().restDelay = 5min;
    QVERIFY(place.press(u"Check"_s));
    QVERIFY2(says(place.page(), u"The settings are being read…"_s), qPrintable(place.told()));
    QVERIFY(!says(place.page(), u"have not been read yet"_s));
}

QTEST_MAIN(WizardBusyTest)
#include "tst_wizardbusy.moc"
