#include "app/setup/twiliofindings.h"

#include "app/setup/shownaddress.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Set-ups of the Twilio side, whole and broken: the verdict, the cause, and what would mend it (twilio.md 1 to 3).
class TwilioFindingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judgesTheAccount_data();
    void judgesTheAccount();
    void judgesTheBalance_data();
    void judgesTheBalance();
    void judgesTheNumber();
    void judgesTheRoute_data();
    void judgesTheRoute();
    void aRepairSaysWhatChangesAndForWhom();
    void aNumberOfACampaignStaysInItsService();
    void keepsHowAHookIsToBeCalled();
    void showsNoSecretOfAnAddress_data();
    void showsNoSecretOfAnAddress();
    void whatIsInAnAddressIsNotPublished();
    void theHookBeginsWithTheSiteUrl_data();
    void theHookBeginsWithTheSiteUrl();
};

namespace {

const QUrl wanted(u"https://chat.example.com/api/v1/livechat/sms-incoming/twilio"_s);
const TwilioHook ours{wanted.toString(), u"POST"_s};
const TwilioHook theirs{u"https://studio.example.com/flow"_s, u"POST"_s};
const TwilioLogin login{u"AC0123456789abcdef0123456789abcdef"_s, {}, u"fedcba9876543210fedcba9876543210"_s};

InboundFacts facts(const TwilioHook &hook, const QString &application = {})
{
    return {.number = {.sid = u"PN1"_s, .number = u"+14155550100"_s, .hook = hook, .application = application},
            .wanted = wanted};
}

InboundFacts inService(InboundFacts facts, const TwilioHook &hook, bool defers)
{
    facts.service = TwilioService{.sid = u"MG1"_s, .name = u"Support"_s, .hook = hook, .defersToNumber = defers};
    facts.others = {u"+14155550101"_s, u"+14155550102"_s};
    return facts;
}

InboundFacts withApplication(InboundFacts facts, const TwilioHook &hook)
{
    facts.application = TwilioApplication{u"AP1"_s, u"old"_s, hook};
    return facts;
}

QStringList repairIds(const CheckOutcome &outcome)
{
    QStringList ids;
    for (const RepairPlan &plan : outcome.repairs) {
        ids.append(plan.id);
    }
    return ids;
}

} // namespace

void TwilioFindingsTest::judgesTheAccount_data()
{
    using Account = Result<TwilioAccount>;
    using State = TwilioAccount::Status;
    QTest::addColumn<Account>("account");
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::addColumn<QString>("cause");
    const auto account = [](State status, bool isTrial, const QString &owner) {
        return Account(TwilioAccount{u"AC1"_s, u"Acme"_s, status, isTrial, owner});
    };
    const auto refusal = [](Error::Kind kind, const QString &code, const QString &words) {
        return Account(Error{kind, words, code});
    };
    const auto row = [](const char *name, const Account &told, CheckVerdict verdict, const QString &cause) {
        QTest::newRow(name) << told << verdict << cause;
    };
    using Kind = Error::Kind;
    row("active", account(State::Active, false, u"AC1"_s), CheckVerdict::Passed, {});
    row("trial", account(State::Active, true, u"AC1"_s), CheckVerdict::Warning, u"trial"_s);
    row("suspended", account(State::Suspended, false, {}), CheckVerdict::Failed, u"account-suspended"_s);
    row("closed", account(State::Closed, true, {}), CheckVerdict::Failed, u"account-closed"_s);
    row("subaccount", account(State::Active, false, u"AC0"_s), CheckVerdict::Warning, u"subaccount"_s);
    row("wrong token", refusal(Kind::Unauthorized, u"20003"_s, u"Authenticate"_s), CheckVerdict::Failed,
        u"wrong-token"_s);
    row("the token is right, the account a trial",
        refusal(Kind::Unauthorized, u"20003"_s, u"This feature is not available on a Trial account"_s),
        CheckVerdict::Warning, u"trial-limit"_s);
    row("test credentials", refusal(Kind::Forbidden, u"20008"_s, u"Test Credentials"_s), CheckVerdict::Failed,
        u"test-credentials"_s);
    row("suspended by words", refusal(Kind::Unauthorized, u"20005"_s, u"Account not active"_s), CheckVerdict::Failed,
        u"account-not-active"_s);
    row("no line", refusal(Kind::Network, {}, u"host not found"_s), CheckVerdict::Unknown, u"twilio-unreachable"_s);
    row("a proxy", refusal(Kind::Protocol, {}, u"HTML"_s), CheckVerdict::Unknown, u"not-twilio"_s);
    row("busy", refusal(Kind::RateLimited, u"20429"_s, u"Too many"_s), CheckVerdict::Unknown, u"twilio-busy"_s);
    row("its trouble", refusal(Kind::Network, u"server"_s, u"HTTP 503"_s), CheckVerdict::Unknown, u"twilio-trouble"_s);
}

void TwilioFindingsTest::judgesTheAccount()
{
    QFETCH(Result<TwilioAccount>, account);
    const CheckOutcome outcome = judgeAccount(account, login);
    QTEST(outcome.verdict, "verdict");
    QTEST(outcome.cause, "cause");
}

void TwilioFindingsTest::judgesTheBalance_data()
{
    QTest::addColumn<double>("amount");
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::newRow("plenty") << 25.5 << CheckVerdict::Passed;
    QTest::newRow("little") << 1.99 << CheckVerdict::Warning;
    QTest::newRow("none") << 0.0 << CheckVerdict::Failed;
    QTest::newRow("in debt") << -3.0 << CheckVerdict::Failed;
}

void TwilioFindingsTest::judgesTheBalance()
{
    QFETCH(double, amount);
    QTEST(judgeBalance(TwilioBalance{amount, u"USD"_s}, TwilioAccount{}).verdict, "verdict");
    const TwilioAccount sub{.sid = u"AC1"_s, .owner = u"AC0"_s};
    QCOMPARE(judgeBalance(TwilioBalance{amount, u"USD"_s}, sub).cause, u"balance-of-parent"_s);
}

void TwilioFindingsTest::judgesTheNumber()
{
    TwilioNumber number{.sid = u"PN1"_s, .number = u"+14155550100"_s, .hasSms = true, .hasMms = true};
    QCOMPARE(judgeOwned({}, number.number).cause, u"no-numbers"_s);
    QCOMPARE(judgeOwned({number}, u"+14155550199"_s).cause, u"number-not-owned"_s);
    QCOMPARE(judgeOwned({number}, number.number).verdict, CheckVerdict::Passed);
    QCOMPARE(judgeCapable(number).verdict, CheckVerdict::Passed);
    number.hasMms = false;
    QCOMPARE(judgeCapable(number).verdict, CheckVerdict::Warning);
    number.hasSms = false;
    QCOMPARE(judgeCapable(number).cause, u"number-without-sms"_s);
}

void TwilioFindingsTest::judgesTheRoute_data()
{
    QTest::addColumn<InboundFacts>("told");
    QTest::addColumn<QString>("cause");
    QTest::addColumn<QStringList>("repairs");
    QTest::addColumn<bool>("isForeign");
    const QStringList onNumber{u"set-number-hook"_s};
    const QStringList onService{u"set-service-hook"_s, u"defer-to-number"_s, u"take-out-of-service"_s};
    const QStringList onApplication{u"clear-application"_s};
    QTest::newRow("right") << facts(ours) << QString() << QStringList() << false;
    QTest::newRow("untouched") << facts({}) << u"hook-not-set"_s << onNumber << false;
    QTest::newRow("Twilio's demo") << facts({u"https://demo.twilio.com/welcome/sms/reply/"_s, u"POST"_s})
                                   << u"hook-demo"_s << onNumber << false;
    QTest::newRow("by GET") << facts({ours.url, u"GET"_s}) << u"hook-wrong-method"_s << onNumber << false;
    QTest::newRow("another product's") << facts(theirs) << u"hook-foreign"_s << onNumber << true;
    QTest::newRow("the workspace's, another path")
        << facts({u"https://chat.example.com/hooks/1"_s, u"POST"_s}) << u"hook-other-path"_s << onNumber << true;
    QTest::newRow("right and useless, for an application")
        << withApplication(facts(ours, u"AP1"_s), theirs) << u"hook-foreign"_s << onApplication << true;
    QTest::newRow("an application without an address")
        << withApplication(facts(ours, u"AP1"_s), {}) << u"hook-not-set"_s << onApplication << false;
    QTest::newRow("an application of the workspace's")
        << withApplication(facts({}, u"AP1"_s), ours) << QString() << QStringList() << false;
    QTest::newRow("right and useless, for a service")
        << inService(facts(ours), theirs, false) << u"hook-foreign"_s << onService << true;
    QTest::newRow("dropped by a service")
        << inService(facts(ours), {}, false) << u"hook-dropped"_s << onService << false;
    QTest::newRow("a service by GET") << inService(facts({}), {ours.url, u"GET"_s}, false) << u"hook-wrong-method"_s
                                      << onService << false;
    QTest::newRow("a service with the workspace's")
        << inService(facts(theirs), ours, false) << QString() << QStringList() << false;
    QTest::newRow("a service that defers, right")
        << inService(facts(ours), theirs, true) << QString() << QStringList() << false;
    QTest::newRow("a service that defers to nothing")
        << inService(facts({}), ours, true) << u"hook-not-set"_s << onNumber << false;
}

void TwilioFindingsTest::judgesTheRoute()
{
    QFETCH(InboundFacts, told);
    QFETCH(bool, isForeign);
    const CheckOutcome outcome = judgeRoute(told);
    QTEST(outcome.cause, "cause");
    QTEST(repairIds(outcome), "repairs");
    QCOMPARE(outcome.verdict, outcome.cause.isEmpty() ? CheckVerdict::Passed : CheckVerdict::Failed);
    for (const RepairPlan &plan : outcome.repairs) {
        QCOMPARE(plan.isForeign, isForeign);
        QVERIFY(!plan.changes.isEmpty());
    }
}

void TwilioFindingsTest::aRepairSaysWhatChangesAndForWhom()
{
    const CheckOutcome outcome = judgeRoute(inService(facts(theirs, u"AP1"_s), {}, false));
    QCOMPARE(
        outcome.repairs.first().changes,
        (QList<RepairPlan::Change>{{u"Support url"_s, {}, wanted.toString()}, {u"Support method"_s, {}, u"POST"_s}}));
    QCOMPARE(outcome.repairs.first().alsoMoves, (QStringList{u"+14155550101"_s, u"+14155550102"_s}));
    QVERIFY(!outcome.repairs.at(0).isForeign && outcome.repairs.at(1).isForeign); // the number's own is theirs
    QCOMPARE(outcome.repairs.at(1).changes,
             (QList<RepairPlan::Change>{{u"Support use_inbound_webhook_on_number"_s, u"false"_s, u"true"_s},
                                        {u"+14155550100 application"_s, u"AP1"_s, {}},
                                        {u"+14155550100 url"_s, theirs.url, wanted.toString()}}));
}

void TwilioFindingsTest::theHookBeginsWithTheSiteUrl_data()
{
    QTest::addColumn<QUrl>("site");
    QTest::addColumn<QString>("hook");
    const QString path = u"/api/v1/livechat/sms-incoming/twilio"_s;
    QTest::newRow("plain") << QUrl(u"https://chat.example.com"_s) << u"https://chat.example.com"_s + path;
    QTest::newRow("a slash at the end") << QUrl(u"https://chat.example.com/"_s) << u"https://chat.example.com"_s + path;
    QTest::newRow("below a path") << QUrl(u"https://example.com/chat/"_s) << u"https://example.com/chat"_s + path;
    QTest::newRow("a port") << QUrl(u"https://example.com:3000"_s) << u"https://example.com:3000"_s + path;
}

void TwilioFindingsTest::theHookBeginsWithTheSiteUrl()
{
    QFETCH(QUrl, site);
    QTEST(workspaceHook(site).toString(), "hook");
}

void TwilioFindingsTest::aNumberOfACampaignStaysInItsService()
{
    InboundFacts told = inService(facts(theirs), {}, false);
    told.service->isRegistered = true;
    QCOMPARE(repairIds(judgeRoute(told)), (QStringList{u"set-service-hook"_s, u"defer-to-number"_s}));
}

void TwilioFindingsTest::keepsHowAHookIsToBeCalled()
{
    const QString right = wanted.toString();
    QCOMPARE(mendedHook({u"https://old.example.com/x#rc=2&rp=all"_s, u"POST"_s}, wanted), right + u"#rc=2&rp=all"_s);
    QCOMPARE(mendedHook({right + u"?department=Sales"_s, u"GET"_s}, wanted), right + u"?department=Sales"_s);
    QCOMPARE(mendedHook({u"https://old.example.com/x#top"_s, u"POST"_s}, wanted), right);
    const CheckOutcome byGet = judgeRoute(facts({right + u"#rc=2"_s, u"GET"_s}));
    QCOMPARE(byGet.repairs.first().changes,
             (QList<RepairPlan::Change>{{u"+14155550100 method"_s, u"GET"_s, u"POST"_s}}));
}

void TwilioFindingsTest::showsNoSecretOfAnAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << theirs.url << theirs.url;
    QTest::newRow("a login") << u"https://me:pw@bots.example.com/sms"_s << u"https://•@bots.example.com/sms"_s;
    QTest::newRow("an at sign in the password")
        << u"https://me:p@w@bots.example.com"_s << u"https://•@bots.example.com"_s;
    QTest::newRow("an at sign in the path") << u"https://bots.example.com/@me"_s << u"https://bots.example.com/@me"_s;
    QTest::newRow("one behind a port") << u"https://bots.example.com:8443/@me"_s
                                       << u"https://bots.example.com:8443/@me"_s;
    QTest::newRow("one behind an IPv6 address") << u"https://[::1]:3000/@me"_s << u"https://[::1]:3000/@me"_s;
    QTest::newRow("a slash in the password")
        << u"https://me:s3/cr3t@bots.example.com"_s << u"https://•@bots.example.com"_s;
    QTest::newRow("a slash behind digits")
        << u"https://me:12/cr3t@bots.example.com"_s << u"https://•@bots.example.com"_s;
    QTest::newRow("a question mark in the password")
        << u"https://me:s3?cr3t@bots.example.com/sms"_s << u"https://•@bots.example.com/sms"_s;
    QTest::newRow("parameters") << u"https://bots.example.com/?a=s3cret&department=Sales&b=&bare#rc=2&rp=all"_s
                                << u"https://bots.example.com/?a=•&department=Sales&b=•&•#rc=2&rp=all"_s;
    QTest::newRow("behind the hash") << u"https://bots.example.com/#s3cret"_s << u"https://bots.example.com/#•"_s;
    const QString host = u"https://bots.example.com"_s;
    QTest::newRow("a path that lets in") << host + u"/hook/0f8fad5b-d9cb-469f-a165-70867728950e/sms"_s
                                         << host + u"/hook/•/sms"_s;
    QTest::newRow("a path of letters") << host + u"/qwkzjxvbnmplfrtyhgds"_s << host + u"/•"_s;
    QTest::newRow("two such paths") << host + u"/services/T00000000000000000/XyZ12abcDEFghij34KLm"_s
                                    << host + u"/services/•/•"_s;
    QTest::newRow("a path of words") << host + u"/v1/incoming-text-messages_2024/smsIncomingHandler.php"_s
                                     << host + u"/v1/incoming-text-messages_2024/smsIncomingHandler.php"_s;
    const QString flow
        = u"https://webhooks.twilio.com/v1/Accounts/AC"_s + QString(32, u'a') + u"/Flows/FW"_s + QString(32, u'0');
    QTest::newRow("SIDs of Twilio") << flow << flow;
    QTest::newRow("no address") << u"me:pw@bots?s3cret"_s << u"•@bots?•"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void TwilioFindingsTest::showsNoSecretOfAnAddress()
{
    QFETCH(QString, address);
    QTEST(shownAddress(address), "shown");
}

/// Neither in what is said, nor in what is offered; and the offer still tells this hook from another.
void TwilioFindingsTest::whatIsInAnAddressIsNotPublished()
{
    const TwilioHook secret{u"https://me:s3cret@bots.example.com/sms?key=s3cret"_s, u"POST"_s};
    for (const InboundFacts &told :
         {facts(secret), withApplication(facts(secret, u"AP1"_s), secret), inService(facts(secret), secret, false)}) {
        const CheckOutcome outcome = judgeRoute(told);
        QCOMPARE(outcome.cause, u"hook-foreign"_s);
        QVERIFY(!outcome.values.join(u' ').contains("s3cret"_L1));
        for (const RepairPlan &plan : outcome.repairs) {
            for (const RepairPlan::Change &change : plan.changes) {
                QVERIFY(!change.from.contains("s3cret"_L1) && !change.to.contains("s3cret"_L1));
            }
        }
        QVERIFY(outcome.repairs != judgeRoute(facts({u"https://bots.example.com/other"_s, u"POST"_s})).repairs);
    }
}

QTEST_GUILESS_MAIN(TwilioFindingsTest)
#include "tst_twiliofindings.moc"
