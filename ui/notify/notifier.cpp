#include "ui/notify/notifier.h"

#include "app/base/log.h"

#include <algorithm>
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
    const auto shown = m_shown.find(room);
    if (shown == m_shown.end()) {
        return;
    }
    if (shown->isAsked) {
        shown->isWithdrawn = true;
        shown->next.reset();
        return;
    }
    desktop().close(shown->id);
    m_shown.erase(shown);
}

void Notifier::withdrawAll()
{
    m_untold.clear();
    const QList<RoomId> rooms = m_shown.keys();
    for (const RoomId &room : rooms) {
        withdraw(room);
    }
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
    Shown &shown = m_shown[notice.room];
    if (shown.isAsked) {
        shown.isWithdrawn = false;
        shown.next = notice;
        return;
    }
    shown.isAsked = true;
    const bool isMarkup = m_capabilities->contains("body-markup"_L1);
    const NotificationWords words = notificationWords(notice, isMarkup ? BodyMarkup::Understood : BodyMarkup::Literal);
    DesktopNotifications::Content content;
    content.replaces = shown.id;
    content.title = words.title;
    content.body = words.body;
    content.hasAction = m_capabilities->contains("actions"_L1);
    desktop().notify(content, {this, [this, room = notice.room](const Result<quint32> &id) { onNamed(room, id); }});
}

void Notifier::onNamed(const RoomId &room, const Result<quint32> &id)
{
    Shown shown = m_shown.take(room);
    if (!id) {
        m_capabilities.reset(); // another service may have taken its place
        if (shown.next) {
            m_untold.append(*shown.next);
            askCapabilities();
        }
        return;
    }
    if (shown.isWithdrawn) {
        desktop().close(*id);
        return;
    }
    m_shown.insert(room, {*id});
    if (!shown.next) {
        return;
    }
    if (m_capabilities) {
        show(*shown.next);
    } else {
        m_untold.append(*shown.next); // another room's answer has just failed
        askCapabilities();
    }
}

RoomId Notifier::roomOf(quint32 id) const
{
    const auto found = std::find_if(m_shown.cbegin(), m_shown.cend(), [id](const Shown &one) { return one.id == id; });
    return found == m_shown.cend() ? RoomId() : found.key();
}

void Notifier::onAction(quint32 id)
{
    const RoomId room = roomOf(id);
    if (!room.isEmpty()) {
        Q_EMIT chosen(room);
    }
}

void Notifier::onClosed(quint32 id)
{
    const auto shown = m_shown.find(roomOf(id));
    if (shown == m_shown.end()) {
        return;
    }
    if (shown->isAsked) {
        shown->id = 0; // what is under way gets a name of its own
    } else {
        m_shown.erase(shown);
    }
}

} // namespace greenline
