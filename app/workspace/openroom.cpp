#include "app/workspace/openroom.h"

#include "app/omnichannel/conversationstore.h"
#include "app/workspace/commands.h"
#include "app/workspace/timelines.h"

using namespace std::chrono_literals;

namespace greenline {

namespace {

// The route takes 10 calls a minute from a whole office (rocketchat-wire.md 7), and an eager customer texts faster.
constexpr auto betweenReads = 6'000ms;

} // namespace

OpenRoom::OpenRoom(ConversationStore &conversations, Timelines &timelines, Commands &commands, Clock &clock,
                   QObject *parent)
    : QObject(parent)
    , m_conversations(conversations)
    , m_timelines(timelines)
    , m_commands(commands)
    , m_clock(clock)
    , m_again(clock, [this] { markRead(); })
{
    connect(&conversations, &ConversationStore::changed, this, &OpenRoom::onChanged);
}

void OpenRoom::setView(const Attention::View &view)
{
    const bool isAnother = view.openRoom != m_view.openRoom;
    m_view = view;
    if (isAnother) {
        show(view.openRoom);
    }
    markRead();
}

void OpenRoom::show(const RoomId &room)
{
    m_conversations.keepListed(room);
    const Conversation *conversation = m_conversations.find(room);
    const ConversationFacts *facts = m_conversations.facts(room);
    const bool hasUnread = conversation && conversation->unread > 0 && facts && facts->subscription;
    m_timelines.setUnreadSince(room, hasUnread ? facts->subscription->lastSeenAt : QDateTime());
}

void OpenRoom::onChanged(int row)
{
    const Conversation &conversation = m_conversations.at(row);
    if (conversation.id == m_view.openRoom && conversation.unread > 0 && m_view.isWindowActive) {
        // Not from within the store's own signal, for marking changes the row again.
        QMetaObject::invokeMethod(
            this, [this] { markRead(); }, Qt::QueuedConnection);
    }
}

void OpenRoom::markRead()
{
    const Conversation *conversation = m_conversations.find(m_view.openRoom);
    if (!m_view.isWindowActive || !conversation || conversation->unread == 0) {
        return;
    }
    const auto now = m_clock.monotonic();
    const auto last = m_readAt.constFind(m_view.openRoom);
    if (last != m_readAt.constEnd() && now - *last < betweenReads) {
        m_again.start(betweenReads - (now - *last));
        return;
    }
    m_readAt.insert(m_view.openRoom, now);
    m_commands.markRead(m_view.openRoom);
}

} // namespace greenline
