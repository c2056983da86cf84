#include "app/wire/agentcodec.h"
#include "app/wire/contactcodec.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Agents, departments and customers of the directory.
class AgentCodecTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsAnAgent();
    void readsTheChatLimit_data();
    void readsTheChatLimit();
    void aDiffSetsOnlyWhatItNames_data();
    void aDiffSetsOnlyWhatItNames();
    void readsADepartment();
    void readsACustomer();
};

void AgentCodecTest::readsAnAgent()
{
    const Result<Agent> agent = decodeAgent({{u"_id"_s, u"u1"_s},
                                             {u"username"_s, u"agent1"_s},
                                             {u"name"_s, u"Ana"_s},
                                             {u"status"_s, u"away"_s},
                                             {u"statusLivechat"_s, u"not-available"_s},
                                             {u"roles"_s, QJsonArray{u"user"_s, u"livechat-agent"_s}}});
    QVERIFY(agent);
    QCOMPARE(*agent,
             (Agent{.id = {u"u1"_s},
                    .username = u"agent1"_s,
                    .name = u"Ana"_s,
                    .roles = {u"user"_s, u"livechat-agent"_s},
                    .presence = Presence::Away,
                    .availability = Availability::NotAvailable}));
    QVERIFY(agent->isAgent());
    QCOMPARE(decodeAgent({}).error().detail, u"agent._id is missing"_s);
    QCOMPARE(decodeAgent({{u"_id"_s, u"u1"_s}})->availability, Availability::Unknown);
}

void AgentCodecTest::readsTheChatLimit_data()
{
    QTest::addColumn<QJsonValue>("limit");
    QTest::addColumn<std::optional<int>>("expected");
    QTest::newRow("number") << QJsonValue(4) << std::optional(4);
    QTest::newRow("text of a form") << QJsonValue(u"4"_s) << std::optional(4);
    QTest::newRow("no limit") << QJsonValue(u""_s) << std::optional<int>();
    QTest::newRow("zero means none") << QJsonValue(0) << std::optional<int>();
    QTest::newRow("null") << QJsonValue() << std::optional<int>();
}

void AgentCodecTest::readsTheChatLimit()
{
    QFETCH(QJsonValue, limit);
    const QJsonObject agent{{u"_id"_s, u"u1"_s}, {u"livechat"_s, QJsonObject{{u"maxNumberSimultaneousChat"_s, limit}}}};
    QTEST(decodeAgent(agent)->maximumChats, "expected");
}

void AgentCodecTest::aDiffSetsOnlyWhatItNames_data()
{
    QTest::addColumn<QJsonObject>("event");
    QTest::addColumn<std::optional<Presence>>("presence");
    QTest::addColumn<std::optional<Availability>>("availability");
    const auto event = [](QLatin1StringView name, const QJsonObject &facts) {
        return QJsonObject{{u"type"_s, u"updated"_s}, {name, facts}};
    };
    QTest::newRow("presence") << event("diff"_L1, {{u"status"_s, u"online"_s}}) << std::optional(Presence::Online)
                              << std::optional<Availability>();
    QTest::newRow("availability") << event(
        "diff"_L1, {{u"statusLivechat"_s, u"not-available"_s}, {u"livechatStatusSystemModified"_s, true}})
                                  << std::optional<Presence>() << std::optional(Availability::NotAvailable);
    QTest::newRow("neither") << event("diff"_L1, {{u"statusText"_s, u""_s}}) << std::optional<Presence>()
                             << std::optional<Availability>();
    QTest::newRow("whole user") << event("data"_L1, {{u"status"_s, u"busy"_s}, {u"statusLivechat"_s, u"available"_s}})
                                << std::optional(Presence::Busy) << std::optional(Availability::Available);
    QTest::newRow("nothing") << QJsonObject() << std::optional<Presence>() << std::optional<Availability>();
}

void AgentCodecTest::aDiffSetsOnlyWhatItNames()
{
    QFETCH(QJsonObject, event);
    const AgentDiff diff = decodeAgentDiff(event);
    QTEST(diff.presence, "presence");
    QTEST(diff.availability, "availability");
}

void AgentCodecTest::readsADepartment()
{
    const Result<Department> department = decodeDepartment({{u"_id"_s, u"d1"_s},
                                                            {u"name"_s, u"Support"_s},
                                                            {u"enabled"_s, false},
                                                            {u"requestTagBeforeClosingChat"_s, true},
                                                            {u"chatClosingTags"_s, QJsonArray{u"done"_s}}});
    QVERIFY(department);
    QCOMPARE(*department, (Department{{u"d1"_s}, u"Support"_s, false, true, {u"done"_s}}));
    QVERIFY(decodeDepartment({{u"_id"_s, u"d1"_s}})->isEnabled); // an agent of 3.11.6 is not told
    QVERIFY(!decodeDepartment({{u"name"_s, u"Support"_s}}));
}

void AgentCodecTest::readsACustomer()
{
    const Result<Contact> contact
        = decodeContact({{u"_id"_s, u"v1"_s},
                         {u"username"_s, u"1415"_s},
                         {u"status"_s, u"online"_s},
                         {u"phone"_s, QJsonArray{QJsonObject{{u"phoneNumber"_s, u"+1415"_s}}, 5, QJsonObject()}},
                         {u"visitorEmails"_s, QJsonArray{QJsonObject{{u"address"_s, u"a@example.com"_s}}}}});
    QVERIFY(contact);
    QCOMPARE(*contact,
             (Contact{.id = {u"v1"_s},
                      .username = u"1415"_s,
                      .phones = {u"+1415"_s},
                      .emails = {u"a@example.com"_s},
                      .presence = Presence::Online}));
    QVERIFY(decodeContact({{u"_id"_s, u"v1"_s}, {u"phone"_s, QJsonValue()}})->phones.isEmpty());
}

QTEST_APPLESS_MAIN(AgentCodecTest)
#include "tst_agentcodec.moc"
