#include "app/setup/setupplan.h"
#include "app/setup/workspacefindings.h"

#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace greenline;

/// Set-ups of the workspace's side, whole and broken (rocketchat-wire.md 5.7, 5.8, twilio.md 6.4).
class WorkspaceFindingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judges_data();
    void judges();
    void aTokenNeverStandsInAnOutcome();
    void saysWhichSettingWouldChange();
    void whoMayNotSaveIsOfferedNothing();
    void smsIsSwitchedOnOnlyWithALogin_data();
    void smsIsSwitchedOnOnlyWithALogin();
    void judgesRights_data();
    void judgesRights();
};

namespace {

const QString sid = u"AC0123456789abcdef0123456789abcdef"_s;
const QString token = u"fedcba9876543210fedcba9876543210"_s;
const QString parentSid = u"AC9999999999999999999999999999999a"_s;
const QUrl address(u"https://chat.example.com"_s);

WorkspaceSettings whole()
{
    return {.siteUrl = u"https://chat.example.com/"_s,
            .smsEnabled = true,
            .smsService = u"twilio"_s,
            .smsDepartment = u"Support"_s,
            .accountSid = sid,
            .authToken = token,
            .sendsFiles = true,
            .fileTypes = u"image/*,application/pdf"_s,
            .omnichannel = true,
            .routing = u"Manual_Selection"_s,
            .acceptsWithoutAgents = true,
            .businessHours = false,
            .fileUpload = true,
            .protectsFiles = false,
            .signsFileLinks = false,
            .limitsApi = false};
}

Agent agent(const QString &id, Availability availability, Presence presence)
{
    return {.id = {id}, .username = id, .presence = presence, .availability = availability};
}

using Judge = std::function<CheckOutcome(const WorkspaceSettings &)>;

CheckOutcome bySite(const WorkspaceSettings &settings)
{
    return judgeSiteUrl(settings, address);
}

CheckOutcome byLogin(const WorkspaceSettings &settings)
{
    return judgeSmsLogin(settings, {.twilio = {sid, {}, token}}, sid);
}

CheckOutcome byDepartment(const WorkspaceSettings &settings)
{
    return judgeSmsDepartment(
        settings, {{.id = {u"d1"_s}, .name = u"Support"_s}, {.id = {u"d2"_s}, .name = u"Old"_s, .isEnabled = false}},
        {});
}

CheckOutcome byService(const WorkspaceSettings &settings)
{
    return judgeSmsEnabled(settings, u"twilio"_s);
}

CheckOutcome byMobex(const WorkspaceSettings &settings)
{
    return judgeSmsEnabled(settings, u"mobex"_s);
}

/// Practice: everything is on this computer.
CheckOutcome byLoopback(const WorkspaceSettings &settings)
{
    return judgeSiteUrl(settings, QUrl(u"http://127.0.0.1:3100"_s), TwilioPlace::ThisComputer);
}

Judge byNobody(ServerVersion version)
{
    return [version](const WorkspaceSettings &settings) { return judgeNobody(settings, version); };
}

Judge byAgents(const QList<Agent> &agents, const std::optional<QList<AgentId>> &department = {})
{
    return
        [agents, department](const WorkspaceSettings &settings) { return judgeAgents(settings, agents, department); };
}

} // namespace

void WorkspaceFindingsTest::judges_data()
{
    QTest::addColumn<WorkspaceSettings>("settings");
    QTest::addColumn<Judge>("judge");
    QTest::addColumn<CheckVerdict>("verdict");
    QTest::addColumn<QString>("cause");
    using Change = std::function<void(WorkspaceSettings &)>;
    const auto row
        = [](const char *name, const Judge &judge, const Change &change, CheckVerdict verdict, const QString &cause) {
              WorkspaceSettings settings = whole();
              change(settings);
              QTest::newRow(name) << settings << judge << verdict << cause;
          };
    using V = CheckVerdict;
    using S = WorkspaceSettings;
    const Change nothing = [](S &) {};
    row("site: right", bySite, nothing, V::Passed, {});
    row(
        "site: unreadable", bySite, [](S &s) { s.siteUrl.reset(); }, V::Unknown, u"settings-unreadable"_s);
    row(
        "site: empty", bySite, [](S &s) { s.siteUrl = QString(); }, V::Failed, u"site-url-empty"_s);
    row(
        "site: http", bySite, [](S &s) { s.siteUrl = u"http://chat.example.com"_s; }, V::Failed,
        u"site-url-not-https"_s);
    row(
        "site: localhost", bySite, [](S &s) { s.siteUrl = u"https://localhost:3000"_s; }, V::Failed,
        u"site-url-private"_s);
    row(
        "site: a private address", bySite, [](S &s) { s.siteUrl = u"https://192.168.1.4"_s; }, V::Failed,
        u"site-url-private"_s);
    row(
        "site: a name of the house", bySite, [](S &s) { s.siteUrl = u"https://chat.local"_s; }, V::Failed,
        u"site-url-private"_s);
    row(
        "site: below a path", bySite, [](S &s) { s.siteUrl = u"https://chat.example.com/chat"_s; }, V::Failed,
        u"site-url-with-path"_s);
    row(
        "site: another", bySite, [](S &s) { s.siteUrl = u"https://www.example.com"_s; }, V::Warning,
        u"site-url-other"_s);
    row("site: of practice", byLoopback, [](S &s) { s.siteUrl = u"http://127.0.0.1:3100/"_s; }, V::Passed, {});
    row(
        "site: of another practice", byLoopback, [](S &s) { s.siteUrl = u"http://127.0.0.1:3200"_s; }, V::Failed,
        u"site-url-not-https"_s);
    row("omnichannel: on", judgeOmnichannel, nothing, V::Passed, {});
    row(
        "omnichannel: off", judgeOmnichannel, [](S &s) { s.omnichannel = false; }, V::Failed, u"omnichannel-off"_s);
    row(
        "hours: lost at night", judgeHours, [](S &s) { s.businessHours = true, s.acceptsWithoutAgents = false; },
        V::Warning, u"lost-outside-hours"_s);
    row("hours: kept at night", judgeHours, [](S &s) { s.businessHours = true; }, V::Passed, {});
    row("routing: a queue", judgeRouting, nothing, V::Passed, {});
    row(
        "routing: another program's", judgeRouting, [](S &s) { s.routing = u"External"_s; }, V::Warning,
        u"routing-unknown"_s);
    row(
        "routing: to a bot", judgeRouting, [](S &s) { s.assignsToBot = true; }, V::Warning, u"routing-to-bot"_s);
    const Change refusing = [](S &s) { s.acceptsWithoutAgents = false; };
    row("nobody: kept", byNobody({8, 8}), nothing, V::Passed, {});
    row("nobody: lost", byNobody({8, 8}), refusing, V::Warning, u"texts-lost-without-agents"_s);
    row("nobody: told so", byNobody({3, 11}), refusing, V::Warning, u"nobody-customer-texted"_s);
    row("verification: this server has none", judgeVerification, nothing, V::Passed, {});
    row(
        "verification: of all", judgeVerification, [](S &s) { s.verification = u"all"_s; }, V::Warning,
        u"contact-verification"_s);
    row(
        "verification: may not be read", judgeVerification, [](S &s) { s.smsEnabled.reset(); }, V::Unknown,
        u"settings-unreadable"_s);
    const Agent ready = agent(u"ana"_s, Availability::Available, Presence::Online);
    const Agent offline = agent(u"tom"_s, Availability::Available, Presence::Offline);
    const Agent busy = agent(u"eve"_s, Availability::NotAvailable, Presence::Online);
    const Change strict = [](S &s) { s.acceptsWithoutAgents = false; };
    row("agents: one is ready", byAgents({offline, ready}), strict, V::Passed, {});
    row(
        "agents: not told what becomes of texts", byAgents({offline}), [](S &s) { s.acceptsWithoutAgents = {}; },
        V::Unknown, u"settings-unreadable"_s);
    row("agents: none", byAgents({}), nothing, V::Failed, u"no-agents"_s);
    row("agents: none in the department", byAgents({ready}, QList<AgentId>{{u"tom"_s}}), nothing, V::Failed,
        u"no-agents-in-department"_s);
    row("agents: nobody ready, texts wait", byAgents({offline, busy}), nothing, V::Warning, u"no-agent-ready"_s);
    row("agents: nobody ready, texts are lost", byAgents({offline, busy}), strict, V::Failed,
        u"no-agent-ready-texts-lost"_s);
    row("agents: away, which is as good", byAgents({offline}), [](S &s) { s.countsAbsent = true; }, V::Passed, {});
    row("sms: on", byService, nothing, V::Passed, {});
    row(
        "sms: off", byService, [](S &s) { s.smsEnabled = false; }, V::Failed, u"sms-off"_s);
    row(
        "sms: another service", byService, [](S &s) { s.smsService = u"mobex"_s; }, V::Failed, u"sms-other-service"_s);
    row(
        "sms: Mobex without a gateway", byMobex, [](S &s) { s.smsService = u"mobex"_s; }, V::Failed,
        u"sms-gateway-missing"_s);
    row("login: right", byLogin, nothing, V::Passed, {});
    row(
        "login: none", byLogin, [](S &s) { s.accountSid = QString(); }, V::Failed, u"sms-sid-missing"_s);
    row(
        "login: the parent's", byLogin, [](S &s) { s.accountSid = parentSid; }, V::Failed, u"sms-sid-other"_s);
    row(
        "login: masked", byLogin, [](S &s) { s.authToken = QString(), s.isTokenMasked = true; }, V::Unknown,
        u"sms-token-hidden"_s);
    row(
        "login: no token", byLogin, [](S &s) { s.authToken = QString(); }, V::Failed, u"sms-token-missing"_s);
    row(
        "login: no token at all", byLogin, [](S &s) { s.authToken = u"00"_s; }, V::Failed, u"sms-token-other"_s);
    row(
        "login: an old or the primary token", byLogin,
        [](S &s) { s.authToken = u"00112233445566778899aabbccddeeff"_s; }, V::Failed, u"sms-token-other"_s);
    row("department: right", byDepartment, nothing, V::Passed, {});
    row("department: by id", byDepartment, [](S &s) { s.smsDepartment = u"d1"_s; }, V::Passed, {});
    row(
        "department: none, so each text is a conversation", byDepartment, [](S &s) { s.smsDepartment = QString(); },
        V::Warning, u"department-unset"_s);
    row(
        "department: gone", byDepartment, [](S &s) { s.smsDepartment = u"Sales"_s; }, V::Failed, u"department-gone"_s);
    row(
        "department: switched off", byDepartment, [](S &s) { s.smsDepartment = u"d2"_s; }, V::Failed,
        u"department-off"_s);
    row("pictures: right", judgePictures, nothing, V::Passed, {});
    row(
        "pictures: no uploads", judgePictures, [](S &s) { s.fileUpload = false; }, V::Warning, u"uploads-off"_s);
    row(
        "pictures: not by SMS", judgePictures, [](S &s) { s.sendsFiles = false; }, V::Warning, u"sms-files-off"_s);
    row(
        "pictures: protected", judgePictures, [](S &s) { s.protectsFiles = true; }, V::Warning,
        u"files-protected-from-twilio"_s);
    const auto from = [](ServerVersion version, TwilioPlace place) {
        return [=](const S &settings) { return judgePicturesBothWays(settings, version, place); };
    };
    row("pictures: arriving at 7", from({7, 8}, TwilioPlace::Internet), nothing, V::Warning,
        u"pictures-behind-redirect"_s);
    row("pictures: arriving at 8", from({8, 0}, TwilioPlace::Internet), nothing, V::Passed, {});
    row("pictures: arriving at 8, private hosts let in", from({8, 0}, TwilioPlace::Internet),
        [](S &s) { s.fetchesFrom = u"10.0.0.5"_s; }, V::Passed, {});
    row(
        "pictures: arriving at 8, half of Twilio let in", from({8, 0}, TwilioPlace::Internet),
        [](S &s) { s.fetchesFrom = u"10.0.0.5,\n API.twilio.com "_s; }, V::Warning, u"picture-hosts-unnamed"_s);
    row("pictures: arriving at 8, all of Twilio let in", from({8, 0}, TwilioPlace::Internet),
        [](S &s) { s.fetchesFrom = u"mms.twiliocdn.com\napi.twilio.com"_s; }, V::Passed, {});
    row(
        "pictures: arriving at 8, no uploads", from({8, 0}, TwilioPlace::Internet), [](S &s) { s.fileUpload = false; },
        V::Warning, u"uploads-off"_s);
    row("pictures: arriving from this computer", from({7, 8}, TwilioPlace::ThisComputer), nothing, V::Passed, {});
    row("pictures: protected, with signed links", judgePictures,
        [](S &s) { s.protectsFiles = true, s.signsFileLinks = true; }, V::Passed, {});
    row(
        "pictures: not listed", judgePictures, [](S &s) { s.fileTypes = u"application/pdf"_s; }, V::Warning,
        u"sms-pictures-not-listed"_s);
    row("limiter: off", judgeLimiter, nothing, V::Passed, {});
    row(
        "limiter: a text a second", judgeLimiter, [](S &s) { s.limitsApi = true, s.limitCalls = 60; }, V::Passed,
        QString());
    row(
        "limiter: on", judgeLimiter, [](S &s) { s.limitsApi = true; }, V::Warning, u"limiter-may-lose-texts"_s);
}

void WorkspaceFindingsTest::judges()
{
    QFETCH(WorkspaceSettings, settings);
    QFETCH(Judge, judge);
    const CheckOutcome outcome = judge(settings);
    QTEST(outcome.verdict, "verdict");
    QTEST(outcome.cause, "cause");
}

void WorkspaceFindingsTest::aTokenNeverStandsInAnOutcome()
{
    WorkspaceSettings settings = whole();
    settings.authToken = u"an-old-token"_s;
    const CheckOutcome outcome = byLogin(settings);
    QString all = outcome.values.join(u' ');
    for (const RepairPlan &plan : outcome.repairs) {
        for (const RepairPlan::Change &change : plan.changes) {
            all += change.where + change.from + change.to;
        }
    }
    QVERIFY(all.contains("SMS_Twilio_authToken"_L1));
    QVERIFY(!all.contains(token) && !all.contains("an-old-token"_L1));
}

void WorkspaceFindingsTest::saysWhichSettingWouldChange()
{
    WorkspaceSettings settings = whole();
    settings.smsEnabled = false;
    QCOMPARE(byService(settings).repairs.first().changes,
             (QList<RepairPlan::Change>{{u"SMS_Enabled"_s, u"false"_s, u"true"_s}}));
    settings.accountSid = QString();
    settings.authToken = QString();
    QCOMPARE(
        byLogin(settings).repairs.first().changes,
        (QList<RepairPlan::Change>{{u"SMS_Twilio_Account_SID"_s, {}, sid}, {u"SMS_Twilio_authToken"_s, {}, u"•"_s}}));
}

void WorkspaceFindingsTest::whoMayNotSaveIsOfferedNothing()
{
    WorkspaceSettings settings = whole();
    settings.smsEnabled = false;
    const CheckOutcome outcome = permittedBy({}, byService(settings));
    QVERIFY(outcome.repairs.isEmpty());
    QCOMPARE(outcome.hindrance, u"may-not-write-settings"_s);
    QVERIFY(permittedBy({}, bySite(whole())).hindrance.isEmpty());
    const QSet<QString> selected{u"manage-selected-settings"_s, u"change-setting-SMS_Enabled"_s};
    QCOMPARE(permittedBy(selected, byService(settings)).repairs.size(), 1);
    settings.smsService = u"mobex"_s; // which would have to be changed, too
    QVERIFY(permittedBy(selected, byService(settings)).repairs.isEmpty());
}

void WorkspaceFindingsTest::smsIsSwitchedOnOnlyWithALogin_data()
{
    QTest::addColumn<QString>("kept"); // the workspace's token
    QTest::addColumn<QString>("account");
    QTest::addColumn<QString>("entered");
    QTest::addColumn<bool>("isOffered");
    QTest::newRow("nobody has a token") << QString() << sid << QString() << false;
    QTest::newRow("it was entered") << QString() << sid << token << true;
    QTest::newRow("the workspace has one") << token << sid << QString() << true;
    QTest::newRow("the workspace has one, and no account was entered") << token << QString() << QString() << true;
    QTest::newRow("nothing is there at all") << QString() << QString() << QString() << false;
    QTest::newRow("the workspace has another account's") << token << parentSid << QString() << false;
}

void WorkspaceFindingsTest::smsIsSwitchedOnOnlyWithALogin()
{
    QFETCH(QString, kept);
    QFETCH(QString, account);
    QFETCH(QString, entered);
    QFETCH(bool, isOffered);
    WorkspaceSettings settings = whole();
    settings.smsEnabled = false;
    settings.authToken = kept;
    SetupPlan plan{.twilio = {.account = account, .secret = entered}};
    for (const QString &service : {u"twilio"_s, u"mobex"_s}) { // off, or on with another
        settings.smsEnabled = service != "twilio"_L1;
        settings.smsService = service;
        const CheckOutcome outcome = judgeSmsSwitch(settings, plan);
        QCOMPARE(outcome.verdict, CheckVerdict::Failed);
        QCOMPARE(!outcome.repairs.isEmpty(), isOffered);
        QCOMPARE(outcome.hindrance, isOffered ? QString() : u"no-token-to-save"_s);
    }
    plan.provider = u"voxtelesys"_s; // needs none of Twilio's
    QVERIFY(!judgeSmsSwitch(settings, plan).repairs.isEmpty());
}

void WorkspaceFindingsTest::judgesRights_data()
{
    QTest::addColumn<QStringList>("rights");
    QTest::addColumn<QString>("cause");
    QTest::newRow("all") << QStringList{u"view-privileged-setting"_s, u"edit-privileged-setting"_s} << QString();
    QTest::newRow("reading alone") << QStringList{u"view-privileged-setting"_s} << u"may-not-write-settings"_s;
    QTest::newRow("none") << QStringList{} << u"may-not-read-settings"_s;
    QStringList selected{u"view-privileged-setting"_s, u"manage-selected-settings"_s};
    for (const char *id : {"SMS_Enabled", "SMS_Service", "SMS_Default_Omnichannel_Department", "SMS_Twilio_Account_SID",
                           "SMS_Twilio_authToken"}) {
        selected.append(u"change-setting-"_s + QString::fromLatin1(id));
    }
    QTest::newRow("those of SMS") << selected << QString();
}

void WorkspaceFindingsTest::judgesRights()
{
    QFETCH(QStringList, rights);
    QTEST(judgeRights(QSet<QString>(rights.begin(), rights.end())).cause, "cause");
}

QTEST_GUILESS_MAIN(WorkspaceFindingsTest)
#include "tst_workspacefindings.moc"
