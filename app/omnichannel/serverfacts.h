#pragma once

#include "app/base/id.h"
#include "app/omnichannel/message.h"
#include "app/omnichannel/source.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>

namespace greenline {

/// The visitor as rooms, inquiries and subscriptions carry it (field v).
struct VisitorFacts {
    VisitorId id = {};
    QString username = {}; ///< For SMS visitors the digits of the first number; not to be dialled.
    QString name = {};
    QString phone = {}; ///< Only newer rooms carry it.
    std::optional<Presence> presence = {};
    bool operator==(const VisitorFacts &) const = default;
};

/// An omnichannel room (t "l") as far as Greenline reads it. Source: rocketchat-wire.md 4.1, 11, 12.
struct Room {
    RoomId id = {};
    QString name = {}; ///< fname
    VisitorFacts visitor = {};
    Source source = Source::Other;
    QString ourNumber = {}; ///< sms.from, else source.destination.
    DepartmentId department = {};
    AgentId servedBy = {}; ///< Empty: nobody.
    QString servedByName = {};
    bool isOpen = false; ///< Closed rooms lose the field; there is no open:false.
    bool isOnHold = false;
    bool isWaitingForAnswer = false; ///< waitingResponse: the customer's last text is unanswered.
    QStringList tags = {};
    QString topic = {};
    QDateTime startedAt = {};
    QDateTime queuedAt = {};
    QDateTime lastMessageAt = {};
    QDateTime closedAt = {};
    QString closedBy = {};
    std::optional<Message> lastMessage = {};
    QDateTime updatedAt = {};
    bool operator==(const Room &) const = default;
};

/// The signed-in agent's tie to a room (rocketchat-wire.md 4.5). It exists while the conversation is theirs.
struct Subscription {
    SubscriptionId id = {};
    RoomId room = {};
    QString name = {};
    VisitorFacts visitor = {};
    DepartmentId department = {};
    int unread = 0; ///< 3.11 leaves it 0 and only raises alert.
    bool hasAlert = false;
    bool isOpen = true;
    bool isOnHold = false;
    QDateTime lastSeenAt = {};
    QDateTime updatedAt = {};
    bool operator==(const Subscription &) const = default;
};

/// A conversation in the queue (rocketchat-wire.md 4.2). A queue entry is whatever says Queued, be the event "added" or
/// "changed".
struct Inquiry {
    enum class Status { Queued, Taken, Ready, Other };
    InquiryId id = {};
    RoomId room = {};
    QString name = {};
    QString text = {}; ///< First text; often empty, then lastMessage speaks.
    Status status = Status::Other;
    VisitorFacts visitor = {};
    std::optional<Source> source = {}; ///< Absent in 3.x.
    QString ourNumber = {}; ///< source.destination, newer servers.
    DepartmentId department = {};
    AgentId defaultAgent = {};
    std::optional<Message> lastMessage = {};
    QDateTime startedAt = {};
    QDateTime queuedAt = {};
    QDateTime updatedAt = {};
    bool operator==(const Inquiry &) const = default;
};

} // namespace greenline
