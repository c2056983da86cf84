#include "app/practice/httpsite.h"
#include "app/practice/practicetwilio.h"
#include "app/practice/twilioscene.h"
#include "app/setup/checkrunner.h"
#include "app/setup/numberchecks.h"
#include "app/setup/numbershop.h"
#include "app/setup/repairs.h"
#include "app/setup/testsms.h"
#include "app/setup/twiliochecks.h"

#include <QJsonDocument>
#include <QTest>
#include <QTestEventLoop>
#include <QTimer>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;

/// Every call of Twilio's API goes wrong in every way: what is said of it is honest, nothing that costs or texts is
/// done twice, and the login goes to nobody else.
class TwilioFaultsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatCannotBeReadIsNotJudged_data();
    void whatCannotBeReadIsNotJudged();
    void aTextIsSentOnce_data();
    void aTextIsSentOnce();
    void aNumberIsBoughtOnce_data();
    void aNumberIsBoughtOnce();
    void aRepairIsSentOnce_data();
    void aRepairIsSentOnce();
};

namespace {

const QString account = u"AC0123456789abcdef0123456789abcdef"_s;
const QString token = u"fedcba9876543210fedcba9876543210"_s;
const QString ownNumber = u"+14155550100"_s;
const QString forSale = u"+14155550170"_s;
constexpr int patience = 20; // seconds

struct Fault {
    const char *name;
    const char *json;
    const char *cause; ///< Of a check that reads; of what could not be read.
};

constexpr std::array faults{
    Fault{"busy", R"("kind":"busy")", "twilio-busy"},
    Fault{"busy, come back", R"("kind":"busy","retryAfter":1)", "twilio-busy"},
    Fault{"busy, come back tomorrow", R"("kind":"busy","retryAfter":3600)", "twilio-busy"},
    Fault{"busy once", R"("kind":"busy","count":1)", ""},
    Fault{"trouble", R"("kind":"trouble")", "twilio-trouble"},
    Fault{"no answer", R"("kind":"hang")", "twilio-unreachable"},
    Fault{"reset", R"("kind":"reset")", "twilio-unreachable"},
    Fault{"truncated", R"("kind":"truncated")", "twilio-unreachable"},
    Fault{"a page", R"("kind":"html")", "not-twilio"},
    Fault{"bad JSON", R"("kind":"bad-json")", "not-twilio"},
    Fault{"redirected", R"("kind":"redirect","location":"@stranger/")", "not-twilio"},
};

struct ReadCall {
    const char *name;
    const char *path;
    const char *check;
};

constexpr std::array readCalls{
    ReadCall{"account", "abcdef.json", "twilio.account"},
    ReadCall{"balance", "/Balance.json", "twilio.balance"},
    ReadCall{"numbers", "/IncomingPhoneNumbers.json", "number.owned"},
    ReadCall{"campaign", "/Compliance/Usa2p", "number.registration"},
    ReadCall{"alerts", "/v1/Alerts", "number.reach"},
    ReadCall{"recipients", "/OutgoingCallerIds.json", "number.reach"},
    ReadCall{"messages", "/Messages.json", "number.reach"},
    ReadCall{"number", "/IncomingPhoneNumbers/PN1.json", "webhook.route"},
    ReadCall{"services", "/v1/Services", "webhook.route"},
    ReadCall{"members", "/v1/Services/MG1/PhoneNumbers", "webhook.route"},
    ReadCall{"application", "/Applications/AP1.json", "webhook.route"},
};

/// A trial account whose number needs every call there is.
const QByteArray wholeScene = R"({
    "account": {"type": "Trial"}, "callers": ["+14155550199"],
    "numbers": [{"sid": "PN1", "phone_number": "+14155550100", "sms_application_sid": "AP1"}],
    "applications": [{"sid": "AP1",
        "sms_url": "https://chat.example.com/api/v1/livechat/sms-incoming/twilio"}],
    "services": [{"sid": "MG1", "friendly_name": "Support", "use_inbound_webhook_on_number": true,
        "us_app_to_person_registered": true, "campaign": {"campaign_status": "VERIFIED"}, "numbers": ["PN1"]}]})";

struct Place {
    explicit Place(const QByteArray &scene = wholeScene)
        : stranger([this](const practice::HttpRequest &, const std::shared_ptr<practice::HttpReply> &reply) {
            ++strangersCalls;
            reply->answer({200, "application/json", "{}", {}});
        })
        , twilio(account, token, clock)
        , rest(http, clock)
        , settings(rest, ServerFeatures(ServerVersion{8, 8}))
        , repairs(settings)
        , testSms(clock)
    {
        isListening = stranger.listen(0).isOk() && twilio.start().isOk();
        twilio.setScene(practice::TwilioScene::fromJson(QJsonDocument::fromJson(scene).object()));
        const QUrl base = twilio.url();
        client = std::make_unique<TwilioClient>(TwilioClient::Needs{http, clock, {base, base, base, base, base}, 150ms},
                                                TwilioLogin{account, {}, token});
        checks = std::make_unique<TwilioChecks>(*client,
                                                TwilioChecks::Plan{ownNumber, QUrl(u"https://chat.example.com"_s)});
        numberChecks = std::make_unique<NumberChecks>(*client, clock,
                                                      NumberChecks::Subject{[this] { return checks->account(); },
                                                                            [this] { return checks->number(); },
                                                                            [this] { return checks->numbers(); }});
        runner = std::make_unique<CheckRunner>(checks->checks() + numberChecks->checks());
        shop = std::make_unique<NumberShop>(*client, clock);
        repairs.use(*checks, *numberChecks);
        testSms.use(*checks);
        tick.callOnTimeout([this] {
            clock.advance(200ms);
            if (isOver && isOver()) {
                loop.exitLoop();
            }
        });
        tick.start(2ms);
    }
    void spoil(const QByteArray &fault, const QByteArray &method, const QByteArray &path)
    {
        QByteArray json = R"({"method":")" + method + R"(","path":")" + path + R"(",)" + fault + '}';
        json.replace("@stranger", "http://127.0.0.1:" + QByteArray::number(stranger.port()));
        twilio.addFault(practice::TwilioMischief::fromJson(QJsonDocument::fromJson(json).object()));
    }
    bool wait(const std::function<bool()> &until)
    {
        isOver = until;
        loop.enterLoop(patience);
        isOver = {};
        return until();
    }
    bool run(const QString &id)
    {
        runner->run(id);
        return wait([this] { return !runner->isRunning(); }) && runner->outcome(id);
    }
    Status repair(const RepairPlan &plan)
    {
        std::optional<Status> done;
        repairs.carryOut(plan, {}, {&life, [&done](const Status &status) {
                                        Q_ASSERT(!done);
                                        done.emplace(status);
                                    }});
        wait([&done] { return done.has_value(); });
        return done.value_or(Error{Error::Kind::Cancelled, u"no answer in the test"_s});
    }

    ManualClock clock;
    HttpClient http;
    QObject life;
    int strangersCalls = 0;
    practice::HttpSite stranger;
    practice::PracticeTwilio twilio;
    RestClient rest;
    SettingsApi settings;
    std::unique_ptr<TwilioClient> client;
    std::unique_ptr<TwilioChecks> checks;
    std::unique_ptr<NumberChecks> numberChecks;
    std::unique_ptr<CheckRunner> runner;
    std::unique_ptr<NumberShop> shop;
    Repairs repairs;
    TestSms testSms;
    QTestEventLoop loop;
    std::function<bool()> isOver;
    QTimer tick; // moves the clock on
    bool isListening = false;
};

bool isBusy(const Fault &fault)
{
    return QByteArray(fault.name).startsWith("busy");
}

const Fault &faultNamed(const QByteArray &name)
{
    const auto fault
        = std::find_if(faults.begin(), faults.end(), [&name](const Fault &one) { return name == one.name; });
    Q_ASSERT(fault != faults.end());
    return *fault;
}

void addFaultRows()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<bool>("isDone"); // although the answer was spoilt
    for (const Fault &fault : faults) {
        QTest::addRow("%s", fault.name) << QByteArray(fault.name) << false;
        if (!isBusy(fault)) { // 429 says that nothing was done
            QTest::addRow("%s, but done", fault.name) << QByteArray(fault.name) << true;
        }
    }
}

QByteArray spoilt(const Fault &fault, bool isDone)
{
    return QByteArray(fault.json) + (isDone ? R"(,"isDone":true)" : "");
}

} // namespace

void TwilioFaultsTest::whatCannotBeReadIsNotJudged_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QString>("check");
    QTest::addColumn<QByteArray>("fault");
    for (const ReadCall &call : readCalls) {
        for (const Fault &fault : faults) {
            QTest::addRow("%s: %s", call.name, fault.name)
                << QByteArray(call.path) << QString::fromLatin1(call.check) << QByteArray(fault.name);
        }
    }
}

void TwilioFaultsTest::whatCannotBeReadIsNotJudged()
{
    QFETCH(QByteArray, path);
    QFETCH(QString, check);
    QFETCH(QByteArray, fault);
    Place place;
    QVERIFY(place.isListening);
    const Fault &wrong = faultNamed(fault);
    place.spoil(wrong.json, "GET", path);
    QVERIFY(place.run(check));
    const CheckOutcome outcome = *place.runner->outcome(check);
    QCOMPARE(place.strangersCalls, 0);
    const QString cause = QString::fromLatin1(wrong.cause);
    if (cause.isEmpty()) {
        QVERIFY(outcome.verdict == CheckVerdict::Passed || outcome.verdict == CheckVerdict::Warning);
        return;
    }
    QCOMPARE(outcome.verdict, CheckVerdict::Unknown);
    QCOMPARE(outcome.cause, check == "twilio.balance"_L1 ? u"balance-unreadable"_s : cause);
    QVERIFY(!outcome.evidence.isEmpty() && outcome.repairs.isEmpty());
}

void TwilioFaultsTest::aTextIsSentOnce_data()
{
    addFaultRows();
}

void TwilioFaultsTest::aTextIsSentOnce()
{
    QFETCH(QByteArray, fault);
    QFETCH(bool, isDone);
    Place place(R"({"numbers":[{"phone_number":"+14155550100"}]})");
    const Fault &wrong = faultNamed(fault);
    place.spoil(spoilt(wrong, isDone), "POST", "/Messages.json");
    place.testSms.start(u"+14155550199"_s, u"Test"_s);
    QVERIFY(place.wait([&place] { return !place.testSms.isUnderway(); }));
    const bool isSent = isDone || fault == "busy once";
    QCOMPARE(place.twilio.sent().size(), isSent ? 1 : 0);
    if (!isBusy(wrong)) {
        QCOMPARE(place.twilio.calls("POST", u"/Messages.json"_s), 1);
    }
    QCOMPARE(place.testSms.state() == TestSms::State::Delivered, isSent);
    QVERIFY(isSent || !place.testSms.outcome().cause.isEmpty());
    QVERIFY(place.testSms.outcome().cause != "wrong-token"_L1);
    QCOMPARE(place.strangersCalls, 0);
}

void TwilioFaultsTest::aNumberIsBoughtOnce_data()
{
    addFaultRows();
}

void TwilioFaultsTest::aNumberIsBoughtOnce()
{
    QFETCH(QByteArray, fault);
    QFETCH(bool, isDone);
    Place place("{}");
    const Fault &wrong = faultNamed(fault);
    place.spoil(spoilt(wrong, isDone), "POST", "/IncomingPhoneNumbers.json");
    std::optional<Result<NumberPurchase>> bought;
    place.shop->buy(forSale, {}, {&place.life, [&bought](const auto &result) { bought.emplace(result); }});
    QVERIFY(place.wait([&bought] { return bought.has_value(); }));
    const bool isOurs = isDone || fault == "busy once";
    QVERIFY(bought->isOk());
    // Twilio may still be at it when nobody waits any more.
    const auto otherwise = fault == "no answer" ? NumberPurchase::Fate::Unknown : NumberPurchase::Fate::NotBought;
    QCOMPARE((*bought)->fate, isOurs ? NumberPurchase::Fate::Bought : otherwise);
    QCOMPARE(place.twilio.changes().size(), isOurs ? 1 : 0);
    if (!isBusy(wrong)) {
        QCOMPARE(place.twilio.calls("POST", u"/IncomingPhoneNumbers"_s), 1);
        QVERIFY((*bought)->wasLookedUp);
    }
    QCOMPARE(place.strangersCalls, 0);
}

void TwilioFaultsTest::aRepairIsSentOnce_data()
{
    QTest::addColumn<QByteArray>("scene");
    QTest::addColumn<QString>("check");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("fault");
    const QByteArray number = R"({"numbers":[{"sid":"PN1","phone_number":"+14155550100"}],"services":[)";
    const QByteArray registered
        = R"({"sid":"MG1","us_app_to_person_registered":true,"use_inbound_webhook_on_number":true})";
    for (const Fault &fault : faults) {
        if (isBusy(fault)) {
            continue;
        }
        QTest::addRow("number: %s", fault.name) << QByteArray(number + "]}") << u"webhook.route"_s
                                                << QByteArray("/IncomingPhoneNumbers/PN1") << QByteArray(fault.name);
        QTest::addRow("service: %s", fault.name)
            << QByteArray(number + R"({"sid":"MG1","numbers":["PN1"]}]})") << u"webhook.route"_s
            << QByteArray("/v1/Services/MG1") << QByteArray(fault.name);
        QTest::addRow("joining: %s", fault.name)
            << QByteArray(number + registered + "]}") << u"number.registration"_s
            << QByteArray("/v1/Services/MG1/PhoneNumbers") << QByteArray(fault.name);
        QTest::addRow("a new service: %s", fault.name) << QByteArray(number + "]}") << u"number.registration"_s
                                                       << QByteArray("/v1/Services") << QByteArray(fault.name);
    }
}

void TwilioFaultsTest::aRepairIsSentOnce()
{
    QFETCH(QByteArray, scene);
    QFETCH(QString, check);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, fault);
    Place place(scene);
    QVERIFY(place.run(check));
    const QList<RepairPlan> repairs = place.runner->outcome(check)->repairs;
    QVERIFY(!repairs.isEmpty());
    place.spoil(faultNamed(fault).json, "POST", path);
    const Status repaired = place.repair(repairs.first());
    QVERIFY(!repaired.isOk());
    QVERIFY2(repaired.error().kind != Error::Kind::Cancelled, qPrintable(repaired.error().detail));
    QCOMPARE(place.twilio.calls("POST", QString::fromLatin1(path)), 1);
    QVERIFY(place.twilio.changes().isEmpty());
    QCOMPARE(place.strangersCalls, 0);
}

QTEST_GUILESS_MAIN(TwilioFaultsTest)
#include "tst_twiliofaults.moc"
