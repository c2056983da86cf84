#include "ui/words/phrases.h"

#include "app/sms/phonenumber.h"
#include "ui/words/errortext.h"
#include "ui/words/times.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class PhraseWords
{
    Q_DECLARE_TR_FUNCTIONS(Phrases)
};

constexpr qsizetype longestSpoken = 500; // a screen reader is not asked to read a megabyte
constexpr qsizetype longestPreview = 200;

/// What a customer may put into a text to end it early for a screen reader, or to turn the words behind it around.
bool isUnspeakable(QChar character)
{
    const char16_t code = character.unicode();
    return character.category() == QChar::Other_Control || (code >= 0x202A && code <= 0x202E)
        || (code >= 0x2066 && code <= 0x2069);
}

QString oneLineOf(const QString &text, qsizetype longest)
{
    QString line = text.left(longest * 2).simplified().left(longest);
    line.removeIf(isUnspeakable);
    return line;
}

QString presenceWord(Presence presence)
{
    switch (presence) {
    case Presence::Online:
        return PhraseWords::tr("customer online");
    case Presence::Away:
        return PhraseWords::tr("customer away");
    case Presence::Busy:
        return PhraseWords::tr("customer busy");
    case Presence::Offline:
        break;
    }
    return PhraseWords::tr("customer offline");
}

QString attachmentPhrase(const Attachment &attachment)
{
    const QString title = oneLineOf(attachment.title, longestPreview);
    switch (attachment.kind) {
    case Attachment::Kind::Image:
        return title.isEmpty() ? PhraseWords::tr("picture") : PhraseWords::tr("picture %1").arg(title);
    case Attachment::Kind::Audio:
        return title.isEmpty() ? PhraseWords::tr("sound") : PhraseWords::tr("sound %1").arg(title);
    case Attachment::Kind::Video:
        return title.isEmpty() ? PhraseWords::tr("film") : PhraseWords::tr("film %1").arg(title);
    case Attachment::Kind::File:
        return title.isEmpty() ? PhraseWords::tr("file") : PhraseWords::tr("file %1").arg(title);
    case Attachment::Kind::Failed:
        return PhraseWords::tr("a file that the workspace could not fetch");
    case Attachment::Kind::Note:
        break;
    }
    return oneLineOf(attachment.text.isEmpty() ? attachment.title : attachment.text, longestSpoken);
}

QString commentedClosing(const Message &message)
{
    const QString comment = oneLineOf(message.text, longestSpoken);
    if (message.subject.isEmpty()) {
        return comment.isEmpty() ? PhraseWords::tr("The conversation was closed")
                                 : PhraseWords::tr("The conversation was closed: %1").arg(comment);
    }
    return comment.isEmpty() ? PhraseWords::tr("%1 closed the conversation").arg(message.subject)
                             : PhraseWords::tr("%1 closed the conversation: %2").arg(message.subject, comment);
}

QString forwarding(const Message &message)
{
    if (message.object.isEmpty()) {
        return PhraseWords::tr("%1 forwarded the conversation").arg(message.subject);
    }
    return message.event == Message::Event::ForwardedToDepartment
        ? PhraseWords::tr("%1 forwarded the conversation to the department %2").arg(message.subject, message.object)
        : PhraseWords::tr("%1 forwarded the conversation to %2").arg(message.subject, message.object);
}

/// Sentences about the subject alone, in the order of Message::Event; null where more must be said.
struct EventWords {
    const char *named;
    const char *unnamed;
};
constexpr std::array<EventWords, 17> eventSentences{{
    {nullptr, nullptr}, // None
    {QT_TRANSLATE_NOOP("Phrases", "The conversation began"), QT_TRANSLATE_NOOP("Phrases", "The conversation began")},
    {QT_TRANSLATE_NOOP("Phrases", "%1 took this conversation"),
     QT_TRANSLATE_NOOP("Phrases", "This conversation was taken")},
    {nullptr, nullptr}, // Closed
    {nullptr, nullptr}, // ForwardedToAgent
    {nullptr, nullptr}, // ForwardedToDepartment
    {QT_TRANSLATE_NOOP("Phrases", "%1 returned the conversation to the queue"),
     QT_TRANSLATE_NOOP("Phrases", "The conversation was returned to the queue")},
    {QT_TRANSLATE_NOOP("Phrases", "%1 put the conversation on hold"),
     QT_TRANSLATE_NOOP("Phrases", "The conversation was put on hold")},
    {QT_TRANSLATE_NOOP("Phrases", "%1 resumed the conversation"),
     QT_TRANSLATE_NOOP("Phrases", "The conversation was resumed")},
    {QT_TRANSLATE_NOOP("Phrases", "%1 joined"), QT_TRANSLATE_NOOP("Phrases", "Somebody joined")},
    {QT_TRANSLATE_NOOP("Phrases", "%1 left"), QT_TRANSLATE_NOOP("Phrases", "Somebody left")},
    {QT_TRANSLATE_NOOP("Phrases", "%1 was removed"), QT_TRANSLATE_NOOP("Phrases", "Somebody was removed")},
    {QT_TRANSLATE_NOOP("Phrases", "%1 asked for the transcript"),
     QT_TRANSLATE_NOOP("Phrases", "The transcript was asked for")},
    {QT_TRANSLATE_NOOP("Phrases", "%1 changed the priority"), QT_TRANSLATE_NOOP("Phrases", "The priority was changed")},
    {QT_TRANSLATE_NOOP("Phrases", "%1 began a video call"), QT_TRANSLATE_NOOP("Phrases", "A video call began")},
    {nullptr, nullptr}, // Hidden
    {nullptr, nullptr}, // Other
}};
static_assert(eventSentences.size() == static_cast<size_t>(Message::Event::Other) + 1);

QString bodyPhrase(const Message &message)
{
    QStringList parts;
    if (!message.text.isEmpty()) {
        parts.append(oneLineOf(message.text, longestSpoken));
    }
    for (const Attachment &attachment : message.attachments) {
        parts.append(attachmentPhrase(attachment));
    }
    if (message.location) {
        parts.append(PhraseWords::tr("a place on the map"));
    }
    if (message.isUnreadable) {
        parts.append(PhraseWords::tr("This message cannot be read"));
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString deliveryPhrase(const Message &message)
{
    const bool isUnderWay = message.delivery == Message::Delivery::Sending; // to a listener the same as waiting
    const QString word = deliveryWord(isUnderWay ? Message::Delivery::Waiting : message.delivery);
    if (message.delivery != Message::Delivery::Refused && message.delivery != Message::Delivery::Failed) {
        return word;
    }
    QString reason = deliveryReason(message.reason);
    if (reason.endsWith(u'.')) {
        reason.chop(1); // more is said behind it
    }
    //: State of a message and why, "Refused: the number is not in service"
    return PhraseWords::tr("%1: %2").arg(word, reason);
}

} // namespace

QString sourceWord(Source source)
{
    switch (source) {
    case Source::Sms:
        return PhraseWords::tr("SMS");
    case Source::Widget:
        return PhraseWords::tr("Website chat");
    case Source::Email:
        return PhraseWords::tr("E-mail");
    case Source::App:
    case Source::Api:
        return PhraseWords::tr("App");
    case Source::Other:
        break;
    }
    return PhraseWords::tr("Other channel");
}

QString sourcePhrase(Source source, Presence presence)
{
    //: Channel and presence, "SMS, customer online"
    return PhraseWords::tr("%1, %2").arg(sourceWord(source), presenceWord(presence));
}

QString stageWord(Stage stage)
{
    switch (stage) {
    case Stage::Queue:
        return PhraseWords::tr("Queue");
    case Stage::Mine:
        return PhraseWords::tr("Mine");
    case Stage::OnHold:
        return PhraseWords::tr("On hold");
    case Stage::Closed:
        return PhraseWords::tr("Closed");
    case Stage::Elsewhere:
        break;
    }
    return PhraseWords::tr("Elsewhere");
}

QString deliveryWord(Message::Delivery delivery)
{
    switch (delivery) {
    case Message::Delivery::Waiting:
        return PhraseWords::tr("Waiting");
    case Message::Delivery::Sending:
        return PhraseWords::tr("Sending");
    case Message::Delivery::Refused:
        return PhraseWords::tr("Refused");
    case Message::Delivery::Failed:
        return PhraseWords::tr("Failed");
    case Message::Delivery::Saved:
        break;
    }
    return PhraseWords::tr("Saved");
}

QString availabilityWord(Availability availability)
{
    switch (availability) {
    case Availability::Available:
        return PhraseWords::tr("Available");
    case Availability::NotAvailable:
        return PhraseWords::tr("Not available");
    case Availability::Unknown:
        break;
    }
    return PhraseWords::tr("Availability unknown");
}

QString eventPhrase(const Message &message)
{
    switch (message.event) {
    case Message::Event::None:
    case Message::Event::Hidden:
        return {};
    case Message::Event::Closed:
        return commentedClosing(message);
    case Message::Event::ForwardedToAgent:
    case Message::Event::ForwardedToDepartment:
        return message.subject.isEmpty() ? PhraseWords::tr("The conversation was forwarded") : forwarding(message);
    case Message::Event::Other:
        return oneLineOf(message.text, longestSpoken);
    default:
        break;
    }
    const EventWords &words = eventSentences.at(static_cast<size_t>(message.event));
    return message.subject.isEmpty() ? PhraseWords::tr(words.unnamed)
                                     : PhraseWords::tr(words.named).replace("%1"_L1, message.subject);
}

QString previewText(const Conversation &conversation)
{
    const QString preview = oneLineOf(conversation.preview, longestPreview);
    return conversation.isPreviewOurs && !preview.isEmpty() ? PhraseWords::tr("You: %1").arg(preview) : preview;
}

QString conversationPhrase(const Conversation &conversation, const QDateTime &now)
{
    QStringList parts{shownName(conversation).simplified(),
                      sourcePhrase(conversation.source, conversation.customerPresence), stageWord(conversation.stage)};
    if (conversation.unread > 0) {
        parts.append(PhraseWords::tr("%n unread", nullptr, conversation.unread));
    }
    if (conversation.stage == Stage::Queue && conversation.waitingSince.isValid()) {
        const std::chrono::milliseconds waited(conversation.waitingSince.msecsTo(now));
        parts.append(PhraseWords::tr("waiting %1").arg(waitingTime(waited)));
    }
    if (conversation.hasDraft) {
        parts.append(PhraseWords::tr("draft"));
    }
    if (conversation.hasFailure) {
        parts.append(PhraseWords::tr("a message was not sent"));
    }
    parts.append(previewText(conversation));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString messagePhrase(const Message &message)
{
    QStringList parts;
    if (message.author == Message::Author::System || message.event != Message::Event::None) {
        parts.append(eventPhrase(message));
    } else {
        const QString author = message.authorName.simplified();
        const bool isCustomer = message.author == Message::Author::Customer; // who has no name is called by digits
        parts = {isCustomer ? displayNumber(author) : author, bodyPhrase(message)};
    }
    if (message.author == Message::Author::Agent && message.event == Message::Event::None && !message.isEphemeral) {
        parts.append(deliveryPhrase(message));
    }
    if (message.at.isValid()) {
        parts.append(clockTime(message.at));
    }
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

} // namespace greenline
