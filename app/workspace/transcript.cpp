#include "app/workspace/transcript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QString blackenedNumbers(const QString &text)
{
    // Seven digits and more: order numbers and amounts are shorter, and mostly what the conversation is about.
    static const QRegularExpression numbers(u"\\+?\\(?\\d(?:[ ()./-]{0,2}\\d){6,}"_s);
    QString blackened;
    qsizetype from = 0;
    for (QRegularExpressionMatchIterator found = numbers.globalMatch(text); found.hasNext();) {
        const QRegularExpressionMatch number = found.next();
        blackened += QStringView(text).mid(from, number.capturedStart() - from);
        blackened += u'…' + number.captured().right(2);
        from = number.capturedEnd();
    }
    return blackened + text.mid(from);
}

QString blackenedMails(const QString &text)
{
    static const QRegularExpression mails(u"[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+"_s);
    return QString(text).replace(mails, u"…@…"_s);
}

QString initialsOf(const QString &name)
{
    QStringList initials;
    const QStringList parts = name.split(u' ', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        initials.append(part.left(part.front().isHighSurrogate() ? 2 : 1) + u'.');
    }
    return initials.join(u' ');
}

/// A name in texts: the whole of it, and each part that is long enough to be no other word.
class NameCover
{
public:
    explicit NameCover(const QString &name)
        : m_name(name.simplified())
    {
        QStringList parts{QRegularExpression::escape(m_name)};
        const QStringList words = m_name.split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words) {
            if (word.size() >= 3) {
                parts.append(QRegularExpression::escape(word));
            }
        }
        m_pattern.setPattern(u"\\b(?:%1)\\b"_s.arg(parts.join(u'|')));
        m_pattern.setPatternOptions(QRegularExpression::CaseInsensitiveOption
                                    | QRegularExpression::UseUnicodePropertiesOption);
    }
    QString covered(const QString &text) const
    {
        QString covered = text;
        for (QRegularExpressionMatch match = m_pattern.match(covered); !m_name.isEmpty() && match.hasMatch();
             match = m_pattern.match(covered, match.capturedStart() + initialsOf(match.captured()).size())) {
            covered.replace(match.capturedStart(), match.capturedLength(), initialsOf(match.captured()));
        }
        return covered;
    }

private:
    QString m_name;
    QRegularExpression m_pattern;
};

class Blackening
{
public:
    Blackening(const Redaction &redaction, const QString &customer)
        : m_redaction(redaction)
        , m_name(customer)
    {
    }
    QString of(const QString &text) const
    {
        QString blackened = m_redaction.hidesMails ? blackenedMails(text) : text;
        blackened = m_redaction.hidesNumbers ? blackenedNumbers(blackened) : blackened;
        return m_redaction.hidesNames ? m_name.covered(blackened) : blackened;
    }

private:
    Redaction m_redaction;
    NameCover m_name;
};

Message redactedMessage(const Message &message, const Blackening &blackening)
{
    Message covered = message;
    covered.authorName = blackening.of(message.authorName);
    covered.authorUsername.clear();
    covered.authorId.clear(); // an SMS visitor's is the number's digits
    covered.text = blackening.of(message.text);
    covered.subject = blackening.of(message.subject);
    covered.object = blackening.of(message.object);
    covered.reason = blackening.of(message.reason);
    covered.location.reset();
    for (Attachment &attachment : covered.attachments) {
        attachment.title = blackening.of(attachment.title);
        attachment.text = blackening.of(attachment.text);
        attachment.link.clear(); // carries the file's name
    }
    return covered;
}

QLatin1StringView authorKey(Message::Author author)
{
    switch (author) {
    case Message::Author::Customer:
        return "customer"_L1;
    case Message::Author::Agent:
        return "agent"_L1;
    case Message::Author::System:
        break;
    }
    return "system"_L1;
}

/// What was said, and how far it is known to have gone: Rocket.Chat does not know of delivery.
QLatin1StringView stateKey(Message::Delivery delivery)
{
    switch (delivery) {
    case Message::Delivery::Saved:
        return "saved"_L1;
    case Message::Delivery::Waiting:
    case Message::Delivery::Sending:
        return "waiting"_L1;
    case Message::Delivery::Refused:
        return "refused"_L1;
    case Message::Delivery::Failed:
        break;
    }
    return "failed"_L1;
}

QString jsonTime(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}

void insertKnown(QJsonObject &object, const QString &key, const QString &value)
{
    if (!value.isEmpty()) {
        object.insert(key, value);
    }
}

QJsonObject messageJson(const Message &message)
{
    QJsonObject object{{u"id"_s, message.id.value}, {u"from"_s, authorKey(message.author)}};
    insertKnown(object, u"at"_s, jsonTime(message.at));
    insertKnown(object, u"name"_s, message.authorName);
    insertKnown(object, u"text"_s, message.text);
    insertKnown(object, u"subject"_s, message.subject);
    insertKnown(object, u"object"_s, message.object);
    if (message.author == Message::Author::Agent) {
        object.insert(u"state"_s, stateKey(message.delivery));
        insertKnown(object, u"reason"_s, message.reason);
    }
    QJsonArray files;
    for (const Attachment &attachment : message.attachments) {
        QJsonObject file;
        insertKnown(file, u"name"_s, attachment.title);
        insertKnown(file, u"type"_s, attachment.mimeType);
        insertKnown(file, u"link"_s, attachment.link);
        insertKnown(file, u"text"_s, attachment.text);
        files.append(file);
    }
    if (!files.isEmpty()) {
        object.insert(u"files"_s, files);
    }
    return object;
}

} // namespace

Transcript redacted(const Transcript &transcript, const Redaction &redaction)
{
    if (redaction == Redaction()) {
        return transcript;
    }
    const Blackening blackening(redaction, transcript.conversation.customerName);
    Transcript covered = transcript;
    covered.conversation.customerName = blackening.of(transcript.conversation.customerName);
    covered.conversation.customerNumber = blackening.of(transcript.conversation.customerNumber);
    covered.conversation.preview.clear();
    for (QString &tag : covered.conversation.tags) {
        tag = blackening.of(tag);
    }
    for (Message &message : covered.messages) {
        message = redactedMessage(message, blackening);
    }
    return covered;
}

QByteArray transcriptJson(const Transcript &transcript)
{
    const Conversation &conversation = transcript.conversation;
    QJsonObject customer;
    insertKnown(customer, u"name"_s, conversation.customerName);
    insertKnown(customer, u"number"_s, conversation.customerNumber);
    QJsonObject object{{u"format"_s, u"greenline-conversation"_s}, {u"version"_s, 1}, {u"customer"_s, customer}};
    insertKnown(object, u"ourNumber"_s, conversation.ourNumber);
    insertKnown(object, u"department"_s, transcript.department);
    insertKnown(object, u"servedBy"_s, conversation.servedByName);
    insertKnown(object, u"startedAt"_s, jsonTime(conversation.startedAt));
    insertKnown(object, u"closedAt"_s, jsonTime(conversation.closedAt));
    if (!conversation.tags.isEmpty()) {
        object.insert(u"tags"_s, QJsonArray::fromStringList(conversation.tags));
    }
    QJsonArray messages;
    for (const Message &message : transcript.messages) {
        messages.append(messageJson(message));
    }
    object.insert(u"messages"_s, messages);
    return QJsonDocument(object).toJson();
}

} // namespace greenline
