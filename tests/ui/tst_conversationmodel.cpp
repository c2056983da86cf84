#include "madeup.h"
#include "ui/conversations/conversationfilter.h"
#include "ui/conversations/conversationmodel.h"
#include "ui/conversations/filterterms.h"

#include "app/base/clock.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const ConversationFilter &filter)
{
    QStringList ids;
    for (int row = 0; row < filter.rowCount(); ++row) {
        ids.append(filter.at(row).id.value);
    }
    return ids;
}

/// One random word of the server about one of twelve rooms.
void edit(ConversationStore &store, QRandomGenerator &random, int step)
{
    const QString id = u"r%1"_s.arg(random.bounded(12));
    MadeUp made{.id = id,
                .name = u"Name %1"_s.arg(random.bounded(5)),
                .text = u"word"_s,
                .secondsAgo = 20'000 - step,
                .source = random.bounded(3) == 0 ? Source::Widget : Source::Sms};
    made.unread = random.bounded(3);
    made.isOnHold = random.bounded(4) == 0;
    made.isAnswered = random.bounded(2) == 0;
    switch (random.bounded(7)) {
    case 0:
    case 1:
        putQueued(store, made);
        break;
    case 2:
    case 3:
        putMine(store, made);
        break;
    case 4:
        store.removeInquiry(InquiryId{id + u"-inquiry"_s});
        break;
    case 5:
        store.removeSubscription(RoomId{id});
        store.removeRoom(RoomId{id});
        break;
    default:
        store.setDraft(RoomId{id}, random.bounded(2) == 0);
    }
}

} // namespace

class ConversationModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void survivesRandomEdits();
    void oneChangeIsOneRow();
    void rowsAreToldInWords();
    void toolTipsAreNoHtml();
    void smsAloneUnlessAllChannelsAreWanted();
    void sectionsAreCounted();
    void ordersWithinSections_data();
    void ordersWithinSections();
    void frozenNothingMoves();
    void saysThatTheSameNumberIsOpenTwice();
    void filterFinds_data();
    void filterFinds();
};

void ConversationModelTest::survivesRandomEdits()
{
    ConversationStore store;
    store.setMe(madeUpMe);
    AgentStore agent;
    ManualClock clock(madeUpNow);
    ConversationModel model(store, agent, clock);
    ConversationFilter filter(model, clock);
    filter.setTerms(FilterTerms(u"name"_s));
    QAbstractItemModelTester modelTester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAbstractItemModelTester filterTester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QRandomGenerator random(7);
    for (int step = 0; step < 2000; ++step) {
        edit(store, random, step);
        QStringList wanted;
        for (int row = 0; row < store.size(); ++row) {
            if (store.at(row).source == Source::Sms) {
                wanted.append(store.at(row).id.value);
            }
        }
        QCOMPARE(idsOf(filter), wanted);
    }
    QVERIFY(model.rowCount() > 0);
}

void ConversationModelTest::oneChangeIsOneRow()
{
    ConversationStore store;
    store.setMe(madeUpMe);
    AgentStore agent;
    ManualClock clock(madeUpNow);
    ConversationModel model(store, agent, clock);
    putMine(store, {.id = u"a"_s, .name = u"Ana"_s, .secondsAgo = 10, .isOurs = true});
    putMine(store, {.id = u"b"_s, .name = u"Ben"_s, .secondsAgo = 20, .isOurs = true});
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy moved(&model, &QAbstractItemModel::rowsMoved);
    store.setDraft(RoomId{u"b"_s}, true);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    putMine(store, {.id = u"b"_s, .name = u"Ben"_s, .secondsAgo = 1, .isOurs = true});
    QCOMPARE(moved.size(), 1);
    QCOMPARE(reset.size(), 0);
}

void ConversationModelTest::rowsAreToldInWords()
{
    ConversationStore store;
    store.setMe(madeUpMe);
    AgentStore agent;
    ManualClock clock(madeUpNow);
    ConversationModel model(store, agent, clock);
    putQueued(store, {.id = u"a"_s, .number = u"+351912345678"_s, .text = u"Hello"_s, .secondsAgo = 134});
    QCOMPARE(model.data(model.index(0), Qt::AccessibleTextRole).toString(),
             u"+351 912 345 678, SMS, customer online, Queue, waiting 02:14, Hello"_s);
    clock.advance(std::chrono::seconds(2));
    QVERIFY(model.data(model.index(0), Qt::AccessibleTextRole).toString().contains(u"02:16"_s));
}

void ConversationModelTest::toolTipsAreNoHtml()
{
    ConversationStore store;
    store.setMe(madeUpMe);
    AgentStore agent;
    ManualClock clock(madeUpNow);
    ConversationModel model(store, agent, clock);
    putMine(store, {.id = u"a"_s, .name = u"<img src=http://evil.example/x>hi"_s});
    const QString tip = model.data(model.index(0), Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"&lt;img"_s) && !tip.contains(u"<img"_s), qPrintable(tip));
}

void ConversationModelTest::smsAloneUnlessAllChannelsAreWanted()
{
    ConversationStore store;
    store.setMe(madeUpMe);
    AgentStore agent;
    ManualClock clock(madeUpNow);
    ConversationModel model(store, agent, clock);
    ConversationFilter filter(model, clock);
    putQueued(store, {.id = u"chat"_s, .name = u"Chat"_s, .secondsAgo = 60, .source = Source::Widget});
    putQueued(store, {.id = u"sms"_s, .name = u"Sms"_s, .secondsAgo = 30});
    QCOMPARE(idsOf(filter), QStringList{u"sms"_s});
    QCOMPARE(filter.firstWaiting(), RoomId{u"sms"_s});
    filter.setShowsAllChannels(true);
    QCOMPARE(idsOf(filter), (QStringList{u"chat"_s, u"sms"_s}));
    filter.setTerms(FilterTerms(u"sms"_s));
    QCOMPARE(filter.firstWaiting(), RoomId{u"chat"_s});
}

void ConversationModelTest::sectionsAreCounted()
{
    ConversationStore store;
    store.setMe(madeUpMe);
    AgentStore agent;
    ManualClock clock(madeUpNow);
    ConversationModel model(store, agent, clock);
    ConversationFilter filter(model, clock);
    putQueued(store, {.id = u"q1"_s, .secondsAgo = 60});
    putQueued(store, {.id = u"q2"_s, .secondsAgo = 30});
    putMine(store, {.id = u"m"_s});
    QCOMPARE(filter.shown(Stage::Queue), 2);
    QVERIFY(filter.startsSection(0) && !filter.startsSection(1) && filter.startsSection(2));
    putMine(store, {.id = u"q1"_s});
    QCOMPARE(filter.shown(Stage::Queue), 1);
    QCOMPARE(filter.shown(Stage::Mine), 2);
}

void ConversationModelTest::ordersWithinSections_data()
{
    QTest::addColumn<ListOrder>("order");
    QTest::addColumn<QStringList>("ids");
    QTest::newRow("needs an answer") << ListOrder::NeedsAnswer << QStringList{u"q1"_s, u"q2"_s, u"a"_s, u"c"_s, u"b"_s};
    QTest::newRow("longest wait") << ListOrder::LongestWait << QStringList{u"q1"_s, u"q2"_s, u"a"_s, u"c"_s, u"b"_s};
    QTest::newRow("newest") << ListOrder::Newest << QStringList{u"q2"_s, u"q1"_s, u"c"_s, u"b"_s, u"a"_s};
    QTest::newRow("unread first") << ListOrder::Unread << QStringList{u"q2"_s, u"q1"_s, u"b"_s, u"c"_s, u"a"_s};
}

void ConversationModelTest::ordersWithinSections()
{
    QFETCH(ListOrder, order);
    ConversationStore store;
    store.setMe(madeUpMe);
    AgentStore agent;
    ManualClock clock(madeUpNow);
    ConversationModel model(store, agent, clock);
    ConversationFilter filter(model, clock);
    filter.setOrder(order);
    putMine(store, {.id = u"b"_s, .secondsAgo = 20, .isOurs = true, .unread = 1});
    putMine(store, {.id = u"a"_s, .secondsAgo = 90, .isAnswered = false});
    putMine(store, {.id = u"c"_s, .secondsAgo = 10, .isOurs = true});
    putQueued(store, {.id = u"q2"_s, .secondsAgo = 30});
    putQueued(store, {.id = u"q1"_s, .secondsAgo = 60});
    QTEST(idsOf(filter), "ids");
    filter.setOrder(ListOrder::NeedsAnswer);
    QCOMPARE(idsOf(filter), (QStringList{u"q1"_s, u"q2"_s, u"a"_s, u"c"_s, u"b"_s}));
}

void ConversationModelTest::frozenNothingMoves()
{
    ConversationStore store;
    store.setMe(madeUpMe);
    AgentStore agent;
    ManualClock clock(madeUpNow);
    ConversationModel model(store, agent, clock);
    ConversationFilter filter(model, clock);
    QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy held(&filter, &ConversationFilter::heldChanged);
    putQueued(store, {.id = u"q1"_s, .secondsAgo = 60});
    putMine(store, {.id = u"m1"_s, .secondsAgo = 20, .isOurs = true});
    putMine(store, {.id = u"m2"_s, .secondsAgo = 40, .isOurs = true});
    const QStringList before = idsOf(filter);
    filter.setFrozen(true);
    putMine(store, {.id = u"m2"_s, .secondsAgo = 1, .isOurs = true}); // would go above m1
    putMine(store, {.id = u"q1"_s, .secondsAgo = 1}); // taken: would go to another section
    putQueued(store, {.id = u"q0"_s, .secondsAgo = 90});
    QCOMPARE(idsOf(filter), before);
    QCOMPARE(filter.shown(Stage::Queue), 1);
    QVERIFY(filter.startsSection(1));
    QCOMPARE(filter.held(), 1);
    QCOMPARE(held.size(), 1);
    filter.setFrozen(false);
    QCOMPARE(filter.held(), 0);
    QCOMPARE(idsOf(filter).first(), u"q0"_s);
    QCOMPARE(idsOf(filter).size(), 4);
    QCOMPARE(filter.shown(Stage::Mine), 3);
}

void ConversationModelTest::saysThatTheSameNumberIsOpenTwice()
{
    ConversationStore store;
    store.setMe(madeUpMe);
    AgentStore agent;
    ManualClock clock(madeUpNow);
    ConversationModel model(store, agent, clock);
    ConversationFilter filter(model, clock);
    putMine(store, {.id = u"m1"_s, .number = u"+12125550142"_s});
    QVERIFY(!filter.index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"same number"_s));
    putQueued(store, {.id = u"q1"_s, .number = u"12125550142"_s, .secondsAgo = 5});
    for (int row = 0; row < 2; ++row) {
        QVERIFY(filter.index(row, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .contains(u"2 open conversations, same number"_s));
    }
}

void ConversationModelTest::filterFinds_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("nothing typed") << u"  "_s << true;
    QTest::newRow("part of the name, any case") << u"OLIV"_s << true;
    QTest::newRow("words of name and text") << u"marta parcel"_s << true;
    QTest::newRow("one word that is nowhere") << u"marta refund"_s << false;
    QTest::newRow("the number as people write it") << u"+351 (912) 345-678"_s << true;
    QTest::newRow("its last digits") << u"345 678"_s << true;
    QTest::newRow("another number") << u"346"_s << false;
    QTest::newRow("digits of the text") << u"8841"_s << true;
    QTest::newRow("unread") << u"unread"_s << true;
    QTest::newRow("tag") << u"tag:deliv"_s << true;
    QTest::newRow("another tag") << u"tag:refund"_s << false;
    QTest::newRow("department") << u"dept:supp"_s << true;
    QTest::newRow("another department") << u"dept:sales marta"_s << false;
    QTest::newRow("one of our numbers, any spelling") << u"number:+1-555-020-0100"_s << true;
    QTest::newRow("the customer's is none of ours") << u"number:351912345678"_s << false;
    QTest::newRow("waits longer") << u"waiting>5m"_s << true;
    QTest::newRow("waits longer, minutes unsaid") << u"waiting>5"_s << true;
    QTest::newRow("waits longer, in seconds") << u"waiting>359s"_s << true;
    QTest::newRow("not so long") << u"waiting>6m"_s << false;
    QTest::newRow("not so long, in hours") << u"waiting>1h"_s << false;
    QTest::newRow("no time at all is a word") << u"waiting>x"_s << false;
    QTest::newRow("several terms") << u"tag:deliv dept:supp unread waiting>2m"_s << true;
}

void ConversationModelTest::filterFinds()
{
    QFETCH(QString, typed);
    Conversation conversation;
    conversation.customerName = u"Marta Oliveira"_s;
    conversation.customerNumber = u"+351912345678"_s;
    conversation.preview = u"My parcel 8841 is broken"_s;
    conversation.tags = {u"delivery"_s};
    conversation.ourNumber = u"+15550200100"_s;
    conversation.waitingSince = madeUpNow.addSecs(-360);
    conversation.unread = 1;
    QTEST(FilterTerms(typed).match(conversation, u"Support"_s, madeUpNow), "isFound");
    conversation.unread = 0;
    QVERIFY(typed != u"unread"_s || !FilterTerms(typed).match(conversation, {}));
}

QTEST_MAIN(ConversationModelTest)
#include "tst_conversationmodel.moc"
