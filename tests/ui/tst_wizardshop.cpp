#include "tests/ui/wizardplace.h"

#include <QListWidget>
#include <QMessageBox>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

/// A number is bought in the set-up: once, whatever becomes of the answer.
class WizardShopTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNumberIsBoughtOnceAfterAQuestion();
    void aLostOrderIsLookedUpAndNotRepeated();
    void anOrderOfUnknownFateOutlivesItsDialog();
};

void WizardShopTest::aNumberIsBoughtOnceAfterAQuestion()
{
    WizardPlace place;
    QVERIFY(place.open());
    QVERIFY(place.openShop());
    auto *shop = place.window->findChild<ShopDialog *>();
    auto *offers = named<QListWidget>(*shop, u"Numbers for sale"_s);
    const practice::PracticeTwilio &twilio = place.console.workspace.twilio();
    offers->setCurrentRow(0);
    QVERIFY(says(*shop, u"a month"_s));
    QVERIFY(place.press(u"Buy…"_s, shop));
    QCOMPARE(twilio.calls("POST", u"IncomingPhoneNumbers"_s), 0);
    QVERIFY(place.press(u"Buy"_s, shop->findChild<QMessageBox *>()));
    QTRY_COMPARE(place.checkup->plan().number, u"+14155550170"_s);
    QTRY_VERIFY2(place.saysRow(u"The number belongs to the account, Passed"_s), qPrintable(place.told()));
    QCOMPARE(twilio.calls("POST", u"IncomingPhoneNumbers"_s), 1);
    QVERIFY(place.rest());
    place.window->showPage(u"webhook"_s);
    QTRY_VERIFY(place.saysRow(u"Twilio calls the workspace, Passed"_s)); // set in the same call
}

void WizardShopTest::aLostOrderIsLookedUpAndNotRepeated()
{
    WizardPlace place;
    QVERIFY(place.open());
    QVERIFY(place.openShop());
    practice::TwilioMischief lost;
    lost.kind = practice::TwilioMischief::Kind::Reset;
    lost.path = u"IncomingPhoneNumbers"_s;
    lost.method = u"POST"_s;
    lost.isDone = true;
    place.console.workspace.twilio().addFault(lost);
    auto *shop = place.window->findChild<ShopDialog *>();
    named<QListWidget>(*shop, u"Numbers for sale"_s)->setCurrentRow(0);
    QVERIFY(place.press(u"Buy…"_s, shop));
    QVERIFY(place.press(u"Buy"_s, shop->findChild<QMessageBox *>()));
    shop->reject();
    QVERIFY(shop->isVisible()); // its fate is not known yet
    QTRY_COMPARE(place.checkup->plan().number, u"+14155550170"_s);
    QCOMPARE(place.console.workspace.twilio().calls("POST", u"IncomingPhoneNumbers"_s), 1);
}

void WizardShopTest::anOrderOfUnknownFateOutlivesItsDialog()
{
    WizardPlace place;
    QVERIFY(place.open());
    QVERIFY(place.openShop());
    practice::PracticeTwilio &twilio = place.console.workspace.twilio();
    practice::TwilioMischief lost;
    lost.kind = practice::TwilioMischief::Kind::Trouble;
    lost.path = u"IncomingPhoneNumbers"_s;
    lost.isDone = true;
    twilio.addFault(lost);
    const QPointer<ShopDialog> shop = place.window->findChild<ShopDialog *>();
    named<QListWidget>(*shop, u"Numbers for sale"_s)->setCurrentRow(0);
    QVERIFY(place.press(u"Buy…"_s, shop));
    QVERIFY(place.press(u"Buy"_s, shop->findChild<QMessageBox *>()));
    QCOMPARE(place.window->buying().size(), 1); // before the answer, should there be none
    QTRY_VERIFY_WITH_TIMEOUT(button(*shop, u"Look again"_s) && button(*shop, u"Look again"_s)->isEnabled(), 20'000);
    shop->reject();
    QTRY_VERIFY(!shop);
    QCOMPARE(place.window->buying(), QJsonObject({{place.console.workspace.accountSid(), u"+14155550170"_s}}));
    twilio.clearFaults();
    QVERIFY(place.press(u"Buy a number…"_s));
    auto *again = place.window->findChild<ShopDialog *>();
    QVERIFY(!button(*again, u"Buy…"_s) && !button(*again, u"Search"_s)->isEnabled());
    QTRY_VERIFY(says(*again, u"not known whether"_s));
    QVERIFY(place.press(u"Look again"_s, again));
    QTRY_COMPARE(place.checkup->plan().number, u"+14155550170"_s);
    QVERIFY(place.window->buying().isEmpty());
    QCOMPARE(twilio.calls("POST", u"IncomingPhoneNumbers"_s), 1);
}

QTEST_MAIN(WizardShopTest)
#include "tst_wizardshop.moc"
