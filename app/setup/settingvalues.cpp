#include "app/setup/settingvalues.h"

#include "app/twilio/loginforms.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// Of the type that the setting has now; nothing: it cannot be read as that.
std::optional<SettingValue> typedLike(const Setting &now, const QString &text)
{
    if (std::holds_alternative<bool>(now.value)) {
        return text == "true"_L1;
    }
    if (std::holds_alternative<qint64>(now.value)) {
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        return isNumber ? std::optional<SettingValue>(number) : std::nullopt;
    }
    return text;
}

} // namespace

QString hiddenSecret()
{
    return u"•"_s;
}

bool isSecretSetting(const QString &id)
{
    return id == tokenSetting || id == "SMS_Voxtelesys_authToken"_L1 || id == "SMS_Mobex_password"_L1;
}

QString shownSid(const QString &sid)
{
    const QString bare = sid.trimmed();
    return bare.isEmpty() || isAccountSid(bare) ? sid : hiddenSecret();
}

QString shownSetting(const Setting &setting, const QString &id)
{
    if (setting.isMasked) {
        return hiddenSecret();
    }
    if (const bool *isOn = std::get_if<bool>(&setting.value)) {
        return *isOn ? u"true"_s : u"false"_s;
    }
    if (const qint64 *number = std::get_if<qint64>(&setting.value)) {
        return QString::number(*number);
    }
    const QString text = std::get<QString>(setting.value);
    if (id == accountSetting) {
        return shownSid(text);
    }
    return isSecretSetting(id) && !text.isEmpty() ? hiddenSecret() : text;
}

Error changedMeanwhile(const QString &what)
{
    return {Error::Kind::Rejected, what, u"changed-meanwhile"_s};
}

Result<SettingValues> valuesToSave(const RepairPlan &plan, const QHash<QString, Setting> &now,
                                   const QHash<QString, QString> &secrets)
{
    SettingValues values;
    for (const RepairPlan::Change &change : plan.changes) {
        const auto setting = now.constFind(change.where);
        if (setting == now.constEnd() || shownSetting(*setting, change.where) != change.from) {
            return changedMeanwhile(change.where);
        }
        const bool isSecret = isSecretSetting(change.where) && change.to == hiddenSecret();
        const QString text = isSecret ? secrets.value(change.where) : change.to;
        const std::optional<SettingValue> value = typedLike(*setting, text);
        if (!value || (isSecret && text.isEmpty())) { // an empty secret would take the old one away
            return Error{Error::Kind::Rejected, change.where, u"setting-value-missing"_s};
        }
        values.append({change.where, *value});
    }
    return values;
}

} // namespace greenline
