#include "app/practice/restlimiter.h"

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
        window = {now + span, m_clock.now().toMSecsSinceEpoch() + milliseconds(span).count(), 0};
    }
    const bool isAllowed = window.used < calls;
    window.used += isAllowed ? 1 : 0;
    return {isAllowed, calls - window.used, window.resetAt, ceil<seconds>(window.endsAt - now)};
}

} // namespace greenline::practice
