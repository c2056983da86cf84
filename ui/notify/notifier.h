#pragma once

#include "ui/notify/desktopnotifications.h"
#include "ui/notify/notificationwords.h"
#include "ui/notify/sound.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace greenline {

/// Tells a person who is not looking: one desktop notification for each conversation, replaced by newer ones, withdrawn
/// when it is read; and a sound. Without a notification service the sound remains.
class Notifier : public QObject
{
    Q_OBJECT
public:
    explicit Notifier(Clock &clock, QObject *parent = nullptr);
    void setSoundOn(bool isOn) { m_isSoundOn = isOn; }
    void setNotificationsOn(bool isOn);
    void tell(const Notice &notice);
    void withdraw(const RoomId &room);
    void withdrawAll();

Q_SIGNALS:
    void chosen(const greenline::RoomId &room); ///< The notification was clicked.

private:
    /// A room's notification. The service names it in its answer; until then there is nothing to replace or to close.
    struct Shown {
        quint32 id = 0; ///< 0: not named yet, or closed meanwhile.
        bool isAsked = false; ///< The service's answer is due.
        bool isWithdrawn = false; ///< To be closed as soon as it has its name.
        std::optional<Notice> next = {}; ///< Came while the answer was due; the newest one alone.
    };
    DesktopNotifications &desktop();
    void askCapabilities();
    void show(const Notice &notice);
    void onNamed(const RoomId &room, const Result<quint32> &id);
    RoomId roomOf(quint32 id) const;
    void onAction(quint32 id);
    void onClosed(quint32 id);

    Sound m_sound;
    DesktopNotifications *m_desktop = nullptr; // made when there is something to tell; a child
    std::optional<QStringList> m_capabilities;
    bool m_isAsking = false;
    QList<Notice> m_untold; // until the capabilities are known
    QHash<RoomId, Shown> m_shown;
    bool m_isSoundOn = true;
    bool m_isOn = true;
};

} // namespace greenline
