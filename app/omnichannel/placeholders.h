#pragma once

#include <QString>
#include <QStringList>

namespace greenline {

/// What the placeholders of canned responses stand for in one conversation. Empty: not known.
struct PlaceholderFacts {
    QString contactName = {};
    QString contactPhone = {};
    QString contactEmail = {};
    QString agentName = {};
    QString agentEmail = {};
};

/// One that stands in a text: "{{contact.name}}" at its place.
struct Placeholder {
    qsizetype at = 0;
    qsizetype length = 0;
    QString name = {}; ///< "contact.name"
};

/// The text with every placeholder replaced whose value is known; the others stay as they are.
/// The forms are the workspace's own (canned-responses of Rocket.Chat: contact.name, contact.phone, contact.email,
/// agent.name, agent.email), which it would fill itself when it saves the message, also with nothing.
QString withPlaceholdersFilled(const QString &text, const PlaceholderFacts &facts);

/// The workspace's placeholders that still stand in a text. Other words in braces are a person's own.
QList<Placeholder> placeholdersIn(const QString &text);

} // namespace greenline
