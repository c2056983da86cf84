#include "app/omnichannel/placeholders.h"
#include "app/workspace/abilities.h"
#include "app/workspace/cannedresponses.h"
#include "console.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

class CannedResponsesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsThemWhereTheyAreLicensed_data();
    void readsThemWhereTheyAreLicensed();
    void fillsWhatIsKnown();
};

void CannedResponsesTest::readsThemWhereTheyAreLicensed_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"3.11", "6.13", "8.8"}) {
        QTest::newRow(version) << QString::fromLatin1(version);
    }
}

void CannedResponsesTest::readsThemWhereTheyAreLicensed()
{
    QFETCH(QString, version);
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    options.licence = practice::Licence::Enterprise;
    Console licensed(options);
    QVERIFY(licensed.signIn() && licensed.start());
    QTRY_VERIFY(licensed.session->canned().all().size() >= 3);
    const QList<CannedResponse> all = licensed.session->canned().all();
    QVERIFY(std::is_sorted(all.begin(), all.end(), [](const CannedResponse &one, const CannedResponse &other) {
        return one.shortcut < other.shortcut;
    }));
    QVERIFY(!all.first().text.isEmpty());

    options.licence = practice::Licence::None;
    Console community(options);
    QVERIFY(community.signIn() && community.start());
    QTRY_VERIFY(!community.session->abilities().may(Ability::CannedResponses));
    QVERIFY(community.session->canned().all().isEmpty());
}

void CannedResponsesTest::fillsWhatIsKnown()
{
    PlaceholderFacts facts;
    facts.contactName = u"Marta"_s;
    facts.agentName = u"{{contact.name}}"_s; // what is filled in is not looked at again
    const QString filled
        = withPlaceholdersFilled(u"Dear {{contact.name}}, {{ agent.name }} {{contact.email}} {{other.thing}}"_s, facts);
    QCOMPARE(filled, u"Dear Marta, {{contact.name}} {{contact.email}} {{other.thing}}"_s);
    QCOMPARE(placeholdersIn(u"{{contact.email}} {{other.thing}}"_s).size(), 1);
}

QTEST_MAIN(CannedResponsesTest)
#include "tst_cannedresponses.moc"
