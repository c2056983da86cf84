#pragma once

#include "app/rest/settingsapi.h"
#include "app/setup/check.h"

namespace greenline {

using SettingValues = QList<std::pair<QString, SettingValue>>;

inline constexpr QLatin1StringView tokenSetting("SMS_Twilio_authToken");
inline constexpr QLatin1StringView accountSetting("SMS_Twilio_Account_SID");

QString hiddenSecret(); ///< What stands in a plan in place of a secret: a bullet.
bool isSecretSetting(const QString &id);
QString shownSid(const QString &sid); ///< What is no account's SID is a bullet: a token may stand in its place.
/// As it stands in a plan: a secret is a bullet, or empty.
QString shownSetting(const Setting &setting, const QString &id);

/// What saving a plan sends, each of the type that the setting has now. "changed-meanwhile" when the settings are not
/// what the plan changes; "setting-value-missing" without the secret that a bullet stands for.
Result<SettingValues> valuesToSave(const RepairPlan &plan, const QHash<QString, Setting> &now,
                                   const QHash<QString, QString> &secrets);

Error changedMeanwhile(const QString &what);

} // namespace greenline
