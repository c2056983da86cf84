#pragma once

#include "app/base/clock.h"
#include "app/base/id.h"
#include "app/base/then.h"

#include <QList>
#include <QObject>

#include <functional>
#include <optional>

namespace greenline {

/// The same deed done to many conversations, one after the other, never faster than 60 % of what a workspace allows of
/// one route (10 calls in 60 s, rocketchat-wire.md 7). One that fails does not stop the others.
class Bulk : public QObject
{
    Q_OBJECT
public:
    using Deed = std::function<void(const RoomId &, const Then<Done> &)>;
    struct Failure {
        RoomId room = {};
        Error error = {};
    };
    explicit Bulk(Clock &clock, QObject *parent = nullptr);

    void start(const QList<RoomId> &rooms, Deed deed); ///< Nothing while one is running.
    void cancel(); ///< Begins no other; the answer that is under way is waited for.

    bool isRunning() const { return m_isRunning; }
    bool isCancelled() const { return m_isCancelled; }
    std::chrono::milliseconds pause() const; ///< Until the next one may be asked for; 0: asked now.
    int total() const { return static_cast<int>(m_rooms.size()); }
    int answered() const { return m_answered; }
    const QList<Failure> &failures() const { return m_failures; }

Q_SIGNALS:
    void changed();
    void finished(); ///< All are answered, or the rest was cancelled.

private:
    void next();
    void onAnswer(const RoomId &room, const Status &done);
    void finish();

    Clock &m_clock;
    Alarm m_alarm;
    Deed m_deed;
    QList<RoomId> m_rooms;
    QList<Failure> m_failures;
    QList<std::chrono::milliseconds> m_startedAt; // of the last minute, oldest first
    std::chrono::milliseconds m_resumesAt{0};
    int m_answered = 0;
    bool m_isRunning = false;
    bool m_isAsking = false;
    bool m_isCancelled = false;
    bool m_isRepeated = false; // after the workspace said "too many"
};

} // namespace greenline
