#pragma once

#include <QDateTime>
#include <QObject>
#include <QPointer>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace greenline {

/// Where time comes from. Everything that waits or reads the time is given one of these, so that tests own time.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Wall time in UTC: for showing and for comparing with the server's.
    virtual QDateTime now() const = 0;
    /// Time since some fixed moment, unmoved by changes of the wall clock: for waits and ages.
    virtual std::chrono::milliseconds monotonic() const = 0;
    /// Calls function once after delay unless context died before.
    virtual void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> function) = 0;
};

class SystemClock : public Clock
{
public:
    QDateTime now() const override;
    std::chrono::milliseconds monotonic() const override;
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> function) override;
};

/// Time that moves only when a test says so.
class ManualClock : public Clock
{
public:
    explicit ManualClock(const QDateTime &start = QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC));
    QDateTime now() const override { return m_now; }
    std::chrono::milliseconds monotonic() const override { return m_monotonic; }
    void after(std::chrono::milliseconds delay, QObject *context, std::function<void()> function) override;
    /// Moves both clocks on and calls what has become due, in order, also what those calls ask for within the span.
    void advance(std::chrono::milliseconds span);
    /// Moves the wall clock alone, as a person or NTP does.
    void jump(std::chrono::milliseconds span);

private:
    struct Due {
        std::chrono::milliseconds at;
        QPointer<QObject> context;
        std::function<void()> function;
    };
    QDateTime m_now;
    std::chrono::milliseconds m_monotonic{0};
    std::vector<Due> m_due; // in order of time, then of asking
};

/// A restartable one-shot timer on a Clock; it falls silent when stopped, restarted or destroyed.
class Alarm
{
public:
    Alarm(Clock &clock, std::function<void()> ring);
    ~Alarm();
    Alarm(const Alarm &) = delete;
    Alarm &operator=(const Alarm &) = delete;
    void start(std::chrono::milliseconds delay);
    void stop();
    bool isActive() const { return m_token != nullptr; }

private:
    Clock &m_clock;
    std::function<void()> m_ring;
    std::unique_ptr<QObject> m_token;
};

} // namespace greenline
