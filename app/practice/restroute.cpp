#include "app/practice/restroute.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

std::optional<QStringList> capturesOf(QLatin1StringView pattern, const QString &path)
{
    const QString whole = pattern.startsWith('/'_L1) ? QString(pattern) : u"/api/v1/"_s + pattern;
    const QStringList wanted = whole.split(u'/');
    const QStringList parts = path.split(u'/');
    if (wanted.size() != parts.size()) {
        return {};
    }
    QStringList captures;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (wanted.at(i).startsWith(u':')) {
            captures.append(parts.at(i));
        } else if (wanted.at(i) != parts.at(i)) {
            return {};
        }
    }
    return captures;
}

} // namespace greenline::practice
