#include "ui/memorykeeper.h"

#include <QFile>
#include <QTest>

#include <list>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;

class MemoryKeeperTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givesBackWhatALargeTextTook();
};

namespace {

/// Of this process, in MB; 0 where that is not told.
qint64 residentMemory()
{
    QFile status(u"/proc/self/statm"_s);
    return status.open(QIODevice::ReadOnly) ? status.readAll().split(' ').value(1).toLongLong() * 4096 >> 20 : 0;
}

} // namespace

void MemoryKeeperTest::givesBackWhatALargeTextTook()
{
#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)
    QSKIP("nothing is kept: the heap is not glibc's");
#endif
    ManualClock clock;
    const MemoryKeeper keeper(clock);
    const qint64 before = residentMemory();
    std::list<QByteArray> pieces;
    for (int piece = 0; piece < 400'000; ++piece) {
        pieces.emplace_back(100, 'x');
    }
    QVERIFY(residentMemory() > before + 40);
    const QByteArray pin(100, 'x'); // at the upper end of the heap: what is below stays, if nobody asks for it
    pieces.clear();
    QVERIFY2(residentMemory() > before + 40, "the library gives back by itself");
    clock.advance(31s);
    QVERIFY2(residentMemory() < before + 20, qPrintable(QString::number(residentMemory() - before)));
}

QTEST_GUILESS_MAIN(MemoryKeeperTest)
#include "tst_memorykeeper.moc"
