#include "app/workspace/timelines.h"

#include "app/ddp/ddpclient.h"
#include "app/workspace/roomtimeline.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qsizetype releasedKept = 6;

StreamKey messagesKey(const RoomId &room)
{
    return {u"stream-room-messages"_s, room.value};
}

StreamKey deletionsKey(const RoomId &room)
{
    return {u"stream-notify-room"_s, room.value + "/deleteMessage"_L1};
}

} // namespace

Timelines::Timelines(MessagesApi &api, DdpClient &ddp, Outbox &outbox, CacheDb &cache, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_ddp(ddp)
    , m_outbox(outbox)
    , m_cache(cache)
{
    connect(&ddp, &DdpClient::stateChanged, this, &Timelines::onLine);
}

Timelines::~Timelines() = default;

MessageStore &Timelines::open(const RoomId &room)
{
    m_ddp.subscribe(messagesKey(room));
    m_ddp.subscribe(deletionsKey(room));
    m_released.removeAll(room);
    RoomTimeline *known = timeline(room);
    RoomTimeline &opened = known ? *known : made(room);
    opened.show();
    return opened.store();
}

RoomTimeline &Timelines::made(const RoomId &room)
{
    const auto sources = RoomTimeline::Sources{m_api, m_ddp, m_outbox, m_cache};
    RoomTimeline &made = *m_timelines.emplace(room, std::make_unique<RoomTimeline>(room, sources)).first->second;
    connect(&made, &RoomTimeline::loadingChanged, this, [this, room] { Q_EMIT loadingChanged(room); });
    connect(&made, &RoomTimeline::loadFailed, this,
            [this, room](const Error &error) { Q_EMIT loadFailed(room, error); });
    if (m_awaitedUnread.first == room) {
        made.setUnreadSince(m_awaitedUnread.second);
    }
    return made;
}

void Timelines::release(const RoomId &room)
{
    RoomTimeline *released = timeline(room);
    if (!released || !released->isOnScreen()) {
        return;
    }
    // The server keeps delivering a room that was forwarded or closed (3.11.6, 7.7.1), so leaving is up to us.
    m_ddp.unsubscribe(messagesKey(room));
    m_ddp.unsubscribe(deletionsKey(room));
    released->hide();
    m_released.append(room);
    dropOldest();
}

MessageStore *Timelines::find(const RoomId &room) const
{
    RoomTimeline *found = timeline(room);
    return found ? &found->store() : nullptr;
}

void Timelines::loadOlder(const RoomId &room, int count)
{
    if (RoomTimeline *found = timeline(room)) {
        found->loadOlder(count);
    }
}

bool Timelines::isLoading(const RoomId &room) const
{
    const RoomTimeline *found = timeline(room);
    return found && found->isLoading();
}

void Timelines::catchUp()
{
    for (RoomTimeline *shown : onScreen()) {
        shown->catchUp();
    }
}

void Timelines::retryFailed()
{
    for (RoomTimeline *shown : onScreen()) {
        shown->retryFailed();
    }
}

void Timelines::apply(const Message &message)
{
    if (RoomTimeline *found = timeline(message.room)) {
        found->apply(message);
    }
}

void Timelines::drop(const RoomId &room, const MessageId &message)
{
    if (RoomTimeline *found = timeline(room)) {
        found->drop(message);
    }
}

void Timelines::setUnreadSince(const RoomId &room, const QDateTime &since)
{
    m_awaitedUnread = {room, since};
    if (RoomTimeline *found = timeline(room)) {
        found->setUnreadSince(since);
    }
}

void Timelines::writeCache()
{
    for (const auto &[room, timeline] : m_timelines) {
        timeline->writeCache();
    }
}

void Timelines::writeShown()
{
    for (RoomTimeline *shown : onScreen()) {
        shown->writeCache();
    }
}

RoomTimeline *Timelines::timeline(const RoomId &room) const
{
    const auto found = m_timelines.find(room);
    return found == m_timelines.end() ? nullptr : found->second.get();
}

QList<RoomTimeline *> Timelines::onScreen() const
{
    QList<RoomTimeline *> shown;
    for (const auto &[room, timeline] : m_timelines) {
        if (timeline->isOnScreen()) {
            shown.append(timeline.get());
        }
    }
    return shown;
}

void Timelines::onLine()
{
    if (m_ddp.state() == DdpClient::State::Online) {
        return;
    }
    for (const auto &[room, timeline] : m_timelines) {
        timeline->noteGap();
    }
}

void Timelines::dropOldest()
{
    while (m_released.size() > releasedKept) {
        m_timelines.erase(m_released.takeFirst());
    }
}

} // namespace greenline
