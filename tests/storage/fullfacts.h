#pragma once

#include "app/omnichannel/conversation.h"

namespace greenline {

// Values in which every member is set, so that none can be forgotten unseen. Of a message that is all but what the
// outbox owns: delivery, reason and isSettled.

inline QDateTime at(int second)
{
    return QDateTime(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC).addSecs(second);
}

inline Message fullMessage(const QString &id, const QString &room, int second)
{
    return {.id = {id},
            .room = {room},
            .author = Message::Author::Agent,
            .authorId = QStringLiteral("agent"),
            .authorUsername = QStringLiteral("ana"),
            .authorName = QStringLiteral("Ana"),
            .text = QStringLiteral("Grüße 😀 number ") + id,
            .at = at(second),
            .updatedAt = at(second + 1),
            .event = Message::Event::Other,
            .subject = QStringLiteral("subject"),
            .object = QStringLiteral("object"),
            .attachments = {{.kind = Attachment::Kind::Image,
                             .title = QStringLiteral("a.png"),
                             .text = QStringLiteral("text"),
                             .link = QStringLiteral("/file-upload/x/a.png"),
                             .mimeType = QStringLiteral("image/png"),
                             .bytes = 12345,
                             .pixels = {20, 30}}},
            .location = QPointF(13.4, 52.5),
            .isEdited = true,
            .isUnreadable = true,
            .isEphemeral = true};
}

inline VisitorFacts fullVisitor()
{
    return {.id = {QStringLiteral("visitor")},
            .username = QStringLiteral("49170"),
            .name = QStringLiteral("Bo"),
            .phone = QStringLiteral("+49170"),
            .presence = Presence::Away};
}

/// A refusal: here what the outbox owns is the whole point.
inline Message fullRefusal(const QString &room)
{
    Message refusal = fullMessage(QStringLiteral("refused"), room, 4);
    refusal.delivery = Message::Delivery::Refused;
    refusal.reason = QStringLiteral("opted out (21610)");
    refusal.isSettled = true;
    return refusal;
}

inline ConversationFacts fullFacts(const QString &room)
{
    ConversationFacts facts;
    facts.room = Room{.id = {room},
                      .name = QStringLiteral("Bo"),
                      .visitor = fullVisitor(),
                      .source = Source::Sms,
                      .ourNumber = QStringLiteral("+15550100"),
                      .department = {QStringLiteral("dep")},
                      .servedBy = {QStringLiteral("agent")},
                      .servedByName = QStringLiteral("Ana"),
                      .isOpen = true,
                      .isOnHold = true,
                      .isWaitingForAnswer = true,
                      .tags = {QStringLiteral("one"), QStringLiteral("two")},
                      .topic = QStringLiteral("topic"),
                      .startedAt = at(1),
                      .queuedAt = at(2),
                      .lastMessageAt = at(3),
                      .closedAt = at(4),
                      .closedBy = QStringLiteral("Ana"),
                      .lastMessage = fullMessage(QStringLiteral("last"), room, 3),
                      .updatedAt = at(5)};
    facts.subscription = Subscription{.id = {QStringLiteral("sub")},
                                      .room = {room},
                                      .name = QStringLiteral("Bo"),
                                      .visitor = fullVisitor(),
                                      .department = {QStringLiteral("dep")},
                                      .unread = 3,
                                      .hasAlert = true,
                                      .isOpen = false,
                                      .isOnHold = true,
                                      .lastSeenAt = at(6),
                                      .updatedAt = at(7)};
    facts.inquiry = Inquiry{.id = {QStringLiteral("inq")},
                            .room = {room},
                            .name = QStringLiteral("Bo"),
                            .text = QStringLiteral("first"),
                            .status = Inquiry::Status::Queued,
                            .visitor = fullVisitor(),
                            .source = Source::Widget,
                            .ourNumber = QStringLiteral("+15550100"),
                            .department = {QStringLiteral("dep")},
                            .defaultAgent = {QStringLiteral("agent")},
                            .lastMessage = fullMessage(QStringLiteral("first"), room, 1),
                            .startedAt = at(8),
                            .queuedAt = at(9),
                            .updatedAt = at(10)};
    facts.optWord = fullRefusal(room);
    return facts;
}

inline bool isSame(const ConversationFacts &one, const ConversationFacts &other)
{
    return one.room == other.room && one.subscription == other.subscription && one.inquiry == other.inquiry
        && one.optWord == other.optWord;
}

} // namespace greenline
