#include "tests/ui/startplace.h"
#include "ui/composer/segmentmeter.h"
#include "ui/dialogs/problembar.h"
#include "ui/outbound/startdialog.h"
#include "ui/outbound/startwords.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

const auto firstText
    = u"Hello Marta, your order 8841 is ready. Answer this text if you have a question.\nReply STOP to opt out."_s;

} // namespace

/// Starting a conversation: the dialogue at a real desk, against a workspace whose app texts by the practice Twilio.
class OutboundTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textsOnceHoweverOftenItIsPressed();
    void offersApprovedTemplatesAlone();
    void keepsWhatWasTypedForEachTemplate();
    void checksTheNumber_data();
    void checksTheNumber();
    void findsPeople();
    void textsNoNumberOfItsOwn();
    void asksBeforeItTextsWhoOptedOut();
    void aTemplateIsChosenByAPerson();
    void saysWhoMayHaveTheAnswer();
    void saysThatNobodyTexts();
    void asksOnceMore();
    void asksForTheDepartmentsOnceMore();
    void anotherSenderSaysTheSameOrNothing();
    void theProblemHasRoom();
};

void OutboundTest::textsOnceHoweverOftenItIsPressed()
{
    StartPlace place;
    QVERIFY(place.open());
    QVERIFY(!place.send()->isEnabled());
    place.fill();
    QCOMPARE(named<QPlainTextEdit>(*place.dialog, u"Preview"_s)->toPlainText(), firstText);
    QVERIFY(place.dialog->findChild<SegmentMeter *>()->words().contains(u"1 SMS"_s));
    QVERIFY(place.send()->isEnabled());
    QTest::mouseDClick(place.send(), Qt::LeftButton);
    place.send()->click();
    QTRY_VERIFY(!place.dialog);
    QCOMPARE(place.twilio().asked(), 1);
    QCOMPARE(place.twilio().sent().size(), 1);
    QCOMPARE(place.twilio().sent().first().from, place.console.workspace.number());
    QCOMPARE(place.twilio().sent().first().to, customer);
    QCOMPARE(place.twilio().sent().first().body, firstText);
    QVERIFY(says(*place.desk, u"+351 912 345 678"_s));
    place.console.text(customer, u"Thanks!"_s);
    QTRY_COMPARE(place.console.conversations().size(), 1);
}

void OutboundTest::offersApprovedTemplatesAlone()
{
    StartPlace place;
    QVERIFY(place.open());
    QCOMPARE(place.templates()->count(), 3);
    QVERIFY(place.templates()->findItems(u"spring_sale"_s, Qt::MatchStartsWith).isEmpty());
    QCOMPARE(place.box(u"Sender"_s)->count(), 1);
    QVERIFY(place.box(u"Sender"_s)->currentText().contains(u"+1 415-555-0100"_s));
    QVERIFY(place.box(u"Sender"_s)->currentText().contains(u"Practice SMS"_s));
}

void OutboundTest::keepsWhatWasTypedForEachTemplate()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    place.templates()->setCurrentRow(1);
    QVERIFY(!place.edit(u"Placeholder 1"_s));
    QVERIFY(place.send()->isEnabled()); // nothing to fill in
    place.templates()->setCurrentRow(0);
    QCOMPARE(place.dialog->message().values, (QStringList{u"Marta"_s, u"8841"_s}));
    place.edit(u"Placeholder 2"_s)->clear();
    QVERIFY(!place.send()->isEnabled());
    QVERIFY(says(*place.dialog, u"Fill in: Placeholder 2."_s));
}

void OutboundTest::checksTheNumber_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("hint");
    QTest::newRow("spaces") << u"+351 912 345 678"_s << u"+351912345678"_s << u"Portugal"_s;
    QTest::newRow("brackets") << u"+1 (415) 555-0142"_s << u"+14155550142"_s << u"United States"_s;
    QTest::newRow("a part") << u"+35191"_s << QString() << u"No whole number yet"_s;
    QTest::newRow("national") << u"0912 345 678"_s << QString() << u"No whole number yet"_s;
    QTest::newRow("national, in brackets") << u"(415) 555-0142"_s << QString() << u"It begins with + and the code"_s;
    QTest::newRow("one letter") << u"m"_s << QString() << u"by two letters and more"_s;
    QTest::newRow("two letters") << u"ma"_s << QString() << u"Looking for people…"_s;
    QTest::newRow("of no country") << u"+9991234567"_s << QString() << u"No whole number yet"_s;
}

void OutboundTest::checksTheNumber()
{
    QFETCH(QString, typed);
    QFETCH(QString, hint);
    StartDialog dialog;
    dialog.show();
    QTest::keyClicks(named<QLineEdit>(dialog, u"Recipient"_s), typed);
    QTEST(dialog.message().to, "number");
    QVERIFY(says(dialog, hint));
}

void OutboundTest::findsPeople()
{
    StartPlace place;
    place.console.workspace.state().documents.contacts.insert(
        {{u"name"_s, u"Marta Silva"_s}, {u"phones"_s, QJsonArray{QJsonObject{{u"phoneNumber"_s, customer}}}}});
    QVERIFY(place.open());
    QTest::keyClicks(place.edit(u"Recipient"_s), u"marta s"_s);
    auto *people = named<QListWidget>(*place.dialog, u"People found"_s);
    QTRY_COMPARE(people->count(), 1);
    QCOMPARE(people->item(0)->text(), u"Marta Silva · +351 912 345 678"_s);
    QTest::keyClick(place.edit(u"Recipient"_s), Qt::Key_Down);
    QTest::keyClick(people, Qt::Key_Return);
    QCOMPARE(place.dialog->message().to, customer);
    QVERIFY(says(*place.dialog, u"Marta Silva · Portugal · +351 912 345 678"_s));
    QTest::keyClicks(place.edit(u"Recipient"_s), u"9"_s); // typed on: it is not her any more
    QCOMPARE(place.dialog->message().to, QString());
}

void OutboundTest::textsNoNumberOfItsOwn()
{
    StartPlace place;
    QVERIFY(place.openFilled());
    QVERIFY(place.send()->isEnabled());
    place.edit(u"Recipient"_s)->setText(place.console.workspace.number());
    QVERIFY(says(*place.dialog, u"This is a number of the workspace itself."_s));
    QVERIFY(!place.send()->isEnabled());
    place.edit(u"Recipient"_s)->setText(customer);
    QVERIFY(place.send()->isEnabled());
}

void OutboundTest::asksBeforeItTextsWhoOptedOut()
{
    StartPlace place;
    QVERIFY(place.open());
    place.console.text(customer, u"stop"_s);
    QTRY_VERIFY(place.console.only() && place.console.only()->hasOptedOut);
    place.fill();
    QVERIFY(says(*place.dialog, u"This customer opted out (STOP)."_s));
    QVERIFY(!place.send()->isEnabled());
    const auto words = u"Send it although the customer opted out"_s;
    button(*place.dialog, words)->click();
    QVERIFY(place.send()->isEnabled());
    place.edit(u"Recipient"_s)->setText(u"+351912345679"_s);
    QVERIFY(!button(*place.dialog, words));
    place.edit(u"Recipient"_s)->setText(customer);
    QVERIFY(!button(*place.dialog, words)->isChecked());
    place.console.text(customer, u"START"_s);
    QTRY_VERIFY(!button(*place.dialog, words));
    QVERIFY(place.send()->isEnabled());
}

void OutboundTest::aTemplateIsChosenByAPerson()
{
    StartPlace place;
    QVERIFY(place.open());
    QFocusEvent tab(QEvent::FocusIn, Qt::TabFocusReason);
    QCoreApplication::sendEvent(place.templates(), &tab);
    QCOMPARE(place.dialog->message().form, OutboundTemplate());
    QVERIFY(says(*place.dialog, u"Choose a recipient"_s));
    QTest::keyClick(place.templates(), Qt::Key_Down);
    QCOMPARE(place.dialog->message().form.name, u"order_update"_s);
    QTest::keyClick(place.templates(), Qt::Key_Down);
    QVERIFY(place.templates()->item(1)->text().startsWith(place.dialog->message().form.name));
}

void OutboundTest::saysWhoMayHaveTheAnswer()
{
    StartPlace place;
    const auto department = u"Department for the answer"_s;
    const auto agent = u"Agent for the answer"_s;
    QVERIFY(place.open());
    QTRY_COMPARE(place.choices(department), (QStringList{u"As the workspace decides"_s, u"Support"_s}));
    QVERIFY(says(*place.dialog, u"outbound.can-assign-queues"_s));
    QVERIFY(says(*place.dialog, u"outbound.can-assign-any-agent"_s));
    place.box(department)->setCurrentIndex(1);
    QTRY_COMPARE(place.choices(agent).size(), 2);
    QCOMPARE(place.choices(agent).last(), u"ana"_s);
    place.box(agent)->setCurrentIndex(1);
    QCOMPARE(place.dialog->message().agent.value, place.console.userId(u"ana"_s));
    place.dialog->reject();
    QTRY_VERIFY(!place.dialog);
    place.grant(u"outbound.can-assign-queues"_s, {u"livechat-agent"_s});
    place.grant(u"outbound.can-assign-any-agent"_s, {u"livechat-agent"_s});
    QTRY_VERIFY(place.console.session->abilities().may(Ability::AssignAnyAgent));
    QVERIFY(place.open());
    QTRY_COMPARE(place.choices(department).size(), 3);
    QVERIFY(!says(*place.dialog, u"outbound."_s));
    place.box(department)->setCurrentIndex(place.box(department)->findText(u"Billing"_s));
    QTRY_COMPARE(place.choices(agent), (QStringList{u"Anybody"_s, u"tom"_s}));
}

void OutboundTest::saysThatNobodyTexts()
{
    StartDialog dialog;
    dialog.show();
    QVERIFY(says(dialog, u"Asking the workspace"_s));
    dialog.setProviders({});
    QVERIFY(says(dialog, u"No app of this workspace texts first."_s));
    dialog.setProviders({{u"app"_s, u"Texts"_s, {{u"+14155550100"_s, {}}}}});
    QVERIFY(says(dialog, u"This number has no approved template."_s));
    QVERIFY(!button(dialog, u"Send first message"_s)->isEnabled());
}

void OutboundTest::asksOnceMore()
{
    StartDialog dialog;
    dialog.show();
    const QSignalSpy asked(&dialog, &StartDialog::readRequested);
    QVERIFY(!button(dialog, u"Try again"_s));
    dialog.tellUnread(errorText({Error::Kind::Network, {}}, Occasion::Starting));
    QVERIFY(says(dialog, u"cannot be reached"_s));
    button(dialog, u"Try again"_s)->click();
    QCOMPARE(asked.size(), 1);
    QVERIFY(!says(dialog, u"cannot be reached"_s));
}

void OutboundTest::asksForTheDepartmentsOnceMore()
{
    const auto department = u"Department for the answer"_s;
    StartPlace place;
    QVERIFY(place.enter());
    place.console.workspace.stop();
    place.begin();
    QTRY_VERIFY(button(*place.dialog, u"Try again"_s));
    QCOMPARE(place.choices(department).size(), 1);
    QVERIFY(place.console.workspace.start().isOk());
    button(*place.dialog, u"Try again"_s)->click();
    QTRY_VERIFY(place.templates()->count() > 0);
    QTRY_COMPARE(place.choices(department), (QStringList{u"As the workspace decides"_s, u"Support"_s}));
}

void OutboundTest::anotherSenderSaysTheSameOrNothing()
{
    const auto form = [](const QString &language) {
        return OutboundTemplate{u"order_update"_s, language, u"sms"_s, true, {}};
    };
    StartDialog dialog;
    dialog.setProviders({{u"app"_s,
                          u"Texts"_s,
                          {{u"+14155550100"_s, {form(u"en"_s), form(u"de"_s)}},
                           {u"+14155550101"_s, {form(u"en"_s)}},
                           {u"+14155550102"_s, {form(u"fr"_s), form(u"de"_s)}}}}});
    auto *sender = named<QComboBox>(dialog, u"Sender"_s);
    auto *templates = named<QListWidget>(dialog, u"Template"_s);
    templates->setCurrentRow(1);
    sender->setCurrentIndex(2);
    QCOMPARE(dialog.message().form, form(u"de"_s));
    sender->setCurrentIndex(1);
    QCOMPARE(dialog.message().form, OutboundTemplate());
    sender->setCurrentIndex(0);
    QCOMPARE(dialog.message().form, OutboundTemplate());
    sender->setCurrentIndex(1);
    QCOMPARE(dialog.message().form, form(u"en"_s)); // nothing was chosen, and it is the only one
}

void OutboundTest::theProblemHasRoom()
{
    StartDialog dialog;
    const OutboundTemplate::Part body{OutboundTemplate::Part::Kind::Body, u"{{1}} {{2}} {{3}}"_s};
    dialog.setProviders({{u"app"_s, u"Texts"_s, {{u"+14155550100"_s, {{u"a"_s, u"en"_s, u"sms"_s, true, {body}}}}}}});
    dialog.show();
    const auto gap = [&dialog] {
        const auto *list = named<QListWidget>(dialog, u"Template"_s);
        const auto *edit = named<QLineEdit>(dialog, u"Placeholder 1"_s);
        return edit->mapTo(&dialog, QPoint()).y() - list->mapTo(&dialog, QPoint(0, list->height())).y();
    };
    QTRY_VERIFY(gap() > 0);
    const int before = gap();
    dialog.tellRefused(startProblem({Error::Kind::Timeout, {}}));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(gap(), before);
}

QTEST_MAIN(OutboundTest)
#include "tst_outbound.moc"
