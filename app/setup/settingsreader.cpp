#include "app/setup/settingsreader.h"

#include "app/setup/settingvalues.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

using TextRow = std::pair<const char *, std::optional<QString> WorkspaceSettings::*>;
using SwitchRow = std::pair<const char *, std::optional<bool> WorkspaceSettings::*>;
using NumberRow = std::pair<const char *, std::optional<int> WorkspaceSettings::*>;

constexpr TextRow textRows[]{
    {"Site_Url", &WorkspaceSettings::siteUrl},
    {"SMS_Service", &WorkspaceSettings::smsService},
    {"SMS_Default_Omnichannel_Department", &WorkspaceSettings::smsDepartment},
    {"SMS_Twilio_Account_SID", &WorkspaceSettings::accountSid},
    {"SMS_Twilio_authToken", &WorkspaceSettings::authToken},
    {"SMS_Twilio_FileUpload_MediaTypeWhiteList", &WorkspaceSettings::fileTypes},
    {"SSRF_Allowlist", &WorkspaceSettings::fetchesFrom},
    {"Livechat_Routing_Method", &WorkspaceSettings::routing},
    {"Livechat_Require_Contact_Verification", &WorkspaceSettings::verification},
};
constexpr SwitchRow switchRows[]{
    {"SMS_Enabled", &WorkspaceSettings::smsEnabled},
    {"SMS_Twilio_FileUpload_Enabled", &WorkspaceSettings::sendsFiles},
    {"Livechat_enabled", &WorkspaceSettings::omnichannel},
    {"Livechat_accept_chats_with_no_agents", &WorkspaceSettings::acceptsWithoutAgents},
    {"Livechat_enable_business_hours", &WorkspaceSettings::businessHours},
    {"Livechat_assign_new_conversation_to_bot", &WorkspaceSettings::assignsToBot},
    {"FileUpload_Enabled", &WorkspaceSettings::fileUpload},
    {"FileUpload_ProtectFiles", &WorkspaceSettings::protectsFiles},
    {"API_Enable_Rate_Limiter", &WorkspaceSettings::limitsApi},
};
constexpr NumberRow numberRows[]{
    {"API_Enable_Rate_Limiter_Limit_Calls_Default", &WorkspaceSettings::limitCalls},
};
constexpr const char *otherRows[]{
    "SMS_Voxtelesys_authToken",
    "SMS_Voxtelesys_URL",
    "SMS_Voxtelesys_FileUpload_Enabled",
    "SMS_Voxtelesys_FileUpload_MediaTypeWhiteList",
    "SMS_Mobex_gateway_address",
    "SMS_Mobex_restful_address",
    "SMS_Mobex_username",
    "SMS_Mobex_password",
    "SMS_Mobex_from_number",
    "SMS_Mobex_from_numbers_list",
};
constexpr auto limitTime = "API_Enable_Rate_Limiter_Limit_Time_Default"_L1; // in milliseconds
constexpr auto countsIdle = "Livechat_enabled_when_agent_idle"_L1;
constexpr auto signsLinks = "FileUpload_Enable_json_web_token_for_files"_L1;
constexpr auto linkSecret = "FileUpload_json_web_token_secret_for_files"_L1;

template <typename T, typename Rows>
void readRows(const Rows &rows, const QHash<QString, Setting> &settings, WorkspaceSettings &read)
{
    for (const auto &[id, member] : rows) {
        const auto setting = settings.constFind(QString::fromLatin1(id));
        if (setting == settings.constEnd()) {
            continue;
        }
        if (const T *value = std::get_if<T>(&setting->value)) {
            read.*member = *value;
        }
    }
}

bool isOn(const QHash<QString, Setting> &settings, const QString &id)
{
    return settings.value(id).value == SettingValue(true);
}

bool isFilled(const Setting &setting)
{
    const QString *text = std::get_if<QString>(&setting.value);
    return setting.isMasked || (text && !text->isEmpty());
}

} // namespace

QStringList setupSettingIds()
{
    QStringList ids{limitTime, countsIdle, signsLinks, linkSecret};
    const auto add = [&ids](const auto &rows) {
        for (const auto &row : rows) {
            ids.append(QString::fromLatin1(row.first));
        }
    };
    add(textRows);
    add(switchRows);
    add(numberRows);
    for (const char *id : otherRows) {
        ids.append(QString::fromLatin1(id));
    }
    return ids;
}

WorkspaceSettings setupSettings(const QHash<QString, Setting> &settings, ServerVersion version)
{
    WorkspaceSettings read;
    readRows<QString>(textRows, settings, read);
    readRows<bool>(switchRows, settings, read);
    readRows<qint64>(numberRows, settings, read);
    for (const char *row : otherRows) {
        const QString id = QString::fromLatin1(row);
        if (const auto setting = settings.constFind(id); setting != settings.constEnd()) {
            read.others.insert(id, shownSetting(*setting, id));
        }
    }
    read.isTokenMasked = settings.value(u"SMS_Twilio_authToken"_s).isMasked;
    read.signsFileLinks = isOn(settings, signsLinks) && isFilled(settings.value(linkSecret));
    // Since then only the switch of the agent counts, not whether they are there (7.7.1, rocketchat-wire.md 12, 1.7).
    read.countsAbsent = version >= ServerVersion{7, 0} && isOn(settings, countsIdle);
    const SettingValue time = settings.value(limitTime).value;
    if (const qint64 *milliseconds = std::get_if<qint64>(&time); milliseconds && *milliseconds > 0) {
        read.limitSeconds = int(*milliseconds / 1000);
    }
    return read;
}

} // namespace greenline
