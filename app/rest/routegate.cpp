#include "app/rest/routegate.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr int mostAtOnce = 5;
constexpr auto betweenThem = 1'000ms;

} // namespace

RouteGate::RouteGate(Clock &clock)
    : m_clock(clock)
{
}

void RouteGate::close(const QString &route, std::chrono::milliseconds span)
{
    Closed &closed = m_closed[route];
    closed.until = std::max(closed.until, m_clock.monotonic() + span);
    wakeWhenDue(route);
}

void RouteGate::wakeWhenDue(const QString &route)
{
    Closed &closed = m_closed[route];
    closed.turn = ++m_turn;
    m_clock.after(closed.until - m_clock.monotonic(), &m_life, [this, route, turn = m_turn] { onDue(route, turn); });
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

void RouteGate::onDue(const QString &route, int turn)
{
    const auto closed = m_closed.find(route);
    if (closed == m_closed.end() || closed->turn != turn) {
        return; // closed again meanwhile
    }
    if (closed->until > m_clock.monotonic()) {
        wakeWhenDue(route); // long timers may ring up to a twentieth early
        return;
    }
    const QList<Call> next = closed->waiting.mid(0, mostAtOnce);
    closed->waiting.remove(0, next.size());
    if (closed->waiting.isEmpty()) {
        m_closed.erase(closed);
    } else {
        closed->until = m_clock.monotonic() + betweenThem;
        wakeWhenDue(route);
    }
    for (const Call &call : next) {
        call();
    }
}

} // namespace greenline
