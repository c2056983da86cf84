#include "app/workspace/livefeed.h"

#include "app/base/log.h"
#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"
#include "app/wire/agentcodec.h"
#include "app/wire/inquirycodec.h"
#include "app/wire/json.h"
#include "app/wire/messagecodec.h"
#include "app/wire/roomcodec.h"
#include "app/workspace/outbox.h"
#include "app/workspace/streamjournal.h"
#include "app/workspace/timelines.h"

#include <QElapsedTimer>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr qint64 turnBudgetNs = 4'000'000;

constexpr auto userStream = "stream-notify-user"_L1;
constexpr auto queueStream = "stream-livechat-inquiry-queue-observer"_L1;
constexpr auto messageStream = "stream-room-messages"_L1;
constexpr auto roomStream = "stream-notify-room"_L1;
constexpr auto myMessages = "__my_messages__"_L1;

} // namespace

LiveFeed::LiveFeed(DdpClient &ddp, const Stores &stores, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_ddp(ddp)
    , m_stores(stores)
    , m_clock(clock)
{
    connect(&ddp, &DdpClient::streamEvent, this, &LiveFeed::enqueue);
    connect(&ddp, &DdpClient::unreadableFrame, this, &LiveFeed::countUnreadable);
    connect(&ddp, &DdpClient::subscriptionRefused, this, [](const StreamKey &key, const Error &error) {
        qCInfo(logWorkspace) << "stream refused:" << key.stream << key.event.section(u'/', 1) << error.code;
    });
}

void LiveFeed::subscribe()
{
    const QString me = m_stores.agent.me().id.value;
    const QStringList own{u"subscriptions-changed"_s, u"rooms-changed"_s, u"message"_s,
                          u"notification"_s,          u"userData"_s,      u"departmentAgentData"_s,
                          u"force_logout"_s};
    for (const QString &name : own) {
        m_ddp.subscribe({userStream, me + u'/' + name});
    }
    m_ddp.subscribe({messageStream, myMessages});
    m_ddp.subscribe({queueStream, u"public"_s});
    m_ddp.subscribe({queueStream, u"agent/"_s + me});
}

void LiveFeed::enqueue(const StreamEvent &event)
{
    m_waiting.enqueue({event, m_clock.monotonic()});
    if (!m_isScheduled) {
        m_isScheduled = true;
        QMetaObject::invokeMethod(
            this, [this] { drain(); }, Qt::QueuedConnection);
    }
}

void LiveFeed::drain()
{
    QElapsedTimer spent;
    spent.start();
    while (!m_waiting.isEmpty() && spent.nsecsElapsed() < turnBudgetNs) {
        const Received next = m_waiting.dequeue();
        m_receivedAt = next.at;
        handle(next.event);
    }
    m_isScheduled = !m_waiting.isEmpty();
    if (m_isScheduled) {
        QMetaObject::invokeMethod(
            this, [this] { drain(); }, Qt::QueuedConnection);
    }
}

void LiveFeed::handle(const StreamEvent &event)
{
    if (event.key.stream == messageStream) {
        onRoomMessage(event.key.event, event.args);
    } else if (event.key.stream == queueStream) {
        onQueueEvent(event.key.event, event.args);
    } else if (event.key.stream == userStream) {
        onUserEvent(event.key.event.section(u'/', 1), event.args);
    } else if (event.key.stream == roomStream) {
        onRoomNotice(event.key.event, event.args);
    }
}

void LiveFeed::onUserEvent(const QString &name, const QJsonArray &args)
{
    if (name == "subscriptions-changed"_L1) {
        onSubscription(args);
    } else if (name == "rooms-changed"_L1) {
        onRoom(args);
    } else if (name == "message"_L1) {
        onEphemeral(args);
    } else if (name == "userData"_L1) {
        onUserData(args);
    } else if (name == "departmentAgentData"_L1) {
        Q_EMIT departmentsTouched();
    } else if (name == "force_logout"_L1) {
        Q_EMIT forcedOut();
    }
}

void LiveFeed::onQueueEvent(const QString &channel, const QJsonArray &args)
{
    const Result<InquiryEvent> event = decodeInquiryEvent(args.at(0).toObject());
    if (!event) {
        countUnreadable(event.error());
        return;
    }
    const Inquiry &inquiry = event->inquiry;
    if (event->isRemoval) {
        m_stores.journal.noteRemoved(inquiry.id);
        m_stores.conversations.removeInquiry(inquiry.id, ConversationStore::Removal::Deleted);
        return;
    }
    if (channel == "public"_L1 && isForeign(inquiry)) {
        forgetForeign(inquiry);
        return;
    }
    m_stores.journal.note(inquiry);
    m_stores.conversations.applyInquiry(inquiry);
}

/// 3.11 and 5.x also show other departments' entries on the public channel (rocketchat-wire.md 3.4, 11).
bool LiveFeed::isForeign(const Inquiry &inquiry) const
{
    const bool isQueued = inquiry.status == Inquiry::Status::Queued;
    return isQueued && !inquiry.department.isEmpty() && !m_stores.agent.myDepartments().contains(inquiry.department);
}

/// Listed in that very department: REST said so, and knows better. Listed in another: it has moved away.
void LiveFeed::forgetForeign(const Inquiry &inquiry)
{
    const Conversation *listed = m_stores.conversations.find(inquiry.room);
    if (listed && listed->inquiry == inquiry.id && listed->department != inquiry.department) {
        m_stores.journal.noteRemoved(inquiry.id);
        m_stores.conversations.removeInquiry(inquiry.id);
    }
}

void LiveFeed::onRoomMessage(const QString &channel, const QJsonArray &args)
{
    if (channel == myMessages && args.at(1).toObject().value("roomType"_L1).toString() != "l"_L1) {
        return;
    }
    // 3.11 wraps the message of __my_messages__ in an array of its own (rocketchat-wire.md 11).
    const QJsonObject object = args.at(0).isArray() ? args.at(0).toArray().at(0).toObject() : args.at(0).toObject();
    const Result<Message> message = decodeMessage(object);
    if (message) {
        deliver(*message);
        return;
    }
    countUnreadable(message.error());
    if (const std::optional<Message> shown = unreadableMessage(object)) {
        deliver(*shown);
    }
}

void LiveFeed::deliver(const Message &message)
{
    if (message.author == Message::Author::Agent) {
        m_stores.agent.noteName(message.authorUsername, message.authorName);
    }
    m_stores.timelines.apply(message);
    if (m_stores.conversations.find(message.room)) {
        m_stores.conversations.noteMessage(message);
        Q_EMIT messageArrived(message);
    }
}

void LiveFeed::onRoomNotice(const QString &channel, const QJsonArray &args)
{
    if (channel.section(u'/', 1) == "deleteMessage"_L1) {
        m_stores.timelines.drop({channel.section(u'/', 0, 0)}, {optionalString(args.at(0).toObject(), "_id"_L1)});
    }
}

void LiveFeed::onSubscription(const QJsonArray &args)
{
    const QJsonObject object = args.at(1).toObject();
    if (args.at(0).toString() == "removed"_L1) {
        // Only the ids are sure to be there (3.11.6).
        const RoomId room{optionalString(object, "rid"_L1)};
        m_stores.journal.noteRemoved(room);
        m_stores.conversations.removeSubscription(room, {optionalString(object, "_id"_L1)});
        return;
    }
    if (!isOmnichannel(object)) {
        return;
    }
    const Result<Subscription> subscription = decodeSubscription(object);
    if (!subscription) {
        countUnreadable(subscription.error());
        return;
    }
    m_stores.journal.note(*subscription);
    m_stores.conversations.applySubscription(*subscription);
}

void LiveFeed::onRoom(const QJsonArray &args)
{
    const QJsonObject object = args.at(1).toObject();
    if (args.at(0).toString() == "removed"_L1) {
        m_stores.conversations.removeRoom({optionalString(object, "_id"_L1)});
        return;
    }
    if (!isOmnichannel(object)) {
        return;
    }
    const Result<Room> room = decodeRoom(object);
    if (!room) {
        countUnreadable(room.error());
        return;
    }
    m_stores.journal.note(*room);
    m_stores.conversations.applyRoom(*room);
}

void LiveFeed::onEphemeral(const QJsonArray &args)
{
    Result<Message> message = decodeMessage(args.at(0).toObject());
    if (!message) {
        countUnreadable(message.error());
        return;
    }
    if (m_stores.outbox.noteRefusal(message->room, {message->text, m_receivedAt, message->at})) {
        return;
    }
    Message notice = *message;
    notice.author = Message::Author::System;
    notice.isEphemeral = true;
    m_stores.timelines.apply(notice);
}

void LiveFeed::onUserData(const QJsonArray &args)
{
    const AgentDiff diff = decodeAgentDiff(args.at(0).toObject());
    if (diff.presence) {
        m_stores.agent.setPresence(*diff.presence);
    }
    if (diff.availability && *diff.availability != m_stores.agent.me().availability) {
        m_stores.agent.setAvailability(*diff.availability);
        Q_EMIT departmentsTouched();
    }
}

void LiveFeed::countUnreadable(const Error &error)
{
    ++m_unreadable;
    qCWarning(logWire) << "unreadable event:" << redacted(error.detail);
}

} // namespace greenline
