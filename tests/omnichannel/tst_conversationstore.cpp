#include "listmirror.h"

#include <memory>

using namespace greenline;
using namespace Qt::StringLiterals;

namespace {

const AgentId me{u"me"_s};

QDateTime at(int second)
{
    return QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC).addSecs(second);
}

Inquiry queued(const QString &room, int queuedAt)
{
    return {.id = {u"q-"_s + room},
            .room = {room},
            .status = Inquiry::Status::Queued,
            .queuedAt = at(queuedAt),
            .updatedAt = at(queuedAt)};
}

Subscription tie(const QString &room, int updated)
{
    return {.id = {u"s-"_s + room}, .room = {room}, .unread = 1, .hasAlert = true, .updatedAt = at(updated)};
}

Room served(const QString &room, const QString &agent, int updated)
{
    Room made{
        .id = {room}, .servedBy = {agent}, .isOpen = true, .lastMessageAt = at(updated), .updatedAt = at(updated)};
    made.lastMessage = Message{
        .id = {u"m%1"_s.arg(updated)}, .room = {room}, .text = u"text"_s, .at = at(updated), .updatedAt = at(updated)};
    return made;
}

QStringList ids(const ConversationStore &store)
{
    QStringList all;
    for (int row = 0; row < store.size(); ++row) {
        all.append(store.at(row).id.value);
    }
    return all;
}

} // namespace

class ConversationStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void takesInItsSteps();
    void equalValuesTellNothing();
    void moveIsAMove();
    void olderFactsChangeNothing();
    void removedTieEndsWhatTheRoomStillSays();
    void endOfAnEarlierTieLeavesThePresentOne();
    void removedEntryDoesNotComeBack();
    void returnedEntryComesBack();
    void entryQueuedAnewOutlivesItsTaking();
    void restIsTruth();
    void closedStaysWhileOpenOnScreen();
    void unsentTextKeepsItListed();
    void localMarks();
    void readStateHoldsUntilTheServerSaysMore();
    void notedTextShowsAtOnce();
    void setMeRebuildsEverything();
    void forgetsWhatWasNeverSeenAgain();

private:
    std::unique_ptr<ConversationStore> m_store;
    std::unique_ptr<ListMirror> m_mirror;
};

void ConversationStoreTest::init()
{
    m_store = std::make_unique<ConversationStore>();
    m_store->setMe(me);
    m_mirror = std::make_unique<ListMirror>(*m_store);
}

void ConversationStoreTest::cleanup()
{
    QVERIFY(m_mirror->isTrue(*m_store));
    m_store->clear();
    QVERIFY(m_mirror->rows.isEmpty());
    QVERIFY(m_mirror->isTrue(*m_store));
    QCOMPARE(m_store->waiting() + m_store->mine(), 0);
}

void ConversationStoreTest::takesInItsSteps()
{
    m_store->applyInquiry(queued(u"r1"_s, 1));
    m_store->applyInquiry(queued(u"r2"_s, 2));
    QCOMPARE(m_mirror->log, u"+#+#"_s);
    QCOMPARE(m_store->waiting(), 2);
    m_store->applySubscription(tie(u"r1"_s, 5));
    Inquiry taken = queued(u"r1"_s, 1);
    taken.status = Inquiry::Status::Taken;
    taken.updatedAt = at(6);
    m_store->applyInquiry(taken);
    m_store->applyRoom(served(u"r1"_s, u"me"_s, 6));
    QCOMPARE(ids(*m_store), (QStringList{u"r2"_s, u"r1"_s}));
    QCOMPARE(m_store->find({u"r1"_s})->stage, Stage::Mine);
    QCOMPARE(m_store->waiting(), 1);
    QCOMPARE(m_store->mine(), 1);
}

void ConversationStoreTest::equalValuesTellNothing()
{
    m_store->applyInquiry(queued(u"r1"_s, 1));
    m_store->applySubscription(tie(u"r2"_s, 1));
    m_store->applyRoom(served(u"r2"_s, u"me"_s, 2));
    m_mirror->log.clear();
    m_store->applyInquiry(queued(u"r1"_s, 1));
    m_store->applySubscription(tie(u"r2"_s, 1));
    m_store->applyRoom(served(u"r2"_s, u"me"_s, 2));
    m_store->reconcileQueue({queued(u"r1"_s, 1)});
    m_store->reconcileMine({tie(u"r2"_s, 1)}, {served(u"r2"_s, u"me"_s, 2)});
    m_store->setDraft({u"r1"_s}, false);
    QCOMPARE(m_mirror->log, QString());
}

void ConversationStoreTest::moveIsAMove()
{
    for (int index = 1; index <= 4; ++index) {
        m_store->applyRoom(served(u"r%1"_s.arg(index), u"me"_s, index));
    }
    QCOMPARE(ids(*m_store), (QStringList{u"r1"_s, u"r2"_s, u"r3"_s, u"r4"_s}));
    m_mirror->log.clear();
    m_store->applyRoom(served(u"r1"_s, u"me"_s, 9));
    QCOMPARE(m_mirror->log, u">*"_s);
    QCOMPARE(ids(*m_store), (QStringList{u"r2"_s, u"r3"_s, u"r4"_s, u"r1"_s}));
    Room answered = served(u"r4"_s, u"me"_s, 10);
    answered.lastMessage->author = Message::Author::Agent;
    m_store->applyRoom(answered);
    QCOMPARE(ids(*m_store), (QStringList{u"r2"_s, u"r3"_s, u"r1"_s, u"r4"_s}));
}

void ConversationStoreTest::olderFactsChangeNothing()
{
    m_store->applyRoom(served(u"r1"_s, u"ana"_s, 5));
    m_store->applyRoom(served(u"r1"_s, u"me"_s, 4));
    QCOMPARE(m_store->rowOf({u"r1"_s}), -1);
    Inquiry taken = queued(u"r2"_s, 1);
    taken.status = Inquiry::Status::Taken;
    taken.updatedAt = at(5);
    m_store->applyInquiry(taken);
    m_store->applyInquiry(queued(u"r2"_s, 1));
    QCOMPARE(m_store->rowOf({u"r2"_s}), -1);
    QCOMPARE(m_mirror->log, QString());
}

void ConversationStoreTest::removedTieEndsWhatTheRoomStillSays()
{
    m_store->applySubscription(tie(u"r1"_s, 1));
    m_store->applyRoom(served(u"r1"_s, u"me"_s, 2));
    m_store->removeSubscription({u"r1"_s}); // forwarded: rooms-changed no longer reaches us
    QCOMPARE(m_store->size(), 0);
    m_store->applyRoom(served(u"r1"_s, u"me"_s, 2));
    m_store->applySubscription(tie(u"r1"_s, 1)); // a late copy
    QCOMPARE(m_store->size(), 0);
    Subscription again = tie(u"r1"_s, 9);
    again.id = {u"s-again"_s};
    m_store->applySubscription(again);
    QCOMPARE(ids(*m_store), QStringList{u"r1"_s});
}

void ConversationStoreTest::endOfAnEarlierTieLeavesThePresentOne()
{
    Subscription again = tie(u"r1"_s, 9);
    again.id = {u"s-again"_s};
    m_store->applySubscription(again);
    m_store->removeSubscription({u"r1"_s}, {u"s-r1"_s});
    QCOMPARE(ids(*m_store), QStringList{u"r1"_s});
    m_store->removeSubscription({u"r1"_s}, {u"s-again"_s});
    QCOMPARE(m_store->size(), 0);
}

void ConversationStoreTest::removedEntryDoesNotComeBack()
{
    m_store->applyInquiry(queued(u"r1"_s, 1));
    m_store->removeInquiry({u"q-r1"_s});
    m_store->applyInquiry(queued(u"r1"_s, 1));
    m_store->removeInquiry({u"q-r2"_s}, ConversationStore::Removal::Deleted); // before its own "added"
    m_store->applyInquiry(queued(u"r2"_s, 2));
    QCOMPARE(m_store->size(), 0);
}

void ConversationStoreTest::returnedEntryComesBack()
{
    m_store->applyInquiry(queued(u"r1"_s, 1));
    m_store->removeInquiry({u"q-r1"_s});
    m_store->applyInquiry(queued(u"r1"_s, 3));
    QCOMPARE(m_store->waiting(), 1);
    m_store->removeInquiry({u"q-r1"_s}, ConversationStore::Removal::Deleted);
    m_store->reconcileQueue({queued(u"r1"_s, 3)}); // the workspace insists
    QCOMPARE(m_store->waiting(), 1);
}

void ConversationStoreTest::entryQueuedAnewOutlivesItsTaking()
{
    m_store->applyInquiry(queued(u"r1"_s, 1));
    m_store->removeTaken({u"q-r1"_s}, served(u"r1"_s, u"me"_s, 2));
    QCOMPARE(m_store->waiting(), 0);
    m_store->applyInquiry(queued(u"r1"_s, 4)); // returned, before the taking's own answer came
    m_store->removeTaken({u"q-r1"_s}, served(u"r1"_s, u"me"_s, 3));
    QCOMPARE(m_store->waiting(), 1);
}

void ConversationStoreTest::restIsTruth()
{
    m_store->applyInquiry(queued(u"gone"_s, 1));
    m_store->applyInquiry(queued(u"waits"_s, 2));
    m_store->applySubscription(tie(u"lost"_s, 3));
    m_store->applyRoom(served(u"stale"_s, u"me"_s, 3));
    m_store->reconcileQueue({queued(u"waits"_s, 2), queued(u"new"_s, 4)});
    m_store->reconcileMine({tie(u"mine"_s, 5)}, {served(u"mine"_s, u"me"_s, 5)});
    QCOMPARE(ids(*m_store), (QStringList{u"waits"_s, u"new"_s, u"mine"_s}));
    QCOMPARE(m_store->waiting(), 2);
    QCOMPARE(m_store->mine(), 1);
    m_store->applyInquiry(queued(u"gone"_s, 6));
    QCOMPARE(m_store->waiting(), 3);
    m_store->reconcileMine({}, {}, {{u"mine"_s}}); // something about it could not be read
    QCOMPARE(m_store->mine(), 1);
}

void ConversationStoreTest::closedStaysWhileOpenOnScreen()
{
    m_store->applySubscription(tie(u"r1"_s, 1));
    m_store->applyRoom(served(u"r1"_s, u"me"_s, 2));
    m_store->keepListed({u"r1"_s});
    Room closed = served(u"r1"_s, u"me"_s, 3);
    closed.isOpen = false;
    closed.closedAt = at(3);
    m_store->applyRoom(closed);
    m_store->removeSubscription({u"r1"_s});
    QCOMPARE(m_store->find({u"r1"_s})->stage, Stage::Closed);
    QCOMPARE(m_store->mine(), 0);
    QVERIFY(!m_mirror->log.contains(u'-'));
    m_store->keepListed({});
    QCOMPARE(m_store->size(), 0);
}

void ConversationStoreTest::unsentTextKeepsItListed()
{
    m_store->applySubscription(tie(u"r1"_s, 1));
    m_store->setUnsent({u"r1"_s}, true);
    m_store->removeSubscription({u"r1"_s});
    QCOMPARE(m_store->size(), 1);
    m_store->setUnsent({u"r1"_s}, false);
    QCOMPARE(m_store->size(), 0);
}

void ConversationStoreTest::localMarks()
{
    m_store->setDraft({u"r1"_s}, true); // before anything is known of the conversation
    m_store->applySubscription(tie(u"r1"_s, 1));
    m_store->setFailure({u"r1"_s}, true);
    QVERIFY(m_store->at(0).hasDraft);
    QVERIFY(m_store->at(0).hasFailure);
    m_store->setDraft({u"r1"_s}, false);
    QVERIFY(!m_store->at(0).hasDraft);
    QVERIFY(!m_store->facts({u"r2"_s}));
}

void ConversationStoreTest::readStateHoldsUntilTheServerSaysMore()
{
    m_store->applySubscription(tie(u"r1"_s, 1));
    QCOMPARE(m_store->at(0).unread, 1);
    m_store->markRead({u"r1"_s});
    QCOMPARE(m_store->at(0).unread, 0);
    m_store->applySubscription(tie(u"r1"_s, 1)); // a copy from before
    QCOMPARE(m_store->at(0).unread, 0);
    m_store->applySubscription(tie(u"r1"_s, 2));
    QCOMPARE(m_store->at(0).unread, 1);
}

void ConversationStoreTest::notedTextShowsAtOnce()
{
    m_store->applyRoom(served(u"r1"_s, u"me"_s, 2));
    m_store->noteMessage(
        {.id = {u"m7"_s}, .room = {u"r1"_s}, .author = Message::Author::Agent, .text = u"our answer"_s, .at = at(7)});
    QCOMPARE(m_store->at(0).preview, u"our answer"_s);
    QVERIFY(!m_store->at(0).needsAnswer);
    m_store->noteMessage({.id = {u"m6"_s}, .room = {u"r1"_s}, .text = u"an older one"_s, .at = at(6)});
    m_store->noteMessage(
        {.id = {u"m8"_s}, .room = {u"r1"_s}, .author = Message::Author::System, .text = u"connected"_s, .at = at(8)});
    m_store->applyRoom(served(u"r1"_s, u"me"_s, 2)); // a copy of what we know
    QCOMPARE(m_store->at(0).preview, u"our answer"_s);
    m_store->applyRoom(served(u"r1"_s, u"me"_s, 9));
    QCOMPARE(m_store->at(0).preview, u"text"_s);
}

void ConversationStoreTest::setMeRebuildsEverything()
{
    m_store->applyRoom(served(u"r1"_s, u"me"_s, 1));
    m_store->applyRoom(served(u"r2"_s, u"ana"_s, 1));
    m_store->setMe({u"ana"_s});
    QCOMPARE(ids(*m_store), QStringList{u"r2"_s});
}

/// A day's worth of other people's conversations does not pile up.
void ConversationStoreTest::forgetsWhatWasNeverSeenAgain()
{
    for (int index = 0; index < 3000; ++index) {
        const QString room = u"r%1"_s.arg(index);
        m_store->applyInquiry(queued(room, index));
        Inquiry taken = queued(room, index);
        taken.status = Inquiry::Status::Taken;
        m_store->applyInquiry(taken);
    }
    QCOMPARE(m_store->size(), 0);
    QVERIFY(!m_store->facts({u"r1"_s}));
    QVERIFY(m_store->facts({u"r2999"_s}));
}

QTEST_GUILESS_MAIN(ConversationStoreTest)
#include "tst_conversationstore.moc"
