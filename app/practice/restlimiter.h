#pragma once

#include "app/base/clock.h"

#include <QHash>
#include <QString>

#include <chrono>

namespace greenline::practice {

/// Rocket.Chat's REST limiter: so many calls per span for one route (rocketchat-wire.md 7; recordings 3.11.6 rest/80).
class RestLimiter
{
public:
    static constexpr int calls = 10;
    static constexpr std::chrono::seconds span{60};

    struct Verdict {
        bool isAllowed = true;
        int remaining = 0;
        qint64 resetAt = 0; ///< Milliseconds of the wall clock.
        std::chrono::seconds wait{0};
    };

    explicit RestLimiter(const Clock &clock);
    Verdict count(const QString &route);
    const QHash<QString, int> &most() const { return m_most; } ///< The most calls within one span, by route.
    int refused() const { return m_refused; } ///< Calls altogether.

private:
    struct Window {
        std::chrono::milliseconds endsAt{0};
        qint64 resetAt = 0;
        int used = 0;
        int asked = 0; ///< With those that were refused.
    };
    const Clock &m_clock;
    QHash<QString, Window> m_windows;
    QHash<QString, int> m_most;
    int m_refused = 0;
};

} // namespace greenline::practice
