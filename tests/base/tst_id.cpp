#include "app/base/id.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

class IdTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void newIdsHaveMeteorsForm();
    void newIdsDiffer();
};

void IdTest::newIdsHaveMeteorsForm()
{
    static const QRegularExpression form(u"^[23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz]{17}$"_s);
    for (int count = 0; count < 1000; ++count) {
        const MessageId id = newMessageId();
        QVERIFY2(form.match(id.value).hasMatch(), qPrintable(id.value));
    }
}

void IdTest::newIdsDiffer()
{
    QSet<MessageId> ids;
    for (int count = 0; count < 10'000; ++count) {
        ids.insert(newMessageId());
    }
    QCOMPARE(ids.size(), 10'000);
}

QTEST_GUILESS_MAIN(IdTest)
#include "tst_id.moc"
