#include "ui/outbound/recipientfacts.h"

#include "app/omnichannel/conversationstore.h"
#include "app/omnichannel/optout.h"
#include "app/sms/phonenumber.h"

#include <algorithm>

namespace greenline {

bool isOurNumber(const QString &number, const ConversationStore &conversations,
                 const QList<OutboundProvider> &providers)
{
    const QString digits = digitsOf(number);
    const bool isSender = std::any_of(providers.cbegin(), providers.cend(), [&digits](const OutboundProvider &one) {
        return std::any_of(one.senders.cbegin(), one.senders.cend(),
                           [&digits](const OutboundSender &sender) { return digitsOf(sender.number) == digits; });
    });
    if (isSender || digits.isEmpty()) {
        return isSender;
    }
    for (int row = 0; row < conversations.size(); ++row) {
        const Conversation &one = conversations.at(row);
        if (one.source == Source::Sms && digitsOf(one.ourNumber) == digits) {
            return true;
        }
    }
    return false;
}

std::optional<Message> optOutOfNumber(const QString &number, const ConversationStore &conversations)
{
    const QString digits = digitsOf(number);
    std::optional<Message> word;
    for (int row = 0; row < conversations.size() && !digits.isEmpty(); ++row) {
        const Conversation &one = conversations.at(row);
        const ConversationFacts *facts = conversations.facts(one.id);
        if (facts && one.source == Source::Sms && digitsOf(one.customerNumber) == digits) {
            takeOptWord(word, facts->optWord);
        }
    }
    return word && isOptOut(*word) ? word : std::nullopt;
}

} // namespace greenline
