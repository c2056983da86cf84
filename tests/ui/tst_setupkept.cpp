#include "app/practice/twilioscene.h"
#include "tests/ui/setupplace.h"

#include <QAccessible>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What the desk keeps of a login, where, and what it takes back out of the keyring.
class SetupKeptTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTokenIsKeptWhenAskedAndNowhereElse();
    void aToggleByAScreenReaderIsOne();
    void aLockedKeyringCostsNoToken();
    void onlyALoginThatTwilioAcceptsIsKept();
    void aTokenInPlaceOfTheAccountIsNotWritten();
    void theKeptTokenIsNoKeysSecret_data();
    void theKeptTokenIsNoKeysSecret();
    void anApiKeyIsKeptAndLooksEveryWeek();
};

void SetupKeptTest::theTokenIsKeptWhenAskedAndNowhereElse()
{
    SetupPlace place;
    QVERIFY(place.open());
    QVERIFY(place.setUpAndKeepToken());
    QTRY_VERIFY(place.hasKept());
    place.desk.reset();
    place.settings.reset();
    QCOMPARE(place.fileWith(place.console.workspace.authToken()), QString());
    place.sitDown();
    place.setUp.trigger();
    QTRY_VERIFY(place.wizard());
    QCOMPARE(place.wizard()->page(), u"report"_s);
    place.wizard()->showPage(u"twilio"_s);
    QCOMPARE(named<QLineEdit>(place.page(), u"Account SID"_s)->text(), place.console.workspace.accountSid());
    button(place.page(), u"Keep the token in the keyring"_s)->click();
    QTRY_VERIFY(!place.hasKept());
}

/// It is no click.
void SetupKeptTest::aToggleByAScreenReaderIsOne()
{
    SetupPlace place;
    QVERIFY(place.open());
    QVERIFY(place.setUpAndKeepToken());
    QTRY_VERIFY(place.hasKept());
    place.wizard()->showPage(u"twilio"_s);
    QAccessibleInterface *box
        = QAccessible::queryAccessibleInterface(button(place.page(), SetupPlace::keepWords(false)));
    box->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QTRY_VERIFY(!place.hasKept());
    box->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    QTRY_VERIFY(place.hasKept());
}

void SetupKeptTest::aLockedKeyringCostsNoToken()
{
    SetupPlace place;
    QVERIFY(place.open());
    QVERIFY(place.setUpAndKeepToken());
    QVERIFY(place.restarts());
    place.keyring.isLocked = true;
    place.setUp.trigger();
    QVERIFY(place.wizard());
    place.wizard()->showPage(u"twilio"_s);
    QVERIFY(named<QLineEdit>(place.page(), u"Auth Token"_s)->text().isEmpty());
    place.wizard()->showPage(u"number"_s);
    QVERIFY(place.hasKept());
    place.keyring.isLocked = false;
    place.health.trigger();
    place.wizard()->showPage(u"twilio"_s);
    QCOMPARE(named<QLineEdit>(place.page(), u"Auth Token"_s)->text(), place.console.workspace.authToken());
    place.wizard()->showPage(u"report"_s);
    QVERIFY(place.hasKept());
}

void SetupKeptTest::onlyALoginThatTwilioAcceptsIsKept()
{
    const QString other = u"AC"_s + QString(32, u'7');
    SetupPlace place;
    QVERIFY(place.open());
    QVERIFY(place.setUpAndKeepToken());
    place.wizard()->showPage(u"twilio"_s);
    named<QLineEdit>(place.page(), u"Account SID"_s)->setText(other);
    button(*place.wizard(), u"Check"_s)->click();
    QCOMPARE(place.keptOf(place.console.workspace.accountSid()), u"nothing"_s);
    QTRY_VERIFY2(place.rows().contains(u"Twilio accepts the login, Failed"_s), qPrintable(place.rows()));
    QCOMPARE(place.keptOf(other), u"nothing"_s);
    named<QLineEdit>(place.page(), u"Account SID"_s)->setText(place.console.workspace.accountSid());
    button(*place.wizard(), u"Check"_s)->click();
    QTRY_VERIFY(place.hasKept()); // the box is still ticked
}

void SetupKeptTest::aTokenInPlaceOfTheAccountIsNotWritten()
{
    const QString token = u"0123456789abcdef0123456789abcdef"_s;
    SetupPlace place;
    QVERIFY(place.open());
    place.setUp.trigger();
    QTRY_VERIFY(place.wizard());
    place.wizard()->showPage(u"twilio"_s);
    auto *account = named<QLineEdit>(place.page(), u"Account SID"_s);
    account->setText(token);
    Q_EMIT account->editingFinished();
    place.wizard()->showPage(u"number"_s);
    place.wizard()->close();
    place.desk.reset();
    place.settings.reset();
    QCOMPARE(place.fileWith(token), QString());
}

void SetupKeptTest::theKeptTokenIsNoKeysSecret_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("secret");
    const QString digits(32, u'1');
    QTest::newRow("a key") << u"SK"_s + digits << QString();
    QTest::newRow("mistyped") << u"sk"_s + digits << QString();
    QTest::newRow("mistyped, with its secret") << u"sk"_s + digits << QString(32, u'x');
}

void SetupKeptTest::theKeptTokenIsNoKeysSecret()
{
    QFETCH(const QString, key);
    QFETCH(const QString, secret);
    SetupPlace place;
    QVERIFY(place.open());
    QVERIFY(place.setUpAndKeepToken());
    place.wizard()->showPage(u"twilio"_s);
    button(place.page(), u"Ask by an API key"_s)->click();
    named<QLineEdit>(place.page(), u"API key SID"_s)->setText(key);
    named<QLineEdit>(place.page(), u"API key secret"_s)->setText(secret);
    place.wizard()->showPage(u"number"_s);
    place.wizard()->close();
    QTRY_VERIFY(!place.wizard() || !place.wizard()->isVisible());
    place.setUp.trigger();
    QTRY_VERIFY(place.wizard());
    place.wizard()->showPage(u"twilio"_s);
    QCOMPARE(named<QLineEdit>(place.page(), u"API key secret"_s)->text(), secret);
    QCOMPARE(named<QLineEdit>(place.page(), u"Auth Token"_s)->text(), place.console.workspace.authToken());
    QVERIFY(place.restarts());
    place.keyring.isLocked = true; // the token comes when the key is there already
    place.setUp.trigger();
    place.wizard()->showPage(u"twilio"_s);
    named<QLineEdit>(place.page(), u"API key SID"_s)->setText(key);
    place.wizard()->showPage(u"number"_s);
    place.keyring.isLocked = false;
    place.health.trigger();
    place.wizard()->showPage(u"twilio"_s);
    QCOMPARE(named<QLineEdit>(place.page(), u"API key secret"_s)->text(), QString());
    QCOMPARE(named<QLineEdit>(place.page(), u"Auth Token"_s)->text(), place.console.workspace.authToken());
}

void SetupKeptTest::anApiKeyIsKeptAndLooksEveryWeek()
{
    const QString key = u"SK0123456789abcdef0123456789abcdef"_s;
    const QString secret = u"KeySecretKeySecretKeySecretKey12"_s;
    SetupPlace place;
    QVERIFY(place.open());
    const QString account = place.console.workspace.accountSid();
    practice::TwilioScene scene;
    scene.keys = {{{u"sid"_s, key}, {u"secret"_s, secret}}};
    scene.numbers = {{{u"phone_number"_s, place.console.workspace.number()},
                      {u"sms_url"_s, place.console.workspace.webhook().toString()}}};
    place.console.workspace.twilio().setScene(scene);
    QVERIFY2(place.setUpAndKeep(key, secret), qPrintable(place.rows()));
    QCOMPARE(place.keptAt(twilioKeyKey(account)), key + u':' + secret);
    QTRY_VERIFY(place.hasKept()); // it is the one that the workspace has
    place.console.secrets.remove(twilioTokenKey(account), {&place.window, [](const Status &) {}});
    QVERIFY(place.restarts());
    place.clock.advance(24h * 8);
    QVERIFY(place.isLookedAtNow()); // the key alone does it
    QCOMPARE(place.draft().looks.value(u"twilio.account"_s).at.secsTo(place.clock.now()), 0);
    QVERIFY(!place.saysDrift());
    place.desk.reset();
    place.settings.reset();
    QCOMPARE(place.fileWith(secret), QString());
    QCOMPARE(place.fileWith(place.console.workspace.authToken()), QString());
    place.sitDown();
    place.setUp.trigger();
    QTRY_VERIFY(place.wizard());
    place.wizard()->showPage(u"twilio"_s);
    QCOMPARE(named<QLineEdit>(place.page(), u"API key SID"_s)->text(), key);
    QCOMPARE(named<QLineEdit>(place.page(), u"API key secret"_s)->text(), secret);
    button(place.page(), place.keepWords(true))->click();
    QTRY_COMPARE(place.keptAt(twilioKeyKey(account)), u"nothing"_s);
    QCOMPARE(place.draft().keyOf, QString());
}

QTEST_MAIN(SetupKeptTest)
#include "tst_setupkept.moc"
