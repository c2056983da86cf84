#pragma once

#include "app/practice/release.h"

#include <QJsonValue>
#include <QLatin1StringView>

#include <vector>

namespace greenline::practice {

struct DefaultSetting {
    enum class Exposure { Private, Public, Secret };
    QLatin1StringView id;
    QJsonValue value;
    Exposure exposure = Exposure::Private;
};

struct DefaultPermission {
    QLatin1StringView id;
    QLatin1StringView roles; ///< By spaces.
    Release since = {0, 0};
};

/// The settings that a console or its setup looks at (rocketchat-wire.md 5.7, 5.8), SMS switched on; the rest as a
/// fresh server has them.
const std::vector<DefaultSetting> &defaultSettings();

/// Who may do what by default (rocketchat-wire.md 2.8).
const std::vector<DefaultPermission> &defaultPermissions();

} // namespace greenline::practice
