#include "app/workspace/board.h"
#include "console.h"

#include "app/omnichannel/conversationstore.h"
#include "app/rest/handoverapi.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace greenline;
using namespace std::chrono_literals;

/// What a manager sees of everybody's queue and load.
class BoardTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsByDepartmentNumberAndAgent();
    void aManagerSeesEverybodysWork_data();
    void aManagerSeesEverybodysWork();
    void whoMayNotIsTold();
    void asksSeldomAndOnlyWhileWatched();
};

namespace {

const QDateTime noon(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC);

int chatsOf(const BoardPicture &picture, const QString &username)
{
    const auto found = std::find_if(picture.agents.cbegin(), picture.agents.cend(),
                                    [&username](const BoardAgent &one) { return one.agent.username == username; });
    return found == picture.agents.cend() ? -1 : found->chats;
}

/// An agent who is a manager besides: the only kind who has a live queue, too.
bool startAsManager(Console &console)
{
    console.workspace.state().documents.users.change(
        console.userId(u"ana"_s), {{u"roles"_s, QJsonArray{u"livechat-agent"_s, u"livechat-manager"_s}}});
    return console.signIn(u"ana"_s) && console.start();
}

} // namespace

void BoardTest::countsByDepartmentNumberAndAgent()
{
    const AgentId ana{u"ana"_s};
    const DepartmentId support{u"support"_s};
    const QList<BoardRoom> rooms{
        {{u"1"_s}, support, u"+1555"_s, {}, noon.addSecs(-60)},
        {{u"2"_s}, support, u"+1666"_s, {}, noon.addSecs(-90)},
        {{u"3"_s}, support, u"+1555"_s, ana, {}},
        {{u"4"_s}, {}, {}, ana, {}},
    };
    Agent away{.id = {u"tom"_s}, .username = u"tom"_s, .presence = Presence::Offline};
    away.availability = Availability::Available;
    Agent here{.id = ana, .username = u"ana"_s, .presence = Presence::Online};
    here.availability = Availability::Available;
    const BoardPicture picture = boardPicture(rooms, {away, here});
    QCOMPARE(picture.all.waiting, 2);
    QCOMPARE(picture.all.served, 2);
    QCOMPARE(picture.all.longestSince, noon.addSecs(-90));
    QCOMPARE(picture.departments, (QList<BoardLine>{{u"support"_s, 2, noon.addSecs(-90), 1}, {{}, 0, {}, 1}}));
    QCOMPARE(picture.numbers,
             (QList<BoardLine>{{u"+1666"_s, 1, noon.addSecs(-90), 0}, {u"+1555"_s, 1, noon.addSecs(-60), 1}}));
    QCOMPARE(picture.available, 1);
    QCOMPARE(picture.agents.first().agent.username, u"ana"_s);
    QCOMPARE(picture.agents.first().chats, 2);
}

void BoardTest::aManagerSeesEverybodysWork_data()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"6.13"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void BoardTest::aManagerSeesEverybodysWork()
{
    QFETCH(QString, version);
    practice::PracticeOptions options = Console::quiet();
    options.version = version;
    Console console(options);
    QVERIFY(startAsManager(console));
    Board &board = console.session->board();
    console.textQuietly(u"+14155550101"_s, u"One"_s);
    console.textQuietly(u"+14155550102"_s, u"Two"_s);
    QTRY_COMPARE(console.conversations().waiting(), 2);
    QVERIFY(
        !console.workspace.state().desk.take(console.userId(u"tom"_s), console.conversations().at(0).inquiry.value));
    board.watch();
    QTRY_VERIFY(board.checkedAt().isValid());
    QVERIFY2(!board.error(), qPrintable(board.error() ? board.error()->detail : QString()));
    QTRY_COMPARE(board.picture().all.waiting, 1);
    QCOMPARE(board.picture().all.served, 1);
    QVERIFY(board.picture().all.longestSince.isValid());
    QCOMPARE(chatsOf(board.picture(), u"tom"_s), 1);
    QCOMPARE(board.picture().numbers.size(), 1);

    QSignalSpy changed(&board, &Board::changed);
    const QDateTime checked = board.checkedAt();
    console.textQuietly(u"+14155550103"_s, u"Three"_s);
    QTRY_COMPARE(board.picture().all.waiting, 2); // by the streams, with no question asked
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(board.checkedAt(), checked);
}

void BoardTest::whoMayNotIsTold()
{
    Console console;
    QVERIFY(console.signIn(u"ana"_s));
    QVERIFY(console.start());
    Board &board = console.session->board();
    QSignalSpy changed(&board, &Board::changed);
    board.watch();
    QTRY_VERIFY(board.error());
    QVERIFY(board.checkedAt().isNull());
    board.leave();
}

/// More than 60 % of ten calls in a minute would leave too little for everything else.
void BoardTest::asksSeldomAndOnlyWhileWatched()
{
    Console console;
    QVERIFY(startAsManager(console));
    ManualClock clock;
    Session &session = *console.session;
    HandoverApi agents(session.rest(), ServerFeatures(session.signedIn().version));
    Board board({session.rest(), agents, session.conversations(), session.agent(), clock});
    QSignalSpy changed(&board, &Board::changed);
    board.watch();
    QTRY_COMPARE(changed.size(), 1);
    for (int minute = 0; minute < 3; ++minute) {
        const qsizetype before = changed.size();
        for (int second = 0; second < 60; ++second) {
            clock.advance(1s);
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(changed.size() > before);
        QVERIFY2(changed.size() - before <= 4, qPrintable(QString::number(changed.size() - before)));
    }
    board.leave();
    const QDateTime checked = board.checkedAt();
    clock.advance(10min);
    QCoreApplication::processEvents();
    QCOMPARE(board.checkedAt(), checked);
}

QTEST_MAIN(BoardTest)
#include "tst_board.moc"
