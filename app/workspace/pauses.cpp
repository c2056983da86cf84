#include "app/workspace/pauses.h"

#include "app/rest/restclient.h"

#include <algorithm>
#include <utility>

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto shortestTold = 2s;

} // namespace

Pauses::Pauses(const RestClient &rest, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_rest(rest)
    , m_alarm(clock, [this] { look(); })
{
    connect(&rest, &RestClient::pausesChanged, this, &Pauses::look);
}

std::chrono::seconds Pauses::in(const RoomId &room) const
{
    return m_told.value(room);
}

std::chrono::seconds Pauses::elsewhere(const RoomId &room) const
{
    std::chrono::seconds longest{0};
    for (auto pause = m_told.cbegin(); pause != m_told.cend(); ++pause) {
        const bool isToldThere = pause.key() == room && !room.isEmpty();
        longest = isToldThere ? longest : std::max(longest, *pause);
    }
    return longest;
}

void Pauses::look()
{
    const QHash<RoomId, std::chrono::milliseconds> all = m_rest.pauses();
    QHash<RoomId, std::chrono::seconds> told;
    for (auto pause = all.cbegin(); pause != all.cend(); ++pause) {
        // What is in line behind others when the route opens waits a second more.
        const std::chrono::seconds left = std::max(std::chrono::ceil<std::chrono::seconds>(*pause), 1s);
        if (left >= shortestTold || m_told.contains(pause.key())) {
            told.insert(pause.key(), left);
        }
    }
    if (all.isEmpty()) {
        m_alarm.stop();
    } else {
        m_alarm.start(1s);
    }
    if (std::exchange(m_told, told) != told) {
        Q_EMIT changed();
    }
}

} // namespace greenline
