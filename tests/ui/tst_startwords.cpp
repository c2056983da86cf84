#include "app/http/neversent.h"
#include "app/rest/envelope.h"
#include "ui/outbound/startwords.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

Error refused(const QString &words, const QString &code = {})
{
    return {Error::Kind::Rejected, u"HTTP 400 "_s + words, code};
}

} // namespace

/// What is said of a first text that did not leave, or may have.
class StartWordsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsWhatMayHaveLeft_data();
    void knowsWhatMayHaveLeft();
    void saysNothingWasSentOnlyWhenThatIsKnown_data();
    void saysNothingWasSentOnlyWhenThatIsKnown();
};

void StartWordsTest::knowsWhatMayHaveLeft_data()
{
    using Kind = Error::Kind;
    QTest::addColumn<Error>("error");
    QTest::addColumn<bool>("mayHave");
    QTest::newRow("refused by Twilio") << refused(u"Invalid 'To' Phone Number"_s) << false;
    QTest::newRow("refused by Twilio, with a code") << refused(u"Twilio said 21610"_s) << false;
    QTest::newRow("refused by the workspace")
        << refused(u"error-invalid-department"_s, u"error-invalid-department"_s) << false;
    QTest::newRow("not as the workspace wants it")
        << refused(u"must have required property 'to' [invalid-params]"_s, u"invalid-params"_s) << false;
    QTest::newRow("not allowed") << Error{Kind::Forbidden, {}} << false;
    QTest::newRow("too many") << Error{Kind::RateLimited, {}} << false;
    QTest::newRow("signed out") << Error{Kind::Unauthorized, {}} << false;
    QTest::newRow("the workspace knows no such app") << Error{Kind::NotFound, u"HTTP 404"_s} << false;
    QTest::newRow("a page instead of JSON") << Error{Kind::NotFound, u"HTTP 200"_s, QString(noSuchRoute)} << true;
    QTest::newRow("no answer") << Error{Kind::Timeout, {}} << true;
    QTest::newRow("no line") << Error{Kind::Network, {}, QString(neverSent)} << false;
    QTest::newRow("no line in time") << Error{Kind::Timeout, {}, QString(neverSent)} << false;
    QTest::newRow("cut off") << Error{Kind::Network, {}} << true;
    QTest::newRow("a proxy's page") << Error{Kind::Protocol, {}} << true;
    QTest::newRow("the app gave up waiting") << refused(u"timeout of 30000ms exceeded"_s) << true;
    QTest::newRow("the app's request timed out") << refused(u"Request timed out"_s) << true;
    QTest::newRow("the app was cut off") << refused(u"socket hang up"_s) << true;
    QTest::newRow("the app's line broke") << refused(u"read ECONNRESET"_s) << true;
    QTest::newRow("the app's line broke, in a word") << refused(u"ECONNRESET"_s, u"ECONNRESET"_s) << true;
    QTest::newRow("the app's fetch failed") << refused(u"fetch failed"_s) << true;
    QTest::newRow("a gateway before the provider") << refused(u"Bad Gateway"_s) << true;
    QTest::newRow("no words at all") << refused({}) << true;
}

void StartWordsTest::knowsWhatMayHaveLeft()
{
    QFETCH(Error, error);
    QTEST(mayHaveLeft(error), "mayHave");
    const bool saysUnknown = startProblem(error).happened == "It is not known whether the text left."_L1;
    QTEST(saysUnknown, "mayHave");
}

void StartWordsTest::saysNothingWasSentOnlyWhenThatIsKnown_data()
{
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("repeated");
    QTest::newRow("Twilio's no") << refused(u"Invalid 'To' Phone Number"_s) << u"Nothing was sent, and"_s
                                 << u"Twilio does not know the customer's number"_s;
    QTest::newRow("the workspace's no") << refused(u"error-invalid-agent"_s, u"error-invalid-agent"_s)
                                        << u"This agent may not be chosen"_s << u"This agent may not be chosen"_s;
    QTest::newRow("a no without words of ours")
        << refused(u"error-of-its-own"_s, u"error-of-its-own"_s) << u"so nothing was sent."_s
        << u"The workspace or its provider refused it this time."_s;
    QTest::newRow("no line") << Error{Error::Kind::Network, {}, QString(neverSent)} << u"Nothing was sent, and"_s
                             << u"There is no connection to the workspace."_s;
    QTest::newRow("not allowed") << Error{Error::Kind::Forbidden, {}} << u"You may not start conversations"_s
                                 << u"You may not start conversations"_s;
}

void StartWordsTest::saysNothingWasSentOnlyWhenThatIsKnown()
{
    QFETCH(Error, error);
    QFETCH(QString, first);
    QFETCH(QString, repeated);
    const QString said = startProblem(error).oneLine();
    QVERIFY2(said.contains(first), qPrintable(said));
    const QString saidAgain = repeatProblem(error).oneLine();
    QVERIFY2(saidAgain.startsWith(repeated), qPrintable(saidAgain));
    QVERIFY2(!saidAgain.contains("nothing was sent"_L1, Qt::CaseInsensitive), qPrintable(saidAgain));
    QVERIFY2(saidAgain.endsWith("It is still not known whether the text left before."_L1), qPrintable(saidAgain));
}

QTEST_APPLESS_MAIN(StartWordsTest)
#include "tst_startwords.moc"
