#pragma once

#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"

#include <QDateTime>

namespace greenline {

/// Made-up facts for tests of the list.
struct MadeUp {
    QString id;
    QString name = {};
    QString number = {};
    QString text = {};
    int secondsAgo = 0;
    Source source = Source::Sms;
    Presence presence = Presence::Online;
    QString department = {};
    bool isOurs = false;
    int unread = 0;
    bool isOnHold = false;
    bool isAnswered = true;
};

inline const QDateTime madeUpNow(QDate(2026, 11, 24), QTime(10, 30), Qt::UTC);
inline const AgentId madeUpMe{QStringLiteral("me")};

inline Message lastWord(const MadeUp &made)
{
    Message message;
    message.id = MessageId{made.id + QStringLiteral("-last")};
    message.room = RoomId{made.id};
    message.author = made.isOurs ? Message::Author::Agent : Message::Author::Customer;
    message.text = made.text;
    message.at = madeUpNow.addSecs(-made.secondsAgo);
    message.updatedAt = message.at;
    return message;
}

inline VisitorFacts visitorOf(const MadeUp &made)
{
    VisitorFacts visitor;
    visitor.id = VisitorId{made.id + QStringLiteral("-visitor")};
    visitor.name = made.name;
    visitor.phone = made.number;
    visitor.presence = made.presence;
    return visitor;
}

inline Room roomOf(const MadeUp &made, const AgentId &servedBy)
{
    Room room;
    room.id = RoomId{made.id};
    room.name = made.name;
    room.visitor = visitorOf(made);
    room.source = made.source;
    room.ourNumber = QStringLiteral("+15550200100");
    room.department = DepartmentId{made.department};
    room.servedBy = servedBy;
    room.isOpen = true;
    room.isOnHold = made.isOnHold;
    room.isWaitingForAnswer = !made.isAnswered;
    room.startedAt = madeUpNow.addSecs(-made.secondsAgo - 3600);
    room.lastMessage = lastWord(made);
    room.lastMessageAt = room.lastMessage->at;
    room.updatedAt = room.lastMessageAt;
    return room;
}

inline void putQueued(ConversationStore &store, const MadeUp &made)
{
    Inquiry inquiry;
    inquiry.id = InquiryId{made.id + QStringLiteral("-inquiry")};
    inquiry.room = RoomId{made.id};
    inquiry.name = made.name;
    inquiry.text = made.text;
    inquiry.status = Inquiry::Status::Queued;
    inquiry.visitor = visitorOf(made);
    inquiry.source = made.source;
    inquiry.ourNumber = QStringLiteral("+15550200100");
    inquiry.department = DepartmentId{made.department};
    inquiry.lastMessage = lastWord(made);
    inquiry.queuedAt = madeUpNow.addSecs(-made.secondsAgo);
    inquiry.startedAt = inquiry.queuedAt;
    inquiry.updatedAt = inquiry.queuedAt;
    store.applyInquiry(inquiry);
}

inline void putMine(ConversationStore &store, const MadeUp &made)
{
    Subscription subscription;
    subscription.id = SubscriptionId{made.id + QStringLiteral("-subscription")};
    subscription.room = RoomId{made.id};
    subscription.name = made.name;
    subscription.visitor = visitorOf(made);
    subscription.department = DepartmentId{made.department};
    subscription.unread = made.unread;
    subscription.isOnHold = made.isOnHold;
    subscription.updatedAt = madeUpNow.addSecs(-made.secondsAgo);
    store.applyRoom(roomOf(made, madeUpMe));
    store.applySubscription(subscription);
}

} // namespace greenline
