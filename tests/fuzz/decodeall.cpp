#include "decodeall.h"

#include "fuzz.h"

#include "app/wire/agentcodec.h"
#include "app/wire/contactcodec.h"
#include "app/wire/inquirycodec.h"
#include "app/wire/messagecodec.h"
#include "app/wire/outboundcodec.h"
#include "app/wire/roomcodec.h"

using namespace greenline;

namespace fuzz {

namespace {

/// A value that has its ids and only plausible times, or an error that repeats nothing of what was sent.
template <typename T, typename Check>
void examine(const Result<T> &result, Check isSound)
{
    demand(result ? isSound(*result)
                  : (result.error().kind == Error::Kind::Protocol && result.error().detail.size() < 60));
}

bool isPlausible(const QDateTime &time)
{
    return time.isNull()
        || (time.isValid() && time.timeSpec() == Qt::UTC && time.date().year() >= 1970 && time.date().year() <= 9999);
}

} // namespace

void decodeAll(const QJsonObject &object)
{
    examine(decodeMessage(object), [](const Message &message) {
        return !message.id.isEmpty() && !message.room.isEmpty() && isPlausible(message.at)
            && isPlausible(message.updatedAt);
    });
    examine(decodeRoom(object), [](const Room &room) {
        return !room.id.isEmpty() && isPlausible(room.updatedAt) && isPlausible(room.lastMessageAt);
    });
    examine(decodeSubscription(object), [](const Subscription &subscription) {
        return !subscription.id.isEmpty() && !subscription.room.isEmpty() && subscription.unread >= 0;
    });
    examine(decodeInquiry(object),
            [](const Inquiry &inquiry) { return !inquiry.id.isEmpty() && !inquiry.room.isEmpty(); });
    examine(decodeInquiryEvent(object), [](const InquiryEvent &event) { return !event.inquiry.id.isEmpty(); });
    examine(decodeAgent(object),
            [](const Agent &agent) { return !agent.id.isEmpty() && agent.maximumChats.value_or(1) > 0; });
    examine(decodeDepartment(object), [](const Department &department) { return !department.id.isEmpty(); });
    examine(decodeContact(object), [](const Contact &contact) { return !contact.id.isEmpty(); });
    examine(decodeOutboundProvider(object), [](const OutboundProvider &provider) { return !provider.name.isEmpty(); });
    examine(decodeOutboundTemplate(object), [](const OutboundTemplate &form) {
        const QStringList values(gapsOf(form).size(), QStringLiteral("{{1}}"));
        return form.parts.size() <= 3 && textOf(form, values).size() >= 0;
    });
    decodeAgentDiff(object);
    unreadableMessage(object);
}

} // namespace fuzz
