#include "app/omnichannel/conversationstore.h"
#include "app/workspace/customercare.h"
#include "tests/ui/deskplace.h"
#include "tests/ui/window.h"
#include "ui/customer/customerpane.h"
#include "ui/customer/factedit.h"
#include "ui/customer/placetime.h"

#include <QAction>
#include <QComboBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

/// A signed-in desk in its window, and one conversation that ana serves.
struct CustomerPlace : DeskPlace {
    explicit CustomerPlace(const practice::PracticeOptions &options = Console::quiet())
        : DeskPlace(options)
    {
    }

    bool open()
    {
        if (!signIn()) {
            return false;
        }
        showDesk();
        return serve(u"+351912345678"_s);
    }
    bool serve(const QString &number)
    {
        const int mine = count(Stage::Mine);
        const RoomId before = desk->room();
        console.text(number, u"Hello"_s);
        const bool isHere = QTest::qWaitFor([this] { return count(Stage::Queue) == 1; });
        window.actions().takeNext->trigger();
        return isHere && QTest::qWaitFor([&] {
                   return count(Stage::Mine) == mine + 1 && !desk->room().isEmpty() && desk->room() != before;
               });
    }
    int count(Stage stage)
    {
        int found = 0;
        for (int row = 0; row < console.conversations().size(); ++row) {
            found += console.conversations().at(row).stage == stage ? 1 : 0;
        }
        return found;
    }
    template <typename Widget>
    Widget *named(const QString &name) const
    {
        const QList<Widget *> all = desk->findChildren<Widget *>();
        const auto found = std::find_if(all.cbegin(), all.cend(),
                                        [&name](const Widget *one) { return one->accessibleName() == name; });
        return found == all.cend() ? nullptr : *found;
    }
    void showTab(const QString &title) const
    {
        auto *tabs = desk->findChild<CustomerPane *>()->findChild<QTabWidget *>();
        for (int place = 0; place < tabs->count(); ++place) {
            if (tabs->tabText(place) == title) {
                tabs->setCurrentIndex(place);
            }
        }
    }
    QLineEdit *name() const { return named<QLineEdit>(u"Customer name"_s); }
    QJsonObject contact()
    {
        const RoomId room = desk->room();
        practice::Documents &documents = console.workspace.state().documents;
        return documents.contacts.find(documents.rooms.find(room.value).value("contactId"_L1).toString());
    }
};

QPushButton *buttonOf(QWidget *edit, const QString &text)
{
    const QList<QPushButton *> all = edit->parentWidget()->findChildren<QPushButton *>();
    for (QPushButton *button : all) {
        if (button->text() == text && button->isVisible()) {
            return button;
        }
    }
    return nullptr;
}

} // namespace

class CustomerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void savesANameByEnter();
    void keepsWhatIsTypedWhileAnotherIsRead();
    void restoresByEscape();
    void asksWhenItChangedMeanwhile();
    void saysWhyItMayNotBeChanged();
    void choosesAmongTheWorkspacesValues();
    void keepsNotesToItself();
    void opensAnEarlierConversation();
    void tellsPlaceAndTime_data();
    void tellsPlaceAndTime();
};

void CustomerTest::savesANameByEnter()
{
    CustomerPlace place;
    QVERIFY(place.open());
    QTRY_VERIFY(!place.name()->isReadOnly());
    place.name()->setText(u"Marta Oliveira"_s);
    QTest::keyClick(place.name(), Qt::Key_Return);
    QTRY_COMPARE(place.contact().value("name"_L1).toString(), u"Marta Oliveira"_s);
    QTRY_VERIFY(!buttonOf(place.name(), u"Save"_s)); // done
    QTRY_COMPARE(place.console.only()->customerName, u"Marta Oliveira"_s);
    auto *email = place.named<QLineEdit>(u"Customer e-mail"_s);
    email->setText(u"nonsense"_s);
    QTest::keyClick(email, Qt::Key_Return);
    QVERIFY(email->accessibleDescription().contains(u"@"_s));
}

void CustomerTest::keepsWhatIsTypedWhileAnotherIsRead()
{
    CustomerPlace place;
    QVERIFY(place.open());
    const RoomId first = place.desk->room();
    QTRY_VERIFY(!place.name()->isReadOnly());
    place.name()->setText(u"Half a na"_s);
    QVERIFY(place.serve(u"+14155550142"_s));
    QTRY_VERIFY(place.desk->room() != first);
    QVERIFY(place.name()->text() != u"Half a na"_s);
    place.desk->select(first);
    QTRY_COMPARE(place.name()->text(), u"Half a na"_s);
    QVERIFY(buttonOf(place.name(), u"Save"_s));
}

void CustomerTest::restoresByEscape()
{
    FactEdit fact(u"Name"_s, u"Customer name"_s);
    fact.setPresent(u"Ann"_s);
    fact.show();
    auto *edit = fact.findChild<QLineEdit *>();
    edit->setText(u"Anna"_s);
    QVERIFY(fact.change());
    fact.setPresent(u"Ann B."_s); // changed in the workspace; what is typed stays
    QCOMPARE(edit->text(), u"Anna"_s);
    QCOMPARE(fact.change()->base, u"Ann"_s);
    QTest::keyClick(edit, Qt::Key_Escape);
    QCOMPARE(edit->text(), u"Ann B."_s);
    QVERIFY(!fact.change());
}

void CustomerTest::asksWhenItChangedMeanwhile()
{
    CustomerPlace place;
    QVERIFY(place.open());
    QTRY_VERIFY(!place.name()->isReadOnly());
    place.name()->setText(u"Mine"_s);
    place.console.workspace.state().documents.contacts.change(place.contact().value("_id"_L1).toString(),
                                                              {{u"name"_s, u"Theirs"_s}});
    buttonOf(place.name(), u"Save"_s)->click();
    QTRY_VERIFY(buttonOf(place.name(), u"Keep mine"_s));
    QVERIFY(place.name()->accessibleDescription().contains(u"Theirs"_s));
    QCOMPARE(place.name()->text(), u"Mine"_s);
    QCOMPARE(place.contact().value("name"_L1).toString(), u"Theirs"_s);
    buttonOf(place.name(), u"Keep mine"_s)->click();
    QTRY_COMPARE(place.contact().value("name"_L1).toString(), u"Mine"_s);
}

void CustomerTest::saysWhyItMayNotBeChanged()
{
    CustomerPlace place;
    place.console.workspace.state().documents.permissions.change(u"update-livechat-contact"_s,
                                                                 {{u"roles"_s, QJsonArray{u"admin"_s}}});
    QVERIFY(place.open());
    QTRY_VERIFY(place.name()->toolTip().contains(u"update-livechat-contact"_s));
    QVERIFY(place.name()->isReadOnly());
    QCOMPARE(place.name()->accessibleDescription(), place.name()->toolTip());
}

void CustomerTest::choosesAmongTheWorkspacesValues()
{
    CustomerPlace place;
    practice::Documents &documents = place.console.workspace.state().documents;
    documents.customFields.insert({{u"_id"_s, u"plan"_s},
                                   {u"label"_s, u"Plan"_s},
                                   {u"scope"_s, u"visitor"_s},
                                   {u"visibility"_s, u"visible"_s},
                                   {u"type"_s, u"select"_s},
                                   {u"options"_s, u"Basic, Premium"_s},
                                   {u"required"_s, true}});
    QVERIFY(place.open());
    documents.contacts.change(place.contact().value("_id"_L1).toString(),
                              {{u"customFields"_s, QJsonObject{{u"plan"_s, u"Golden"_s}}}});
    place.console.session->care().customers.read({place.desk->room(), place.console.only()->visitor});
    QTRY_VERIFY(place.named<QComboBox>(u"Plan"_s));
    auto *plan = place.named<QComboBox>(u"Plan"_s);
    QTRY_COMPARE(plan->currentData().toString(), u"Golden"_s); // no longer among them, and kept
    QTRY_VERIFY(plan->isEnabled());
    QCOMPARE(plan->count(), 4);
    QCOMPARE(plan->accessibleDescription(), u"Required"_s);
    QTRY_VERIFY(says(*plan->parentWidget(), u"Plan (required)"_s));
    QTest::keyClick(plan, Qt::Key_Up);
    QTRY_COMPARE(plan->currentData().toString(), u"Premium"_s);
    QTest::keyClick(plan, Qt::Key_Escape);
    QCOMPARE(plan->currentData().toString(), u"Golden"_s);
    QTest::keyClick(plan, Qt::Key_Up);
    buttonOf(plan, u"Save"_s)->click();
    const auto kept = [&] { return place.contact().value("customFields"_L1).toObject().value("plan"_L1).toString(); };
    QTRY_COMPARE(kept(), u"Premium"_s);
    QTRY_VERIFY(!buttonOf(plan, u"Save"_s));
    plan->setCurrentIndex(0);
    Q_EMIT plan->activated(0);
    buttonOf(plan, u"Save"_s)->click();
    QTRY_COMPARE(plan->accessibleDescription(), u"The workspace wants this filled in."_s);
    QCOMPARE(kept(), u"Premium"_s);
}

void CustomerTest::keepsNotesToItself()
{
    CustomerPlace place;
    QVERIFY(place.open());
    place.showTab(u"Notes"_s);
    auto *notes = place.named<QPlainTextEdit>(u"Customer notes"_s);
    QVERIFY(notes->isVisible());
    const qsizetype messages = place.console.workspace.state().documents.messages.size();
    QTest::keyClicks(notes, u"Speaks slowly"_s);
    QTest::keyClick(notes, Qt::Key_Return); // a line break here, whatever it does in the reply
    const CustomerKey key{place.desk->room(), place.console.only()->visitor};
    QTRY_COMPARE(place.console.session->care().notes.text(key), u"Speaks slowly\n"_s);
    QCOMPARE(place.console.workspace.state().documents.messages.size(), messages);
    QCOMPARE(place.console.sent(), 0);
    QTRY_VERIFY(says(*notes->parentWidget(), u"only on this computer"_s)); // once the workspace has told its fields
}

void CustomerTest::opensAnEarlierConversation()
{
    CustomerPlace place;
    QVERIFY(place.open());
    const RoomId first = place.desk->room();
    Awaited<Done> closed;
    place.console.session->commands().close(first, {u"done"_s, {u"billing"_s}}, closed.then(&place.console));
    QTRY_VERIFY(closed.isHere());
    QTRY_COMPARE(place.count(Stage::Mine), 0);
    QVERIFY(place.serve(u"+351912345678"_s));
    QTRY_VERIFY(place.desk->room() != first && !place.desk->room().isEmpty());
    place.showTab(u"History"_s);
    auto *list = place.named<QListWidget>(u"Earlier conversations"_s);
    QTRY_COMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(u"billing"_s));
    Q_EMIT list->itemActivated(list->item(0));
    QTRY_COMPARE(place.desk->room(), first);
}

void CustomerTest::tellsPlaceAndTime_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("place");
    QTest::newRow("one zone") << u"+4915123456789"_s << u"Germany · 10:30 AM there"_s;
    QTest::newRow("several") << u"+14155550142"_s << u"United States · 11:30 PM to 4:30 AM there"_s;
    QTest::newRow("no country") << u"ACME"_s << QString();
}

void CustomerTest::tellsPlaceAndTime()
{
    QFETCH(QString, number);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    const QDateTime now(QDate(2026, 11, 24), QTime(9, 30), Qt::UTC);
    QTEST(placeAndTime(number, now), "place");
}

QTEST_MAIN(CustomerTest)
#include "tst_customer.moc"
