#pragma once

#include "app/workspace/attention.h"
#include "ui/notify/desktopnotifications.h"
#include "ui/notify/noticechoices.h"
#include "ui/notify/sound.h"

#include <QHash>
#include <QMap>
#include <QObject>

#include <optional>

namespace greenline {

/// Tells a person who is not looking: one desktop notification for each conversation, replaced by newer ones, withdrawn
/// when it is read; and a sound. Where the service can, it is answered in place. Without a service the sound remains.
class Notifier : public QObject
{
    Q_OBJECT
public:
    explicit Notifier(Clock &clock, QObject *parent = nullptr);

    const NoticeChoices &choices() const { return m_choices; }
    void setChoices(const NoticeChoices &choices);
    void setSoundOn(bool isOn);
    void setNotificationsOn(bool isOn);
    void setQuiet(bool isQuiet); ///< Until it is switched off.
    void beQuietForAnHour();

    void tell(const Notice &notice);
    void soundAlarm(); ///< Somebody still waits in the queue.
    void playNow(const QString &sound);
    void withdraw(const RoomId &room);
    void withdrawAll();

Q_SIGNALS:
    void choicesChanged();
    void told(const greenline::Notice &notice); ///< Every one, also while nothing may disturb.
    void urgent(); ///< The window asks for a look.
    void chosen(const greenline::RoomId &room); ///< The notification was clicked.
    void takeChosen(const greenline::RoomId &room);
    void replied(const greenline::RoomId &room, const QString &text); ///< Typed into the notification.

private:
    /// A room's notification. The service names it in its answer; until then there is nothing to replace or to close.
    struct Shown {
        quint32 id = 0; ///< 0: not named yet, or closed meanwhile.
        bool isAsked = false; ///< The service's answer is due.
        bool isWithdrawn = false; ///< To be closed as soon as it has its name.
        std::optional<Notice> next = {}; ///< Came while the answer was due; the newest one alone.
    };
    bool mayDisturb();
    void watchQuietEnd();
    DesktopNotifications &desktop();
    void askCapabilities();
    void show(const Notice &notice);
    void amend(const Notice &notice);
    void onNamed(const RoomId &room, const Result<quint32> &id);
    void onAction(quint32 id, const QString &action);
    void onReplied(quint32 id, const QString &text);
    void onClosed(quint32 id);
    void onServiceChanged();

    Clock &m_clock;
    Sound m_sound;
    NoticeChoices m_choices;
    Alarm m_quietEnd;
    DesktopNotifications *m_desktop = nullptr; // made when there is something to tell; a child
    std::optional<QStringList> m_capabilities;
    bool m_isAsking = false;
    QList<Notice> m_untold; // until the capabilities are known
    QHash<RoomId, Shown> m_shown;
    QMap<quint32, RoomId> m_rooms; // of every name given, also when closed: the reply to it may be under way
};

} // namespace greenline
