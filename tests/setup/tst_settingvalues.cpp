#include "app/setup/settingsreader.h"
#include "app/setup/settingvalues.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

/// What is saved when a plan is carried out, and what is never written.
class SettingValuesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refusesOrSaves_data();
    void refusesOrSaves();
    void keepsTheTypesOfTheWorkspace();
    void readsWhatIsSet();
    void readsWhichAgentsCount();
};

namespace {

using Settings = QHash<QString, Setting>;

const Settings now{{u"SMS_Enabled"_s, {false}},
                   {u"SMS_Twilio_authToken"_s, {QString(), true}},
                   {u"SMS_Mobex_password"_s, {u"old"_s}},
                   {u"SMS_Mobex_from_number"_s, {14155550142LL}},
                   {u"Limit"_s, {10}}};

RepairPlan planOf(const RepairPlan::Change &change)
{
    return {.id = u"save-settings"_s, .changes = {change}};
}

} // namespace

void SettingValuesTest::refusesOrSaves_data()
{
    QTest::addColumn<RepairPlan>("plan");
    QTest::addColumn<QString>("code");
    const QString bullet = u"•"_s;
    const auto row = [](const char *name, const RepairPlan::Change &change, const QString &code = {}) {
        QTest::newRow(name) << planOf(change) << code;
    };
    row("as it was", {u"SMS_Enabled"_s, u"false"_s, u"true"_s});
    row("switched on meanwhile", {u"SMS_Enabled"_s, u"true"_s, u"true"_s}, u"changed-meanwhile"_s);
    row("a setting that is gone", {u"SMS_Nowhere"_s, {}, u"x"_s}, u"changed-meanwhile"_s);
    row("a masked secret, with another", {u"SMS_Mobex_password"_s, bullet, bullet});
    row("a masked secret that was taken for none", {u"SMS_Twilio_authToken"_s, {}, bullet}, u"changed-meanwhile"_s);
    row("a masked secret, with nothing", {u"SMS_Twilio_authToken"_s, bullet, bullet}, u"setting-value-missing"_s);
    row("no number", {u"Limit"_s, u"10"_s, u"many"_s}, u"setting-value-missing"_s);
}

void SettingValuesTest::refusesOrSaves()
{
    QFETCH(RepairPlan, plan);
    const Result<SettingValues> values = valuesToSave(plan, now, {{u"SMS_Mobex_password"_s, u"new"_s}});
    QTEST(values ? QString() : values.error().code, "code");
    for (const auto &[id, value] : values ? *values : SettingValues()) {
        QVERIFY(!isSecretSetting(id) || value == SettingValue(u"new"_s));
    }
}

void SettingValuesTest::keepsTheTypesOfTheWorkspace()
{
    const RepairPlan plan{.id = u"save-settings"_s,
                          .changes = {{u"SMS_Enabled"_s, u"false"_s, u"true"_s}, {u"Limit"_s, u"10"_s, u"60"_s}}};
    const Result<SettingValues> values = valuesToSave(plan, now, {});
    QVERIFY(values.isOk());
    QVERIFY(*values == (SettingValues{{u"SMS_Enabled"_s, true}, {u"Limit"_s, 60}}));
    const RepairPlan number = planOf({u"SMS_Mobex_from_number"_s, u"14155550142"_s, u"14155550143"_s});
    const Result<SettingValues> saved = valuesToSave(number, now, {});
    QVERIFY(saved && *saved == (SettingValues{{u"SMS_Mobex_from_number"_s, 14155550143LL}}));
}

void SettingValuesTest::readsWhatIsSet()
{
    Settings all = now;
    all.insert(u"Site_Url"_s, {u"https://chat.example.com"_s});
    all.insert(u"API_Enable_Rate_Limiter_Limit_Time_Default"_s, {60000});
    all.insert(u"FileUpload_Enable_json_web_token_for_files"_s, {true});
    const WorkspaceSettings read = setupSettings(all, {8, 8});
    QCOMPARE(read.siteUrl, u"https://chat.example.com"_s);
    QCOMPARE(read.smsEnabled, false);
    QVERIFY(read.isTokenMasked);
    QVERIFY(!read.omnichannel.has_value());
    QCOMPARE(read.limitSeconds, 60);
    QCOMPARE(read.signsFileLinks, false); // without its secret
    QCOMPARE(read.others.value(u"SMS_Mobex_password"_s), u"•"_s);
    all.insert(u"FileUpload_json_web_token_secret_for_files"_s, {QString(), true});
    QCOMPARE(setupSettings(all, {8, 8}).signsFileLinks, true);
}

void SettingValuesTest::readsWhichAgentsCount()
{
    const Settings idle{{u"Livechat_enabled_when_agent_idle"_s, {true}}};
    QVERIFY(setupSettings(idle, {7, 7}).countsAbsent);
    QVERIFY(!setupSettings(idle, {3, 11}).countsAbsent);
    QVERIFY(!setupSettings({}, {8, 8}).countsAbsent);
}

QTEST_GUILESS_MAIN(SettingValuesTest)
#include "tst_settingvalues.moc"
