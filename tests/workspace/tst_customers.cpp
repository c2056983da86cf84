#include "console.h"

#include "app/workspace/customercare.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Customers and notes about them, against the versions that keep them differently.
class CustomersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void savesFacts_data();
    void savesFacts();
    void writesOverNobody_data();
    void writesOverNobody();
    void saysWhatWasNotKept();
    void tellsOfEarlierConversations_data();
    void tellsOfEarlierConversations();
    void keepsNotesHere_data();
    void keepsNotesHere();
    void keepsNotesInTheWorkspace_data();
    void keepsNotesInTheWorkspace();
    void asksOnceInAWhile();
};

namespace {

constexpr auto customer = "+12125550142"_L1;
constexpr auto longAnswer = 15'000;

practice::PracticeOptions playing(const QString &version)
{
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    return options;
}

void addVersions()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"6.13"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void addField(Console &console, const QString &id, const QString &scope, const QString &pattern = {})
{
    console.workspace.state().documents.customFields.insert({{u"_id"_s, id},
                                                             {u"label"_s, id},
                                                             {u"scope"_s, scope},
                                                             {u"visibility"_s, u"visible"_s},
                                                             {u"regexp"_s, pattern}});
}

/// Ana serves the one conversation of a customer.
CustomerKey serveOne(Console &console)
{
    if (!console.session && (!console.signIn() || !console.start())) {
        return {};
    }
    console.text(customer, u"hello"_s);
    if (!QTest::qWaitFor([&] { return console.only() && console.only()->stage == Stage::Queue; })) {
        return {};
    }
    const RoomId room = console.only()->id;
    Awaited<TakeOutcome> taken;
    console.session->commands().take(room, taken.then(&console));
    const bool isMine = QTest::qWaitFor([&] { return console.only() && console.only()->stage == Stage::Mine; });
    return isMine ? CustomerKey{room, console.only()->visitor} : CustomerKey();
}

bool readOne(Console &console, const CustomerKey &key)
{
    Customers &customers = console.session->care().customers;
    customers.read(key);
    return QTest::qWaitFor([&] { return customers.find(key.room) != nullptr; });
}

Result<FactSaved> saved(Console &console, const CustomerKey &key, const CustomerFact &fact, const QString &before,
                        const QString &value)
{
    Awaited<FactSaved> answer;
    console.session->care().customers.save(key, fact, before, value, answer.then(&console));
    return QTest::qWaitFor([&] { return answer.isHere(); }, longAnswer) ? answer.result()
                                                                        : Error{Error::Kind::Timeout, u"never"_s};
}

/// What an agent of the web page would see of the customer.
QJsonObject recordOf(Console &console, const CustomerKey &key)
{
    practice::Documents &documents = console.workspace.state().documents;
    const QString contact = documents.rooms.find(key.room.value).value("contactId"_L1).toString();
    return contact.isEmpty() ? documents.visitors.find(key.visitor.value) : documents.contacts.find(contact);
}

} // namespace

void CustomersTest::savesFacts_data()
{
    addVersions();
}

void CustomersTest::savesFacts()
{
    QFETCH(QString, version);
    Console console(playing(version));
    addField(console, u"plan"_s, u"visitor"_s, u"^(gold|silver)$"_s);
    addField(console, u"order"_s, u"room"_s);
    const CustomerKey key = serveOne(console);
    QVERIFY(!key.visitor.isEmpty() && readOne(console, key));
    const QString before = console.session->care().customers.find(key.room)->contact.name;
    const std::tuple<CustomerFact, QString, QString> changes[] = {
        {{CustomerFact::Kind::Name}, before, u"Marta Oliveira"_s},
        {{CustomerFact::Kind::Email}, {}, u"marta@example.com"_s},
        {{CustomerFact::Kind::Field, u"plan"_s}, {}, u"gold"_s},
        {{CustomerFact::Kind::RoomField, u"order"_s}, {}, u"8841"_s},
    };
    for (const auto &[fact, was, value] : changes) {
        const Result<FactSaved> answer = saved(console, key, fact, was, value);
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->how, FactSaved::How::Saved);
        QCOMPARE(valueOf(*console.session->care().customers.find(key.room), fact), value);
    }
    Awaited<Contact> again;
    console.session->care().api.customer(key.visitor, console.session->care().customers.find(key.room)->contact.contact,
                                         RestCall::Age::Recent, again.then(&console));
    QTRY_VERIFY(again.isHere());
    QCOMPARE(again.result()->emails, QStringList(u"marta@example.com"_s)); // not what was read before the change
    QCOMPARE(recordOf(console, key).value("name"_L1).toString(), u"Marta Oliveira"_s);
    QTRY_COMPARE(console.only()->customerName, u"Marta Oliveira"_s); // the list hears of it
    const Result<FactSaved> refused = saved(console, key, {CustomerFact::Kind::Field, u"plan"_s}, u"gold"_s, u"tin"_s);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, Error::Kind::Rejected);
    QCOMPARE(console.sent(), 0);
}

void CustomersTest::writesOverNobody_data()
{
    addVersions();
}

void CustomersTest::writesOverNobody()
{
    QFETCH(QString, version);
    Console console(playing(version));
    const CustomerKey key = serveOne(console);
    QVERIFY(!key.visitor.isEmpty() && readOne(console, key));
    const QString before = console.session->care().customers.find(key.room)->contact.name;
    practice::Documents &documents = console.workspace.state().documents;
    (version == u"8.8"_s ? documents.contacts : documents.visitors)
        .change(recordOf(console, key).value("_id"_L1).toString(), {{u"name"_s, u"Tom's words"_s}});
    const Result<FactSaved> answer = saved(console, key, {CustomerFact::Kind::Name}, before, u"Mine"_s);
    QVERIFY(answer);
    QCOMPARE(answer->how, FactSaved::How::ChangedMeanwhile);
    QCOMPARE(answer->present, u"Tom's words"_s);
    QCOMPARE(recordOf(console, key).value("name"_L1).toString(), u"Tom's words"_s);
    QCOMPARE(saved(console, key, {CustomerFact::Kind::Name}, u"Tom's words"_s, u"Mine"_s)->how, FactSaved::How::Saved);
}

void CustomersTest::saysWhatWasNotKept()
{
    Console console(playing(u"6.13"_s));
    const CustomerKey key = serveOne(console);
    QVERIFY(readOne(console, key));
    QVERIFY(saved(console, key, {CustomerFact::Kind::Email}, {}, u"a@example.com"_s));
    const Result<FactSaved> removed = saved(console, key, {CustomerFact::Kind::Email}, u"a@example.com"_s, {});
    QVERIFY(removed);
    QCOMPARE(removed->how, FactSaved::How::NotKept); // room.saveInfo does not take an e-mail away
    QCOMPARE(removed->present, u"a@example.com"_s);
}

void CustomersTest::tellsOfEarlierConversations_data()
{
    addVersions();
}

void CustomersTest::tellsOfEarlierConversations()
{
    QFETCH(QString, version);
    Console console(playing(version));
    const CustomerKey first = serveOne(console);
    QVERIFY(!first.visitor.isEmpty());
    Awaited<Done> closed;
    console.session->commands().close(first.room, {u"done"_s, {u"billing"_s}}, closed.then(&console));
    QTRY_VERIFY(closed.isHere());
    QTRY_COMPARE(console.conversations().size(), 0);
    const CustomerKey second = serveOne(console);
    QVERIFY(!second.visitor.isEmpty() && second.room != first.room);
    Awaited<QList<Room>> earlier;
    console.session->care().customers.earlier(second, 20, earlier.then(&console));
    QTRY_VERIFY(earlier.isHere());
    QVERIFY(earlier.result());
    QCOMPARE(earlier.result()->size(), 1);
    QCOMPARE(earlier.result()->first().id, first.room);
    QCOMPARE(earlier.result()->first().tags, QStringList{u"billing"_s});
    QVERIFY(earlier.result()->first().closedAt.isValid());
}

void CustomersTest::keepsNotesHere_data()
{
    addVersions();
}

void CustomersTest::keepsNotesHere()
{
    QFETCH(QString, version);
    Console console(playing(version));
    const CustomerKey key = serveOne(console);
    QVERIFY(readOne(console, key));
    const qsizetype messages = console.workspace.state().documents.messages.size();
    CustomerNotes &notes = console.session->care().notes;
    QCOMPARE(notes.home(), CustomerNotes::Home::ThisComputer);
    notes.set(key, u"Speaks slowly. Call back."_s);
    QVERIFY(!notes.isUnsaved(key)); // there is no other place for it
    console.session->stop();
    console.endSession();
    QVERIFY(console.start());
    QVERIFY(readOne(console, key));
    QCOMPARE(console.session->care().notes.text(key), u"Speaks slowly. Call back."_s);
    QCOMPARE(console.workspace.state().documents.messages.size(), messages);
    QCOMPARE(console.sent(), 0);
    QVERIFY(!QString::fromUtf8(QJsonDocument(recordOf(console, key)).toJson()).contains(u"slowly"_s));
}

void CustomersTest::keepsNotesInTheWorkspace_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("scope");
    for (const QString &version : {u"3.11"_s, u"6.13"_s, u"8.8"_s}) {
        for (const QString &scope : {u"visitor"_s, u"room"_s}) {
            QTest::addRow("%s, of the %s", qPrintable(version), qPrintable(scope)) << version << scope;
        }
    }
}

void CustomersTest::keepsNotesInTheWorkspace()
{
    QFETCH(QString, version);
    QFETCH(QString, scope);
    Console console(playing(version));
    addField(console, u"notes"_s, scope);
    const CustomerKey key = serveOne(console);
    QVERIFY(readOne(console, key));
    const qsizetype messages = console.workspace.state().documents.messages.size();
    CustomerNotes &notes = console.session->care().notes;
    notes.set(key, u"Prefers e-mail"_s);
    QVERIFY(notes.isUnsaved(key));
    Awaited<FactSaved> answer;
    notes.save(key, answer.then(&console));
    QTRY_VERIFY(answer.isHere());
    QVERIFY(answer.result());
    QCOMPARE(answer.result()->how, FactSaved::How::Saved);
    QVERIFY(!notes.isUnsaved(key));
    QCOMPARE(notes.text(key), u"Prefers e-mail"_s);
    const QJsonObject place = scope == u"room"_s
        ? console.workspace.state().documents.rooms.find(key.room.value).value("livechatData"_L1).toObject()
        : recordOf(console, key).value(version == u"8.8"_s ? "customFields"_L1 : "livechatData"_L1).toObject();
    QCOMPARE(place.value("notes"_L1).toString(), u"Prefers e-mail"_s);
    QCOMPARE(console.workspace.state().documents.messages.size(), messages);
    QCOMPARE(console.sent(), 0);
}

void CustomersTest::asksOnceInAWhile()
{
    Console console(playing(u"8.8"_s));
    const CustomerKey key = serveOne(console);
    QVERIFY(readOne(console, key));
    QSignalSpy changes(&console.session->care().customers, &Customers::changed);
    console.workspace.state().documents.contacts.change(recordOf(console, key).value("_id"_L1).toString(),
                                                        {{u"name"_s, u"Another"_s}});
    console.session->care().customers.read(key); // not asked again
    console.session->care().customers.readAgain(key);
    QTRY_COMPARE(changes.size(), 1);
}

QTEST_GUILESS_MAIN(CustomersTest)
#include "tst_customers.moc"
