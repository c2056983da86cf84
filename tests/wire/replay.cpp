#include "replay.h"

#include "app/wire/agentcodec.h"
#include "app/wire/inquirycodec.h"
#include "app/wire/json.h"
#include "app/wire/messagecodec.h"
#include "app/wire/roomcodec.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

QString nameOf(Stage stage)
{
    static const QStringList names{u"Queue"_s, u"Mine"_s, u"OnHold"_s, u"Closed"_s, u"Elsewhere"_s};
    return names.at(static_cast<int>(stage));
}

QString nameOf(Message::Event event)
{
    static const QStringList names{u""_s,
                                   u"Started"_s,
                                   u"Taken"_s,
                                   u"Closed"_s,
                                   u"ForwardedToAgent"_s,
                                   u"ForwardedToDepartment"_s,
                                   u"ReturnedToQueue"_s,
                                   u"OnHold"_s,
                                   u"Resumed"_s,
                                   u"Joined"_s,
                                   u"Left"_s,
                                   u"Removed"_s,
                                   u"Transcript"_s,
                                   u"Priority"_s,
                                   u"VideoCall"_s,
                                   u"Hidden"_s,
                                   u"Other"_s};
    return names.at(static_cast<int>(event));
}

QString nameOf(Message::Author author)
{
    static const QStringList names{u"Customer"_s, u"Agent"_s, u"System"_s};
    return names.at(static_cast<int>(author));
}

} // namespace

Replay::Replay(const QString &file)
    : m_lines(recordings::lines(file))
{
    prepare();
}

/// Who logs in and which departments' queues they ask for is in the recording too.
void Replay::prepare()
{
    QSet<DepartmentId> mine;
    for (const recordings::Line &line : std::as_const(m_lines)) {
        const QJsonObject result = line.frame.value("result"_L1).toObject();
        if (line.isFromServer && m_agent.me().id.isEmpty() && result.contains("tokenExpires"_L1)) {
            m_agent.setMe({.id = {result.value("id"_L1).toString()}});
        }
        const QString channel = line.frame.value("params"_L1).toArray().at(0).toString();
        if (!line.isFromServer && channel.startsWith("department/"_L1)) {
            mine.insert({channel.section(u'/', 1)});
        }
    }
    m_agent.setMyDepartments(mine);
    m_conversations.setMe(m_agent.me().id);
}

bool Replay::playThrough(const QString &mark)
{
    const auto isAhead = [&](const recordings::Line &line) { return line.mark.startsWith(mark); };
    const auto found = std::find_if(m_lines.cbegin() + m_next, m_lines.cend(), isAhead);
    if (found == m_lines.cend()) {
        return false;
    }
    const qsizetype place = found - m_lines.cbegin();
    for (; m_next < m_lines.size() && (m_next <= place || m_lines.at(m_next).mark.isEmpty()); ++m_next) {
        apply(m_lines.at(m_next).isFromServer ? m_lines.at(m_next).frame : QJsonObject());
    }
    return true;
}

void Replay::playAll()
{
    for (; m_next < m_lines.size(); ++m_next) {
        apply(m_lines.at(m_next).isFromServer ? m_lines.at(m_next).frame : QJsonObject());
    }
}

QStringList Replay::rows() const
{
    QStringList all;
    for (int row = 0; row < m_conversations.size(); ++row) {
        const Conversation &conversation = m_conversations.at(row);
        const bool isSms = conversation.source == Source::Sms;
        QString text
            = u"%1 %2 \"%3\""_s.arg(nameOf(conversation.stage), conversation.customerNumber, conversation.preview);
        text += conversation.unread > 0 ? u" unread %1"_s.arg(conversation.unread) : QString();
        all.append(isSms ? text : text + " no SMS"_L1);
    }
    return all;
}

QStringList Replay::timeline(const QString &room) const
{
    QStringList all;
    const auto found = m_timelines.find(room);
    for (int row = 0; found != m_timelines.end() && row < found->second->size(); ++row) {
        const Message &message = found->second->at(row);
        const bool isEvent = message.event != Message::Event::None;
        QString text = isEvent ? nameOf(message.event) + u" by "_s + message.subject
                               : nameOf(message.author) + u": "_s + message.text;
        text += message.object.isEmpty() ? QString() : u" to "_s + message.object;
        all.append(isEvent && !message.text.isEmpty() ? text + u": "_s + message.text : text);
    }
    return all;
}

void Replay::apply(const QJsonObject &frame)
{
    const QString kind = frame.value("msg"_L1).toString();
    const QJsonObject fields = frame.value("fields"_L1).toObject();
    if (kind == "changed"_L1) {
        onChanged(frame.value("collection"_L1).toString(), fields.value("eventName"_L1).toString(),
                  fields.value("args"_L1).toArray());
    } else if (kind == "result"_L1) {
        onHistory(frame.value("result"_L1).toObject().value("messages"_L1).toArray());
    }
}

void Replay::onChanged(const QString &collection, const QString &event, const QJsonArray &args)
{
    if (collection == "stream-livechat-inquiry-queue-observer"_L1) {
        onQueue(event, args.at(0).toObject());
    } else if (collection == "stream-room-messages"_L1) {
        onMessage(args.at(0).isArray() ? args.at(0).toArray().at(0).toObject() : args.at(0).toObject());
    } else if (collection == "stream-notify-user"_L1) {
        onUser(event.section(u'/', 1), args);
    }
}

void Replay::onQueue(const QString &channel, const QJsonObject &object)
{
    const Result<InquiryEvent> event = decodeInquiryEvent(object);
    if (!event) {
        note(event.error());
        return;
    }
    ++m_decoded;
    const Inquiry &inquiry = event->inquiry;
    const bool isQueued = inquiry.status == Inquiry::Status::Queued;
    const bool isForeign
        = isQueued && !inquiry.department.isEmpty() && !m_agent.myDepartments().contains(inquiry.department);
    if (event->isRemoval || (isForeign && channel == "public"_L1)) {
        m_conversations.removeInquiry(inquiry.id);
    } else {
        m_conversations.applyInquiry(inquiry);
    }
}

void Replay::onUser(const QString &name, const QJsonArray &args)
{
    const QJsonObject object = args.at(1).toObject();
    const bool isRemoval = args.at(0).toString() == "removed"_L1;
    if (name == "subscriptions-changed"_L1 && isRemoval) {
        m_conversations.removeSubscription({optionalString(object, "rid"_L1)}, {optionalString(object, "_id"_L1)});
    } else if (name == "subscriptions-changed"_L1) {
        const Result<Subscription> subscription = decodeSubscription(object);
        subscription ? m_conversations.applySubscription(*subscription) : note(subscription.error());
    } else if (name == "rooms-changed"_L1) {
        const Result<Room> room = decodeRoom(object);
        room ? m_conversations.applyRoom(*room) : note(room.error());
    } else if (name == "message"_L1) {
        const Result<Message> notice = decodeMessage(args.at(0).toObject());
        if (!notice) {
            note(notice.error());
        }
    } else if (name == "userData"_L1) {
        const AgentDiff diff = decodeAgentDiff(args.at(0).toObject());
        m_agent.setAvailability(diff.availability.value_or(m_agent.me().availability));
        m_agent.setPresence(diff.presence.value_or(m_agent.me().presence));
    } else {
        return;
    }
    ++m_decoded;
}

void Replay::onMessage(const QJsonObject &object)
{
    const Result<Message> message = decodeMessage(object);
    if (!message) {
        note(message.error());
        return;
    }
    ++m_decoded;
    addMessage(*message);
    m_conversations.noteMessage(*message);
}

void Replay::onHistory(const QJsonArray &messages)
{
    const Decoded<Message> page = decodeList<Message>(messages, decodeMessage);
    m_errors += page.errors;
    m_decoded += static_cast<int>(page.values.size());
    for (const Message &message : page.values) {
        addMessage(message);
    }
}

void Replay::addMessage(const Message &message)
{
    std::unique_ptr<MessageStore> &store = m_timelines[message.room.value];
    if (!store) {
        store = std::make_unique<MessageStore>(message.room);
        m_rooms.append(message.room.value);
    }
    store->upsert(message);
}
