#pragma once

#include "app/base/clock.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>

namespace greenline {

/// Routes that have nothing left and must not be asked for a while, and the calls that wait for them: they go out in
/// order, a few each second, so that the first answers can close the route again before the others are refused.
class RouteGate
{
public:
    using Call = std::function<void()>;

    explicit RouteGate(Clock &clock);
    bool isClosed(const QString &route) const { return m_closed.contains(route); }
    std::chrono::milliseconds remaining(const QString &route) const; ///< Until it opens; 0: it is open.
    void close(const QString &route, std::chrono::milliseconds span);
    void hold(const QString &route, const Call &call); ///< Only while closed.

private:
    struct Closed {
        std::chrono::milliseconds until{0}; // monotonic
        int turn = 0; // of the timer that counts
        QList<Call> waiting;
    };
    void wakeWhenDue(const QString &route);
    void onDue(const QString &route, int turn);

    Clock &m_clock;
    int m_turn = 0;
    QHash<QString, Closed> m_closed;
    QObject m_life; // of the timers
};

} // namespace greenline
