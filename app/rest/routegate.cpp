#include "app/rest/routegate.h"

#include <algorithm>

namespace greenline {

RouteGate::RouteGate(Clock &clock)
    : m_clock(clock)
{
}

void RouteGate::close(const QString &route, std::chrono::milliseconds span)
{
    Closed &closed = m_closed[route];
    closed.until = std::max(closed.until, m_clock.monotonic() + span);
    m_clock.after(span, &m_life, [this, route] { openWhenDue(route); });
}

std::chrono::milliseconds RouteGate::remaining(const QString &route) const
{
    const auto closed = m_closed.constFind(route);
    return closed == m_closed.constEnd() ? std::chrono::milliseconds(0)
                                         : std::max(closed->until - m_clock.monotonic(), std::chrono::milliseconds(0));
}

void RouteGate::hold(const QString &route, const Call &call)
{
    m_closed[route].waiting.append(call);
}

void RouteGate::openWhenDue(const QString &route)
{
    const auto closed = m_closed.constFind(route);
    if (closed == m_closed.constEnd() || closed->until > m_clock.monotonic()) {
        return; // closed again meanwhile, for longer
    }
    const QList<Call> waiting = m_closed.take(route).waiting;
    for (const Call &call : waiting) {
        call();
    }
}

} // namespace greenline
