// Sends under faults of every kind, and crashes at random moments: exactly one message for every intended one.
// GREENLINE_LONG=1 sends 10,000 of them.
#include "outboxstation.h"
#include "postoffice.h"

#include <QEventLoop>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace greenline;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Fault = PostOffice::Fault;

namespace {

bool isLong()
{
    return qEnvironmentVariableIsSet("GREENLINE_LONG");
}

/// A turn each millisecond, so that sockets and crashes come in every order.
bool runUntil(const std::function<bool()> &turn)
{
    bool isDone = false;
    QEventLoop loop;
    QTimer ticker;
    QObject::connect(&ticker, &QTimer::timeout, &loop, [&] {
        isDone = turn();
        if (isDone) {
            loop.quit();
        }
    });
    QTimer::singleShot(isLong() ? 1'800s : 60s, &loop, &QEventLoop::quit);
    ticker.start(1ms);
    loop.exec();
    return isDone;
}

} // namespace

class OutboxCrashesTest : public QObject
{
    Q_OBJECT
public:
    static void initMain();
private Q_SLOTS:
    void oneMessageForEveryIntendedOne_data();
    void oneMessageForEveryIntendedOne();

private:
    ManualClock m_clock;
};

void OutboxCrashesTest::initMain()
{
    if (isLong()) {
        qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // Qt Test gives up after five minutes
    }
}

void OutboxCrashesTest::oneMessageForEveryIntendedOne_data()
{
    QTest::addColumn<int>("lost"); // per cent of answers
    QTest::addColumn<int>("cut"); // per cent of connections
    QTest::addColumn<int>("crashes"); // per cent of turns
    QTest::newRow("30 % lost, 10 % cut") << 30 << 10 << 0;
    QTest::newRow("crashes alone") << 0 << 0 << 25;
    QTest::newRow("everything at once") << 20 << 10 << 15;
}

void OutboxCrashesTest::oneMessageForEveryIntendedOne()
{
    QFETCH(int, lost);
    QFETCH(int, cut);
    QFETCH(int, crashes);
    const quint32 seeds = isLong() ? 1 : 2;
    const int messages = !isLong() ? 30 : crashes > 0 ? 1'000 : 10'000; // each crash reads all that is left
    const int rooms = isLong() ? 40 : 4;
    for (quint32 seed = 0; seed < seeds; ++seed) {
        QRandomGenerator random(seed);
        const QTemporaryDir folder;
        PostOffice office([this] { return m_clock.now(); });
        office.luck = [&] {
            const int throwOfDice = random.bounded(100);
            return throwOfDice < lost ? Fault::LostAnswer : throwOfDice < lost + cut ? Fault::Cut : Fault::None;
        };
        std::unique_ptr<OutboxStation> station;
        const auto start = [&] {
            station.reset();
            station = std::make_unique<OutboxStation>(folder.filePath(u"safe.sqlite"_s), office.url(), m_clock);
            station->outbox.setOnline(true);
        };
        start();
        QStringList intended;
        QStringList ids;
        const auto turn = [&] {
            if (intended.size() < messages) {
                const QString room = u"r%1"_s.arg(random.bounded(rooms));
                const QString text = u"text %1"_s.arg(intended.size());
                intended.append(room + u": "_s + text);
                const Result<MessageId> id = station->outbox.send({room}, text);
                if (!id) {
                    return true; // shows as a message too few
                }
                ids.append(id->value);
            }
            if (random.bounded(100) < crashes) {
                start();
            }
            m_clock.advance(std::chrono::milliseconds(random.bounded(400)));
            return intended.size() == messages && station->outbox.waiting() == 0;
        };
        QVERIFY(runUntil(turn));
        QStringList sent = office.sent;
        sent.sort();
        intended.sort();
        QCOMPARE(sent, intended);
        ids.sort();
        office.sentIds.sort();
        QCOMPARE(office.sentIds, ids);
        QVERIFY(station->safe.outgoing()->isEmpty());
    }
}

QTEST_GUILESS_MAIN(OutboxCrashesTest)
#include "tst_outboxcrashes.moc"
