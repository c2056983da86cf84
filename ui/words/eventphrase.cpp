#include "ui/words/eventphrase.h"

#include "ui/words/plainline.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class EventPhrases
{
    Q_DECLARE_TR_FUNCTIONS(Phrases)
};

constexpr qsizetype longestEventText = 500;

QString subjectOf(const Message &message)
{
    return plainLine(message.subject);
}

QString commentedClosing(const Message &message)
{
    const QString comment = plainLine(message.text, longestEventText);
    if (message.subject.isEmpty()) {
        return comment.isEmpty() ? EventPhrases::tr("The conversation was closed")
                                 : EventPhrases::tr("The conversation was closed: %1").arg(comment);
    }
    return comment.isEmpty() ? EventPhrases::tr("%1 closed the conversation").arg(subjectOf(message))
                             : EventPhrases::tr("%1 closed the conversation: %2").arg(subjectOf(message), comment);
}

QString forwarding(const Message &message)
{
    if (message.object.isEmpty()) {
        return EventPhrases::tr("%1 forwarded the conversation").arg(subjectOf(message));
    }
    return message.event == Message::Event::ForwardedToDepartment
        ? EventPhrases::tr("%1 forwarded the conversation to the department %2")
              .arg(subjectOf(message), plainLine(message.object))
        : EventPhrases::tr("%1 forwarded the conversation to %2").arg(subjectOf(message), plainLine(message.object));
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

} // namespace

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
        return message.subject.isEmpty() ? EventPhrases::tr("The conversation was forwarded") : forwarding(message);
    case Message::Event::Other:
        return plainLine(message.text, longestEventText);
    default:
        break;
    }
    const EventWords &words = eventSentences.at(static_cast<size_t>(message.event));
    return message.subject.isEmpty() ? EventPhrases::tr(words.unnamed)
                                     : EventPhrases::tr(words.named).replace("%1"_L1, subjectOf(message));
}

} // namespace greenline
