#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"

#include <QHash>
#include <QObject>

namespace greenline {

class RestClient;

/// The pauses that the workspace asks of a person: its limiter has closed a route, and what they asked for waits until
/// it opens. Only what somebody waits for is told (RestCall::awaitedIn), never a reading in the background, and nothing
/// that is over before it could be read. Counted down by the clock, second by second; nothing ticks without a pause.
class Pauses : public QObject
{
    Q_OBJECT
public:
    Pauses(const RestClient &rest, Clock &clock, QObject *parent = nullptr);

    std::chrono::seconds in(const RoomId &room) const; ///< How long still, for what was asked there; 0: no pause.
    std::chrono::seconds elsewhere(const RoomId &room) const; ///< The longest of all others; empty: of all.

Q_SIGNALS:
    void changed();

private:
    void look();

    const RestClient &m_rest;
    QHash<RoomId, std::chrono::seconds> m_told;
    Alarm m_alarm;
};

} // namespace greenline
