#include "ui/notify/notifier.h"

#include "app/base/log.h"
#include "ui/notify/notificationcontent.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype roomsRemembered = 256;
constexpr std::chrono::seconds quietSpan = std::chrono::hours(1);

} // namespace

Notifier::Notifier(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_sound(clock)
    , m_quietEnd(clock, [this] { setQuiet(false); })
{
}

void Notifier::setChoices(const NoticeChoices &choices)
{
    if (choices == m_choices) {
        return;
    }
    m_choices = choices;
    if (!choices.hasPopups || choices.isQuiet) {
        withdrawAll();
    }
    watchQuietEnd();
    Q_EMIT choicesChanged();
}

void Notifier::setSoundOn(bool isOn)
{
    NoticeChoices choices = m_choices;
    choices.hasSound = isOn;
    setChoices(choices);
}

void Notifier::setNotificationsOn(bool isOn)
{
    NoticeChoices choices = m_choices;
    choices.hasPopups = isOn;
    setChoices(choices);
}

void Notifier::setQuiet(bool isQuiet)
{
    NoticeChoices choices = m_choices;
    choices.isQuiet = isQuiet;
    choices.quietUntil = {};
    setChoices(choices);
}

void Notifier::beQuietForAnHour()
{
    NoticeChoices choices = m_choices;
    choices.isQuiet = true;
    choices.quietUntil = m_clock.now().addSecs(quietSpan.count());
    setChoices(choices);
}

void Notifier::watchQuietEnd()
{
    m_quietEnd.stop();
    if (m_choices.isQuiet && m_choices.quietUntil.isValid()) {
        const qint64 left = m_clock.now().msecsTo(m_choices.quietUntil);
        m_quietEnd.start(std::chrono::milliseconds(qMax<qint64>(0, left)));
    }
}

/// The alarm stands still while the computer sleeps, so the time of day has the last word.
bool Notifier::mayDisturb()
{
    if (m_choices.isQuiet && m_choices.quietUntil.isValid() && m_choices.quietUntil <= m_clock.now()) {
        setQuiet(false);
    }
    return !m_choices.isQuiet;
}

void Notifier::soundAlarm()
{
    if (!mayDisturb()) {
        return;
    }
    Q_EMIT urgent();
    if (m_choices.hasSound) {
        m_sound.play(m_choices.queueSound);
    }
}

void Notifier::playNow(const QString &sound)
{
    m_sound.playNow(sound);
}

void Notifier::tell(const Notice &notice)
{
    Q_EMIT told(notice);
    const bool isAnswer = notice.kind == Notice::Kind::ReplyNotSent; // to what the person did
    if (!mayDisturb() && !isAnswer) {
        return;
    }
    if (notice.isMore) {
        amend(notice);
        return;
    }
    Q_EMIT urgent();
    if (m_choices.hasSound) {
        m_sound.play(notice.kind == Notice::Kind::NewInQueue ? m_choices.queueSound : m_choices.textSound);
    }
    if (!m_choices.hasPopups && !isAnswer) {
        return;
    }
    if (m_capabilities) {
        show(notice);
        return;
    }
    m_untold.append(notice);
    askCapabilities();
}

/// What is not shown any more, or never was, stays so.
void Notifier::amend(const Notice &notice)
{
    for (Notice &untold : m_untold) {
        if (untold.room == notice.room) {
            untold = notice;
        }
    }
    const auto shown = m_shown.constFind(notice.room);
    if (m_capabilities && shown != m_shown.constEnd() && !shown->isWithdrawn) {
        show(notice);
    }
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
        connect(m_desktop, &DesktopNotifications::ActionInvoked, this, &Notifier::onAction);
        connect(m_desktop, &DesktopNotifications::NotificationReplied, this, &Notifier::onReplied);
        connect(m_desktop, &DesktopNotifications::NotificationClosed, this, &Notifier::onClosed);
        connect(m_desktop, &DesktopNotifications::serviceChanged, this, &Notifier::onServiceChanged);
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
    DesktopNotifications::Content content = notificationContent(notice, *m_capabilities, m_choices.privacy);
    content.replaces = shown.id;
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
    m_rooms.insert(*id, room);
    if (m_rooms.size() > roomsRemembered) {
        m_rooms.erase(m_rooms.begin());
    }
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

void Notifier::onAction(quint32 id, const QString &action)
{
    const RoomId room = m_rooms.value(id);
    if (room.isEmpty()) {
        return; // of another program
    }
    if (action == "take"_L1) {
        Q_EMIT takeChosen(room);
    } else {
        Q_EMIT chosen(room);
    }
}

void Notifier::onReplied(quint32 id, const QString &text)
{
    const RoomId room = m_rooms.value(id);
    if (!room.isEmpty()) {
        Q_EMIT replied(room, text);
    }
}

void Notifier::onClosed(quint32 id)
{
    const auto shown = m_shown.find(m_rooms.value(id));
    if (shown == m_shown.end() || shown->id != id) {
        return;
    }
    if (shown->isAsked) {
        shown->id = 0; // what is under way gets a name of its own
    } else {
        m_shown.erase(shown);
    }
}

/// The next service counts from the beginning: an old name would be another program's, and its answer would go to a
/// customer of ours.
void Notifier::onServiceChanged()
{
    m_rooms.clear();
    m_capabilities.reset();
    m_shown.removeIf([](auto shown) { return !shown->isAsked; });
    for (Shown &shown : m_shown) {
        shown.id = 0;
    }
}

} // namespace greenline
