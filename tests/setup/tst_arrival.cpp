#include "app/setup/arrival.h"

#include "app/omnichannel/conversation.h"
#include "app/practice/httpsite.h"
#include "twiliobench.h"

#include <QJsonArray>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;

/// A text that is waited for: that it comes, or why it does not.
class ArrivalTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timesWhatArrives();
    void hearsNothingOlderThanItself();
    void hearsOnlyANewWordOfACustomerToTheNumber_data();
    void hearsOnlyANewWordOfACustomerToTheNumber();
    void aLateOneIsAWarning();
    void readsFromTwilioWhyNothingCame_data();
    void readsFromTwilioWhyNothingCame();
    void whatFailedBeforeIsNotBlamed();
    void anUnreadableLogIsUnknown();
    void judges_data();
    void judges();
    void whatIsInAnAddressIsNotPublished();
};

namespace {

const QString phone = u"+14155550123"_s;
const QUrl hook(u"https://chat.example.com/api/v1/livechat/sms-incoming/twilio"_s);

TwilioMessage inboundMessage(const std::optional<int> &errorCode = {})
{
    return {.sid = u"SM1"_s, .status = u"received"_s, .from = phone, .isInbound = true, .errorCode = errorCode};
}

TwilioAlert alertOf(int code, const std::optional<int> &status, const QUrl &url = hook)
{
    return {.sid = u"NO1"_s, .errorCode = code, .resource = u"SM1"_s, .url = url, .httpStatus = status};
}

InboundFacts routeTo(const QString &url)
{
    return {.number = {.sid = u"PN1"_s, .hook = {url, u"POST"_s}}, .wanted = hook};
}

Conversation texted(const QString &room, const QDateTime &at)
{
    return {.id = {room},
            .source = Source::Sms,
            .customerNumber = phone,
            .ourNumber = TwilioBench::number(),
            .lastMessageAt = at};
}

} // namespace

void ArrivalTest::timesWhatArrives()
{
    TwilioBench bench(TwilioBench::scene());
    Arrival arrival(bench.clock);
    arrival.use(*bench.checks);
    QCOMPARE(arrival.outcome().cause, u"not-tried"_s);
    arrival.watch();
    bench.clock.advance(4s);
    QCOMPARE(arrival.left(), 56s);
    arrival.note(texted(u"room1"_s, bench.clock.now()));
    QCOMPARE(arrival.state(), Arrival::State::Arrived);
    QCOMPARE(arrival.room(), RoomId{u"room1"_s});
    QCOMPARE(arrival.took(), 4s);
    QCOMPARE(arrival.outcome().verdict, CheckVerdict::Passed);
    QSignalSpy changed(&arrival, &Arrival::changed);
    arrival.note(texted(u"room2"_s, bench.clock.now()));
    bench.clock.advance(2min);
    QCOMPARE(changed.count(), 0);
}

void ArrivalTest::hearsNothingOlderThanItself()
{
    TwilioBench bench(TwilioBench::scene());
    Arrival arrival(bench.clock);
    arrival.use(*bench.checks);
    arrival.note(texted(u"room1"_s, bench.clock.now()));
    QCOMPARE(arrival.state(), Arrival::State::Idle);
    arrival.watch();
    arrival.note(texted(u"room1"_s, bench.clock.now().addSecs(-3600)));
    QCOMPARE(arrival.state(), Arrival::State::Waiting);
}

void ArrivalTest::hearsOnlyANewWordOfACustomerToTheNumber_data()
{
    QTest::addColumn<int>("before"); // seconds before the watch: the last word that was there when it began; 0: none
    QTest::addColumn<int>("after"); // seconds after its begin: the word that is told of
    QTest::addColumn<QString>("to");
    QTest::addColumn<bool>("isOurs");
    QTest::addColumn<bool>("counts");
    const QString us = TwilioBench::number();
    QTest::newRow("a new conversation") << 0 << 5 << us << false << true;
    QTest::newRow("by a clock that is behind") << 0 << -200 << us << false << true;
    QTest::newRow("to a number that is not told") << 0 << 5 << QString() << false << true;
    QTest::newRow("to digits") << 0 << 5 << us.mid(1) << false << true;
    QTest::newRow("to another of our numbers") << 0 << 5 << u"+14155550198"_s << false << false;
    QTest::newRow("the answer of an agent") << 0 << 5 << us << true << false;
    QTest::newRow("a word that was there") << 100 << -100 << us << false << false;
    QTest::newRow("a later word") << 100 << 5 << us << false << true;
    QTest::newRow("a later word, by a clock that is behind") << 100 << -50 << us << false << true;
}

void ArrivalTest::hearsOnlyANewWordOfACustomerToTheNumber()
{
    QFETCH(int, before);
    QFETCH(int, after);
    QFETCH(QString, to);
    QFETCH(bool, isOurs);
    TwilioBench bench(TwilioBench::scene());
    Arrival arrival(bench.clock);
    arrival.use(*bench.checks);
    arrival.watch();
    const QDateTime begin = bench.clock.now();
    if (before) {
        arrival.remember(texted(u"room1"_s, begin.addSecs(-before)));
    }
    Conversation told = texted(u"room1"_s, begin.addSecs(after));
    told.ourNumber = to;
    told.isPreviewOurs = isOurs;
    arrival.note(told);
    QTEST(arrival.state() == Arrival::State::Arrived, "counts");
}

void ArrivalTest::aLateOneIsAWarning()
{
    TwilioBench bench(TwilioBench::scene());
    Arrival arrival(bench.clock);
    arrival.use(*bench.checks);
    arrival.watch();
    bench.clock.advance(61s);
    QTRY_COMPARE(arrival.state(), Arrival::State::Missed);
    arrival.note(texted(u"room1"_s, bench.clock.now()));
    QCOMPARE(arrival.outcome().verdict, CheckVerdict::Warning);
    QCOMPARE(arrival.outcome().cause, u"arrival-late"_s);
}

void ArrivalTest::readsFromTwilioWhyNothingCame_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("cause");
    QTest::newRow("nobody texted") << 0 << u"nothing-arrived"_s;
    QTest::newRow("signature refused") << 400 << u"arrival-refused-by-workspace"_s;
    QTest::newRow("a login before it") << 403 << u"arrival-refused-by-proxy"_s;
    QTest::newRow("no such address") << 404 << u"arrival-wrong-path"_s;
    QTest::newRow("limiter") << 429 << u"arrival-limited"_s;
    QTest::newRow("trouble") << 502 << u"arrival-server-trouble"_s;
}

/// The workspace at the other end answers every text with the status.
void ArrivalTest::readsFromTwilioWhyNothingCame()
{
    QFETCH(int, status);
    practice::HttpSite site([status](const practice::HttpRequest &, const std::shared_ptr<practice::HttpReply> &reply) {
        reply->answer({status, "application/json", R"({"success":false})", {}});
    });
    QVERIFY(site.listen(0).isOk());
    const QUrl address(u"http://127.0.0.1:%1"_s.arg(site.port()));
    practice::TwilioScene scene;
    scene.numbers = {{{u"phone_number"_s, TwilioBench::number()}, {u"sms_url"_s, workspaceHook(address).toString()}}};
    TwilioBench bench(scene);
    bench.checks->setSiteUrl(address);
    Arrival arrival(bench.clock);
    arrival.use(*bench.checks);
    arrival.watch();
    QTRY_COMPARE(bench.twilio.calls("GET", u"/Messages"_s), 1);
    if (status != 0) {
        QSignalSpy delivered(&bench.twilio, &practice::PracticeTwilio::delivered);
        bench.twilio.deliver({phone, TwilioBench::number(), u"Hello"_s});
        QTRY_COMPARE(delivered.count(), 1);
    }
    QVERIFY(bench.waitFor([&arrival] { return arrival.state() == Arrival::State::Missed; }));
    QCOMPARE(arrival.outcome().verdict, CheckVerdict::Failed);
    QTEST(arrival.outcome().cause, "cause");
}

void ArrivalTest::whatFailedBeforeIsNotBlamed()
{
    practice::TwilioScene scene = TwilioBench::scene();
    scene.messages = {{{u"sid"_s, u"SM1"_s},
                       {u"to"_s, TwilioBench::number()},
                       {u"direction"_s, u"inbound"_s},
                       {u"error_code"_s, 11200}}};
    TwilioBench bench(scene);
    Arrival arrival(bench.clock);
    arrival.use(*bench.checks);
    arrival.watch();
    QVERIFY(bench.waitFor([&arrival] { return arrival.state() == Arrival::State::Missed; }));
    QCOMPARE(arrival.outcome().cause, u"nothing-arrived"_s);
}

void ArrivalTest::anUnreadableLogIsUnknown()
{
    practice::TwilioScene scene = TwilioBench::scene();
    practice::TwilioMischief fault;
    fault.kind = practice::TwilioMischief::Kind::Trouble;
    scene.faults = {fault};
    TwilioBench bench(scene);
    Arrival arrival(bench.clock);
    arrival.use(*bench.checks);
    arrival.watch();
    bench.clock.advance(60s);
    QTRY_COMPARE(arrival.state(), Arrival::State::Missed);
    QCOMPARE(arrival.outcome().verdict, CheckVerdict::Unknown);
}

void ArrivalTest::judges_data()
{
    QTest::addColumn<ArrivalTrace>("trace");
    QTest::addColumn<QString>("cause");
    InboundFacts dropped = routeTo(hook.toString());
    dropped.service = TwilioService{.sid = u"MG1"_s};
    const QUrl other(u"https://studio.example.com/flow"_s);
    const auto row = [](const char *name, const QList<TwilioMessage> &messages, const QList<TwilioAlert> &alerts,
                        const std::optional<InboundFacts> &inbound, const QString &cause) {
        QTest::newRow(name) << ArrivalTrace{messages, alerts, inbound, hook, {}} << cause;
    };
    row("dropped by a service", {}, {}, dropped, u"hook-dropped"_s);
    row("nothing logged", {}, {}, routeTo(hook.toString()), u"nothing-arrived"_s);
    row("refused", {inboundMessage()}, {alertOf(11200, 403)}, {}, u"arrival-refused-by-proxy"_s);
    row("a broken chain", {inboundMessage()}, {alertOf(11237, {})}, {}, u"alert-11237"_s);
    row("another address called", {inboundMessage()}, {alertOf(11200, 404, other)}, {}, u"arrival-other-url"_s);
    row("a code of tomorrow", {inboundMessage()}, {alertOf(19999, {})}, {}, u"alert-other"_s);
    row("the alert is late", {inboundMessage(11205)}, {}, {}, u"alert-11205"_s);
    row("another address, which liked it", {inboundMessage()}, {}, routeTo(other.toString()), u"arrival-other-url"_s);
    row("nobody is called", {inboundMessage()}, {}, routeTo({}), u"hook-not-set"_s);
    row("taken, and seen by nobody", {inboundMessage()}, {}, routeTo(hook.toString()), u"arrived-at-twilio-only"_s);
}

void ArrivalTest::judges()
{
    QFETCH(ArrivalTrace, trace);
    QTEST(judgeArrival(trace).cause, "cause");
    QCOMPARE(judgeArrival(trace).verdict, CheckVerdict::Failed);
}

void ArrivalTest::whatIsInAnAddressIsNotPublished()
{
    const QString secret = u"https://me:s3cret@bots.example.com/sms?key=s3cret"_s;
    const QList<ArrivalTrace> traces{{{inboundMessage()}, {alertOf(11200, 404, QUrl(secret))}, {}, hook, {}},
                                     {{inboundMessage()}, {}, routeTo(secret), hook, {}}};
    for (const ArrivalTrace &trace : traces) {
        const CheckOutcome outcome = judgeArrival(trace);
        QCOMPARE(outcome.cause, u"arrival-other-url"_s);
        QVERIFY(!outcome.values.join(u' ').contains("s3cret"_L1));
        QVERIFY(!outcome.evidence.first().answered.contains("s3cret"_L1));
    }
}

QTEST_GUILESS_MAIN(ArrivalTest)
#include "tst_arrival.moc"
