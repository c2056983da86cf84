#include "busyagent.h"

#include "app/omnichannel/conversationstore.h"
#include "app/practice/restlimiter.h"
#include "app/workspace/pauses.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;
using namespace greenline;
using namespace std::chrono_literals;

using Verdict = TakeOutcome::Verdict;

namespace {

/// An agent before a workspace that has no calls left for reading rooms, and somebody who waits.
struct ClosedRoute {
    explicit ClosedRoute(const QString &version)
        : agent(version, {})
    {
    }

    bool open()
    {
        if (!agent.sitDown()) {
            return false;
        }
        practice::State &state = agent.workspace.state();
        const practice::Outcome<practice::Reception> reception
            = state.intake.receive({u"twilio"_s, u"+12125550142"_s, agent.workspace.number(), u"Hello"_s, {}});
        visitor = reception->visitor;
        room = {reception->rid};
        receive(u"Hello"_s);
        return QTest::qWaitFor([this] { return isIn(Stage::Queue); }) && spend();
    }

    void receive(const QString &text)
    {
        agent.workspace.state().posting.fromVisitor(visitor, room.value, {{u"msg"_s, text}});
    }

    bool spend()
    {
        RestCall read{.path = u"rooms.info"_s};
        read.mayWait = false;
        addQuery(read.query, u"roomId"_s, room.value);
        int answered = 0;
        bool isClosed = false;
        for (int asked = 0; asked < practice::RestLimiter::calls; ++asked) {
            agent.session->rest().send(read, {&agent, [&](const Result<QJsonObject> &) { ++answered; }});
        }
        if (!QTest::qWaitFor([&] { return answered == practice::RestLimiter::calls; })) {
            return false;
        }
        agent.session->rest().send(read, {&agent, [&](const Result<QJsonObject> &answer) {
                                              isClosed = !answer && answer.error().kind == Error::Kind::RateLimited;
                                              ++answered;
                                          }});
        return QTest::qWaitFor([&] { return answered > practice::RestLimiter::calls; }) && isClosed;
    }

    /// No stream says a word; until the route is waited for. 0: it never is.
    std::chrono::seconds takeInSilence()
    {
        agent.workspace.faults().freezeSockets = true;
        take();
        const bool isServed = QTest::qWaitFor([this] { return isServedBy(u"ana"_s); });
        return isServed && letPass([this] { return pause() > 0s; }) ? pause() : 0s;
    }
    void take()
    {
        agent.time.advance(1s); // what is told of it is newer than the queue's entry
        agent.session->commands().take(room,
                                       {&agent, [this, note = taken.then(&agent)](const Result<TakeOutcome> &outcome) {
                                            if (++answers == 1) {
                                                note(outcome);
                                            }
                                        }});
    }

    bool isIn(Stage stage) const
    {
        const Conversation *listed = agent.session->conversations().find(room);
        return listed && listed->stage == stage;
    }
    bool isServedBy(const QString &username)
    {
        const QJsonObject served = agent.workspace.state().documents.rooms.find(room.value)["servedBy"_L1].toObject();
        return served.value("username"_L1).toString() == username;
    }
    std::optional<AgentId> servedAsHeard() const
    {
        const ConversationFacts *facts = agent.session->conversations().facts(room);
        return facts && facts->room ? std::optional(facts->room->servedBy) : std::nullopt;
    }
    /// Lets time pass until it is so, and no longer.
    bool letPass(const std::function<bool()> &isSo)
    {
        return QTest::qWaitFor([&] {
            if (!isSo()) {
                agent.time.advance(100ms);
            }
            return isSo();
        });
    }
    /// Lets time pass until the take is answered; how much of it.
    std::chrono::milliseconds waited()
    {
        const QDateTime start = agent.time.now();
        const bool isAnswered = letPass([this] { return taken.isHere(); });
        return isAnswered && taken.result() ? std::chrono::milliseconds(start.msecsTo(agent.time.now())) : -1ms;
    }
    std::chrono::seconds pause() const { return agent.session->pauses().in(room); }

    BusyAgent agent;
    RoomId room;
    QJsonObject visitor;
    Awaited<TakeOutcome> taken;
    int answers = 0;
};

void addVersions()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

} // namespace

/// Takes while the route that tells whose a room is has nothing left.
class TakingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theStreamTellsWhoseItIs_data() { addVersions(); }
    void theStreamTellsWhoseItIs();
    void theLaterOfTwoServesByTheStreamToo();
    void withoutAWordTheRouteIsWaitedFor();
    void aLateWordIsFasterThanTheRoute();
    void whatWasKnownBeforeIsNoWord();
};

void TakingTest::theStreamTellsWhoseItIs()
{
    QFETCH(QString, version);
    ClosedRoute place(version);
    QVERIFY(place.open());
    place.take();
    QTRY_VERIFY(place.isIn(Stage::Mine));
    const std::chrono::milliseconds waited = place.waited();
    QVERIFY2(waited >= 1s && waited < 3s, qPrintable(QString::number(waited.count()))); // another may overtake
    QCOMPARE(place.taken.result()->verdict, Verdict::Mine);
    QCOMPARE(place.agent.workspace.limiter().refused(), 0);
}

/// As tst_commands has it with the room read.
void TakingTest::theLaterOfTwoServesByTheStreamToo()
{
    ClosedRoute place(u"8.8"_s);
    QVERIFY(place.open());
    practice::State &state = place.agent.workspace.state();
    const QString inquiry = place.agent.session->conversations().find(place.room)->inquiry.value;
    place.take();
    QTRY_VERIFY(place.isIn(Stage::Mine)); // so the streams say for a moment
    place.agent.workspace.faults().racingTakes = 1;
    QVERIFY(!state.desk.take(state.accounts.userIdOf(u"tom"_s), inquiry));
    QVERIFY(place.isServedBy(u"tom"_s));
    QTRY_COMPARE(place.servedAsHeard(), AgentId{state.accounts.userIdOf(u"tom"_s)});
    QVERIFY(!place.taken.isHere());
    const std::chrono::milliseconds waited = place.waited();
    QVERIFY2(waited > 0ms && waited < 3s, qPrintable(QString::number(waited.count())));
    QCOMPARE(place.taken.result()->verdict, Verdict::TakenByOther);
    QVERIFY(!place.isIn(Stage::Mine));
}

void TakingTest::withoutAWordTheRouteIsWaitedFor()
{
    ClosedRoute place(u"8.8"_s);
    QVERIFY(place.open());
    const std::chrono::seconds pause = place.takeInSilence();
    QVERIFY2(pause > 40s, qPrintable(QString::number(pause.count())));
    place.agent.time.advance(5s);
    QCOMPARE(place.pause(), pause - 5s);
    QCOMPARE(place.agent.session->pauses().elsewhere({}), pause - 5s);
    QCOMPARE(place.agent.session->pauses().elsewhere(place.room), 0s);
    QVERIFY(!place.taken.isHere());
    QVERIFY(place.isIn(Stage::Queue));
    place.agent.time.advance(pause - 5s);
    QVERIFY(place.waited() >= 0ms);
    QCOMPARE(place.taken.result()->verdict, Verdict::Mine);
    QCOMPARE(place.pause(), 0s);
}

/// What the room itself says when its route has opened is taken note of, and answers nothing again.
void TakingTest::aLateWordIsFasterThanTheRoute()
{
    ClosedRoute place(u"8.8"_s);
    QVERIFY(place.open());
    const std::chrono::seconds pause = place.takeInSilence();
    QVERIFY(pause > 0s && !place.taken.isHere());
    place.agent.workspace.faults().freezeSockets = false;
    place.receive(u"Are you there?"_s);
    const std::chrono::milliseconds waited = place.waited();
    QVERIFY2(waited > 0ms && waited < 5s, qPrintable(QString::number(waited.count())));
    QCOMPARE(place.taken.result()->verdict, Verdict::Mine);
    QVERIFY(place.isIn(Stage::Mine));
    QTRY_COMPARE(place.pause(), 0s);
    QSignalSpy read(&place.agent.session->commands(), &Commands::roomRead);
    place.agent.time.advance(pause);
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(place.answers, 1);
    QVERIFY(place.isIn(Stage::Mine));
}

/// Tom has returned it, of which his last word about the room does not tell.
void TakingTest::whatWasKnownBeforeIsNoWord()
{
    ClosedRoute place(u"8.8"_s);
    QVERIFY(place.open());
    ConversationStore &conversations = place.agent.session->conversations();
    Room old{.id = place.room};
    old.servedBy = {u"tom"_s};
    old.isOpen = true;
    old.updatedAt = conversations.facts(place.room)->inquiry->updatedAt.addSecs(-5);
    conversations.applyRoom(old);
    QVERIFY(place.isIn(Stage::Queue));
    place.agent.workspace.faults().freezeSockets = true;
    place.take();
    QTRY_VERIFY(place.isServedBy(u"ana"_s));
    QVERIFY(place.letPass([&] { return place.pause() > 0s; }));
    QVERIFY(!place.taken.isHere());
}

QTEST_GUILESS_MAIN(TakingTest)
#include "tst_taking.moc"
