#include "console.h"

#include "app/omnichannel/conversationstore.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;
using namespace std::chrono_literals;

/// Streams lose entries of the queue; the list must be the server's again within a minute, and at once after a
/// reconnect. The session's time is the test's.
class QueueHealsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void withinAMinute_data() { versions(); }
    void withinAMinute();
    void atOnceAfterAReconnect_data() { versions(); }
    void atOnceAfterAReconnect();
    void noMoreOftenThanOnceAMinute();

private:
    void versions();
};

namespace {

/// A desk whose queue is stirred by customers and by a colleague.
struct StirredDesk {
    explicit StirredDesk(const QString &version)
        : console(optionsOf(version))
    {
    }

    static practice::PracticeOptions optionsOf(const QString &version)
    {
        practice::PracticeOptions options = Console::quiet();
        options.version = version;
        return options;
    }

    bool open()
    {
        if (!console.signIn()) {
            return false;
        }
        session = std::make_unique<Session>(console.signedIn,
                                            Session::Needs{console.http, time, console.profile.filePath(u"safe.db"_s),
                                                           console.profile.filePath(u"cache.db"_s)});
        if (!session->openStorage()) {
            return false;
        }
        Attention::View view;
        view.isWindowVisible = true;
        session->setView(view);
        session->start();
        return QTest::qWaitFor([this] { return isLive(); }) && takeOne();
    }

    /// A conversation of one's own, by which the line can be heard to stand.
    bool takeOne()
    {
        practice::State &state = console.workspace.state();
        console.textQuietly(ownCustomer, u"Hello"_s);
        state.desk.take(console.userId(u"ana"_s),
                        state.documents.inquiries.all().constFirst().value("_id"_L1).toString());
        return QTest::qWaitFor([this] { return session->conversations().mine() == 1; });
    }

    /// Half a minute passes, and the line is not taken for dead.
    bool passHalfAMinute()
    {
        time.advance(30s);
        const QString text = u"Still there %1"_s.arg(++heard);
        console.textQuietly(ownCustomer, text);
        return QTest::qWaitFor([&] {
            for (int row = 0; row < session->conversations().size(); ++row) {
                if (session->conversations().at(row).preview == text) {
                    return true;
                }
            }
            return false;
        });
    }

    bool isLive() const { return session->connection().line == ConnectionState::Line::Live; }

    QSet<QString> queueOfServer()
    {
        QSet<QString> rooms;
        const QList<QJsonObject> queued = console.workspace.state().documents.inquiries.where(
            [](const QJsonObject &inquiry) { return inquiry.value("status"_L1).toString() == "queued"_L1; });
        for (const QJsonObject &inquiry : queued) {
            rooms.insert(inquiry.value("rid"_L1).toString());
        }
        return rooms;
    }

    QSet<QString> queueOfList() const
    {
        QSet<QString> rooms;
        for (int row = 0; row < session->conversations().size(); ++row) {
            const Conversation &conversation = session->conversations().at(row);
            if (conversation.stage == Stage::Queue) {
                rooms.insert(conversation.id.value);
            }
        }
        return rooms;
    }

    /// One customer more or less: a first text, a take by Tom, or a return by him.
    void stir()
    {
        practice::State &state = console.workspace.state();
        const QString tom = console.userId(u"tom"_s);
        const QList<QJsonObject> queued = state.documents.inquiries.where(
            [](const QJsonObject &inquiry) { return inquiry.value("status"_L1).toString() == "queued"_L1; });
        switch (dice.bounded(3)) {
        case 0:
            if (!queued.isEmpty()) {
                const QJsonObject &one = queued.at(dice.bounded(static_cast<int>(queued.size())));
                if (!state.desk.take(tom, one.value("_id"_L1).toString())) {
                    taken.append(one.value("rid"_L1).toString());
                }
            }
            return;
        case 1:
            if (!taken.isEmpty()) {
                state.desk.returnToQueue(tom, taken.takeFirst());
            }
            return;
        default:
            console.textQuietly(u"+1212555%1"_s.arg(++customers, 4, 10, QChar(u'0')), u"Hello?"_s);
        }
    }

    Console console;
    ManualClock time;
    std::unique_ptr<Session> session;
    QRandomGenerator dice{7};
    QStringList taken;
    int customers = 0;
    int heard = 0;
    const QString ownCustomer = u"+13105550000"_s;
};

} // namespace

void QueueHealsTest::versions()
{
    QTest::addColumn<QString>("version");
    for (const QString &version : {u"3.11"_s, u"6.13"_s, u"8.8"_s}) {
        QTest::newRow(qPrintable(version)) << version;
    }
}

void QueueHealsTest::withinAMinute()
{
    QFETCH(QString, version);
    StirredDesk desk(version);
    QVERIFY(desk.open());
    desk.console.workspace.faults().queueEventLoss = 60;
    int gaps = 0;
    for (int minute = 0; minute < 6; ++minute) {
        const QDateTime checkedAt = desk.session->connection().checkedAt;
        for (int step = 0; step < 12; ++step) {
            desk.stir();
        }
        QVERIFY(desk.passHalfAMinute());
        gaps += desk.queueOfList() == desk.queueOfServer() ? 0 : 1;
        QVERIFY(desk.passHalfAMinute());
        QTRY_COMPARE(desk.queueOfList(), desk.queueOfServer());
        QTRY_VERIFY(desk.session->connection().checkedAt > checkedAt);
    }
    QVERIFY(gaps > 0); // or nothing was lost, and nothing shown
}

void QueueHealsTest::atOnceAfterAReconnect()
{
    QFETCH(QString, version);
    StirredDesk desk(version);
    QVERIFY(desk.open());
    practice::Faults &faults = desk.console.workspace.faults();
    faults.suppressQueueEvents = true;
    for (int step = 0; step < 20; ++step) {
        desk.stir();
    }
    Q_EMIT faults.dropSockets();
    QTRY_COMPARE(desk.session->connection().line, ConnectionState::Line::Waiting);
    QVERIFY(desk.queueOfList() != desk.queueOfServer());
    desk.time.advance(desk.session->connection().retryIn);
    QTRY_VERIFY(desk.isLive());
    QCOMPARE(desk.queueOfList(), desk.queueOfServer());
}

void QueueHealsTest::noMoreOftenThanOnceAMinute()
{
    StirredDesk desk(u"8.8"_s);
    QVERIFY(desk.open());
    desk.console.workspace.faults().suppressQueueEvents = true;
    desk.console.textQuietly(u"+12125550142"_s, u"Hello?"_s);
    desk.session->reconcile();
    QVERIFY(desk.passHalfAMinute());
    desk.session->reconcile();
    QVERIFY(desk.queueOfList().isEmpty());
    QVERIFY(desk.passHalfAMinute());
    QTRY_COMPARE(desk.queueOfList(), desk.queueOfServer());
    QCOMPARE(desk.queueOfList().size(), 1);
}

QTEST_GUILESS_MAIN(QueueHealsTest)
#include "tst_queueheals.moc"
