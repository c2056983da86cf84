#pragma once

#include "app/omnichannel/messagestore.h"

namespace greenline {

inline const QDateTime messagesBegin(QDate(2026, 11, 24), QTime(9, 0), Qt::UTC);
inline const RoomId messagesRoom{QStringLiteral("room")};

/// A customer's text, so many seconds after the conversation began.
inline Message textAt(int seconds, const QString &text, const QString &id = {})
{
    Message message;
    message.id = {id.isEmpty() ? QStringLiteral("m%1").arg(seconds, 8, 10, QLatin1Char('0')) : id};
    message.room = messagesRoom;
    message.text = text;
    message.at = messagesBegin.addSecs(seconds);
    message.updatedAt = message.at;
    message.authorId = QStringLiteral("marta");
    message.authorName = QStringLiteral("Marta");
    return message;
}

inline Message replyAt(int seconds, const QString &text, Message::Delivery delivery = Message::Delivery::Saved)
{
    Message message = textAt(seconds, text);
    message.author = Message::Author::Agent;
    message.authorId = QStringLiteral("ben");
    message.authorName = QStringLiteral("Ben");
    message.delivery = delivery;
    message.updatedAt = delivery == Message::Delivery::Saved ? message.at : QDateTime();
    return message;
}

inline QList<Message> manyTexts(int count, int first = 0)
{
    QList<Message> messages;
    for (int index = first; index < first + count; ++index) {
        messages.append(
            index % 3 == 2
                ? replyAt(index * 40, QStringLiteral("Reply %1 to what was said, in a line or two").arg(index))
                : textAt(index * 40, QStringLiteral("Text %1 that says something of an order").arg(index)));
    }
    return messages;
}

} // namespace greenline
