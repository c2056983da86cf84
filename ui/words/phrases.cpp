#include "ui/words/phrases.h"

#include "app/sms/phonenumber.h"
#include "ui/words/errortext.h"
#include "ui/words/eventphrase.h"
#include "ui/words/plainline.h"
#include "ui/words/times.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class PhraseWords
{
    Q_DECLARE_TR_FUNCTIONS(Phrases)
};

constexpr qsizetype longestSpoken = 500; // a screen reader is not asked to read a megabyte
constexpr qsizetype longestPreview = 200;

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
    const QString title = plainLine(attachment.title, longestPreview);
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
    return plainLine(attachment.text.isEmpty() ? attachment.title : attachment.text, longestSpoken);
}

QString bodyPhrase(const Message &message)
{
    QStringList parts;
    if (!message.text.isEmpty()) {
        parts.append(plainLine(message.text, longestSpoken));
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

QString withAuthor(const Conversation &conversation, const QString &preview)
{
    return conversation.isPreviewOurs && !preview.isEmpty() ? PhraseWords::tr("You: %1").arg(preview) : preview;
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

QString customerName(const Conversation &conversation)
{
    return plainLine(shownName(conversation));
}

QString servingName(const Conversation &conversation, const Agent &me)
{
    const bool isMe = !me.name.isEmpty() && conversation.servedBy == me.id;
    return plainLine(isMe ? me.name : conversation.servedByName);
}

QString previewText(const Conversation &conversation)
{
    return withAuthor(conversation, plainLine(conversation.preview, longestPreview));
}

QString paintedPreview(const Conversation &conversation)
{
    const QString preview = plainLine(conversation.preview, longestPreview);
    const QString said = preview.isEmpty() ? preview : withAuthor(conversation, isolated(preview));
    if (!conversation.hasOptedOut) {
        return said;
    }
    //: %1 is the last text of a customer who wants no more texts
    return said.isEmpty() ? PhraseWords::tr("Opted out") : PhraseWords::tr("Opted out · %1").arg(said);
}

QString pauseWords(std::chrono::seconds left)
{
    if (left.count() <= 0) {
        return {};
    }
    //: So many seconds: it lets each thing be asked for only so many times a minute
    return PhraseWords::tr("The workspace asks for a pause, %1 s").arg(left.count());
}

QString openTogether(int conversations)
{
    //: Conversations with one customer, always two at least
    return PhraseWords::tr("%1 open, same number").arg(conversations);
}

QString conversationPhrase(const Conversation &conversation, const QDateTime &now)
{
    QStringList parts{customerName(conversation), sourcePhrase(conversation.source, conversation.customerPresence),
                      stageWord(conversation.stage)};
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
    if (conversation.hasOptedOut) {
        parts.append(PhraseWords::tr("opted out"));
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
        const QString author = plainLine(message.authorName);
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
