#pragma once

#include <optional>

namespace greenline {

/// The number on the program's icon in task bars and docks that listen to com.canonical.Unity.LauncherEntry (Plasma,
/// Dash to Dock, Plank). Others do not hear it.
class LauncherBadge
{
public:
    void setWaiting(int waiting);

private:
    std::optional<int> m_told;
};

} // namespace greenline
