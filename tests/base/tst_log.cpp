#include "app/base/log.h"

#include <QTest>

using namespace greenline;
using namespace Qt::StringLiterals;

class LogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void blanksSecretsAndNumbers_data();
    void blanksSecretsAndNumbers();
};

void LogTest::blanksSecretsAndNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("auth token") << u"token RScctEHSmLGZGywfIhWyRpyofhKOiMoUIpimhvheU3f refused"_s
                                << u"token […] refused"_s;
    QTest::newRow("digest") << u"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"_s << u"[…]"_s;
    QTest::newRow("E.164") << u"visitor +14155550101 wrote"_s << u"visitor [number] wrote"_s;
    QTest::newRow("bare digits") << u"visitor 14155550101"_s << u"visitor [number]"_s;
    QTest::newRow("as people write it") << u"call +1 (415) 555-0101 now"_s << u"call [number] now"_s;
    QTest::newRow("nothing to hide") << u"error-inquiry-taken after 1500 ms"_s
                                     << u"error-inquiry-taken after 1500 ms"_s;
}

void LogTest::blanksSecretsAndNumbers()
{
    QFETCH(QString, text);
    QTEST(redacted(text), "expected");
}

QTEST_GUILESS_MAIN(LogTest)
#include "tst_log.moc"
