#pragma once

#include "app/practice/release.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace greenline::practice {

/// New documents in the shape of the release that is played (recordings 3.11.6 and 7.7.1).
struct NewConversation {
    QJsonObject visitor;
    QString ourNumber;
    QString departmentId;
    QString service; ///< "twilio"
    QString contactId;
};

QJsonObject newRoom(const NewConversation &conversation, Release release, const QDateTime &now);
QJsonObject newInquiry(const QJsonObject &room, const QString &firstText, Release release, const QDateTime &now);
QJsonObject newSubscription(const QJsonObject &user, const QJsonObject &room, Release release, const QDateTime &now);

/// What the server adds to a message: mentions, channels, from 5.0 on urls and the parsed text.
QJsonObject withMessageParts(QJsonObject message, Release release);
QJsonArray parsedText(const QString &text); ///< "md"; nothing is marked up.
QJsonObject authorOf(const QJsonObject &user, Release release); ///< "u"

/// The room's metrics after a customer's text, and after an agent's answer (both change waitingResponse and the like
/// with them).
QJsonObject afterQuestion(const QJsonObject &room, const QDateTime &now);
QJsonObject afterAnswer(const QJsonObject &room, const QJsonObject &agent, Release release, const QDateTime &now);

} // namespace greenline::practice
