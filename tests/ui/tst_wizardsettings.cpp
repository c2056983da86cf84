#include "app/practice/faults.h"
#include "tests/ui/wizardplace.h"

#include <QApplication>
#include <QComboBox>
#include <QTest>
#include <QWheelEvent>

using namespace greenline;
using namespace Qt::StringLiterals;

/// The page of the workspace's SMS settings.
class WizardSettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void otherProvidersHaveTheirForms();
    void whatChangedMeanwhileIsNotSavedOver();
    void aChosenProviderIsShownInTheNextWindow();
    void theWheelChoosesNothing();
    void whatCouldNotBeReadIsNotCompared();
};

void WizardSettingsTest::otherProvidersHaveTheirForms()
{
    WizardPlace place;
    QVERIFY(place.open());
    place.window->showPage(u"settings"_s);
    QVERIFY(place.rest());
    auto *provider = named<QComboBox>(place.page(), u"Provider"_s);
    provider->setCurrentIndex(provider->findText(u"Mobex"_s));
    Q_EMIT provider->activated(provider->currentIndex());
    auto *gateway = named<QLineEdit>(place.page(), u"Gateway address"_s);
    QTRY_VERIFY(gateway->isVisible() && gateway->isEnabled());
    gateway->setText(u"https://gateway.example"_s);
    named<QLineEdit>(place.page(), u"Password"_s)->setText(u"geheim"_s);
    QVERIFY(says(place.page(), u"SMS_Mobex_gateway_address: empty becomes \u2068“https://gateway.example”"_s));
    QVERIFY(!says(place.page(), u"geheim"_s));
    QVERIFY(place.press(u"Save settings"_s));
    QVERIFY(place.confirm());
    QTRY_COMPARE(place.settingOf(u"SMS_Mobex_gateway_address"_s), u"https://gateway.example"_s);
    QCOMPARE(place.settingOf(u"SMS_Mobex_password"_s), u"geheim"_s);
    QCOMPARE(place.settingOf(u"SMS_Service"_s), u"mobex"_s);
    QCOMPARE(place.settingOf(u"SMS_Mobex_username"_s), QString());
}

void WizardSettingsTest::whatChangedMeanwhileIsNotSavedOver()
{
    WizardPlace place;
    practice::Settings &settings = place.console.workspace.state().settings;
    settings.set(u"SMS_Mobex_from_number"_s, 14155550142LL);
    QVERIFY(place.open());
    place.window->showPage(u"settings"_s);
    QVERIFY(place.rest());
    auto *provider = named<QComboBox>(place.page(), u"Provider"_s);
    provider->setCurrentIndex(provider->findText(u"Mobex"_s));
    Q_EMIT provider->activated(provider->currentIndex());
    QVERIFY(place.rest());
    auto *from = named<QLineEdit>(place.page(), u"From number"_s);
    QCOMPARE(from->text(), u"14155550142"_s);
    from->setText(u"14155550143"_s);
    settings.set(u"SMS_Mobex_from_number"_s, 14155550144LL); // by somebody else
    QVERIFY(place.press(u"Save settings"_s));
    QTRY_VERIFY2(says(*place.window, u"no longer as it was shown"_s), qPrintable(place.told()));
    QCOMPARE(settings.value(u"SMS_Mobex_from_number"_s), QJsonValue(14155550144LL));
    QVERIFY(place.press(u"Check"_s) && place.rest());
    QCOMPARE(from->text(), u"14155550144"_s);
    from->setText(u"14155550143"_s);
    QVERIFY(place.press(u"Save settings"_s));
    QVERIFY(place.confirm());
    QTRY_COMPARE(settings.value(u"SMS_Mobex_from_number"_s), QJsonValue(14155550143LL));
}

void WizardSettingsTest::aChosenProviderIsShownInTheNextWindow()
{
    WizardPlace place;
    QVERIFY(place.open());
    SetupPlan plan = place.checkup->plan();
    plan.provider = u"voxtelesys"_s;
    place.checkup->setPlan(plan); // in the window before
    place.window->showPage(u"settings"_s);
    QVERIFY(place.rest());
    QCOMPARE(named<QComboBox>(place.page(), u"Provider"_s)->currentText(), u"VoxTelesys"_s);
    const auto *address = named<QLineEdit>(place.page(), u"URL"_s);
    QTRY_VERIFY(address->isVisible() && address->isEnabled());
    QVERIFY(!place.told().contains(u"instead of Twilio"_s));
}

void WizardSettingsTest::theWheelChoosesNothing()
{
    WizardPlace place;
    QVERIFY(place.open());
    place.window->showPage(u"settings"_s);
    QVERIFY(place.rest());
    auto *provider = named<QComboBox>(place.page(), u"Provider"_s);
    const QPointF middle = QRectF(provider->rect()).center();
    QWheelEvent turned(middle, provider->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                       Qt::NoScrollPhase, false);
    QApplication::sendEvent(provider, &turned);
    QCOMPARE(provider->currentText(), u"Twilio"_s);
    QCOMPARE(place.checkup->plan().provider, u"twilio"_s);
}

void WizardSettingsTest::whatCouldNotBeReadIsNotCompared()
{
    WizardPlace place;
    QVERIFY(place.open() && place.rest());
    place.enterLogin();
    QVERIFY(place.press(u"Check"_s) && place.rest());
    place.window->showPage(u"settings"_s);
    QVERIFY(place.rest());
    QVERIFY(says(place.page(), u"Saving changes:"_s));
    place.console.workspace.faults().dropRequests = 1000;
    QVERIFY(place.press(u"Check"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!place.checkup->runner().isRunning(), 30'000);
    QVERIFY2(place.saysRow(u"SMS is on, with the right provider, Unknown, The workspace does not answer."_s),
             qPrintable(place.told()));
    QVERIFY(!place.saysRow(u"does not show this setting"_s));
    QVERIFY2(says(place.page(), u"The settings could not be read."_s), qPrintable(place.told()));
    QVERIFY(!says(place.page(), u"Saving changes:"_s));
    QVERIFY(!button(place.page(), u"Save settings"_s)->isEnabled());
}

QTEST_MAIN(WizardSettingsTest)
#include "tst_wizardsettings.moc"
