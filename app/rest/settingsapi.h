#pragma once

#include "app/base/then.h"
#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"

#include <QHash>

#include <variant>

namespace greenline {

using SettingValue = std::variant<bool, qint64, QString>; // a phone number may be a number, and is more than an int

struct Setting {
    SettingValue value = QString();
    bool isMasked = false; ///< There is a value, and the server keeps it to itself (rocketchat-wire.md 6.7).
    bool operator==(const Setting &) const = default;
};

/// What the server asked for before it saves: a code of an authenticator ("totp"), one that was mailed ("email"), or
/// the account's password ("password"), of which only a digest leaves this computer.
struct SettingsFactor {
    QString answer = {}; ///< Empty: not asked yet.
    QString method = {};
};

/// The workspace's settings that are not for everybody. Secrets among them are never logged.
class SettingsApi
{
public:
    SettingsApi(RestClient &rest, const ServerFeatures &features)
        : m_rest(rest)
        , m_features(features)
    {
    }
    /// One list of all of them, for ten calls a minute come through to a route. Ids that the server has not, or does
    /// not show to this account, are missing in the answer; so are values of other types.
    void read(const QStringList &ids, const Then<QHash<QString, Setting>> &then);
    /// All of them or none. A code is asked for by Rejected, "totp-required", with the method as detail; a wrong one is
    /// "totp-invalid". Sent once.
    void save(const QList<std::pair<QString, SettingValue>> &values, const SettingsFactor &factor,
              const Then<Done> &then);
    void setVersion(ServerVersion version) { m_features = ServerFeatures(version); }

private:
    RestClient &m_rest;
    ServerFeatures m_features;
};

} // namespace greenline
