#include "brokensetups.h"

#include "app/practice/state.h"

using namespace Qt::StringLiterals;

namespace greenline::test {

namespace {

using Spoil = std::function<void(practice::State &)>;

const QString saves = u"save-settings"_s;

BrokenPlace::Way setTo(const QString &id, const QJsonValue &value)
{
    return {.settings = {{id, value}}};
}

BrokenPlace::Way noAgent(const Spoil &spoil, bool accepts)
{
    return {.settings = {{u"Livechat_accept_chats_with_no_agents"_s, accepts}}, .spoil = spoil};
}

void everybodyLeaves(practice::State &state)
{
    for (const QString &name : {u"ana"_s, u"tom"_s}) {
        state.presence.setAvailability(state.accounts.userIdOf(name), false);
    }
}

void nobodyServes(practice::State &state)
{
    const QList<QJsonObject> agents = state.documents.departmentAgents.all();
    for (const QJsonObject &agent : agents) {
        state.documents.departmentAgents.remove(agent.value("_id"_L1).toString());
    }
}

void switchOffSupport(practice::State &state)
{
    const QString id = state.documents.departments.first(u"name"_s, u"Support"_s).value("_id"_L1).toString();
    state.documents.departments.change(id, {{u"enabled"_s, false}});
}

QList<BrokenSetup> addresses()
{
    const QString site = u"workspace.site-url"_s;
    const QString id = u"Site_Url"_s;
    const CheckVerdict failed = CheckVerdict::Failed;
    return {
        {"Site_Url is empty", setTo(id, QString()), site, failed, u"site-url-empty"_s, saves},
        {"Site_Url is http", setTo(id, u"http://chat.example.com"_s), site, failed, u"site-url-not-https"_s},
        {"Site_Url is private", setTo(id, u"https://192.168.1.20"_s), site, failed, u"site-url-private"_s},
        {"Site_Url is a bare name", setTo(id, u"https://rocketchat"_s), site, failed, u"site-url-private"_s},
        {"Site_Url has a path", setTo(id, u"https://chat.example.com/team"_s), site, failed, u"site-url-with-path"_s},
        {"Site_Url is another", setTo(id, u"https://chat.example.com"_s), site, CheckVerdict::Warning,
         u"site-url-other"_s},
        {"a manager looks", {.user = u"maria"_s}, u"workspace.rights"_s, failed, u"may-not-read-settings"_s},
    };
}

QList<BrokenSetup> omnichannel()
{
    const CheckVerdict failed = CheckVerdict::Failed;
    const CheckVerdict warning = CheckVerdict::Warning;
    const QString agents = u"omnichannel.agents"_s;
    BrokenPlace::Way old = setTo(u"Livechat_accept_chats_with_no_agents"_s, false);
    old.version = u"3.11"_s;
    BrokenPlace::Way hours = setTo(u"Livechat_enable_business_hours"_s, true);
    hours.settings.append({u"Livechat_accept_chats_with_no_agents"_s, false});
    return {
        {"omnichannel is off", setTo(u"Livechat_enabled"_s, false), u"omnichannel.on"_s, failed, u"omnichannel-off"_s,
         saves},
        {"an unknown routing", setTo(u"Livechat_Routing_Method"_s, u"External"_s), u"omnichannel.routing"_s, warning,
         u"routing-unknown"_s},
        {"a bot takes everything", setTo(u"Livechat_assign_new_conversation_to_bot"_s, true), u"omnichannel.routing"_s,
         warning, u"routing-to-bot"_s},
        {"nobody is available", noAgent(everybodyLeaves, true), agents, warning, u"no-agent-ready"_s},
        {"nobody is available, and texts are lost", noAgent(everybodyLeaves, false), agents, failed,
         u"no-agent-ready-texts-lost"_s},
        {"nobody is in the department", noAgent(nobodyServes, true), agents, failed, u"no-agents-in-department"_s},
        {"texts are lost without agents", setTo(u"Livechat_accept_chats_with_no_agents"_s, false),
         u"omnichannel.nobody"_s, warning, u"texts-lost-without-agents"_s, saves},
        {"customers are texted without agents, 3.11", old, u"omnichannel.nobody"_s, warning,
         u"nobody-customer-texted"_s, saves},
        {"texts are lost at night", hours, u"omnichannel.hours"_s, warning, u"lost-outside-hours"_s, saves},
        {"contacts have to verify themselves", setTo(u"Livechat_Require_Contact_Verification"_s, u"once"_s),
         u"omnichannel.verification"_s, warning, u"contact-verification"_s, saves},
    };
}

QList<BrokenSetup> smsSettings()
{
    const CheckVerdict failed = CheckVerdict::Failed;
    const QString login = u"settings.login"_s;
    const QString department = u"settings.department"_s;
    const QString sid = u"SMS_Twilio_Account_SID"_s;
    const QString token = u"SMS_Twilio_authToken"_s;
    const QString wanted = u"SMS_Default_Omnichannel_Department"_s;
    BrokenPlace::Way empty = setTo(sid, QString());
    empty.settings.append({token, QString()});
    BrokenPlace::Way off = setTo(u"SMS_Enabled"_s, false);
    off.settings.append({u"SMS_Service"_s, u"mobex"_s});
    BrokenPlace::Way mobex = setTo(u"SMS_Service"_s, u"mobex"_s);
    mobex.replan = [](SetupPlan &plan) { plan.provider = u"mobex"_s; };
    BrokenPlace::Way voxtelesys = setTo(u"SMS_Service"_s, u"voxtelesys"_s);
    voxtelesys.replan = [](SetupPlan &plan) { plan.provider = u"voxtelesys"_s; };
    return {
        {"SMS is off", setTo(u"SMS_Enabled"_s, false), u"settings.enabled"_s, failed, u"sms-off"_s, saves},
        {"SMS is off and another's", off, u"settings.enabled"_s, failed, u"sms-off"_s, saves},
        {"another provider", setTo(u"SMS_Service"_s, u"voxtelesys"_s), u"settings.enabled"_s, failed,
         u"sms-other-service"_s, saves},
        {"VoxTelesys without its token", voxtelesys, u"settings.enabled"_s, failed, u"sms-token-missing"_s, {}, false},
        {"Mobex without its gateway", mobex, u"settings.enabled"_s, failed, u"sms-gateway-missing"_s},
        {"no account", empty, login, failed, u"sms-sid-missing"_s, saves, false},
        {"another account", setTo(sid, u"AC0123456789abcdef0123456789abcdef"_s), login, failed, u"sms-sid-other"_s,
         saves},
        {"no token", setTo(token, QString()), login, failed, u"sms-token-missing"_s, saves, false},
        {"an old token", setTo(token, u"0123456789abcdef0123456789abcdef"_s), login, failed, u"sms-token-other"_s,
         saves, false},
        {"half a token", setTo(token, u"0123456789abcdef"_s), login, failed, u"sms-token-other"_s, saves, false},
        {"a department that is gone", setTo(wanted, u"gone"_s), department, failed, u"department-gone"_s},
        {"a department that is off", {.spoil = switchOffSupport}, department, failed, u"department-off"_s},
        {"no department, though there is one", setTo(wanted, QString()), department, CheckVerdict::Warning,
         u"department-unset"_s, saves},
    };
}

QList<BrokenSetup> picturesAndHook()
{
    const CheckVerdict failed = CheckVerdict::Failed;
    const CheckVerdict warning = CheckVerdict::Warning;
    const QString pictures = u"settings.pictures"_s;
    const QString probe = u"webhook.probe"_s;
    return {
        {"no uploads", setTo(u"FileUpload_Enabled"_s, false), pictures, warning, u"uploads-off"_s},
        {"no files by SMS", setTo(u"SMS_Twilio_FileUpload_Enabled"_s, false), pictures, warning, u"sms-files-off"_s},
        {"files that Twilio may not fetch", setTo(u"FileUpload_Enable_json_web_token_for_files"_s, false), pictures,
         warning, u"files-protected-from-twilio"_s},
        {"links that nobody can sign", setTo(u"FileUpload_json_web_token_secret_for_files"_s, QString()), pictures,
         warning, u"files-protected-from-twilio"_s},
        {"no pictures by SMS", setTo(u"SMS_Twilio_FileUpload_MediaTypeWhiteList"_s, u"application/pdf"_s), pictures,
         warning, u"sms-pictures-not-listed"_s},
        {"a list that lets half of Twilio's hosts in", setTo(u"SSRF_Allowlist"_s, u"10.0.0.5, *.twilio.com"_s),
         pictures, warning, u"picture-hosts-unnamed"_s, saves},
        {"ten texts a minute", setTo(u"API_Enable_Rate_Limiter_Limit_Calls_Default"_s, 10), u"webhook.limiter"_s,
         warning, u"limiter-may-lose-texts"_s, saves},
        {"the webhook while SMS is off", setTo(u"SMS_Enabled"_s, false), probe, failed, u"sms-off"_s},
        {"the webhook of another provider", setTo(u"SMS_Service"_s, u"mobex"_s), probe, failed,
         u"hook-other-service"_s},
        {"a webhook that checks no signature, 5.3", {.version = u"5.3"_s}, probe, warning, u"hook-unsigned"_s},
    };
}

} // namespace

QList<BrokenSetup> brokenWorkspaces()
{
    return addresses() + omnichannel() + smsSettings() + picturesAndHook();
}

} // namespace greenline::test
