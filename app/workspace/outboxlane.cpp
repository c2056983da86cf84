#include "app/workspace/outboxlane.h"

namespace greenline {

bool isMark(const OutgoingMessage &message)
{
    return message.state == OutgoingMessage::State::Refused || message.state == OutgoingMessage::State::Dismissed;
}

Message outgoingRow(const OutgoingMessage &message, const std::optional<MessageId> &inFlight)
{
    Message row{.id = message.id, .room = message.room, .author = Message::Author::Agent};
    row.text = message.text;
    row.at = message.writtenAt;
    row.reason = message.reason;
    if (message.file) {
        const KeptFile &file = message.file->file;
        row.attachments = {{.title = file.name, .mimeType = file.mimeType, .bytes = file.bytes}};
    }
    switch (message.state) {
    case OutgoingMessage::State::Held:
        row.delivery = Message::Delivery::Waiting;
        break;
    case OutgoingMessage::State::Waiting:
        row.delivery = inFlight == message.id ? Message::Delivery::Sending : Message::Delivery::Waiting;
        break;
    case OutgoingMessage::State::Failed:
        row.delivery = Message::Delivery::Failed;
        break;
    case OutgoingMessage::State::Refused:
    case OutgoingMessage::State::Dismissed:
        row.delivery = Message::Delivery::Refused;
        row.isSettled = message.state == OutgoingMessage::State::Dismissed;
        break;
    }
    return row;
}

} // namespace greenline
