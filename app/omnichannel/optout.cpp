#include "app/omnichannel/optout.h"

#include "app/omnichannel/messagestore.h"
#include "app/sms/optwords.h"

namespace greenline {

namespace {

bool isRefusedForStop(const Message &message)
{
    return message.author == Message::Author::Agent && message.delivery == Message::Delivery::Refused
        && isOptOutRefusal(message.reason);
}

} // namespace

bool isOptWord(const Message &message)
{
    const bool isCustomers = message.author == Message::Author::Customer;
    return isCustomers ? optWordOf(message.text) != OptWord::None : isRefusedForStop(message);
}

bool isOptOut(const Message &message)
{
    const bool isCustomers = message.author == Message::Author::Customer;
    return isCustomers ? optWordOf(message.text) == OptWord::Stop : isRefusedForStop(message);
}

std::optional<Message> lastOptWord(const MessageStore &messages)
{
    for (int row = messages.size() - 1; row >= 0; --row) {
        if (isOptWord(messages.at(row))) {
            return messages.at(row);
        }
    }
    return std::nullopt;
}

bool takeOptWord(std::optional<Message> &known, const std::optional<Message> &news)
{
    if (!news || !isOptWord(*news) || (known && (news->at < known->at || *news == *known))) {
        return false;
    }
    known = news;
    return true;
}

} // namespace greenline
