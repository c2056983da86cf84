#include "app/wire/eventcodec.h"

#include "app/wire/json.h"

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

using Event = Message::Event;

/// Types of which the name says all (rocketchat-wire.md 4.4).
constexpr std::array eventTypes{
    std::pair{"livechat-started"_L1, Event::Started},
    std::pair{"livechat-close"_L1, Event::Closed},
    std::pair{"uj"_L1, Event::Joined},
    std::pair{"ul"_L1, Event::Left},
    std::pair{"au"_L1, Event::Joined},
    std::pair{"ru"_L1, Event::Left},
    std::pair{"rm"_L1, Event::Removed},
    std::pair{"omnichannel_placed_chat_on_hold"_L1, Event::PlacedOnHold},
    std::pair{"omnichannel_on_hold_chat_resumed"_L1, Event::Resumed},
    std::pair{"livechat_transcript_history"_L1, Event::TranscriptRequested},
    std::pair{"omnichannel_priority_change_history"_L1, Event::PriorityChanged},
    std::pair{"omnichannel_sla_change_history"_L1, Event::PriorityChanged},
    std::pair{"livechat_transfer_history"_L1, Event::Other},
    std::pair{"livechat_transfer_history_fallback"_L1, Event::ForwardedToDepartment},
    std::pair{"livechat_video_call"_L1, Event::VideoCall},
    std::pair{"videoconf"_L1, Event::VideoCall},
    std::pair{"livechat_navigation_history"_L1, Event::Hidden},
    std::pair{"command"_L1, Event::Hidden},
};

constexpr std::array transferScopes{
    std::pair{"agent"_L1, Event::ForwardedToAgent},
    std::pair{"autoTransferUnansweredChatsToAgent"_L1, Event::ForwardedToAgent},
    std::pair{"department"_L1, Event::ForwardedToDepartment},
    std::pair{"queue"_L1, Event::ReturnedToQueue},
    std::pair{"autoTransferUnansweredChatsToQueue"_L1, Event::ReturnedToQueue},
};

template <typename Table>
Event eventOf(const Table &table, const QString &name)
{
    const auto found
        = std::find_if(table.begin(), table.end(), [&name](const auto &entry) { return entry.first == name; });
    return found == table.end() ? Event::Other : found->second;
}

QString eventPerson(const QJsonObject &person)
{
    const QString name = optionalString(person, "name"_L1);
    return name.isEmpty() ? optionalString(person, "username"_L1) : name;
}

void setEventText(QString &target, const QString &text)
{
    if (!text.isEmpty()) {
        target = text;
    }
}

/// Newer scopes come up with every release; where one is unknown, its goal tells what happened.
void readTransfer(const QJsonObject &transfer, Message &message)
{
    const QString agent = eventPerson(transfer.value("transferredTo"_L1).toObject());
    const QString department = optionalString(transfer.value("nextDepartment"_L1).toObject(), "name"_L1);
    if (message.event == Event::Other) {
        message.event = eventOf(transferScopes, optionalString(transfer, "scope"_L1));
    }
    if (message.event == Event::Other && !agent.isEmpty()) {
        message.event = Event::ForwardedToAgent;
    } else if (message.event == Event::Other && !department.isEmpty()) {
        message.event = Event::ForwardedToDepartment;
    }
    setEventText(message.subject, eventPerson(transfer.value("transferredBy"_L1).toObject()));
    message.object = message.event == Event::ForwardedToDepartment ? department : agent;
    setEventText(message.text, optionalString(transfer, "comment"_L1));
}

/// {definedBy{username}, priority{name, i18n} or sla{name}}; without either the mark was taken away.
void readPriority(const QJsonObject &change, Message &message)
{
    setEventText(message.subject, eventPerson(change.value("definedBy"_L1).toObject()));
    const QJsonObject priority = change.value("priority"_L1).toObject();
    setEventText(message.object, optionalString(priority, "i18n"_L1));
    setEventText(message.object, optionalString(priority, "name"_L1));
    setEventText(message.object, optionalString(change.value("sla"_L1).toObject(), "name"_L1));
}

} // namespace

void readEvent(const QJsonObject &object, Message &message)
{
    const QString type = optionalString(object, "t"_L1);
    message.event = eventOf(eventTypes, type);
    message.subject = message.authorName;
    if (type == "command"_L1 && message.text == "connected"_L1) {
        message.event = Event::Taken;
        message.text.clear();
    } else if (type == "uj"_L1 || type == "ul"_L1) {
        message.text.clear(); // the author's username once more (3.11.6)
    } else if (type == "au"_L1 || type == "ru"_L1) {
        message.subject = std::exchange(message.text, QString());
    } else if (type.startsWith("livechat_transfer_history"_L1)) {
        readTransfer(object.value("transferData"_L1).toObject(), message);
    } else if (type.startsWith("omnichannel_priority"_L1)) {
        readPriority(object.value("priorityData"_L1).toObject(), message);
    } else if (type.startsWith("omnichannel_sla"_L1)) {
        readPriority(object.value("slaData"_L1).toObject(), message);
    } else if (message.event == Event::PlacedOnHold || message.event == Event::Resumed) {
        setEventText(message.text, optionalString(object, "comment"_L1)); // a ready sentence of the server
    } else if (message.event == Event::TranscriptRequested) {
        setEventText(message.subject,
                     eventPerson(object.value("requestData"_L1).toObject().value("user"_L1).toObject()));
    }
}

} // namespace greenline
