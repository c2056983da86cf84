#include "app/omnichannel/agentstore.h"

#include <QSignalSpy>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

class AgentStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsOfChangesOnly();
    void knowsDepartments();
};

void AgentStoreTest::tellsOfChangesOnly()
{
    AgentStore store;
    QSignalSpy changes(&store, &AgentStore::meChanged);
    store.setMe({.id = {u"a1"_s}, .username = u"ana"_s});
    store.setMe({.id = {u"a1"_s}, .username = u"ana"_s});
    QCOMPARE(changes.size(), 1);
    store.setAvailability(Availability::Available);
    store.setAvailability(Availability::Available);
    store.setPresence(Presence::Online);
    QCOMPARE(changes.size(), 3);
    QCOMPARE(store.me().username, u"ana"_s);
    QCOMPARE(store.me().availability, Availability::Available);
}

void AgentStoreTest::knowsDepartments()
{
    AgentStore store;
    QSignalSpy changes(&store, &AgentStore::departmentsChanged);
    store.setDepartments({{.id = {u"d1"_s}, .name = u"Berlin"_s}, {.id = {u"d2"_s}, .name = u"Lisbon"_s}});
    store.setDepartments({{.id = {u"d2"_s}, .name = u"Lisbon"_s}, {.id = {u"d1"_s}, .name = u"Berlin"_s}});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(store.departmentName({u"d2"_s}), u"Lisbon"_s);
    QVERIFY(store.departmentName({u"d3"_s}).isEmpty());
    QVERIFY(!store.department({u"d3"_s}));
}

QTEST_GUILESS_MAIN(AgentStoreTest)
#include "tst_agentstore.moc"
