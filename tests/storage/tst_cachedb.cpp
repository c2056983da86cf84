#include "app/storage/cachedb.h"
#include "app/storage/packed.h"

#include <QElapsedTimer>
#include <QFile>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace greenline;

static QDateTime at(int second)
{
    return QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC).addSecs(second);
}

static Message fullMessage(const QString &id, const QString &room, int second)
{
    return {.id = {id},
            .room = {room},
            .author = Message::Author::Agent,
            .authorId = u"agent"_s,
            .authorName = u"Ana"_s,
            .text = u"Grüße 😀 number "_s + id,
            .at = at(second),
            .updatedAt = at(second + 1),
            .event = Message::Event::Other,
            .subject = u"subject"_s,
            .object = u"object"_s,
            .attachments = {{.kind = Attachment::Kind::Image,
                             .title = u"a.png"_s,
                             .text = u"text"_s,
                             .link = u"/file-upload/x/a.png"_s,
                             .mimeType = u"image/png"_s,
                             .bytes = 12345,
                             .pixels = {20, 30}}},
            .location = QPointF(13.4, 52.5),
            .isEdited = true,
            .isUnreadable = true,
            .isEphemeral = true};
}

static VisitorFacts fullVisitor()
{
    return {.id = {u"visitor"_s},
            .username = u"49170"_s,
            .name = u"Bo"_s,
            .phone = u"+49170"_s,
            .presence = Presence::Away};
}

static ConversationFacts fullFacts(const QString &room)
{
    ConversationFacts facts;
    facts.room = Room{.id = {room},
                      .name = u"Bo"_s,
                      .visitor = fullVisitor(),
                      .source = Source::Sms,
                      .ourNumber = u"+15550100"_s,
                      .department = {u"dep"_s},
                      .servedBy = {u"agent"_s},
                      .servedByName = u"Ana"_s,
                      .isOpen = true,
                      .isOnHold = true,
                      .isWaitingForAnswer = true,
                      .tags = {u"one"_s, u"two"_s},
                      .topic = u"topic"_s,
                      .startedAt = at(1),
                      .queuedAt = at(2),
                      .lastMessageAt = at(3),
                      .closedAt = at(4),
                      .closedBy = u"Ana"_s,
                      .lastMessage = fullMessage(u"last"_s, room, 3),
                      .updatedAt = at(5)};
    facts.subscription = Subscription{.id = {u"sub"_s},
                                      .room = {room},
                                      .name = u"Bo"_s,
                                      .visitor = fullVisitor(),
                                      .department = {u"dep"_s},
                                      .unread = 3,
                                      .hasAlert = true,
                                      .isOpen = false,
                                      .isOnHold = true,
                                      .lastSeenAt = at(6),
                                      .updatedAt = at(7)};
    facts.inquiry = Inquiry{.id = {u"inq"_s},
                            .room = {room},
                            .name = u"Bo"_s,
                            .text = u"first"_s,
                            .status = Inquiry::Status::Queued,
                            .visitor = fullVisitor(),
                            .source = Source::Widget,
                            .ourNumber = u"+15550100"_s,
                            .department = {u"dep"_s},
                            .defaultAgent = {u"agent"_s},
                            .lastMessage = fullMessage(u"first"_s, room, 1),
                            .startedAt = at(8),
                            .queuedAt = at(9),
                            .updatedAt = at(10)};
    return facts;
}

static bool isSame(const ConversationFacts &one, const ConversationFacts &other)
{
    return one.room == other.room && one.subscription == other.subscription && one.inquiry == other.inquiry;
}

class CacheDbTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsEveryFact();
    void replacesAllConversations();
    void keepsEveryFieldOfAMessage();
    void givesTheNewestMessagesOldestFirst();
    void replacesAMessageById();
    void findsWordsAndForgetsThemWithTheMessage();
    void findsTheNewestFirst();
    void findsNumbersInAnySpelling_data();
    void findsNumbersInAnySpelling();
    void knowsConversationsThatAreListedNoMore();
    void retainsWhatIsStillThere();
    void takesSearchedWordsLiterally_data();
    void takesSearchedWordsLiterally();
    void refusesALargeValueAndKeepsTheRest();
    void boundsTheMessagesOfARoom();
    void isBuiltAnewWhenDamaged();
    void survivesFlippedBytes();
    void refusesACutBlob();
    void loadsAThousandConversationsQuickly();
};

void CacheDbTest::keepsEveryFact()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"cache.sqlite"_s);
    ConversationFacts onlyInquiry;
    onlyInquiry.inquiry = Inquiry{.id = {u"i"_s}, .room = {u"r2"_s}};
    {
        CacheDb cache;
        QVERIFY(cache.open(file));
        QVERIFY(cache.putConversations({fullFacts(u"r1"_s), onlyInquiry}));
    }
    CacheDb cache;
    QVERIFY(cache.open(file));
    const Result<QList<ConversationFacts>> found = cache.conversations();
    QVERIFY(found);
    QCOMPARE(found->size(), 2);
    QVERIFY(isSame(found->at(0), fullFacts(u"r1"_s)));
    QVERIFY(isSame(found->at(1), onlyInquiry));
}

void CacheDbTest::replacesAllConversations()
{
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    QVERIFY(cache.putConversations({fullFacts(u"r1"_s), fullFacts(u"r2"_s)}));
    QVERIFY(cache.putConversations({fullFacts(u"r3"_s)}));
    QCOMPARE(cache.conversations()->size(), 1);
    QCOMPARE(cache.conversations()->first().room->id, RoomId{u"r3"_s});
}

void CacheDbTest::keepsEveryFieldOfAMessage()
{
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    const Message plain{.id = {u"plain"_s}, .room = {u"r"_s}, .at = at(9)};
    QVERIFY(cache.putMessages({u"r"_s}, {fullMessage(u"full"_s, u"r"_s, 1), plain}));
    QCOMPARE(*cache.messages({u"r"_s}, 10), (QList<Message>{fullMessage(u"full"_s, u"r"_s, 1), plain}));
}

void CacheDbTest::givesTheNewestMessagesOldestFirst()
{
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    QList<Message> messages;
    for (const int second : {5, 1, 4, 2, 3}) {
        messages.append(fullMessage(QString::number(second), u"r"_s, second));
    }
    QVERIFY(cache.putMessages({u"r"_s}, messages));
    QVERIFY(cache.putMessages({u"other"_s}, {fullMessage(u"x"_s, u"other"_s, 9)}));
    const Result<QList<Message>> found = cache.messages({u"r"_s}, 2);
    QCOMPARE(found->size(), 2);
    QCOMPARE(found->at(0).id.value, u"4"_s);
    QCOMPARE(found->at(1).id.value, u"5"_s);
}

void CacheDbTest::replacesAMessageById()
{
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    Message message = fullMessage(u"m"_s, u"r"_s, 1);
    QVERIFY(cache.putMessages({u"r"_s}, {message}));
    message.text = u"changed"_s;
    QVERIFY(cache.putMessages({u"r"_s}, {message}));
    QCOMPARE(*cache.messages({u"r"_s}, 10), QList<Message>{message});
    QVERIFY(cache.removeMessage(message.id));
    QVERIFY(cache.messages({u"r"_s}, 10)->isEmpty());
}

void CacheDbTest::findsWordsAndForgetsThemWithTheMessage()
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

void CacheDbTest::findsTheNewestFirst()
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

void CacheDbTest::findsNumbersInAnySpelling_data()
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

void CacheDbTest::findsNumbersInAnySpelling()
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

void CacheDbTest::knowsConversationsThatAreListedNoMore()
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

void CacheDbTest::retainsWhatIsStillThere()
{
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    QList<Message> messages;
    for (int number = 1; number <= 5; ++number) {
        messages.append(fullMessage(QString::number(number), u"r"_s, number));
    }
    QVERIFY(cache.putMessages({u"r"_s}, messages));
    QVERIFY(cache.putMessages({u"other"_s}, {fullMessage(u"o"_s, u"other"_s, 3)}));
    QVERIFY(cache.retainMessages({u"r"_s}, {messages.at(0).at, messages.at(4).at}, {{u"3"_s}}));
    QCOMPARE(*cache.messages({u"r"_s}, 10), (QList<Message>{messages.at(0), messages.at(2), messages.at(4)}));
    QVERIFY(cache.retainMessages({u"r"_s}, {}, {}));
    QVERIFY(cache.messages({u"r"_s}, 10)->isEmpty());
    QCOMPARE(cache.messages({u"other"_s}, 10)->size(), 1);
}

void CacheDbTest::takesSearchedWordsLiterally_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words :
         {"", "  ", "\"", "AND", "a OR", "NEAR(", "*", "-x", "text:", "(", "a\"b", "^", "{", "'; DROP TABLE texts"}) {
        QTest::newRow(words) << QString::fromLatin1(words);
    }
}

void CacheDbTest::takesSearchedWordsLiterally()
{
    QFETCH(const QString, words);
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    QVERIFY(cache.search(words, 10).isOk());
}

void CacheDbTest::refusesALargeValueAndKeepsTheRest()
{
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    Message large = fullMessage(u"large"_s, u"r"_s, 1);
    large.text = QString(1024 * 1024, u'x');
    const Status put = cache.putMessages({u"r"_s}, {large, fullMessage(u"small"_s, u"r"_s, 2)});
    QVERIFY(!put);
    QCOMPARE(put.error().code, u"too-large"_s);
    QCOMPARE(cache.messages({u"r"_s}, 10)->size(), 1);

    ConversationFacts facts = fullFacts(u"r"_s);
    facts.room->topic = large.text;
    const Status list = cache.putConversations({facts, fullFacts(u"r2"_s)});
    QVERIFY(!list);
    QCOMPARE(list.error().code, u"too-large"_s);
    QCOMPARE(cache.conversations()->size(), 1);
}

void CacheDbTest::boundsTheMessagesOfARoom()
{
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    QList<Message> messages;
    for (int second = 0; second < 2'010; ++second) {
        messages.append(Message{.id = {u"m%1"_s.arg(second)}, .room = {u"r"_s}, .text = u"word"_s, .at = at(second)});
    }
    QVERIFY(cache.putMessages({u"r"_s}, messages));
    QCOMPARE(cache.messages({u"r"_s}, 10'000)->size(), 2'000);
    QCOMPARE(cache.messages({u"r"_s}, 10'000)->first().id.value, u"m10"_s);
    QCOMPARE(cache.search(u"word"_s, 10'000)->size(), 2'000);
}

void CacheDbTest::isBuiltAnewWhenDamaged()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"cache.sqlite"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10'000, 'x'));
    file.close();
    CacheDb cache;
    QVERIFY(cache.open(file.fileName()));
    QVERIFY(cache.putConversations({fullFacts(u"r1"_s)}));
    QCOMPARE(cache.conversations()->size(), 1);
}

void CacheDbTest::survivesFlippedBytes()
{
    QTemporaryDir folder;
    const QString sound = folder.filePath(u"sound.sqlite"_s);
    {
        CacheDb cache;
        QVERIFY(cache.open(sound));
        QList<ConversationFacts> all;
        QList<Message> messages;
        for (int number = 0; number < 20; ++number) {
            all.append(fullFacts(u"r%1"_s.arg(number)));
            messages.append(fullMessage(u"m%1"_s.arg(number), u"r1"_s, number));
        }
        QVERIFY(cache.putConversations(all));
        QVERIFY(cache.putMessages({u"r1"_s}, messages));
    }
    QFile original(sound);
    QVERIFY(original.open(QIODevice::ReadOnly));
    const QByteArray bytes = original.readAll();
    QLoggingCategory::setFilterRules(u"greenline.storage=false"_s); // Hundreds of lines that are expected.
    QRandomGenerator random(7);
    for (int round = 0; round < 200; ++round) {
        QByteArray flipped = bytes;
        for (int flip = 0; flip < 1'000; ++flip) {
            flipped[random.bounded(int(flipped.size()))] = char(random.bounded(256));
        }
        QFile file(folder.filePath(u"flipped-%1.sqlite"_s.arg(round)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(flipped);
        file.close();
        CacheDb cache;
        QVERIFY(cache.open(file.fileName()));
        if (const auto all = cache.conversations()) {
            for (const ConversationFacts &facts : *all) {
                QVERIFY(isSame(facts, fullFacts(facts.room->id.value))); // Nothing false is shown.
            }
        }
        (void)cache.messages({u"r1"_s}, 100);
        (void)cache.search(u"number"_s, 100);
        (void)cache.putMessages({u"r1"_s}, {fullMessage(u"new"_s, u"r1"_s, 99)});
        // At the latest the second try finds a cache that works.
        (void)cache.putConversations({fullFacts(u"r1"_s)});
        QVERIFY(cache.putConversations({fullFacts(u"r1"_s)}));
        QCOMPARE(cache.conversations()->size(), 1);
    }
    QLoggingCategory::setFilterRules({});
}

void CacheDbTest::refusesACutBlob()
{
    const QByteArray blob = packed(fullFacts(u"r"_s));
    QVERIFY(unpackedConversation(blob));
    for (qsizetype length = 0; length < blob.size(); ++length) {
        QVERIFY(!unpackedConversation(blob.left(length)));
    }
    QVERIFY(!unpackedMessage(blob));
}

void CacheDbTest::loadsAThousandConversationsQuickly()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"cache.sqlite"_s);
    {
        CacheDb cache;
        QVERIFY(cache.open(file));
        QList<ConversationFacts> all;
        for (int number = 0; number < 1'000; ++number) {
            all.append(fullFacts(u"r%1"_s.arg(number)));
        }
        QVERIFY(cache.putConversations(all));
    }
    QElapsedTimer timer;
    timer.start();
    CacheDb cache;
    QVERIFY(cache.open(file));
    QCOMPARE(cache.conversations()->size(), 1'000);
    const qint64 took = timer.elapsed();
    qInfo("open and load: %lld ms", took);
    QVERIFY(took < 500); // The target of 30 ms stands in the benchmark; a busy test machine and sanitizers get room.
}

QTEST_GUILESS_MAIN(CacheDbTest)
#include "tst_cachedb.moc"
