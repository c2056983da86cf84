#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "app/base/result.h"

#include <QObject>

namespace greenline {

class Handover;

/// Returns a conversation to the queue after a pause in which it can be undone. One at a time: another one sends the
/// first on its way. Whoever leaves before the pause is over has returned nothing.
class Returning : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds pause{5'000};
    Returning(Handover &handover, Clock &clock, QObject *parent = nullptr);

    void start(const RoomId &room);
    bool undo(); ///< False: there was nothing to undo any more.
    const RoomId &waiting() const { return m_waiting; } ///< In its pause; empty: none.
    const RoomId &going() const { return m_going; } ///< Asked for, not answered yet.

Q_SIGNALS:
    void changed();
    void returned(const greenline::RoomId &room);
    void failed(const greenline::RoomId &room, const greenline::Error &error);

private:
    void send();

    Handover &m_handover;
    Alarm m_alarm;
    RoomId m_waiting;
    RoomId m_going;
};

} // namespace greenline
