#pragma once

#include "app/rest/settingsapi.h"
#include "app/setup/workspacefindings.h"

namespace greenline {

/// Which settings the checks read, and what they are called here (rocketchat-wire.md 5.7, 5.8).
QStringList setupSettingIds();
WorkspaceSettings setupSettings(const QHash<QString, Setting> &settings, ServerVersion version);

} // namespace greenline
