// What the workspace's SMS settings are found to be.
#include "app/setup/outcomes.h"
#include "app/setup/settingvalues.h"
#include "app/setup/setupplan.h"
#include "app/setup/workspacefindings.h"
#include "app/twilio/loginforms.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int usualCalls = 10;
constexpr int usualSeconds = 60;
constexpr int enoughCalls = 60; // one text a second

const Department *onlyEnabled(const QList<Department> &departments)
{
    const Department *only = nullptr;
    for (const Department &one : departments) {
        if (one.isEnabled && only) {
            return nullptr;
        }
        only = one.isEnabled ? &one : only;
    }
    return only;
}

/// What VoxTelesys and Mobex need before they can send; Twilio's login is a check of its own.
struct ProviderField {
    QLatin1StringView provider;
    QLatin1StringView setting;
    const char *cause;
};
constexpr ProviderField providerFields[]{
    {"voxtelesys"_L1, "SMS_Voxtelesys_URL"_L1, "sms-gateway-missing"},
    {"voxtelesys"_L1, "SMS_Voxtelesys_authToken"_L1, "sms-token-missing"},
    {"mobex"_L1, "SMS_Mobex_gateway_address"_L1, "sms-gateway-missing"},
    {"mobex"_L1, "SMS_Mobex_restful_address"_L1, "sms-gateway-missing"},
    {"mobex"_L1, "SMS_Mobex_username"_L1, "sms-user-missing"},
    {"mobex"_L1, "SMS_Mobex_password"_L1, "sms-user-missing"},
};

QString missingField(const WorkspaceSettings &settings, const QString &provider)
{
    const auto missing = std::find_if(
        std::begin(providerFields), std::end(providerFields), [&settings, &provider](const ProviderField &one) {
            return one.provider == provider && settings.others.value(one.setting).isEmpty();
        });
    return missing == std::end(providerFields) ? QString() : QString::fromLatin1(missing->cause);
}

/// A key cannot check signatures, and another account's token not these (twilio.md 1.1, 6.2).
bool isTokenOf(const QString &account, const TwilioLogin &login)
{
    const bool isItself = login.account == account && (login.user.isEmpty() || login.user == account);
    return isItself && loginForm(login) == LoginForm::Right;
}

RepairPlan::Change tokenChange(const WorkspaceSettings &settings)
{
    const bool hasOne = settings.isTokenMasked || !settings.authToken.value_or(QString()).isEmpty();
    return {tokenSetting, hasOne ? hiddenSecret() : QString(), hiddenSecret()};
}

/// The workspace has another SID than the wanted one, or none.
CheckOutcome otherSid(const WorkspaceSettings &settings, const QString &wanted, const TwilioLogin &login)
{
    const QString now = settings.accountSid->trimmed();
    const QString other = isAccountSid(now) ? u"sms-sid-other"_s : u"sms-sid-malformed"_s;
    CheckOutcome outcome = mendable(now.isEmpty() ? u"sms-sid-missing"_s : other,
                                    {accountSetting, shownSid(*settings.accountSid), shownSid(wanted)});
    if (settings.authToken != login.secret) {
        outcome.repairs.first().changes.append(tokenChange(settings)); // the one without the other would be refused
    }
    return outcome;
}

/// It has the wanted SID.
CheckOutcome judgeToken(const WorkspaceSettings &settings, const SetupPlan &plan)
{
    const QString account = settings.accountSid->trimmed();
    const RepairPlan::Change token = tokenChange(settings);
    if (settings.isTokenMasked || !settings.authToken) {
        return mendable(u"sms-token-hidden"_s, token, CheckVerdict::Unknown);
    }
    if (settings.authToken->isEmpty()) {
        return mendable(u"sms-token-missing"_s, token);
    }
    if (!isTokenOf(account, plan.workspaceLogin())) {
        return found(CheckVerdict::Unknown, u"sms-token-not-comparable"_s);
    }
    if (*settings.authToken == plan.workspaceLogin().secret) {
        return fine(account);
    }
    if (plan.twilio.isKey()) {
        return mendable(u"sms-token-untried"_s, token, CheckVerdict::Unknown);
    }
    // Mostly an old one. Only while a token is rotated may it be the primary, and ours the secondary; the words say so,
    // for only a person can look.
    return mendable(u"sms-token-other"_s, token);
}

} // namespace

CheckOutcome judgeSmsEnabled(const WorkspaceSettings &settings, const QString &wanted)
{
    if (!settings.smsEnabled || !settings.smsService) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    if (!*settings.smsEnabled) {
        CheckOutcome off = mendable(u"sms-off"_s, {u"SMS_Enabled"_s, u"false"_s, u"true"_s});
        if (*settings.smsService != wanted) {
            off.repairs.first().changes.append({u"SMS_Service"_s, *settings.smsService, wanted});
        }
        return off;
    }
    if (*settings.smsService != wanted) {
        return mendable(u"sms-other-service"_s, {u"SMS_Service"_s, *settings.smsService, wanted});
    }
    const QString missing = missingField(settings, wanted);
    return missing.isEmpty() ? fine(wanted) : found(CheckVerdict::Failed, missing, {wanted});
}

CheckOutcome judgeSmsLogin(const WorkspaceSettings &settings, const SetupPlan &plan, const QString &owner)
{
    if (!settings.accountSid) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    const TwilioLogin login = plan.workspaceLogin();
    const QString wanted = owner.isEmpty() ? login.account : owner;
    const QString now = settings.accountSid->trimmed();
    CheckOutcome outcome
        = now == wanted && isAccountSid(now) ? judgeToken(settings, plan) : otherSid(settings, wanted, login);
    if (!isTokenOf(wanted, login)) {
        outcome.repairs.clear();
    }
    return outcome;
}

CheckOutcome judgePlannedLogin(const WorkspaceSettings &settings, const SetupPlan &plan)
{
    const QString entered = plan.twilio.account;
    const QString account = entered.isEmpty() ? settings.accountSid.value_or(QString()).trimmed() : entered;
    return judgeSmsLogin(settings, plan, account);
}

CheckOutcome judgeSmsSwitch(const WorkspaceSettings &settings, const SetupPlan &plan)
{
    CheckOutcome outcome = judgeSmsEnabled(settings, plan.provider);
    if (plan.provider != "twilio"_L1 || outcome.repairs.isEmpty()) {
        return outcome;
    }
    const CheckOutcome login = judgePlannedLogin(settings, plan);
    if (login.verdict == CheckVerdict::Failed && login.repairs.isEmpty()) {
        outcome.repairs.clear();
        outcome.hindrance = u"no-token-to-save"_s;
    }
    return outcome;
}

const Department *departmentOf(const QList<Department> &departments, const QString &idOrName)
{
    const auto department = std::find_if(departments.cbegin(), departments.cend(), [&idOrName](const Department &one) {
        return !idOrName.isEmpty() && (one.id.value == idOrName || one.name == idOrName);
    });
    return department == departments.cend() ? nullptr : &*department;
}

CheckOutcome judgeSmsDepartment(const WorkspaceSettings &settings, const QList<Department> &departments,
                                const QString &planned)
{
    if (!settings.smsDepartment) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    const QString now = *settings.smsDepartment;
    const Department *wanted = departmentOf(departments, planned);
    const Department *department = departmentOf(departments, now);
    const auto change = [&now](const Department &to) {
        return RepairPlan::Change{u"SMS_Default_Omnichannel_Department"_s, now, to.id.value};
    };
    if (wanted && wanted->isEnabled && wanted != department) {
        return mendable(u"department-other"_s, change(*wanted));
    }
    if (now.isEmpty()) {
        const Department *only = onlyEnabled(departments);
        const bool hasSome
            = std::any_of(departments.begin(), departments.end(), [](const Department &one) { return one.isEnabled; });
        // With departments and no default each text opens a conversation of its own (7.7.1, rocketchat-wire.md
        // 12, 5.4).
        if (only) {
            return mendable(u"department-unset"_s, change(*only), CheckVerdict::Warning);
        }
        return hasSome ? found(CheckVerdict::Warning, u"department-unset"_s) : fine();
    }
    if (!department) {
        return found(CheckVerdict::Failed, u"department-gone"_s, {now});
    }
    if (department->isEnabled) {
        return fine(department->name);
    }
    return found(CheckVerdict::Failed, u"department-off"_s, {department->name});
}

/// So many webhook calls come through from one address, and Twilio's come from few (5.1).
CheckOutcome judgeLimiter(const WorkspaceSettings &settings)
{
    if (!settings.limitsApi) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    if (!*settings.limitsApi) {
        return fine();
    }
    const int calls = settings.limitCalls.value_or(usualCalls);
    const int seconds = std::max(settings.limitSeconds.value_or(usualSeconds), 1);
    const QStringList values{QString::number(calls), QString::number(seconds)};
    if (calls * usualSeconds >= enoughCalls * seconds) {
        return fine(values.join(u" / "_s) + u" s"_s);
    }
    CheckOutcome outcome = found(CheckVerdict::Warning, u"limiter-may-lose-texts"_s, values);
    if (settings.limitCalls) {
        outcome.repairs = {saving({{u"API_Enable_Rate_Limiter_Limit_Calls_Default"_s, QString::number(calls),
                                    QString::number(enoughCalls * seconds / usualSeconds)}})};
    }
    return outcome;
}

} // namespace greenline
