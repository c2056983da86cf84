#include "app/omnichannel/ordering.h"

#include <tuple>

namespace greenline {

namespace {

bool isUnsent(const Message &message)
{
    return message.delivery == Message::Delivery::Waiting || message.delivery == Message::Delivery::Sending
        || message.delivery == Message::Delivery::Failed;
}

/// An unknown time is taken for the oldest.
qint64 listingTime(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

qint64 answerRank(const Conversation &conversation)
{
    return conversation.stage == Stage::Mine && !conversation.needsAnswer ? 1 : 0;
}

/// Who waits is sorted upwards by the waiting time, everybody else downwards by the last thing that happened.
qint64 timeRank(const Conversation &conversation)
{
    switch (conversation.stage) {
    case Stage::Queue:
        return listingTime(conversation.waitingSince);
    case Stage::Mine:
        return conversation.needsAnswer ? listingTime(conversation.waitingSince)
                                        : -listingTime(conversation.lastMessageAt);
    case Stage::Closed:
        return -listingTime(conversation.closedAt);
    case Stage::OnHold:
    case Stage::Elsewhere:
        break;
    }
    return -listingTime(conversation.lastMessageAt);
}

} // namespace

bool isListedBefore(const Conversation &one, const Conversation &other)
{
    if (one.stage != other.stage) {
        return one.stage < other.stage;
    }
    const auto rank = std::tuple(answerRank(one), timeRank(one));
    const auto otherRank = std::tuple(answerRank(other), timeRank(other));
    return rank != otherRank ? rank < otherRank : one.id < other.id;
}

bool isWrittenBefore(const Message &one, const Message &other)
{
    const bool isLast = isUnsent(one);
    if (isLast != isUnsent(other)) {
        return !isLast;
    }
    if (one.at != other.at) {
        return one.at < other.at;
    }
    return one.id < other.id;
}

bool isOlderWord(const QDateTime &news, const QDateTime &known)
{
    return news.isValid() && known.isValid() && news < known;
}

} // namespace greenline
