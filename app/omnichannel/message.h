#pragma once

#include "app/base/id.h"

#include <QDateTime>
#include <QList>
#include <QPointF>
#include <QSize>
#include <QString>

#include <optional>

namespace greenline {

/// A file or a note that hangs on a message.
struct Attachment {
    enum class Kind {
        Image,
        Audio,
        Video,
        File,
        Failed, ///< The workspace could not fetch what the customer sent (yellow attachment, rocketchat-wire.md 4.4).
        Note ///< Anything else that carries text: quotes, cards.
    };
    Kind kind = Kind::File;
    QString title = {};
    QString text = {};
    QString link = {}; ///< As the server wrote it: relative to the workspace ("/file-upload/id/name") or absolute.
    QString mimeType = {};
    std::optional<qint64> bytes = {};
    QSize pixels = {};
    bool operator==(const Attachment &) const = default;
};

/// One entry of a conversation's timeline.
struct Message {
    enum class Author { Customer, Agent, System };
    /// What the workspace's system message types mean (rocketchat-wire.md 4.4); words are made in ui.
    enum class Event {
        None,
        Started,
        Taken, ///< t "command"/"connected": subject took it. Newer servers also say "uj", Joined.
        Closed, ///< text is the comment.
        ForwardedToAgent, ///< subject to object.
        ForwardedToDepartment,
        ReturnedToQueue,
        PlacedOnHold,
        Resumed,
        Joined,
        Left,
        Removed,
        TranscriptRequested,
        PriorityChanged,
        VideoCall,
        Hidden, ///< Never shown: navigation history, promptTranscript.
        Other ///< Unknown type; text is shown as it came.
    };
    /// State of an own message; nothing is invented beyond what is known.
    enum class Delivery { Saved, Waiting, Sending, Refused, Failed };

    MessageId id = {};
    RoomId room = {};
    Author author = Author::Customer;
    QString authorId = {};
    QString authorUsername = {};
    QString authorName = {}; ///< Name to show: alias, name or username.
    QString text = {}; ///< Data, never rich text.
    QDateTime at = {}; ///< Server time (UTC); local time for messages still in the outbox.
    QDateTime updatedAt = {};
    Event event = Event::None;
    QString subject = {}; ///< Who did it, for events.
    QString object = {}; ///< To whom or where, for events.
    QList<Attachment> attachments = {};
    std::optional<QPointF> location = {}; ///< x longitude, y latitude.
    Delivery delivery = Delivery::Saved;
    QString reason = {}; ///< Of Refused and Failed: the server's words, shown as data.
    bool isSettled = false; ///< Of Refused: the agent has dealt with it, so nothing more is offered.
    bool isEdited = false;
    bool isUnreadable = false; ///< The server's document could not be read; the row says so instead of vanishing.
    bool isEphemeral
        = false; ///< private:true on <uid>/message: a notice for the agent alone, never stored by the server.
    bool operator==(const Message &) const = default;
};

} // namespace greenline
