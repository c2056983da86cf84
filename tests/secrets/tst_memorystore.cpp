#include "app/secrets/memorystore.h"

#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

class MemoryStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void keepsUntilRemoved();
    void storesDoNotShare();
};

namespace {

QString readBack(SecretStore &store, const QString &key)
{
    QObject context;
    QString answer = u"unanswered"_s;
    store.read(key, {&context, [&answer](const Result<QString> &secret) {
                         answer = secret ? *secret : u"error %1"_s.arg(int(secret.error().kind));
                     }});
    return answer;
}

const QString notFound = u"error %1"_s.arg(int(Error::Kind::NotFound));

} // namespace

void MemoryStoreTest::keepsUntilRemoved()
{
    MemoryStore store;
    int done = 0;
    const Then<Done> count(this, [&done](const Status &status) { done += status ? 1 : 0; });
    QCOMPARE(readBack(store, u"a"_s), notFound);
    store.write(u"a"_s, u"one"_s, count);
    store.write(u"a"_s, u"zwö"_s, count);
    QCOMPARE(readBack(store, u"a"_s), u"zwö"_s);
    store.remove(u"a"_s, count);
    store.remove(u"a"_s, count);
    QCOMPARE(readBack(store, u"a"_s), notFound);
    QCOMPARE(done, 4);
}

void MemoryStoreTest::storesDoNotShare()
{
    MemoryStore one;
    MemoryStore other;
    one.write(u"a"_s, u"secret"_s, {this, [](const Status &) {}});
    QCOMPARE(readBack(other, u"a"_s), notFound);
}

QTEST_GUILESS_MAIN(MemoryStoreTest)
#include "tst_memorystore.moc"
