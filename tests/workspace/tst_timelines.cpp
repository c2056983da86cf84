#include "app/ddp/ddpclient.h"
#include "app/practice/httpsite.h"
#include "app/rest/messagesapi.h"
#include "app/storage/cachedb.h"
#include "app/storage/safedb.h"
#include "app/workspace/outbox.h"
#include "app/workspace/timelines.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// What the server has of a conversation, the cache and the streams, made one.
class TimelinesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatWasDeletedWhileClosedIsForgotten();
    void olderPagesForgetTheirDeletedToo();
    void whatAPageCannotKnowStays();
    void anOldMessageThatIsStreamedLeavesNoHole();
};

namespace {

const RoomId room{u"r1"_s};

MessageId idOf(int number)
{
    return {u"m%1"_s.arg(number, 3, 10, QChar(u'0'))};
}

QDateTime timeOf(int number)
{
    return QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC).addSecs(number);
}

Message text(int number)
{
    return {.id = idOf(number), .room = room, .text = u"text"_s, .at = timeOf(number), .updatedAt = timeOf(number)};
}

/// A workspace reduced to loadHistory of one conversation.
struct Archive {
    Archive()
        : site([this](const practice::HttpRequest &request, const auto &reply) {
            pending = [this, reply, body = request.body] { reply->answer({.body = answerTo(body)}); };
            if (!isHolding) {
                pending();
            }
        })
    {
        isListening = bool(site.listen(0));
    }

    QByteArray answerTo(const QByteArray &body) const
    {
        const QString call = QJsonDocument::fromJson(body).object().value("message"_L1).toString();
        const QJsonArray params = QJsonDocument::fromJson(call.toUtf8()).object().value("params"_L1).toArray();
        const QJsonValue before = params.at(1).toObject().value("$date"_L1);
        QJsonArray found;
        for (auto number = numbers.crbegin(); number != numbers.crend() && found.size() < params.at(2).toInt();
             ++number) {
            const qint64 time = timeOf(*number).toMSecsSinceEpoch();
            const QJsonObject date{{u"$date"_s, time}};
            if (before.isUndefined() || time < before.toInteger()) {
                found.append(QJsonObject{{u"_id"_s, idOf(*number).value},
                                         {u"rid"_s, room.value},
                                         {u"msg"_s, u"text"_s},
                                         {u"ts"_s, date},
                                         {u"_updatedAt"_s, date},
                                         {u"token"_s, u"t"_s},
                                         {u"u"_s, QJsonObject{{u"_id"_s, u"v"_s}, {u"username"_s, u"v"_s}}}});
            }
        }
        const QJsonObject result{{u"msg"_s, u"result"_s}, {u"result"_s, QJsonObject{{u"messages"_s, found}}}};
        const QString inner = QString::fromUtf8(QJsonDocument(result).toJson());
        return QJsonDocument(QJsonObject{{u"success"_s, true}, {u"message"_s, inner}}).toJson();
    }

    QList<int> numbers;
    bool isHolding = false;
    bool isListening = false;
    std::function<void()> pending;
    practice::HttpSite site;
};

/// A console's timelines over a cache that outlives them.
struct Desk {
    Desk(Archive &archive, CacheDb &cacheOfThis)
        : cache(cacheOfThis)
    {
        rest.setWorkspace(QUrl(u"http://127.0.0.1:%1"_s.arg(archive.site.port())));
        isOpen = archive.isListening && safe.open(u":memory:"_s);
    }
    /// Opened, and the first page read.
    MessageStore *opened()
    {
        MessageStore &store = timelines.open(room);
        return QTest::qWaitFor([this] { return !timelines.isLoading(room); }) ? &store : nullptr;
    }

    ManualClock clock;
    HttpClient http;
    RestClient rest{http, clock};
    DdpClient ddp{clock};
    MessagesApi api{rest, ServerFeatures({7, 7})};
    SafeDb safe;
    CacheDb &cache;
    Outbox outbox{safe, api, clock};
    Timelines timelines{api, ddp, outbox, cache};
    bool isOpen = false;
};

QStringList idsOf(const MessageStore &store)
{
    QStringList ids;
    for (int row = 0; row < store.size(); ++row) {
        ids.append(store.at(row).id.value);
    }
    return ids;
}

} // namespace

void TimelinesTest::whatWasDeletedWhileClosedIsForgotten()
{
    Archive archive;
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    archive.numbers = {1, 2, 3};
    {
        Desk desk(archive, cache);
        QVERIFY(desk.isOpen);
        QVERIFY(desk.opened());
        desk.timelines.writeCache();
    }
    archive.numbers = {1}; // one between, and the newest
    Desk desk(archive, cache);
    QCOMPARE(desk.timelines.open(room).size(), 3);
    MessageStore *store = desk.opened();
    QVERIFY(store);
    QCOMPARE(idsOf(*store), QStringList{u"m001"_s});
    QCOMPARE(cache.messages(room, 10)->size(), 1);
    QCOMPARE(cache.search(u"text"_s, 10)->size(), 1);
}

void TimelinesTest::olderPagesForgetTheirDeletedToo()
{
    Archive archive;
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    for (int number = 1; number <= 60; ++number) {
        archive.numbers.append(number);
        QVERIFY(cache.putMessages(room, {text(number)}));
    }
    archive.numbers.removeOne(5);
    Desk desk(archive, cache);
    MessageStore *store = desk.opened();
    QVERIFY(store);
    QCOMPARE(store->size(), 50);
    QCOMPARE(cache.messages(room, 100)->size(), 60); // nobody has asked yet
    desk.timelines.loadOlder(room);
    QTRY_VERIFY(!desk.timelines.isLoading(room));
    QCOMPARE(store->size(), 59);
    QCOMPARE(cache.messages(room, 100)->size(), 59);
    QVERIFY(!store->hasOlder());
}

void TimelinesTest::whatAPageCannotKnowStays()
{
    Archive archive;
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    archive.numbers = {1, 3};
    archive.isHolding = true;
    Desk desk(archive, cache);
    const Result<MessageId> waiting = desk.outbox.send(room, u"still here"_s);
    QVERIFY(waiting);
    const MessageStore &store = desk.timelines.open(room);
    QTRY_VERIFY(archive.pending);
    desk.timelines.apply(text(2)); // was written before m003, and stored after the page was read
    desk.timelines.apply(text(4));
    archive.pending();
    QTRY_VERIFY(!desk.timelines.isLoading(room));
    QCOMPARE(idsOf(store), (QStringList{u"m001"_s, u"m002"_s, u"m003"_s, u"m004"_s, waiting->value}));
    QCOMPARE(cache.messages(room, 10)->size(), 4);
}

/// It was edited, long after it was written.
void TimelinesTest::anOldMessageThatIsStreamedLeavesNoHole()
{
    Archive archive;
    CacheDb cache;
    QVERIFY(cache.open(u":memory:"_s));
    for (int number = 1; number <= 60; ++number) {
        archive.numbers.append(number);
    }
    Desk desk(archive, cache);
    MessageStore *store = desk.opened();
    QVERIFY(store);
    desk.timelines.apply(text(2));
    QCOMPARE(store->size(), 50);
    desk.timelines.loadOlder(room);
    QTRY_COMPARE(store->size(), 60);
}

QTEST_GUILESS_MAIN(TimelinesTest)
#include "tst_timelines.moc"
