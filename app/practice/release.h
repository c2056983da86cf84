#pragma once

#include <QString>

#include <compare>

namespace greenline::practice {

/// A server release as far as its behaviour hangs on it.
struct Release {
    int major = 8;
    int minor = 8;
    auto operator<=>(const Release &) const = default;
};

/// "7.12" or "7.12.1"; 0.0 when it is neither.
inline Release releaseOf(const QString &version)
{
    return {version.section(u'.', 0, 0).toInt(), version.section(u'.', 1, 1).toInt()};
}

} // namespace greenline::practice
