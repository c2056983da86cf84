#include "app/base/clock.h"

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace greenline {

QDateTime SystemClock::now() const
{
    return QDateTime::currentDateTimeUtc();
}

std::chrono::milliseconds SystemClock::monotonic() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch());
}

void SystemClock::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> function)
{
    QTimer::singleShot(delay, context, std::move(function));
}

ManualClock::ManualClock(const QDateTime &start)
    : m_now(start)
{
}

void ManualClock::after(std::chrono::milliseconds delay, QObject *context, std::function<void()> function)
{
    const auto at = m_monotonic + delay;
    const auto place = std::upper_bound(m_due.begin(), m_due.end(), at,
                                        [](std::chrono::milliseconds time, const Due &due) { return time < due.at; });
    m_due.insert(place, Due{at, context, std::move(function)});
}

void ManualClock::advance(std::chrono::milliseconds span)
{
    const auto end = m_monotonic + span;
    while (!m_due.empty() && m_due.front().at <= end) {
        const Due due = m_due.front();
        m_due.erase(m_due.begin());
        const auto step = std::max(due.at - m_monotonic, std::chrono::milliseconds(0));
        m_now = m_now.addMSecs(step.count());
        m_monotonic += step;
        if (due.context) {
            due.function();
        }
    }
    m_now = m_now.addMSecs((end - m_monotonic).count());
    m_monotonic = end;
}

void ManualClock::jump(std::chrono::milliseconds span)
{
    m_now = m_now.addMSecs(span.count());
}

Alarm::Alarm(Clock &clock, std::function<void()> ring)
    : m_clock(clock)
    , m_ring(std::move(ring))
{
}

Alarm::~Alarm() = default;

void Alarm::start(std::chrono::milliseconds delay)
{
    m_token = std::make_unique<QObject>();
    m_clock.after(delay, m_token.get(), [this] {
        // The token cannot be deleted inside its own timer's call, so it is handed to the event loop.
        m_token.release()->deleteLater();
        m_ring();
    });
}

void Alarm::stop()
{
    m_token.reset();
}

} // namespace greenline
