#include "app/base/then.h"

#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

class ThenTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void carriesValueOrError();
    void isSilentWhenItsContextDied();
};

void ThenTest::carriesValueOrError()
{
    QStringList heard;
    const Then<int> then(this, [&heard](const Result<int> &result) {
        heard.append(result ? QString::number(*result) : result.error().code);
    });
    then(42);
    then(Error{.kind = Error::Kind::Rejected, .detail = u"detail"_s, .code = u"code"_s});
    QCOMPARE(heard, (QStringList{u"42"_s, u"code"_s}));
}

void ThenTest::isSilentWhenItsContextDied()
{
    int calls = 0;
    auto context = std::make_unique<QObject>();
    const Then<Done> then(context.get(), [&calls](const Status &) { ++calls; });
    then(Done());
    context.reset();
    then(Done());
    QCOMPARE(calls, 1);
}

QTEST_GUILESS_MAIN(ThenTest)
#include "tst_then.moc"
