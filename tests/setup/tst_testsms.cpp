#include "app/setup/testsms.h"

#include "twiliobench.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace greenline;
using practice::TwilioMischief;

/// A test SMS from its sending to its end, over a real socket, and what is said when Twilio does not answer.
class TestSmsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsAsTwilioSays_data();
    void endsAsTwilioSays();
    void aLostAnswerIsLookedUpAndNeverSentAgain_data();
    void aLostAnswerIsLookedUpAndNeverSentAgain();
    void nothingIsSentWhenTwilioDoesNotAnswer();
    void keepsFollowingWhenAnAnswerIsLost();
    void isSentOnceHoweverOftenItIsStarted();
    void forgetsATestOfAnotherNumber();
};

namespace {

const QString phone = u"+14155550123"_s;

TwilioMischief mischief(TwilioMischief::Kind kind, const QString &method, int count, bool isDone = false)
{
    TwilioMischief fault;
    fault.kind = kind;
    fault.path = u"/Messages"_s;
    fault.method = method;
    fault.count = count;
    fault.isDone = isDone;
    return fault;
}

bool hasEnded(const TestSms &sms)
{
    return sms.state() != TestSms::State::Idle && !sms.isUnderway();
}

} // namespace

void TestSmsTest::endsAsTwilioSays_data()
{
    QTest::addColumn<QJsonValue>("outcome");
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::addColumn<QString>("cause");
    QTest::newRow("delivered") << QJsonValue() << CheckVerdict::Passed << QString();
    QTest::newRow("no receipts") << QJsonValue(u"sent"_s) << CheckVerdict::Warning << u"sms-handed-over"_s;
    QTest::newRow("not registered") << QJsonValue(30034) << CheckVerdict::Failed << u"sms-30034"_s;
    QTest::newRow("a trial's stranger") << QJsonValue(21608) << CheckVerdict::Failed << u"sms-21608"_s;
    QTest::newRow("opted out") << QJsonValue(21610) << CheckVerdict::Failed << u"sms-21610"_s;
}

void TestSmsTest::endsAsTwilioSays()
{
    QFETCH(QJsonValue, outcome);
    practice::TwilioScene scene = TwilioBench::scene();
    scene.outcomes.insert(phone, outcome);
    TwilioBench bench(scene);
    TestSms sms(bench.clock);
    QCOMPARE(sms.outcome().cause, u"not-tried"_s);
    sms.use(*bench.checks);
    sms.start(phone, u"Test"_s);
    QVERIFY(sms.isUnderway());
    QVERIFY(bench.waitFor([&sms] { return hasEnded(sms); }));
    QTEST(sms.outcome().verdict, "verdict");
    QTEST(sms.outcome().cause, "cause");
    QVERIFY(bench.twilio.sent().size() <= 1);
    QCOMPARE(bench.twilio.calls("POST", u"/Messages"_s), 1);
}

void TestSmsTest::aLostAnswerIsLookedUpAndNeverSentAgain_data()
{
    QTest::addColumn<TwilioMischief::Kind>("kind");
    QTest::addColumn<bool>("hasLeft");
    using Kind = TwilioMischief::Kind;
    QTest::newRow("reset, and it left") << Kind::Reset << true;
    QTest::newRow("reset, and it did not") << Kind::Reset << false;
    QTest::newRow("500, and it left") << Kind::Trouble << true;
    QTest::newRow("a page, and it did not") << Kind::Html << false;
    QTest::newRow("half an answer, and it left") << Kind::Truncated << true;
}

void TestSmsTest::aLostAnswerIsLookedUpAndNeverSentAgain()
{
    QFETCH(TwilioMischief::Kind, kind);
    QFETCH(bool, hasLeft);
    TwilioBench bench(TwilioBench::scene());
    TestSms sms(bench.clock);
    sms.use(*bench.checks);
    sms.start(phone, u"One"_s); // of a moment ago, and not to be taken for the next
    QVERIFY(bench.waitFor([&sms] { return hasEnded(sms); }));
    bench.twilio.addFault(mischief(kind, u"POST"_s, 1, hasLeft));
    sms.start(phone, u"Two"_s);
    QVERIFY(bench.waitFor([&sms] { return hasEnded(sms); }));
    QCOMPARE(sms.state(), hasLeft ? TestSms::State::Delivered : TestSms::State::Unknown);
    QCOMPARE(sms.outcome().cause, hasLeft ? QString() : u"sms-not-known-whether-left"_s);
    QCOMPARE(bench.twilio.calls("POST", u"/Messages"_s), 2);
    QCOMPARE(bench.twilio.sent().size(), hasLeft ? 2 : 1);
}

void TestSmsTest::nothingIsSentWhenTwilioDoesNotAnswer()
{
    TwilioBench bench(TwilioBench::scene());
    bench.twilio.addFault(mischief(TwilioMischief::Kind::Trouble, {}, -1));
    TestSms sms(bench.clock);
    sms.use(*bench.checks);
    sms.start(phone, u"Test"_s);
    QVERIFY(bench.waitFor([&sms] { return hasEnded(sms); }));
    QCOMPARE(sms.outcome().verdict, CheckVerdict::Failed);
    QCOMPARE(sms.outcome().cause, u"twilio-trouble"_s);
    QCOMPARE(bench.twilio.calls("POST", u"/Messages"_s), 0);
}

void TestSmsTest::keepsFollowingWhenAnAnswerIsLost()
{
    TwilioBench bench(TwilioBench::scene());
    TestSms sms(bench.clock);
    sms.use(*bench.checks);
    sms.start(phone, u"Test"_s);
    QTRY_COMPARE(sms.state(), TestSms::State::Following);
    bench.twilio.addFault(mischief(TwilioMischief::Kind::Reset, u"GET"_s, 2));
    QVERIFY(bench.waitFor([&sms] { return hasEnded(sms); }));
    QCOMPARE(sms.state(), TestSms::State::Delivered);
}

void TestSmsTest::isSentOnceHoweverOftenItIsStarted()
{
    TwilioBench bench(TwilioBench::scene());
    TestSms sms(bench.clock);
    sms.use(*bench.checks);
    sms.start(phone, u"Test"_s);
    sms.start(phone, u"Test"_s);
    QTRY_COMPARE(sms.state(), TestSms::State::Following);
    sms.start(phone, u"Test"_s);
    QVERIFY(bench.waitFor([&sms] { return hasEnded(sms); }));
    QCOMPARE(bench.twilio.sent().size(), 1);
}

void TestSmsTest::forgetsATestOfAnotherNumber()
{
    TwilioBench bench(TwilioBench::scene());
    TestSms sms(bench.clock);
    sms.use(*bench.checks);
    sms.start(phone, u"Test"_s);
    QTRY_COMPARE(sms.state(), TestSms::State::Following);
    sms.use(*bench.checks);
    QCOMPARE(sms.state(), TestSms::State::Idle);
    QSignalSpy changed(&sms, &TestSms::changed);
    QTRY_VERIFY(bench.twilio.calls("GET", u"/Messages"_s) > 0);
    bench.clock.advance(std::chrono::minutes(2));
    QCOMPARE(changed.count(), 0);
}

QTEST_GUILESS_MAIN(TestSmsTest)
#include "tst_testsms.moc"
