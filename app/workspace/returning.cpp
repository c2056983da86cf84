#include "app/workspace/returning.h"

#include "app/workspace/handover.h"

#include <utility>

namespace greenline {

Returning::Returning(Handover &handover, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_handover(handover)
    , m_alarm(clock, [this] { send(); })
{
}

void Returning::start(const RoomId &room)
{
    if (room == m_waiting || room == m_going) {
        return;
    }
    if (!m_waiting.isEmpty()) {
        send();
    }
    m_waiting = room;
    m_alarm.start(pause);
    Q_EMIT changed();
}

bool Returning::undo()
{
    if (m_waiting.isEmpty()) {
        return false;
    }
    m_alarm.stop();
    m_waiting = {};
    Q_EMIT changed();
    return true;
}

void Returning::send()
{
    m_alarm.stop();
    const RoomId room = std::exchange(m_waiting, {});
    m_going = room;
    Q_EMIT changed();
    m_handover.returnToQueue(room, {this, [this, room](const Status &done) {
                                        if (m_going == room) {
                                            m_going = {};
                                            Q_EMIT changed();
                                        }
                                        if (done) {
                                            Q_EMIT returned(room);
                                        } else {
                                            Q_EMIT failed(room, done.error());
                                        }
                                    }});
}

} // namespace greenline
