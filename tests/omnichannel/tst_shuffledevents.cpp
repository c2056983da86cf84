// Every event of the streams delivered one to three times, shuffled within a window of 50: what the list shows in the
// end is what the workspace would answer if it were asked.
#include "listmirror.h"

#include <QRandomGenerator>

#include <functional>

using namespace greenline;
using namespace Qt::StringLiterals;

namespace {

const AgentId me{u"me"_s};
const AgentId ana{u"ana"_s};

/// A workspace reduced to what it tells the agent "me", and in which order.
class Desk
{
public:
    explicit Desk(quint32 seed)
        : m_random(seed)
    {
    }

    void live(int steps)
    {
        while (steps-- > 0) {
            if (m_rooms.size() < 3 || m_random.bounded(12) == 0) {
                begin();
            }
            step(m_rooms[m_random.bounded(int(m_rooms.size()))]);
        }
    }

    QList<std::function<void(ConversationStore &)>> shuffled()
    {
        QList<std::pair<int, std::function<void(ConversationStore &)>>> placed;
        for (int index = 0; index < events.size(); ++index) {
            for (int copies = m_random.bounded(1, 4); copies > 0; --copies) {
                placed.append({index + m_random.bounded(50), events.at(index)});
            }
        }
        std::stable_sort(placed.begin(), placed.end(),
                         [](const auto &one, const auto &other) { return one.first < other.first; });
        QList<std::function<void(ConversationStore &)>> mixed;
        for (const auto &[place, event] : placed) {
            mixed.append(event);
        }
        return mixed;
    }

    void answerRest(ConversationStore &store) const
    {
        QList<Inquiry> queue;
        QList<Subscription> ties;
        QList<Room> mine;
        for (const Case &one : m_rooms) {
            if (one.inquiry && one.inquiry->status == Inquiry::Status::Queued) {
                queue.append(*one.inquiry);
            }
            if (one.tie) {
                ties.append(*one.tie);
                mine.append(one.room);
            }
        }
        store.reconcileQueue(queue);
        store.reconcileMine(ties, mine);
    }

    QList<std::function<void(ConversationStore &)>> events;

private:
    struct Case {
        Room room;
        std::optional<Inquiry> inquiry;
        std::optional<Subscription> tie;
    };

    QDateTime tick() { return QDateTime::fromMSecsSinceEpoch(1'795'000'000'000 + 7 * ++m_ticks, Qt::UTC); }
    QString newId() { return u"id%1"_s.arg(++m_ids); }

    void begin()
    {
        Case one;
        one.room = {.id = {newId()}, .source = Source::Sms, .isOpen = true, .startedAt = tick()};
        one.room.visitor = {.id = {newId()}, .username = u"1415555%1"_s.arg(1000 + m_ids)};
        one.inquiry = Inquiry{.id = {newId()}, .room = one.room.id, .startedAt = one.room.startedAt};
        one.inquiry->visitor = one.room.visitor;
        one.inquiry->source = Source::Sms;
        enqueue(one);
        m_rooms.append(one);
    }

    void step(Case &one)
    {
        if (!one.room.isOpen) {
            return;
        }
        const int choice = m_random.bounded(10);
        if (choice == 0) {
            close(one);
        } else if (one.room.servedBy.isEmpty()) {
            choice < 6 ? give(one, choice < 4 ? me : ana) : text(one, Message::Author::Customer);
        } else if (choice == 1) {
            end(one);
            enqueue(one);
        } else if (choice < 4) {
            const AgentId next = one.room.servedBy == me ? ana : me;
            end(one);
            give(one, next);
        } else {
            text(one, choice < 8 ? Message::Author::Customer : Message::Author::Agent);
        }
    }

    void enqueue(Case &one)
    {
        one.room.servedBy = {};
        one.inquiry->status = Inquiry::Status::Queued;
        one.inquiry->queuedAt = tick();
        tellInquiry(one);
    }

    void give(Case &one, const AgentId &agent)
    {
        if (one.inquiry->status == Inquiry::Status::Queued) {
            one.inquiry->status = Inquiry::Status::Taken;
            tellInquiry(one);
        }
        one.room.servedBy = agent;
        one.room.updatedAt = tick();
        if (agent == me) {
            one.tie = Subscription{.id = {newId()}, .room = one.room.id, .unread = 1, .hasAlert = true};
            tellTie(one);
            tellRoom(one);
        }
    }

    void end(Case &one)
    {
        if (one.tie) {
            events.append([room = one.room.id, tie = one.tie->id](ConversationStore &store) {
                store.removeSubscription(room, tie);
            });
            one.tie.reset();
        }
        one.room.servedBy = {};
        one.room.updatedAt = tick();
    }

    void text(Case &one, Message::Author author)
    {
        const QDateTime now = tick();
        Message message{
            .id = {newId()}, .room = one.room.id, .author = author, .text = newId(), .at = now, .updatedAt = now};
        one.room.lastMessage = message;
        one.room.lastMessageAt = now;
        one.room.updatedAt = now;
        if (one.room.servedBy.isEmpty()) {
            one.inquiry->lastMessage = message;
            tellInquiry(one);
        }
        if (one.tie) {
            tellRoom(one);
            one.tie->unread = author == Message::Author::Customer ? one.tie->unread + 1 : 0;
            one.tie->hasAlert = author == Message::Author::Customer;
            tellTie(one);
            events.append([message](ConversationStore &store) { store.noteMessage(message); });
        }
    }

    void close(Case &one)
    {
        one.room.isOpen = false;
        one.room.closedAt = tick();
        one.room.updatedAt = one.room.closedAt;
        if (one.tie) {
            tellRoom(one);
        }
        events.append([id = one.inquiry->id](ConversationStore &store) {
            store.removeInquiry(id, ConversationStore::Removal::Deleted);
        });
        one.inquiry.reset();
        const QDateTime closedAt = one.room.updatedAt;
        end(one);
        one.room.updatedAt = closedAt;
    }

    void tellInquiry(Case &one)
    {
        one.inquiry->updatedAt = tick();
        events.append([inquiry = *one.inquiry](ConversationStore &store) { store.applyInquiry(inquiry); });
    }

    void tellTie(Case &one)
    {
        one.tie->updatedAt = tick();
        events.append([tie = *one.tie](ConversationStore &store) { store.applySubscription(tie); });
    }

    void tellRoom(const Case &one)
    {
        events.append([room = one.room](ConversationStore &store) { store.applyRoom(room); });
    }

    QRandomGenerator m_random;
    QList<Case> m_rooms;
    int m_ticks = 0;
    int m_ids = 0;
};

/// Of queued conversations we may remember a later text than the inquiry tells.
QString outlineOf(const Conversation &one)
{
    const QString preview = one.stage == Stage::Queue ? QString() : one.preview;
    return u"%1: stage %2, inquiry %3, %4 unread, \"%5\""_s.arg(one.id.value)
        .arg(int(one.stage))
        .arg(one.inquiry.value)
        .arg(one.unread)
        .arg(preview);
}

QStringList outline(const ConversationStore &store)
{
    QStringList lines;
    for (int row = 0; row < store.size(); ++row) {
        lines.append(outlineOf(store.at(row)));
    }
    return lines;
}

} // namespace

class ShuffledEventsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endInTheTruth();
};

void ShuffledEventsTest::endInTheTruth()
{
    for (quint32 seed = 0; seed < 500; ++seed) {
        Desk desk(seed);
        desk.live(80);
        ConversationStore truth;
        truth.setMe(me);
        desk.answerRest(truth);
        ConversationStore store;
        store.setMe(me);
        ListMirror mirror(store);
        const auto events = desk.shuffled();
        for (const auto &event : events) {
            event(store);
        }
        QVERIFY2(outline(store) == outline(truth),
                 qPrintable(u"seed %1\n%2\ninstead of\n%3"_s.arg(seed).arg(outline(store).join(u'\n'),
                                                                           outline(truth).join(u'\n'))));
        QVERIFY(mirror.isTrue(store));
        mirror.log.clear();
        desk.answerRest(store);
        QVERIFY2(mirror.log.isEmpty(),
                 qPrintable(u"seed %1: asking changed something: %2"_s.arg(seed).arg(mirror.log)));
        QCOMPARE(store.waiting() + store.mine(), store.size());
    }
}

QTEST_GUILESS_MAIN(ShuffledEventsTest)
#include "tst_shuffledevents.moc"
