#pragma once

#include "app/base/clock.h"

#include <QHash>
#include <QList>
#include <QString>

#include <functional>

namespace greenline {

/// Routes that answered 429 and must not be asked for a while, and the calls that wait for them in order.
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
        QList<Call> waiting;
    };
    void openWhenDue(const QString &route);

    Clock &m_clock;
    QHash<QString, Closed> m_closed;
    QObject m_life; // of the timers
};

} // namespace greenline
