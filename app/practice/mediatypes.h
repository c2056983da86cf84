#pragma once

#include <QStringList>

#include <algorithm>

namespace greenline::practice {

/// Whether a type is on a list of a setting: "image/*,application/pdf".
inline bool isOnMediaList(const QString &type, const QString &list)
{
    const QStringList patterns = list.split(u',', Qt::SkipEmptyParts);
    return std::any_of(patterns.begin(), patterns.end(), [&](const QString &pattern) {
        const QString wanted = pattern.trimmed();
        return wanted.endsWith(QLatin1StringView("/*")) ? type.startsWith(wanted.chopped(1)) : type == wanted;
    });
}

} // namespace greenline::practice
