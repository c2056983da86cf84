#include "app/practice/restlimiter.h"

#include <algorithm>

namespace greenline::practice {

RestLimiter::RestLimiter(const Clock &clock)
    : m_clock(clock)
{
}

RestLimiter::Verdict RestLimiter::count(const QString &route)
{
    using namespace std::chrono;
    Window &window = m_windows[route];
    const milliseconds now = m_clock.monotonic();
    if (window.used == 0 || now >= window.endsAt) {
        window = {now + span, m_clock.now().toMSecsSinceEpoch() + milliseconds(span).count()};
    }
    const bool isAllowed = window.used < calls;
    window.used += isAllowed ? 1 : 0;
    m_refused += isAllowed ? 0 : 1;
    m_most[route] = std::max(m_most.value(route), ++window.asked);
    return {isAllowed, calls - window.used, window.resetAt, ceil<seconds>(window.endsAt - now)};
}

} // namespace greenline::practice
