#include "app/omnichannel/messagestore.h"
#include "app/omnichannel/ordering.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

using Delivery = Message::Delivery;

namespace {

const RoomId roomId{u"r1"_s};

QDateTime at(int second)
{
    return QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC).addSecs(second);
}

Message message(const QString &id, int second, int updated)
{
    return {
        .id = {id}, .room = roomId, .text = id + u" v%1"_s.arg(updated), .at = at(second), .updatedAt = at(updated)};
}

Message own(const QString &id, int second, Delivery delivery)
{
    return {.id = {id},
            .room = roomId,
            .author = Message::Author::Agent,
            .text = id,
            .at = at(second),
            .delivery = delivery};
}

QStringList ids(const MessageStore &store)
{
    QStringList all;
    for (int row = 0; row < store.size(); ++row) {
        all.append(store.at(row).id.value);
    }
    return all;
}

} // namespace

class MessageStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void insertsAPageAtOnce();
    void ignoresEqualAndOlder();
    void echoSettlesItsOwnRow();
    void lateWordFromTheOutboxDoesNotUndoTheEcho();
    void refusedStaysRefused();
    void aMarkOfOursIsNoPlaceInTheHistory();
    void removesAndForgetsTheUnreadLine();
    void remembersWhereToCatchUp();
    void earlierConversationsStandAbove();
    void followsItselfUnderRandomEdits();
};

void MessageStoreTest::insertsAPageAtOnce()
{
    MessageStore store(roomId);
    store.upsert({message(u"c"_s, 3, 3), message(u"f"_s, 6, 6)});
    QSignalSpy inserts(&store, &MessageStore::inserted);
    store.upsert({message(u"e"_s, 5, 5), message(u"b"_s, 2, 2), message(u"a"_s, 1, 1), message(u"d"_s, 4, 4),
                  message(u"d"_s, 4, 4)});
    QCOMPARE(ids(store), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s}));
    QCOMPARE(inserts.size(), 2);
    QCOMPARE(inserts.at(0), (QVariantList{0, 1}));
    QCOMPARE(inserts.at(1), (QVariantList{3, 4}));
}

void MessageStoreTest::ignoresEqualAndOlder()
{
    MessageStore store(roomId);
    store.upsert(message(u"a"_s, 1, 5));
    QSignalSpy changes(&store, &MessageStore::changed);
    store.upsert(message(u"a"_s, 1, 5));
    store.upsert(message(u"a"_s, 1, 4));
    QCOMPARE(changes.size(), 0);
    store.upsert(message(u"a"_s, 1, 6));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(store.at(0).text, u"a v6"_s);
}

void MessageStoreTest::echoSettlesItsOwnRow()
{
    MessageStore store(roomId);
    store.upsert(own(u"mine"_s, 1, Delivery::Waiting));
    store.upsert(own(u"next"_s, 2, Delivery::Waiting));
    store.upsert(message(u"theirs"_s, 3, 3));
    QCOMPARE(ids(store), (QStringList{u"theirs"_s, u"mine"_s, u"next"_s}));
    store.setDelivery({u"mine"_s}, Delivery::Sending);
    QSignalSpy inserts(&store, &MessageStore::inserted);
    store.upsert(message(u"mine"_s, 4, 4));
    QCOMPARE(inserts.size(), 0);
    QCOMPARE(ids(store), (QStringList{u"theirs"_s, u"mine"_s, u"next"_s}));
    QCOMPARE(store.at(1).delivery, Delivery::Saved);
}

void MessageStoreTest::lateWordFromTheOutboxDoesNotUndoTheEcho()
{
    MessageStore store(roomId);
    store.upsert(message(u"mine"_s, 4, 4));
    for (const Delivery delivery : {Delivery::Waiting, Delivery::Sending, Delivery::Failed}) {
        store.upsert(own(u"mine"_s, 1, delivery));
        QCOMPARE(store.at(0).delivery, Delivery::Saved);
    }
}

void MessageStoreTest::refusedStaysRefused()
{
    MessageStore store(roomId);
    Message refused = own(u"mine"_s, 1, Delivery::Refused);
    refused.reason = u"The 'To' number is not a valid phone number."_s;
    store.upsert(refused);
    store.upsert(message(u"mine"_s, 4, 4)); // to the server it is saved
    QCOMPARE(store.at(0).delivery, Delivery::Refused);
    QCOMPARE(store.at(0).reason, refused.reason);
    QCOMPARE(store.at(0).at, at(4));
    store.setDelivery({u"mine"_s}, Delivery::Saved);
    store.upsert(refused); // the mark comes after what the server wrote
    QCOMPARE(store.at(0).delivery, Delivery::Refused);
    QCOMPARE(store.at(0).at, at(4));
}

void MessageStoreTest::aMarkOfOursIsNoPlaceInTheHistory()
{
    MessageStore store(roomId);
    store.upsert(own(u"refused long ago"_s, 1, Delivery::Refused));
    store.upsert({message(u"a"_s, 60, 60), message(u"b"_s, 70, 70)});
    QCOMPARE(store.oldest(), at(60)); // the page above begins here, not before the mark
    store.upsert(own(u"refused long ago"_s, 1, Delivery::Failed)); // it was not stored after all
    QCOMPARE(store.at(store.rowOf({u"refused long ago"_s})).delivery, Delivery::Failed);
}

void MessageStoreTest::removesAndForgetsTheUnreadLine()
{
    MessageStore store(roomId);
    store.upsert({message(u"a"_s, 1, 1), message(u"b"_s, 2, 2)});
    store.setFirstUnread({u"b"_s});
    QSignalSpy lines(&store, &MessageStore::firstUnreadChanged);
    store.remove({u"unknown"_s});
    store.remove({u"b"_s});
    QCOMPARE(ids(store), QStringList{u"a"_s});
    QCOMPARE(lines.size(), 1);
    QVERIFY(store.firstUnread().isEmpty());
    store.clear();
    QCOMPARE(store.size(), 0);
}

void MessageStoreTest::remembersWhereToCatchUp()
{
    MessageStore store(roomId);
    QVERIFY(store.newestUpdate().isNull());
    Message ephemeral = message(u"1795468373629"_s, 0, 99);
    ephemeral.isEphemeral = true;
    store.upsert({message(u"a"_s, 1, 8), message(u"b"_s, 2, 2), ephemeral, own(u"mine"_s, 50, Delivery::Waiting)});
    QCOMPARE(store.newestUpdate(), at(8));
    QCOMPARE(store.oldest(), at(1));
}

void MessageStoreTest::earlierConversationsStandAbove()
{
    MessageStore store(roomId);
    store.upsert({message(u"c"_s, 30, 30), message(u"d"_s, 40, 40)});
    Message before = message(u"a"_s, 10, 50);
    Message meanwhile = message(u"z"_s, 35, 35);
    before.room = meanwhile.room = {u"an earlier one"_s};
    QCOMPARE(store.addEarlier({before, before, meanwhile, message(u"c"_s, 20, 20)}), 1);
    QCOMPARE(ids(store), (QStringList{u"a"_s, u"c"_s, u"d"_s}));
    QVERIFY(store.hasEarlier() && !store.isEarlier(store.at(1)));
    QCOMPARE(store.oldest(), at(30));
    QCOMPARE(store.newestUpdate(), at(40));
    QCOMPARE(store.addEarlier({before}), 0);
}

void MessageStoreTest::followsItselfUnderRandomEdits()
{
    QRandomGenerator random(7);
    MessageStore store(roomId);
    QList<Message> mirror;
    connect(&store, &MessageStore::inserted, this, [&](int first, int last) {
        for (int row = first; row <= last; ++row) {
            mirror.insert(row, store.at(row));
        }
    });
    connect(&store, &MessageStore::removed, this, [&](int row) { mirror.removeAt(row); });
    connect(&store, &MessageStore::moved, this, [&](int from, int to) { mirror.move(from, to); });
    connect(&store, &MessageStore::changed, this, [&](int row) { mirror[row] = store.at(row); });
    for (int step = 0; step < 1000; ++step) {
        const QString id = QString::number(random.bounded(60));
        const auto delivery = static_cast<Delivery>(random.bounded(5));
        switch (random.bounded(5)) {
        case 0:
            store.remove({id});
            break;
        case 1:
            store.setDelivery({id}, delivery, u"why"_s);
            break;
        case 2:
            store.upsert(own(id, random.bounded(100), delivery));
            break;
        default: {
            QList<Message> page;
            for (int count = random.bounded(6); count > 0; --count) {
                page.append(message(QString::number(random.bounded(60)), random.bounded(100), random.bounded(100)));
            }
            store.upsert(page);
        }
        }
        QCOMPARE(mirror.size(), store.size());
        QVERIFY(std::is_sorted(mirror.cbegin(), mirror.cend(), isWrittenBefore));
        for (int row = 0; row < store.size(); ++row) {
            QCOMPARE(mirror.at(row), store.at(row));
            QCOMPARE(store.rowOf(store.at(row).id), row);
        }
    }
}

QTEST_GUILESS_MAIN(MessageStoreTest)
#include "tst_messagestore.moc"
