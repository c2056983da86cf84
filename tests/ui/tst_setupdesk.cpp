#include "app/practice/state.h"
#include "app/practice/twilioscene.h"
#include "tests/ui/setupplace.h"
#include "ui/words/times.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class SetupDeskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void agentsAreToldWhatIsMissing();
    void healthChecksAllWithTheKeptToken();
    void whatWasLastKnownOutlivesARestart();
    void whatWasKnownOfAnotherAccountIsForgotten();
    void healthTakesTheAccountThatTheWorkspaceNames();
    void aTakenAccountFollowsTheWorkspace();
    void onlyHealthTakesTheWorkspacesAccount();
    void driftIsToldAfterAWeek();
    void noDriftIsToldWhereNothingWasLearnt();
    void oneCheckAloneIsNoLookAtAll();
    void theConversationThatArrivedIsOpened();
    void anotherProviderOfTheWorkspaceIsNoBrokenTwilio_data();
    void anotherProviderOfTheWorkspaceIsNoBrokenTwilio();
};

void SetupDeskTest::agentsAreToldWhatIsMissing()
{
    SetupPlace place;
    QVERIFY(place.open(u"ana"_s));
    place.setUp.trigger();
    QVERIFY(!place.wizard());
    QVERIFY(says(place.window, u"view-privileged-setting"_s));
}

void SetupDeskTest::healthChecksAllWithTheKeptToken()
{
    SetupPlace place;
    QVERIFY(place.open());
    QVERIFY(place.setUpAndKeepToken());
    place.desk.reset();
    place.sitDown();
    place.health.trigger();
    QTRY_VERIFY(place.wizard());
    QTRY_VERIFY2(place.rows().contains(u"Twilio calls the workspace, Passed"_s), qPrintable(place.rows()));
    QVERIFY(place.rows().contains(u"A test SMS arrived, Skipped"_s));
    QCOMPARE(place.console.sent(), 0);
}

void SetupDeskTest::whatWasLastKnownOutlivesARestart()
{
    SetupPlace place;
    QVERIFY(place.open());
    QVERIFY(place.setUpAndKeepToken());
    const QString when = clockTime(place.clock.now());
    place.clock.advance(24h);
    const QString then
        = QLocale().toString(place.clock.now().toLocalTime().date().addDays(-1), u"dddd"_s) + u' ' + when;
    QVERIFY(place.restarts());
    place.keyring.isLocked = true;
    place.console.workspace.twilio().addFault({.kind = practice::TwilioMischief::Kind::Hang});
    place.setUp.trigger();
    QTRY_VERIFY(place.wizard());
    place.wizard()->showPage(u"webhook"_s);
    const QString title = u"Twilio calls the workspace, "_s;
    QTRY_VERIFY2(place.rows().contains(title + u"Skipped"_s), qPrintable(place.rows())); // the token is missing
    QVERIFY2(place.rows().contains(u"Last known: Passed, "_s + then + u'.'), qPrintable(place.rows()));
    QVERIFY(place.restarts());
    place.keyring.isLocked = false;
    place.setUp.trigger();
    place.wizard()->showPage(u"webhook"_s);
    QVERIFY2(place.rows().contains(title + u"Waiting, Last known: Passed, "_s + then + u'.'), qPrintable(place.rows()));
    QVERIFY(!place.rows().contains(title + u"Passed"_s)); // nobody has looked yet
    place.console.workspace.twilio().clearFaults();
}

void SetupDeskTest::whatWasKnownOfAnotherAccountIsForgotten()
{
    SetupPlace place;
    QVERIFY(place.open());
    QVERIFY(place.setUpAndKeepToken());
    QCOMPARE(place.draft().looks.value(u"webhook.route"_s).verdict, CheckVerdict::Passed);
    place.wizard()->showPage(u"twilio"_s);
    named<QLineEdit>(place.page(), u"Account SID"_s)->setText(u"AC"_s + QString(32, u'7'));
    place.wizard()->showPage(u"workspace"_s);
    QVERIFY(!place.draft().looks.contains(u"webhook.route"_s));
    QCOMPARE(place.draft().looks.value(u"workspace.version"_s).verdict, CheckVerdict::Passed);
}

void SetupDeskTest::healthTakesTheAccountThatTheWorkspaceNames()
{
    SetupPlace place;
    QVERIFY(place.open());
    place.health.trigger();
    QTRY_VERIFY(place.wizard());
    QTRY_VERIFY2(place.rows().contains(u"SID and token look right, Unknown, The Auth Token is missing."_s),
                 qPrintable(place.rows()));
    QTRY_VERIFY(!button(*place.wizard(), u"Cancel"_s));
    QVERIFY2(!place.rows().contains(u"The Account SID is missing"_s), qPrintable(place.rows()));
    QVERIFY2(place.rows().contains(u"A test SMS arrived, Skipped, Not tried yet.\n"_s), qPrintable(place.rows()));
    place.clock.advance(11min);
    QVERIFY2(place.rows().contains(u"A test SMS arrived, Skipped, Not tried yet.\n"_s), qPrintable(place.rows()));
    QVERIFY2(place.rows().contains(u"The Auth Token is missing. Checked "_s), qPrintable(place.rows()));
    place.wizard()->showPage(u"twilio"_s);
    QCOMPARE(named<QLineEdit>(place.page(), u"Account SID"_s)->text(), place.console.workspace.accountSid());
    place.wizard()->showPage(u"number"_s);
    QCOMPARE(place.draft().page, u"number"_s);
    QCOMPARE(place.draft().account, QString()); // nobody set it up from here
    place.wizard()->showPage(u"twilio"_s);
    named<QLineEdit>(place.page(), u"Auth Token"_s)->setText(place.console.workspace.authToken());
    place.wizard()->showPage(u"number"_s);
    QCOMPARE(place.draft().account, place.console.workspace.accountSid());
    place.wizard()->showPage(u"twilio"_s);
    named<QLineEdit>(place.page(), u"Account SID"_s)->clear();
    place.wizard()->showPage(u"number"_s);
    QCOMPARE(place.draft().account, QString());
}

/// While the console stays open, too.
void SetupDeskTest::aTakenAccountFollowsTheWorkspace()
{
    SetupPlace place;
    QVERIFY(place.open());
    practice::Settings &settings = place.console.workspace.state().settings;
    for (const QString &account : {place.console.workspace.accountSid(), u"AC"_s + QString(32, u'7'), QString()}) {
        settings.set(u"SMS_Twilio_Account_SID"_s, account);
        place.health.trigger();
        QTRY_VERIFY(place.wizard());
        QTRY_VERIFY(!button(*place.wizard(), u"Cancel"_s));
        place.wizard()->showPage(u"twilio"_s);
        QCOMPARE(named<QLineEdit>(place.page(), u"Account SID"_s)->text(), account);
        place.wizard()->close();
        QTRY_VERIFY(!place.wizard());
    }
}

void SetupDeskTest::onlyHealthTakesTheWorkspacesAccount()
{
    const auto enter = [](SetupPlace &place, const QString &account, const QString &next) {
        place.wizard()->showPage(u"twilio"_s);
        named<QLineEdit>(place.page(), u"Account SID"_s)->setText(account);
        place.wizard()->showPage(next);
        if (!QTest::qWaitFor([&] { return !button(*place.wizard(), u"Cancel"_s); })) {
            return false;
        }
        button(*place.wizard(), u"Check"_s)->click();
        return QTest::qWaitFor([&] { return !button(*place.wizard(), u"Cancel"_s); });
    };
    const auto entered = [](SetupPlace &place) {
        place.wizard()->showPage(u"twilio"_s);
        return named<QLineEdit>(place.page(), u"Account SID"_s)->text();
    };
    const QString other = u"AC"_s + QString(32, u'7');
    SetupPlace place;
    QVERIFY(place.open());
    place.health.trigger();
    QVERIFY(enter(place, other, u"report"_s));
    QCOMPARE(entered(place), other); // somebody's word counts more
    QVERIFY(enter(place, QString(), u"workspace"_s));
    QCOMPARE(entered(place), QString()); // still being entered
    place.setUp.trigger();
    QVERIFY(enter(place, QString(), u"report"_s));
    QCOMPARE(entered(place), QString());
    place.console.workspace.state().settings.set(u"SMS_Twilio_Account_SID"_s, place.console.workspace.authToken());
    place.health.trigger();
    QVERIFY(enter(place, QString(), u"report"_s));
    QVERIFY2(place.rows().contains(u"The Account SID is missing"_s), qPrintable(place.rows())); // that is none
}

void SetupDeskTest::driftIsToldAfterAWeek()
{
    SetupPlace place;
    QVERIFY(place.open());
    QVERIFY(place.setUpAndKeepToken());
    place.desk.reset();
    place.sitDown();
    const practice::PracticeTwilio &twilio = place.console.workspace.twilio();
    const int before = twilio.asked();
    for (int day = 1; day < 7; ++day) { // not every day
        place.clock.advance(24h);
        QVERIFY(place.hasKept());
    }
    QCOMPARE(twilio.asked(), before);
    practice::TwilioScene scene;
    scene.numbers = {{{u"phone_number"_s, place.console.workspace.number()}}};
    place.console.workspace.twilio().setScene(scene); // somebody took the webhook away
    place.clock.advance(24h * 2);
    QTRY_VERIFY(says(place.window, u"no longer as it was"_s));
    QVERIFY(!place.wizard());
    QAbstractButton *open = button(place.window, u"Open Health"_s);
    QVERIFY(open && open->isVisible());
    open->click();
    QTRY_VERIFY(place.wizard());
    QCOMPARE(place.wizard()->page(), u"report"_s);
    QVERIFY(!open->isVisible());
}

void SetupDeskTest::noDriftIsToldWhereNothingWasLearnt()
{
    SetupPlace place;
    QVERIFY(place.open());
    QVERIFY(place.setUpAndKeepToken());
    QVERIFY(place.restarts());
    const QDateTime before = place.draft().checkedAt;
    place.keyring.isLocked = true;
    place.clock.advance(24h * 8);
    QVERIFY(place.answers(40));
    QVERIFY(!place.saysDrift());
    place.keyring.isLocked = false;
    practice::TwilioMischief refusal; // 401 for a while
    practice::PracticeTwilio &twilio = place.console.workspace.twilio();
    twilio.addFault(refusal);
    const int asked = twilio.asked();
    place.clock.advance(6h);
    QTRY_VERIFY(twilio.asked() > asked);
    QVERIFY(place.answers(40));
    QVERIFY(!place.saysDrift());
    QCOMPARE(place.draft().checkedAt, before);
    twilio.clearFaults();
    place.clock.advance(6h);
    QVERIFY(place.isLookedAtNow());
    QVERIFY(!place.saysDrift());
}

void SetupDeskTest::oneCheckAloneIsNoLookAtAll()
{
    SetupPlace place;
    QVERIFY(place.open());
    QVERIFY(place.setUpAndKeepToken());
    const QDateTime before = place.draft().checkedAt;
    place.clock.advance(24h);
    place.wizard()->showPage(u"twilio"_s);
    button(*place.wizard(), u"Check"_s)->click();
    QVERIFY(button(*place.wizard(), u"Cancel"_s));
    QTRY_VERIFY(!button(*place.wizard(), u"Cancel"_s));
    QVERIFY(place.rows().contains(u"Twilio accepts the login, Passed"_s));
    QCOMPARE(place.draft().checkedAt, before);
    place.wizard()->showPage(u"report"_s);
    button(*place.wizard(), u"Check"_s)->click();
    QVERIFY(place.isLookedAtNow());
}

void SetupDeskTest::anotherProviderOfTheWorkspaceIsNoBrokenTwilio_data()
{
    QTest::addColumn<bool>("isHealth");
    QTest::newRow("set-up") << false;
    QTest::newRow("health") << true;
}

void SetupDeskTest::anotherProviderOfTheWorkspaceIsNoBrokenTwilio()
{
    QFETCH(const bool, isHealth);
    SetupPlace place;
    practice::Settings &settings = place.console.workspace.state().settings;
    settings.set(u"SMS_Service"_s, u"voxtelesys"_s);
    settings.set(u"SMS_Voxtelesys_URL"_s, u"https://sms.example"_s);
    settings.set(u"SMS_Voxtelesys_authToken"_s, u"vox-secret"_s);
    QVERIFY(place.open());
    (isHealth ? place.health : place.setUp).trigger();
    QTRY_VERIFY(place.wizard());
    if (!isHealth) {
        place.wizard()->showPage(u"settings"_s);
    }
    QTRY_VERIFY2(place.rows().contains(u"SMS is on, with the right provider, Passed"_s), qPrintable(place.rows()));
    place.wizard()->showPage(u"twilio"_s);
    QTRY_VERIFY2(place.rows().contains(u"not by Twilio"_s), qPrintable(place.rows()));
    QVERIFY(!place.rows().contains(u"Failed"_s));
    place.wizard()->showPage(u"settings"_s);
    QCOMPARE(named<QComboBox>(place.page(), u"Provider"_s)->currentText(), u"VoxTelesys"_s);
}

void SetupDeskTest::theConversationThatArrivedIsOpened()
{
    SetupPlace place;
    QVERIFY(place.open());
    QVERIFY(place.setUpAndKeepToken());
    place.wizard()->showPage(u"receiving"_s);
    QTRY_VERIFY(says(place.page(), u"60 s left"_s));
    place.console.text(u"+14155550142"_s, u"Hello from outside"_s);
    const auto hasArrived = [&] {
        place.clock.advance(1s); // everybody's are looked at every few seconds
        return button(place.page(), u"Open conversation"_s) != nullptr;
    };
    QVERIFY(QTest::qWaitFor(hasArrived));
    QVERIFY(says(place.page(), u"415-555-0142 arrived"_s));
    button(place.page(), u"Open conversation"_s)->click();
    QTRY_VERIFY(!place.opened.isEmpty());
}

QTEST_MAIN(SetupDeskTest)
#include "tst_setupdesk.moc"
