// What the workspace's SMS settings are found to be.
#include "app/setup/outcomes.h"
#include "app/setup/settingvalues.h"
#include "app/setup/workspacefindings.h"

#include <QRegularExpression>

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

/// Where somebody named a host of Twilio's: those that a picture comes by and that are not named, whole.
QStringList unnamedPictureHosts(const QString &allowlist)
{
    static const QRegularExpression between(u"[\\n,]"_s);
    QStringList named;
    const QStringList entries = allowlist.toLower().split(between);
    for (const QString &entry : entries) {
        named.append(entry.trimmed());
    }
    QStringList missing{u"api.twilio.com"_s, u"mms.twiliocdn.com"_s};
    missing.removeIf([&named](const QString &host) { return named.contains(host); });
    return allowlist.contains("twilio"_L1, Qt::CaseInsensitive) ? missing : QStringList();
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

CheckOutcome judgeSmsLogin(const WorkspaceSettings &settings, const TwilioLogin &login, const QString &owner)
{
    if (!settings.accountSid) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    const QString wanted = owner.isEmpty() ? login.account : owner;
    // A key cannot check signatures, and another account's token not these (twilio.md 1.1, 6.2).
    const bool isOurs = !login.isKey() && login.account == wanted && !login.secret.isEmpty();
    const QString hidden = hiddenSecret();
    const QString tokenNow
        = settings.isTokenMasked || !settings.authToken.value_or(QString()).isEmpty() ? hidden : QString();
    const RepairPlan::Change token{u"SMS_Twilio_authToken"_s, tokenNow, hidden};
    if (settings.accountSid->trimmed() != wanted) {
        CheckOutcome other = mendable(settings.accountSid->isEmpty() ? u"sms-sid-missing"_s : u"sms-sid-other"_s,
                                      {u"SMS_Twilio_Account_SID"_s, *settings.accountSid, wanted});
        if (isOurs && settings.authToken != login.secret) {
            other.repairs.first().changes.append(token); // the one without the other would be refused
        }
        if (!isOurs) {
            other.repairs.clear();
        }
        return other;
    }
    CheckOutcome outcome = fine(wanted);
    if (settings.isTokenMasked || !settings.authToken) {
        outcome = mendable(u"sms-token-hidden"_s, token, CheckVerdict::Unknown);
    } else if (settings.authToken->isEmpty()) {
        outcome = mendable(u"sms-token-missing"_s, token);
    } else if (!isOurs) {
        outcome = found(CheckVerdict::Unknown, u"sms-token-not-comparable"_s);
    } else if (*settings.authToken != login.secret) {
        // Mostly an old one. Only while a token is rotated may it be the primary, and ours the secondary; the words
        // say so, for only a person can look.
        outcome = mendable(u"sms-token-other"_s, token);
    }
    if (!isOurs) {
        outcome.repairs.clear();
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

CheckOutcome judgePicturesIn(const WorkspaceSettings &settings, ServerVersion version, TwilioPlace place)
{
    if (version.major == 7 && place == TwilioPlace::Internet) {
        return found(CheckVerdict::Warning, u"pictures-behind-redirect"_s, {version.text()});
    }
    if (version < ServerVersion{8, 0} || !settings.fetchesFrom) {
        return fine();
    }
    const QString now = *settings.fetchesFrom;
    const QStringList missing = unnamedPictureHosts(now);
    // The other hosts in it are nobody's business who reads the report.
    CheckOutcome outcome
        = fine(u"SSRF_Allowlist: "_s
               + (now.trimmed().isEmpty() ? u"–"_s : u"%1 of Twilio's hosts missing"_s.arg(missing.size())));
    if (!missing.isEmpty()) { // public hosts of Twilio's own: naming them opens nothing that was shut
        outcome.verdict = CheckVerdict::Warning;
        outcome.cause = u"picture-hosts-unnamed"_s;
        outcome.values = {missing.join(u", "_s)};
        outcome.repairs = {saving({{u"SSRF_Allowlist"_s, now, now + u',' + missing.join(u',')}})};
    }
    return outcome;
}

CheckOutcome judgePicturesBothWays(const WorkspaceSettings &settings, ServerVersion version, TwilioPlace place)
{
    CheckOutcome leaving = judgePictures(settings);
    const CheckOutcome arriving = judgePicturesIn(settings, version, place);
    if (leaving.verdict != CheckVerdict::Passed) {
        return leaving;
    }
    if (arriving.verdict != CheckVerdict::Passed) {
        return arriving;
    }
    leaving.evidence += arriving.evidence;
    return leaving;
}

CheckOutcome judgePictures(const WorkspaceSettings &settings)
{
    if (!settings.fileUpload) {
        return found(CheckVerdict::Unknown, u"settings-unreadable"_s);
    }
    if (!*settings.fileUpload) {
        return found(CheckVerdict::Warning, u"uploads-off"_s);
    }
    if (!settings.sendsFiles.value_or(true)) {
        return found(CheckVerdict::Warning, u"sms-files-off"_s);
    }
    if (settings.protectsFiles.value_or(false) && !settings.signsFileLinks.value_or(false)) {
        return found(CheckVerdict::Warning, u"files-protected-from-twilio"_s); // it is not let in to fetch them
    }
    if (settings.fileTypes.value_or(u"image/*"_s).contains("image/"_L1)
        || settings.fileTypes.value_or(QString()).isEmpty()) {
        return fine(settings.fileTypes.value_or(QString()));
    }
    return found(CheckVerdict::Warning, u"sms-pictures-not-listed"_s, {*settings.fileTypes});
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
