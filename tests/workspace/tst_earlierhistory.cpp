#include "console.h"

#include "app/storage/cachedb.h"
#include "app/workspace/customercare.h"
#include "app/workspace/earlierhistory.h"
#include "app/workspace/finding.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Earlier conversations of a customer above the present one.
class EarlierHistoryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addsOneConversationAtATime_data();
    void addsOneConversationAtATime();
    void outlivesCatchingUp();
    void endsWhereAnotherBegins();
};

namespace {

constexpr auto customer = "+12125550142"_L1;

CustomerKey take(Console &console, const QString &text)
{
    console.text(customer, text);
    if (!QTest::qWaitFor([&] { return console.only() && console.only()->stage == Stage::Queue; })) {
        return {};
    }
    const RoomId room = console.only()->id;
    Awaited<TakeOutcome> taken;
    console.session->commands().take(room, taken.then(&console));
    const bool isMine = QTest::qWaitFor([&] { return console.only() && console.only()->stage == Stage::Mine; });
    return isMine && QTest::qWaitFor([&] { return taken.isHere(); }) ? CustomerKey{room, console.only()->visitor}
                                                                     : CustomerKey();
}

/// The third conversation of a customer, open on screen with its beginning; nothing: it did not come to that.
MessageStore *openThird(Console &console, CustomerKey &key)
{
    if (!console.signIn() || !console.start()) {
        return nullptr;
    }
    for (const QString &text : {u"first"_s, u"second"_s}) {
        const CustomerKey one = take(console, text);
        Awaited<Done> closed;
        console.session->commands().close(one.room, {u"done"_s, {}}, closed.then(&console));
        if (!QTest::qWaitFor([&] { return closed.isHere() && console.conversations().size() == 0; })) {
            return nullptr;
        }
    }
    key = take(console, u"third"_s);
    MessageStore &store = console.session->timelines().open(key.room);
    return QTest::qWaitFor([&] { return !store.hasOlder(); }) ? &store : nullptr;
}

EarlierHistory::Needs needsOf(Console &console)
{
    return {console.session->care().customers, console.session->finding().messages, console.session->timelines()};
}

Result<int> addNext(EarlierHistory &history, const CustomerKey &key)
{
    Awaited<int> added;
    history.addNext(key, added.then(&history));
    return QTest::qWaitFor([&] { return added.isHere(); }, 15'000)
        ? added.result()
        : Error{Error::Kind::Timeout, u"never answered"_s, {}};
}

practice::PracticeOptions playing(const QString &version)
{
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    return options;
}

} // namespace

void EarlierHistoryTest::addsOneConversationAtATime_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"6.13"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void EarlierHistoryTest::addsOneConversationAtATime()
{
    QFETCH(QString, version);
    Console console(playing(version));
    CustomerKey key;
    MessageStore *store = openThird(console, key);
    QVERIFY(store);
    EarlierHistory history(needsOf(console));
    const QDateTime beginning = store->oldest();
    QVERIFY(!history.isExhausted(key.room));
    const Result<int> second = addNext(history, key);
    QVERIFY2(second, second ? "" : qPrintable(second.error().detail));
    QVERIFY(*second > 0 && store->hasEarlier());
    QCOMPARE(textsOf(*store), (QStringList{u"Customer: second"_s, u"Customer: third"_s}));
    QCOMPARE(*addNext(history, key) > 0, true);
    QCOMPARE(textsOf(*store), (QStringList{u"Customer: first"_s, u"Customer: second"_s, u"Customer: third"_s}));
    QVERIFY(history.isExhausted(key.room));
    QCOMPARE(*addNext(history, key), 0);
    QCOMPARE(store->oldest(), beginning); // paging and catching up know nothing of them
}

void EarlierHistoryTest::outlivesCatchingUp()
{
    Console console(playing(u"8.8"_s));
    CustomerKey key;
    MessageStore *store = openThird(console, key);
    QVERIFY(store);
    EarlierHistory history(needsOf(console));
    QVERIFY(*addNext(history, key) > 0);
    console.session->timelines().release(key.room);
    console.session->timelines().open(key.room);
    QTRY_VERIFY(!console.session->timelines().isLoading(key.room));
    console.text(customer, u"fourth"_s);
    QTRY_COMPARE(textsOf(*store), (QStringList{u"Customer: second"_s, u"Customer: third"_s, u"Customer: fourth"_s}));
    console.session->stop();
    console.endSession();
    QVERIFY(console.start());
    // The disk has them under no conversation but their own.
    QTRY_COMPARE(textsOf(console.session->timelines().open(key.room)),
                 (QStringList{u"Customer: third"_s, u"Customer: fourth"_s}));
}

void EarlierHistoryTest::endsWhereAnotherBegins()
{
    Console console(playing(u"8.8"_s));
    CustomerKey key;
    QVERIFY(openThird(console, key));
    EarlierHistory history(needsOf(console));
    Awaited<int> first;
    Awaited<int> second;
    history.addNext(key, first.then(&console));
    history.addNext(key, second.then(&console));
    QTRY_VERIFY(first.isHere() && second.isHere());
    QCOMPARE(first.result().error().kind, Error::Kind::Cancelled);
    QVERIFY(*second.result() > 0);
}

QTEST_GUILESS_MAIN(EarlierHistoryTest)
#include "tst_earlierhistory.moc"
