#pragma once

#include "app/base/clock.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>

namespace greenline::practice {

/// Meteor's limiter for one connection: so many calls of a method per 10 s (3.11.6 and 7.7.1, ddp/22 and ddp/31).
class DdpLimiter
{
public:
    explicit DdpLimiter(const Clock &clock)
        : m_clock(clock)
    {
    }
    /// How long to wait when this call is one too many.
    std::optional<std::chrono::milliseconds> count(const QString &method, int most)
    {
        Window &window = m_windows[method];
        const std::chrono::milliseconds now = m_clock.monotonic();
        if (window.used == 0 || now >= window.endsAt) {
            window = {now + std::chrono::seconds(10), 0};
        }
        if (window.used >= most) {
            return window.endsAt - now;
        }
        ++window.used;
        return {};
    }

private:
    struct Window {
        std::chrono::milliseconds endsAt{0};
        int used = 0;
    };
    const Clock &m_clock;
    QHash<QString, Window> m_windows;
};

} // namespace greenline::practice
