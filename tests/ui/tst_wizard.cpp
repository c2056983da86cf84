#include "app/storage/settingsfile.h"
#include "tests/ui/wizardplace.h"
#include "ui/wizard/health.h"
#include "ui/wizard/wizarddraft.h"
#include "ui/words/setupwords.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMessageBox>
#include <QRegularExpression>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

class WizardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void leadsFromNothingToAConversation();
    void theTokenIsShownOnlyWhileAButtonIsHeld();
    void anApiKeyAsksAndTheTokenIsSaved();
    void aForeignWebhookIsAskedForTwice();
    void walkingPastANumberDoesNotChooseIt();
    void whatARepairTouchedIsCheckedAgain_data();
    void whatARepairTouchedIsCheckedAgain();
    void theKeyboardIsEnough();
    void whatTakesLongIsCancelled();
    void aDraftIsResumedWithoutTheToken();
    void healthIsDueWeeklyAndAfterAnUpdate();
};

void WizardTest::leadsFromNothingToAConversation()
{
    WizardPlace place;
    QVERIFY(place.open());
    QVERIFY(place.rest());
    QVERIFY2(place.saysRow(u"Site_Url is the public https address, Passed"_s), qPrintable(place.told()));

    QVERIFY(place.press(u"Next"_s));
    QVERIFY(place.rest());
    place.enterLogin();
    QVERIFY(place.press(u"Check"_s));
    QVERIFY(place.rest());
    QVERIFY2(place.saysRow(u"Twilio accepts the login, Passed"_s), qPrintable(place.told()));

    QVERIFY(place.press(u"Next"_s));
    QVERIFY(place.rest());
    auto *numbers = named<QListWidget>(place.page(), u"Phone numbers"_s);
    QTRY_VERIFY(numbers->count() > 0);
    clickRow(*numbers, 0);
    QTRY_VERIFY(!place.checkup->plan().number.isEmpty());
    QVERIFY(place.rest());
    QVERIFY2(place.saysRow(u"The number belongs to the account, Passed"_s), qPrintable(place.told()));
    QVERIFY(place.mend(u"It is registered where it has to be"_s));

    QVERIFY(place.press(u"Next"_s));
    QVERIFY(place.rest());
    QVERIFY2(place.saysRow(u"Twilio calls the workspace, Failed"_s), qPrintable(place.told()));
    QVERIFY(place.mend(u"Twilio calls the workspace"_s));
    QVERIFY(place.mend(u"The limiter lets texts through"_s));

    QVERIFY(place.press(u"Next"_s));
    QVERIFY(place.rest());
    QVERIFY(place.press(u"Save settings"_s));
    QVERIFY(place.confirm());
    QTRY_VERIFY2(place.saysRow(u"The workspace has the SID and the token, Passed"_s), qPrintable(place.told()));
    QCOMPARE(place.settingOf(u"SMS_Twilio_Account_SID"_s), place.console.workspace.accountSid());

    QVERIFY(place.press(u"Next"_s));
    named<QLineEdit>(place.page(), u"Test number"_s)->setText(u"+1 (415) 555-0142"_s);
    QVERIFY(place.press(u"Send test SMS"_s));
    QTRY_VERIFY_WITH_TIMEOUT(place.saysRow(u"A test SMS arrived, Passed"_s), 20'000);
    QCOMPARE(place.console.sent(), 1);

    QVERIFY(place.press(u"Next"_s));
    QTRY_VERIFY(says(place.page(), u"s left"_s));
    place.console.text(u"+14155550142"_s, u"Hello from outside"_s);
    QTRY_VERIFY_WITH_TIMEOUT(place.saysRow(u"A text became a conversation, Passed"_s), 20'000);
    QVERIFY(button(place.page(), u"Open conversation"_s));

    QVERIFY(place.press(u"Next"_s));
    QVERIFY(place.press(u"Check"_s));
    QTRY_VERIFY2(place.rest() && place.rows().filter(u"Failed"_s).isEmpty(), qPrintable(place.told()));
    QVERIFY(place.press(u"Copy report"_s));
    const QString report = QGuiApplication::clipboard()->text();
    QVERIFY(report.contains(place.console.workspace.accountSid()));
    QVERIFY(!report.contains(place.console.workspace.authToken()));
    const QStringList open = place.rows().filter(QRegularExpression(u"Warning|Unknown|Skipped"_s));
    QVERIFY2(open.isEmpty(), qPrintable(open.join(u'\n')));
}

void WizardTest::theTokenIsShownOnlyWhileAButtonIsHeld()
{
    WizardPlace place;
    QVERIFY(place.open());
    place.enterLogin();
    auto *token = named<QLineEdit>(place.page(), u"Auth Token"_s);
    QVERIFY(!token->displayText().contains(place.console.workspace.authToken()));
    auto *hold = button(place.page(), u"Hold to show the Auth Token"_s);
    QTest::mousePress(hold, Qt::LeftButton);
    QVERIFY(token->displayText().contains(place.console.workspace.authToken()));
    QTest::mouseRelease(hold, Qt::LeftButton);
    QVERIFY(!token->displayText().contains(place.console.workspace.authToken()));
    hold->setFocus();
    QTest::keyPress(hold, Qt::Key_Space);
    QVERIFY(token->displayText().contains(place.console.workspace.authToken()));
    place.window->showPage(u"number"_s);
    QVERIFY(!token->displayText().contains(place.console.workspace.authToken()));
}

void WizardTest::aForeignWebhookIsAskedForTwice()
{
    WizardPlace place;
    const QString foreign = u"https://studio.example.com/flow"_s;
    QVERIFY(place.openAtHook(foreign));
    QVERIFY2(place.saysRow(u"Texts go to another product: "_s + foreign), qPrintable(place.told()));
    place.select(u"Twilio calls the workspace"_s);
    QVERIFY(says(place.page(), u"It will get no more texts"_s));
    QVERIFY(place.press(u"Repair"_s));
    QVERIFY(place.console.workspace.twilio().changes().isEmpty());
    auto *question = place.window->findChild<QMessageBox *>();
    QVERIFY(question && question->text().contains(foreign));
    button(*question, u"Change it"_s)->click();
    QTRY_VERIFY2(place.saysRow(u"Twilio calls the workspace, Passed"_s), qPrintable(place.told()));
    for (const practice::TwilioChange &change : place.console.workspace.twilio().changes()) {
        QVERIFY2(change.field.startsWith(u"sms_"_s), qPrintable(change.field));
    }
}

void WizardTest::walkingPastANumberDoesNotChooseIt()
{
    WizardPlace place;
    QVERIFY(place.open());
    place.enterLogin();
    QVERIFY(place.press(u"Check"_s) && place.rest());
    place.window->showPage(u"number"_s);
    QVERIFY(place.rest());
    auto *numbers = named<QListWidget>(place.page(), u"Phone numbers"_s);
    QTRY_VERIFY(numbers->count() > 0);
    numbers->setFocus(Qt::TabFocusReason);
    QTest::keyClick(numbers, Qt::Key_Down);
    QTest::keyClick(numbers, Qt::Key_Home);
    QCOMPARE(numbers->currentRow(), 0);
    QVERIFY(place.checkup->plan().number.isEmpty());
    QTest::keyClick(numbers, Qt::Key_Return);
    QCOMPARE(place.checkup->plan().number, place.checkup->numbers().constFirst().number);
    QCOMPARE(place.window->page(), u"number"_s);
    QVERIFY(numbers->item(0)->text().contains(u"chosen"_s));
}

void WizardTest::anApiKeyAsksAndTheTokenIsSaved()
{
    WizardPlace place;
    const QString key = u"SK0123456789abcdef0123456789abcdef"_s;
    const QString secret = u"KeySecretKeySecretKeySecretKey12"_s;
    practice::TwilioScene scene;
    scene.keys = {{{u"sid"_s, key}, {u"secret"_s, secret}}};
    scene.numbers = {{{u"phone_number"_s, place.console.workspace.number()}}};
    place.console.workspace.twilio().setScene(scene);
    QVERIFY(place.open());
    place.window->showPage(u"twilio"_s);
    button(place.page(), u"Ask by an API key"_s)->click();
    named<QLineEdit>(place.page(), u"Account SID"_s)->setText(place.console.workspace.accountSid());
    named<QLineEdit>(place.page(), u"API key SID"_s)->setText(key);
    named<QLineEdit>(place.page(), u"API key secret"_s)->setText(secret);
    QVERIFY(!named<QLineEdit>(place.page(), u"API key secret"_s)->displayText().contains(secret));
    QVERIFY(says(place.page(), u"The Auth Token is still needed"_s));
    QVERIFY(place.press(u"Check"_s) && place.rest());
    QVERIFY2(place.saysRow(u"SID and token look right, Warning, The Auth Token is missing"_s),
             qPrintable(place.told()));
    QVERIFY2(place.saysRow(u"Twilio accepts the login, Warning, Twilio does not let this API key read"_s),
             qPrintable(place.told()));
    SetupPlan plan = place.checkup->plan();
    plan.number = place.console.workspace.number();
    place.checkup->setPlan(plan);
    place.window->showPage(u"number"_s);
    QVERIFY(place.rest());
    QVERIFY2(place.saysRow(u"The number belongs to the account, Passed"_s), qPrintable(place.told()));
    const auto wantsLogin = [&place] {
        const RepairPlan wanted = place.checkup->settingsRepair();
        return std::any_of(wanted.changes.begin(), wanted.changes.end(), [](const RepairPlan::Change &change) {
            return change.where.startsWith("SMS_Twilio_A"_L1) || change.where == "SMS_Twilio_authToken"_L1;
        });
    };
    place.window->showPage(u"settings"_s);
    QVERIFY(place.rest());
    QVERIFY(!wantsLogin()); // by a key alone the workspace could not check what arrives
    place.window->showPage(u"twilio"_s);
    named<QLineEdit>(place.page(), u"Auth Token"_s)->setText(place.console.workspace.authToken());
    place.window->showPage(u"settings"_s);
    QVERIFY(place.rest() && wantsLogin());
    QVERIFY(place.press(u"Save settings"_s));
    QVERIFY(place.confirm());
    QTRY_VERIFY2(place.saysRow(u"The workspace has the SID and the token, Passed"_s), qPrintable(place.told()));
    QCOMPARE(place.settingOf(u"SMS_Twilio_authToken"_s), place.console.workspace.authToken());
}

void WizardTest::whatARepairTouchedIsCheckedAgain_data()
{
    QTest::addColumn<bool>("isClosed");
    QTest::newRow("after it failed") << false;
    QTest::newRow("after the window went") << true;
}

void WizardTest::whatARepairTouchedIsCheckedAgain()
{
    QFETCH(const bool, isClosed);
    WizardPlace place;
    QVERIFY(place.open());
    place.enterLogin();
    QVERIFY(place.press(u"Check"_s) && place.rest());
    SetupPlan plan = place.checkup->plan();
    plan.number = place.console.workspace.number();
    place.checkup->setPlan(plan);
    place.window->showPage(u"webhook"_s);
    QVERIFY(place.rest());
    const QString route = u"webhook.route"_s;
    QCOMPARE(place.checkup->runner().outcome(route)->verdict, CheckVerdict::Failed);
    const CheckOutcome before = *place.checkup->runner().outcome(route);
    if (!isClosed) { // somebody else was quicker
        practice::TwilioScene scene;
        scene.numbers = {{{u"phone_number"_s, place.console.workspace.number()},
                          {u"sms_url"_s, u"https://studio.example.com/flow"_s}}};
        place.console.workspace.twilio().setScene(scene);
    }
    place.select(u"Twilio calls the workspace"_s);
    QVERIFY(place.press(u"Repair"_s));
    if (isClosed) {
        place.window.reset();
    }
    const auto isAnew = [&] {
        const CheckOutcome *now = place.checkup->runner().outcome(route);
        return now && *now != before;
    };
    QTRY_VERIFY(isAnew());
    QVERIFY(place.checkup->runner().outcome(route)->repairs != before.repairs);
    QVERIFY(!isClosed || place.checkup->runner().outcome(route)->verdict == CheckVerdict::Passed);
    QVERIFY(isClosed || says(*place.window, u"no longer as it was shown"_s));
}

void WizardTest::theKeyboardIsEnough()
{
    WizardPlace place;
    QVERIFY(place.open());
    QVERIFY(place.rest());
    QTest::keyClick(place.window.get(), Qt::Key_Return); // Next
    QTRY_COMPARE(place.window->page(), u"omnichannel"_s);
    QTest::keyClick(place.window.get(), Qt::Key_N, Qt::AltModifier);
    QTRY_COMPARE(place.window->page(), u"twilio"_s);
    QTRY_COMPARE(place.window->focusWidget(), named<QLineEdit>(place.page(), u"Account SID"_s));
    QTest::keyClicks(place.window->focusWidget(), place.console.workspace.accountSid());
    QTest::keyClick(place.window->focusWidget(), Qt::Key_Tab);
    QCOMPARE(place.window->focusWidget(), named<QLineEdit>(place.page(), u"Auth Token"_s));
    QTest::keyClicks(place.window->focusWidget(), place.console.workspace.authToken());
    QTest::keyClick(place.window.get(), Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY2(place.saysRow(u"Twilio accepts the login, Passed"_s), qPrintable(place.told()));
    QTest::keyClick(place.window.get(), Qt::Key_B, Qt::AltModifier);
    QTRY_COMPARE(place.window->page(), u"omnichannel"_s);
}

void WizardTest::whatTakesLongIsCancelled()
{
    WizardPlace place;
    practice::TwilioMischief silence;
    silence.kind = practice::TwilioMischief::Kind::Hang;
    place.console.workspace.twilio().addFault(silence);
    QVERIFY(place.open() && place.rest());
    QVERIFY(!button(*place.window, u"Cancel"_s));
    place.enterLogin();
    QVERIFY(place.press(u"Check"_s));
    QTRY_VERIFY(place.saysRow(u"Twilio accepts the login, Checking"_s));
    QVERIFY(says(*place.window, u"Checking, 1 of 3"_s)); // the form is read at once
    QVERIFY(place.press(u"Cancel"_s));
    QVERIFY(place.saysRow(u"Twilio accepts the login, Not checked"_s));
    QVERIFY(!button(*place.window, u"Cancel"_s));
}

void WizardTest::aDraftIsResumedWithoutTheToken()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    const WizardDraft draft{.account = u"AC1"_s,
                            .number = u"+14155550100"_s,
                            .buying = {{u"AC1"_s, u"+14155550170"_s}},
                            .page = u"webhook"_s};
    {
        SettingsFile settings(path);
        DraftFile(settings, u"https://one.example"_s).write(draft);
    }
    SettingsFile settings(path);
    QCOMPARE(DraftFile(settings, u"https://one.example"_s).read(), draft);
    QCOMPARE(DraftFile(settings, u"https://other.example"_s).read(), WizardDraft());
}

void WizardTest::healthIsDueWeeklyAndAfterAnUpdate()
{
    const QDateTime now(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC);
    WizardDraft draft;
    QVERIFY(!isHealthDue(draft, u"8.8"_s, now)); // it was never set up
    draft.checkedAt = now.addDays(-6);
    draft.version = u"8.8"_s;
    QVERIFY(!isHealthDue(draft, u"8.8"_s, now));
    QVERIFY(isHealthDue(draft, u"8.9"_s, now));
    QVERIFY(isHealthDue(draft, u"8.8"_s, now.addDays(1)));
    QVERIFY(hasDrifted(u"passed"_s, CheckVerdict::Failed));
    QVERIFY(!hasDrifted(u"failed"_s, CheckVerdict::Failed));
    QVERIFY(!hasDrifted(u"passed"_s, CheckVerdict::Unknown));
}

QTEST_MAIN(WizardTest)
#include "tst_wizard.moc"
