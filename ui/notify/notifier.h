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
    DesktopNotifications &desktop();
    void askCapabilities();
    void show(const Notice &notice);
    void onAction(quint32 id);
    void onClosed(quint32 id);

    Sound m_sound;
    DesktopNotifications *m_desktop = nullptr; // made when there is something to tell; a child
    std::optional<QStringList> m_capabilities;
    bool m_isAsking = false;
    QList<Notice> m_untold; // until the capabilities are known
    QHash<RoomId, quint32> m_shown;
    bool m_isSoundOn = true;
    bool m_isOn = true;
};

} // namespace greenline
