#include "madeupmessages.h"

#include "ui/timeline/messagemodel.h"
#include "ui/words/phrases.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

class MessageModelTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void followsTheStoreUnderRandomEdits_data();
    void followsTheStoreUnderRandomEdits();
    void holdsTheNewestAndPagesUp();
    void leavesOutWhatComesInAboveItsRows();
    void movesTheUnreadLine();
    void speaksItsRows();
    void hiddenRowsCannotBeChosen();
    void takingAndJoiningAreOneLine_data();
    void takingAndJoiningAreOneLine();
    void outlivesTheStore();
};

static bool isTheEndOf(const MessageStore &store, const MessageModel &model)
{
    const int first = store.size() - model.rowCount();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!(model.message(row) == store.at(first + row))) {
            return false;
        }
    }
    return first >= 0;
}

static void editAtRandom(MessageStore &store, QRandomGenerator &random)
{
    const int at = random.bounded(40'000);
    const int row = store.size() > 0 ? random.bounded(store.size()) : -1;
    switch (random.bounded(6)) {
    case 0:
    case 1:
        store.upsert(textAt(at, u"new"_s));
        break;
    case 2:
        store.upsert(manyTexts(random.bounded(1, 30), random.bounded(1000)));
        break;
    case 3:
        if (row >= 0) {
            store.remove(MessageId(store.at(row).id));
        }
        break;
    case 4:
        if (row >= 0) { // another time: it moves
            Message moved = store.at(row);
            moved.at = messagesBegin.addSecs(at);
            moved.updatedAt = moved.updatedAt.addSecs(1);
            store.upsert(moved);
        }
        break;
    default:
        store.setFirstUnread(row >= 0 ? store.at(row).id : MessageId());
    }
}

void MessageModelTest::followsTheStoreUnderRandomEdits_data()
{
    QTest::addColumn<int>("loaded");
    QTest::newRow("all rows shown") << 20;
    QTest::newRow("more than the model shows") << 700;
}

void MessageModelTest::followsTheStoreUnderRandomEdits()
{
    QFETCH(int, loaded);
    for (quint32 seed = 1; seed <= 3; ++seed) {
        MessageStore store(messagesRoom);
        store.upsert(manyTexts(loaded));
        MessageModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setStore(&store);
        QRandomGenerator random(seed);
        for (int step = 0; step < 200; ++step) {
            editAtRandom(store, random);
            if (random.bounded(20) == 0) {
                model.showMore();
            } else if (random.bounded(40) == 0) {
                model.showNewest();
            }
            QVERIFY2(isTheEndOf(store, model), qPrintable(u"seed %1, step %2"_s.arg(seed).arg(step)));
        }
    }
}

void MessageModelTest::holdsTheNewestAndPagesUp()
{
    MessageStore store(messagesRoom);
    store.upsert(manyTexts(1000));
    MessageModel model;
    model.setStore(&store);
    QCOMPARE(model.rowCount(), 300);
    QCOMPARE(model.message(299).text, store.at(999).text);
    int pages = 0;
    while (model.canShowMore()) {
        model.showMore();
        ++pages;
    }
    QCOMPARE(model.rowCount(), 1000);
    QCOMPARE(pages, 4);
    model.showNewest();
    QCOMPARE(model.rowCount(), 300);
}

void MessageModelTest::leavesOutWhatComesInAboveItsRows()
{
    MessageStore store(messagesRoom);
    store.upsert(manyTexts(400, 100));
    MessageModel model;
    model.setStore(&store);
    QSignalSpy inserted(&model, &MessageModel::rowsInserted);
    store.upsert(manyTexts(50));
    QCOMPARE(inserted.count(), 0);
    QCOMPARE(model.rowCount(), 300);
    store.upsert(textAt(1'000'000, u"newest"_s));
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(model.rowCount(), 301);
}

void MessageModelTest::movesTheUnreadLine()
{
    MessageStore store(messagesRoom);
    store.upsert({textAt(1, u"a"_s), textAt(2, u"b"_s), replyAt(3, u"c"_s), textAt(4, u"d"_s)});
    MessageModel model;
    model.setStore(&store);
    QCOMPARE(model.unreadRow(), -1);
    QCOMPARE(model.unreadCount(), 0);
    store.setFirstUnread(store.at(1).id);
    QCOMPARE(model.unreadRow(), 1);
    QCOMPARE(model.unreadCount(), 2);
    QSignalSpy changed(&model, &MessageModel::dataChanged);
    store.setFirstUnread(store.at(3).id);
    QCOMPARE(changed.count(), 2); // the row that lost the line, and the row that has it
    store.upsert(textAt(5, u"e"_s));
    QCOMPARE(model.unreadCount(), 2);
    QCOMPARE(changed.count(), 3); // the count in the line
}

void MessageModelTest::speaksItsRows()
{
    MessageStore store(messagesRoom);
    store.upsert(replyAt(1, u"On its way"_s, Message::Delivery::Waiting));
    MessageModel model;
    model.setStore(&store);
    const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
    QCOMPARE(spoken, messagePhrase(store.at(0)));
    QVERIFY(spoken.contains(u"On its way"_s) && spoken.contains(u"Waiting"_s));
}

void MessageModelTest::hiddenRowsCannotBeChosen()
{
    MessageStore store(messagesRoom);
    Message hidden = textAt(1, u"https://shop.example/page"_s);
    hidden.event = Message::Event::Hidden;
    store.upsert({hidden, textAt(2, u"Hello"_s)});
    MessageModel model;
    model.setStore(&store);
    QCOMPARE(model.flags(model.index(0)), Qt::NoItemFlags);
    QVERIFY(model.flags(model.index(1)).testFlag(Qt::ItemIsSelectable));
}

void MessageModelTest::takingAndJoiningAreOneLine_data()
{
    QTest::addColumn<int>("takenAt");
    QTest::addColumn<int>("joinedAt");
    QTest::addColumn<QString>("joinedBy");
    QTest::addColumn<bool>("isHidden");
    QTest::newRow("both at once") << 10 << 10 << u"ben"_s << true;
    QTest::newRow("joined first") << 11 << 10 << u"ben"_s << true;
    QTest::newRow("two seconds later") << 10 << 12 << u"ben"_s << true;
    QTest::newRow("later") << 10 << 13 << u"ben"_s << false;
    QTest::newRow("another agent") << 10 << 10 << u"ana"_s << false;
}

void MessageModelTest::takingAndJoiningAreOneLine()
{
    QFETCH(int, takenAt);
    QFETCH(int, joinedAt);
    QFETCH(QString, joinedBy);
    QFETCH(bool, isHidden);
    Message taken = textAt(takenAt, {}, u"taken"_s);
    taken.event = Message::Event::Taken;
    taken.authorId = u"ben"_s;
    Message joined = textAt(joinedAt, {}, u"joined"_s);
    joined.event = Message::Event::Joined;
    joined.authorId = joinedBy;
    MessageStore store(messagesRoom);
    store.upsert({textAt(9, u"Hello"_s), taken, joined});
    MessageModel model;
    model.setStore(&store);
    const QModelIndex row = model.index(model.rowOf(joined.id));
    QCOMPARE(model.isHidden(row.row()), isHidden);
    QCOMPARE(model.data(row, Qt::AccessibleTextRole).toString().isEmpty(), isHidden);
    QVERIFY(!model.isHidden(model.rowOf(taken.id)));
    store.remove(taken.id);
    QVERIFY2(!model.isHidden(model.rowOf(joined.id)), "alone it is news");
}

void MessageModelTest::outlivesTheStore()
{
    auto store = std::make_unique<MessageStore>(messagesRoom);
    store->upsert(manyTexts(5));
    MessageModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setStore(store.get());
    store.reset();
    QCOMPARE(model.rowCount(), 0);
    model.setStore(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(MessageModelTest)
#include "tst_messagemodel.moc"
