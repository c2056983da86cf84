// kill -9 at every step of the send path, in a process of its own: exactly one message for every text that was written.
// GREENLINE_LONG=1 kills 1,000 times.
#include "outboxsender.h"
#include "postoffice.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace greenline;
using namespace Qt::StringLiterals;

using Moment = PostOffice::Moment;

class OutboxKillsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneMessageForEveryTextWhateverIsKilledWhen();
};

namespace {

constexpr int textsPerLife = 3;

bool isLong()
{
    return qEnvironmentVariableIsSet("GREENLINE_LONG");
}

struct Death {
    QString moment;
    std::optional<Moment> strike = {}; ///< By the workspace, at this step of its own.
    bool isByTime = false; ///< At any time, from the start of the process on.
};

/// The steps of the send path, each of which is the last one of some life. A stored message whose answer was lost
/// leaves something to ask for to the next life.
const QList<Death> &deaths()
{
    static const QList<Death> all{{u"before-commit"_s},
                                  {u"after-commit"_s},
                                  {u"sending"_s},
                                  {u"request"_s, Moment::Request},
                                  {u"stored"_s, Moment::Stored},
                                  {u"question"_s, Moment::Question},
                                  {u"answered"_s, Moment::Answered},
                                  {u"saved"_s},
                                  {u"time"_s, {}, true},
                                  {u"time"_s, {}, true}};
    return all;
}

/// The sender's lives, one after the other.
class Lives
{
public:
    Lives(const QString &file, PostOffice &office, QRandomGenerator &random)
        : m_file(file)
        , m_office(office)
        , m_random(random)
    {
    }

    /// True: it was killed where it was to be.
    bool live(const Death &death)
    {
        QProcess process;
        int count = death.strike == Moment::Question ? 1 : 1 + m_random.bounded(textsPerLife);
        m_office.strike = [&](Moment moment) {
            if (death.strike != moment || --count != 0) {
                return false;
            }
            process.kill();
            return true;
        };
        start(process, death.moment, count);
        if (death.isByTime) {
            QTimer::singleShot(m_random.bounded(150), &process, &QProcess::kill);
        }
        const bool isOver = QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 30'000);
        m_office.strike = {};
        return isOver && process.exitStatus() == QProcess::CrashExit;
    }

    /// The last one sends what is left, in peace.
    bool finish()
    {
        QProcess process;
        start(process, u"never"_s, 1);
        return QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000)
            && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

private:
    void start(QProcess &process, const QString &death, int count) const
    {
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(QCoreApplication::applicationFilePath(),
                      {u"--sender"_s, m_file, m_office.url(), death, QString::number(count)});
    }

    QString m_file;
    PostOffice &m_office;
    QRandomGenerator &m_random;
};

} // namespace

void OutboxKillsTest::oneMessageForEveryTextWhateverIsKilledWhen()
{
    const int kills = isLong() ? 1'000 : 2 * static_cast<int>(deaths().size());
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"safe.sqlite"_s);
    QStringList written;
    {
        SafeDb safe;
        QVERIFY(safe.open(file));
        for (int number = 0; number < kills * textsPerLife; ++number) {
            const QString name = QString::number(number);
            QVERIFY(safe.putDraft({u"r"_s + name}, u"text "_s + name));
            written.append(u"r%1: text %1"_s.arg(number));
        }
    }
    SystemClock clock;
    PostOffice office([&clock] { return clock.now(); });
    QVERIFY(office.isListening);
    QRandomGenerator random(1);
    Lives lives(file, office, random);
    for (int kill = 0; kill < kills; ++kill) {
        const Death &death = deaths().at(kill % deaths().size());
        QVERIFY2(lives.live(death), qPrintable(death.moment));
    }
    QVERIFY(lives.finish());
    office.sent.sort();
    written.sort();
    QCOMPARE(office.sent, written);
    QCOMPARE(QSet<QString>(office.sentIds.cbegin(), office.sentIds.cend()).size(), written.size());
    SafeDb safe;
    QVERIFY(safe.open(file));
    QVERIFY(safe.outgoing()->isEmpty());
    QVERIFY(safe.drafts()->isEmpty());
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == "--sender"_L1) {
        OutboxSender sender({arguments.value(2), arguments.value(3), arguments.value(4), arguments.value(5).toInt()});
        return sender.start() ? QCoreApplication::exec() : 2;
    }
    if (isLong()) {
        qputenv("QTEST_FUNCTION_TIMEOUT", "3600000"); // Qt Test gives up after five minutes
    }
    OutboxKillsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_outboxkills.moc"
