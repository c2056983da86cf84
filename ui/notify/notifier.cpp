#include "ui/notify/notifier.h"

#include "app/base/log.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

Notifier::Notifier(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_sound(clock)
{
}

void Notifier::setNotificationsOn(bool isOn)
{
    m_isOn = isOn;
    if (!isOn) {
        withdrawAll();
    }
}

void Notifier::tell(const Notice &notice)
{
    if (m_isSoundOn) {
        m_sound.play();
    }
    if (!m_isOn) {
        return;
    }
    if (m_capabilities) {
        show(notice);
        return;
    }
    m_untold.append(notice);
    askCapabilities();
}

void Notifier::withdraw(const RoomId &room)
{
    m_untold.removeIf([&room](const Notice &notice) { return notice.room == room; });
    const quint32 id = m_shown.take(room);
    if (id != 0) {
        desktop().close(id);
    }
}

void Notifier::withdrawAll()
{
    m_untold.clear();
    for (const quint32 id : std::as_const(m_shown)) {
        desktop().close(id);
    }
    m_shown.clear();
}

DesktopNotifications &Notifier::desktop()
{
    if (!m_desktop) {
        m_desktop = new DesktopNotifications(this);
        connect(m_desktop, &DesktopNotifications::ActionInvoked, this, [this](quint32 id) { onAction(id); });
        connect(m_desktop, &DesktopNotifications::NotificationClosed, this, [this](quint32 id) { onClosed(id); });
    }
    return *m_desktop;
}

void Notifier::askCapabilities()
{
    if (std::exchange(m_isAsking, true)) {
        return;
    }
    desktop().capabilities({this, [this](const Result<QStringList> &capabilities) {
                                m_isAsking = false;
                                const QList<Notice> untold = std::exchange(m_untold, {});
                                if (!capabilities) {
                                    qCInfo(logUi) << "no notification service:" << capabilities.error().code;
                                    return; // asked again with the next notice: the service may start later than we do
                                }
                                m_capabilities = *capabilities;
                                for (const Notice &notice : untold) {
                                    show(notice);
                                }
                            }});
}

void Notifier::show(const Notice &notice)
{
    const bool isMarkup = m_capabilities->contains("body-markup"_L1);
    const NotificationWords words = notificationWords(notice, isMarkup ? BodyMarkup::Understood : BodyMarkup::Literal);
    DesktopNotifications::Content content;
    content.replaces = m_shown.value(notice.room);
    content.title = words.title;
    content.body = words.body;
    content.hasAction = m_capabilities->contains("actions"_L1);
    desktop().notify(content, {this, [this, room = notice.room](const Result<quint32> &id) {
                                   if (id) {
                                       m_shown.insert(room, *id);
                                   } else {
                                       m_capabilities.reset(); // another service may have taken its place
                                   }
                               }});
}

void Notifier::onAction(quint32 id)
{
    const RoomId room = m_shown.key(id);
    if (!room.isEmpty()) {
        Q_EMIT chosen(room);
    }
}

void Notifier::onClosed(quint32 id)
{
    m_shown.remove(m_shown.key(id));
}

} // namespace greenline
