#include "app/workspace/bulk.h"

#include <utility>

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr int mostInASpan = 6;
constexpr auto bulkSpan = 60'000ms;

} // namespace

Bulk::Bulk(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_alarm(clock, [this] { next(); })
{
}

void Bulk::start(const QList<RoomId> &rooms, Deed deed)
{
    if (m_isRunning || rooms.isEmpty()) {
        return;
    }
    m_rooms = rooms;
    m_deed = std::move(deed);
    m_failures.clear();
    m_answered = 0;
    m_isCancelled = false;
    m_isRepeated = false;
    m_isRunning = true;
    next();
}

void Bulk::cancel()
{
    if (!m_isRunning) {
        return;
    }
    m_isCancelled = true;
    m_alarm.stop();
    if (m_isAsking) {
        Q_EMIT changed();
    } else {
        finish();
    }
}

std::chrono::milliseconds Bulk::pause() const
{
    return m_alarm.isActive() ? std::max(m_resumesAt - m_clock.monotonic(), 0ms) : 0ms;
}

void Bulk::next()
{
    m_alarm.stop();
    const auto now = m_clock.monotonic();
    while (!m_startedAt.isEmpty() && now - m_startedAt.first() >= bulkSpan) {
        m_startedAt.removeFirst();
    }
    if (m_startedAt.size() >= mostInASpan) {
        m_resumesAt = m_startedAt.first() + bulkSpan;
        m_alarm.start(m_resumesAt - now);
        Q_EMIT changed();
        return;
    }
    m_startedAt.append(now);
    m_isAsking = true;
    Q_EMIT changed();
    const RoomId room = m_rooms.at(m_answered);
    m_deed(room, {this, [this, room](const Status &done) { onAnswer(room, done); }});
}

void Bulk::onAnswer(const RoomId &room, const Status &done)
{
    m_isAsking = false;
    const bool isLimited = !done && done.error().kind == Error::Kind::RateLimited;
    if (isLimited && !std::exchange(m_isRepeated, true) && !m_isCancelled) {
        m_startedAt.fill(m_clock.monotonic(), mostInASpan); // others of the office used the route up
        next();
        return;
    }
    m_isRepeated = false;
    ++m_answered;
    if (!done) {
        m_failures.append({room, done.error()});
    }
    if (m_isCancelled || m_answered == total()) {
        finish();
    } else {
        next();
    }
}

void Bulk::finish()
{
    m_isRunning = false;
    Q_EMIT changed();
    Q_EMIT finished();
}

} // namespace greenline
