#include "app/workspace/abilities.h"
#include "app/workspace/outreach.h"
#include "tests/ui/deskplace.h"
#include "tests/ui/window.h"
#include "ui/composer/segmentmeter.h"
#include "ui/dialogs/problembar.h"
#include "ui/outbound/startdialog.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;
using practice::PracticeTwilio;

namespace {

const auto customer = u"+351912345678"_s;
const auto firstText
    = u"Hello Marta, your order 8841 is ready. Answer this text if you have a question.\nReply STOP to opt out."_s;

practice::PracticeOptions licensedDesk()
{
    practice::PracticeOptions options = Console::quiet();
    options.licence = practice::Licence::Enterprise;
    options.moreDepartments = {u"Billing"_s};
    return options;
}

/// A desk whose agent may start conversations, and the dialogue for it.
struct StartPlace : DeskPlace {
    StartPlace()
        : DeskPlace(licensedDesk())
    {
    }

    bool open()
    {
        if (!desk) {
            if (!signIn()) {
                return false;
            }
            showDesk();
        }
        const Abilities &abilities = console.session->abilities();
        if (!QTest::qWaitFor([&] { return abilities.verdict(Ability::Outbound) == Verdict(); })) {
            return false;
        }
        window.actions().newConversation->trigger();
        dialog = window.findChild<StartDialog *>();
        return dialog && QTest::qWaitFor([this] { return templates()->count() > 0; });
    }
    QListWidget *templates() const { return named<QListWidget>(*dialog, u"Template"_s); }
    QLineEdit *edit(const QString &name) const { return named<QLineEdit>(*dialog, name); }
    QComboBox *box(const QString &name) const { return named<QComboBox>(*dialog, name); }
    QAbstractButton *send() const { return button(*dialog, u"Send first message"_s); }
    void fill()
    {
        edit(u"Recipient"_s)->clear();
        QTest::keyClicks(edit(u"Recipient"_s), customer);
        templates()->setCurrentRow(0);
        edit(u"Placeholder 1"_s)->setText(u"Marta"_s);
        edit(u"Placeholder 2"_s)->setText(u"8841"_s);
    }
    PracticeTwilio &twilio() { return console.workspace.twilio(); }
    void grant(const QString &permission, const QStringList &roles)
    {
        practice::State &state = console.workspace.state();
        state.streams.permission(
            state.documents.permissions.change(permission, {{u"roles"_s, QJsonArray::fromStringList(roles)}}));
    }
    QStringList choices(const QString &name) const
    {
        QStringList found;
        for (int index = 0; index < box(name)->count(); ++index) {
            found.append(box(name)->itemText(index));
        }
        return found;
    }

    QPointer<StartDialog> dialog;
};

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
    void aRefusalKeepsEverything();
    void nobodyKnowsIsNotSentAgain();
    void putAwayItComesBackWithTheRefusal();
    void saysWhoMayHaveTheAnswer();
    void saysThatNobodyTexts();
    void asksOnceMore();
    void knowsWhatMayHaveLeft_data();
    void knowsWhatMayHaveLeft();
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
    QVERIFY(place.open());
    place.fill();
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

void OutboundTest::aRefusalKeepsEverything()
{
    StartPlace place;
    QVERIFY(place.open());
    place.fill();
    place.twilio().setAnswer(PracticeTwilio::Answer::OptedOut);
    place.send()->click();
    QTRY_VERIFY(says(*place.dialog, u"STOP"_s) && place.send()->isEnabled());
    QCOMPARE(place.dialog->message().to, customer);
    QCOMPARE(place.dialog->message().values, (QStringList{u"Marta"_s, u"8841"_s}));
    QVERIFY(!place.dialog->findChild<QCheckBox *>()->isVisible());
    place.twilio().setAnswer(PracticeTwilio::Answer::Ok);
    place.send()->click();
    QTRY_COMPARE(place.twilio().sent().size(), 1);
}

void OutboundTest::nobodyKnowsIsNotSentAgain()
{
    StartPlace place;
    QVERIFY(place.open());
    place.fill();
    place.console.workspace.faults().loseAnswers = 1;
    place.send()->click();
    QTRY_VERIFY(says(*place.dialog, u"It is not known whether the text left."_s));
    QVERIFY(!place.send()->isEnabled());
    QCOMPARE(place.twilio().asked(), 1);
    QCOMPARE(place.dialog->message().values, (QStringList{u"Marta"_s, u"8841"_s}));
    place.send()->click();
    QCOMPARE(place.twilio().asked(), 1);
    place.dialog->findChild<QCheckBox *>()->click();
    QVERIFY(place.send()->isEnabled());
    place.send()->click();
    QTRY_COMPARE(place.twilio().asked(), 2);
}

void OutboundTest::putAwayItComesBackWithTheRefusal()
{
    StartPlace place;
    QVERIFY(place.open());
    place.fill();
    place.twilio().setAnswer(PracticeTwilio::Answer::InvalidTo);
    place.console.workspace.faults().restDelay = std::chrono::milliseconds(200);
    place.send()->click();
    place.dialog->reject();
    QVERIFY(!place.dialog->isVisible());
    QTRY_VERIFY(place.dialog && place.dialog->isVisible());
    QVERIFY(says(*place.dialog, u"does not know the customer's number"_s));
    QCOMPARE(place.dialog->message().values, (QStringList{u"Marta"_s, u"8841"_s}));
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

void OutboundTest::knowsWhatMayHaveLeft_data()
{
    using Kind = Error::Kind;
    QTest::addColumn<Error>("error");
    QTest::addColumn<bool>("mayHave");
    QTest::newRow("refused by Twilio") << Error{Kind::Rejected, u"HTTP 400 Invalid 'To' Phone Number"_s} << false;
    QTest::newRow("not allowed") << Error{Kind::Forbidden, {}} << false;
    QTest::newRow("too many") << Error{Kind::RateLimited, {}} << false;
    QTest::newRow("signed out") << Error{Kind::Unauthorized, {}} << false;
    QTest::newRow("no answer") << Error{Kind::Timeout, {}} << true;
    QTest::newRow("cut off") << Error{Kind::Network, {}} << true;
    QTest::newRow("a proxy's page") << Error{Kind::Protocol, {}} << true;
    QTest::newRow("the app gave up waiting")
        << Error{Kind::Rejected, u"HTTP 400 timeout of 30000ms exceeded"_s} << true;
}

void OutboundTest::knowsWhatMayHaveLeft()
{
    QFETCH(Error, error);
    QTEST(mayHaveLeft(error), "mayHave");
}

QTEST_MAIN(OutboundTest)
#include "tst_outbound.moc"
