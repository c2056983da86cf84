#pragma once

#include <QStringList>

#include <optional>

namespace greenline {

/// Which files a workspace takes.
struct FileRules {
    bool isOn = true;
    std::optional<qint64> maximumBytes = {}; ///< Nothing: no limit.
    QStringList acceptedTypes = {}; ///< "image/*", "application/pdf"; empty: all of them,
    QStringList blockedTypes = {}; ///< but never these.
    bool operator==(const FileRules &) const = default;
};

} // namespace greenline
