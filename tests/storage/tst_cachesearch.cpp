#include "app/storage/cachedb.h"
#include "tests/storage/fullfacts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Finding messages and conversations in the cache.
class CacheSearchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWordsAndForgetsThemWithTheMessage();
    void findsTheNewestFirst();
    void findsNumbersInAnySpelling_data();
    void findsNumbersInAnySpelling();
    void knowsConversationsThatAreListedNoMore();
    void takesSearchedWordsLiterally_data();
    void takesSearchedWordsLiterally();
};

void CacheSearchTest::findsWordsAndForgetsThemWithTheMessage()
{
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    QVERIFY(cache.putMessages({u"r"_s}, {fullMessage(u"one"_s, u"r"_s, 1), fullMessage(u"two"_s, u"r"_s, 2)}));
    QCOMPARE(cache.search(u"grusse"_s, 10)->size(), 0); // ß is no ss
    QCOMPARE(cache.search(u"numb gruß"_s, 10)->size(), 2);
    QCOMPARE(cache.search(u"TWO"_s, 10)->first().id.value, u"two"_s);
    QVERIFY(cache.removeMessage({u"two"_s}));
    QVERIFY(cache.search(u"two"_s, 10)->isEmpty());
    QCOMPARE(cache.search(u"number"_s, 10)->size(), 1);
}

void CacheSearchTest::findsTheNewestFirst()
{
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    QVERIFY(cache.putMessages({u"r"_s}, {fullMessage(u"late"_s, u"r"_s, 9), fullMessage(u"later"_s, u"r"_s, 9)}));
    QVERIFY(cache.putMessages({u"s"_s}, {fullMessage(u"early"_s, u"s"_s, 1), fullMessage(u"middle"_s, u"s"_s, 5)}));
    QStringList found;
    const Result<QList<Message>> messages = cache.search(u"number"_s, 3);
    for (const Message &message : *messages) {
        found.append(message.id.value);
    }
    QCOMPARE(found, (QStringList{u"later"_s, u"late"_s, u"middle"_s}));
}

void CacheSearchTest::findsNumbersInAnySpelling_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("as it is") << u"+4915123456789"_s << true;
    QTest::newRow("in groups") << u"+49 (151) 2345-6789"_s << true;
    QTest::newRow("as at home") << u"0151 23456"_s << true;
    QTest::newRow("from abroad") << u"0049 151 2345"_s << true;
    QTest::newRow("the last digits") << u"6789"_s << true;
    QTest::newRow("too few digits") << u"67"_s << false;
    QTest::newRow("another number") << u"0151 23457"_s << false;
    QTest::newRow("the name without its accent") << u"jose"_s << true;
    QTest::newRow("another name") << u"josef"_s << false;
}

void CacheSearchTest::findsNumbersInAnySpelling()
{
    QFETCH(QString, typed);
    QFETCH(bool, isFound);
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    ConversationFacts facts;
    facts.room = Room{.id = {u"r"_s}, .visitor = {.name = u"José Nunes"_s, .phone = u"+4915123456789"_s}};
    QVERIFY(cache.noteConversations({facts}));
    QCOMPARE(cache.searchConversations(typed, 10)->size(), isFound ? 1 : 0);
}

void CacheSearchTest::knowsConversationsThatAreListedNoMore()
{
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    QVERIFY(cache.noteConversations({fullFacts(u"r1"_s), fullFacts(u"r2"_s)}));
    ConversationFacts changed = fullFacts(u"r1"_s);
    changed.room->topic = u"a broken parcel"_s;
    QVERIFY(cache.noteConversations({changed}));
    QVERIFY(cache.noteConversations({fullFacts(u"r2"_s)})); // the same again is no news
    QVERIFY(cache.putConversations({fullFacts(u"r2"_s)}));
    QVERIFY(isSame(**cache.knownConversation({u"r1"_s}), changed));
    QVERIFY(!*cache.knownConversation({u"r3"_s}));
    const QString name = joined({u"r1"_s}, fullFacts(u"r1"_s), {}).customerName;
    QCOMPARE(cache.searchConversations(name, 10)->size(), 2);
    QCOMPARE(cache.searchConversations(name, 1)->first().room->id.value, u"r1"_s);
}

void CacheSearchTest::takesSearchedWordsLiterally_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words :
         {"", "  ", "\"", "AND", "a OR", "NEAR(", "*", "-x", "text:", "(", "a\"b", "^", "{", "'; DROP TABLE texts"}) {
        QTest::newRow(words) << QString::fromLatin1(words);
    }
}

void CacheSearchTest::takesSearchedWordsLiterally()
{
    QFETCH(const QString, words);
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    QVERIFY(cache.search(words, 10).isOk());
}

QTEST_GUILESS_MAIN(CacheSearchTest)
#include "tst_cachesearch.moc"
