#include "app/wire/inquirycodec.h"

#include "app/wire/json.h"
#include "app/wire/messagecodec.h"
#include "app/wire/roomcodec.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// "verifying" and "open" are neither for us to take nor taken.
Inquiry::Status inquiryStatusNamed(const QString &status)
{
    if (status == "queued"_L1) {
        return Inquiry::Status::Queued;
    }
    if (status == "taken"_L1) {
        return Inquiry::Status::Taken;
    }
    return status == "ready"_L1 ? Inquiry::Status::Ready : Inquiry::Status::Other;
}

Inquiry inquiryFacts(const QJsonObject &object)
{
    Inquiry inquiry;
    inquiry.id = {optionalString(object, "_id"_L1)};
    inquiry.room = {optionalString(object, "rid"_L1)};
    inquiry.name = optionalString(object, "name"_L1);
    inquiry.text = optionalString(object, "message"_L1);
    inquiry.status = inquiryStatusNamed(optionalString(object, "status"_L1));
    inquiry.visitor = decodeVisitorFacts(object.value("v"_L1).toObject());
    const QJsonObject source = object.value("source"_L1).toObject();
    if (source.value("type"_L1).isString()) {
        inquiry.source = sourceNamed(optionalString(source, "type"_L1));
    }
    inquiry.ourNumber = optionalString(source, "destination"_L1);
    inquiry.department = {optionalString(object, "department"_L1)};
    inquiry.defaultAgent = {optionalString(object.value("defaultAgent"_L1).toObject(), "agentId"_L1)};
    const Result<Message> lastMessage = decodeMessage(object.value("lastMessage"_L1).toObject());
    if (lastMessage) {
        inquiry.lastMessage = *lastMessage;
    }
    inquiry.startedAt = dateOf(object.value("ts"_L1));
    inquiry.queuedAt = dateOf(object.value("queuedAt"_L1));
    inquiry.updatedAt = dateOf(object.value("_updatedAt"_L1));
    return inquiry;
}

} // namespace

Result<Inquiry> decodeInquiry(const QJsonObject &object)
{
    for (const auto key : {"_id"_L1, "rid"_L1}) {
        const Result<QString> needed = requiredString(object, key, "inquiry"_L1);
        if (!needed) {
            return needed.error();
        }
    }
    return inquiryFacts(object);
}

Result<InquiryEvent> decodeInquiryEvent(const QJsonObject &object)
{
    if (optionalString(object, "type"_L1) == "removed"_L1) {
        const Result<QString> id = requiredString(object, "_id"_L1, "inquiry"_L1);
        if (!id) {
            return id.error();
        }
        return InquiryEvent{true, inquiryFacts(object)};
    }
    const Result<Inquiry> inquiry = decodeInquiry(object);
    if (!inquiry) {
        return inquiry.error();
    }
    return InquiryEvent{false, *inquiry};
}

} // namespace greenline
