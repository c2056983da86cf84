#pragma once

#include "app/base/result.h"
#include "app/omnichannel/serverfacts.h"

#include <QJsonObject>

namespace greenline {

Result<Inquiry> decodeInquiry(const QJsonObject &object); ///< Needs _id and rid.

/// An event of stream-livechat-inquiry-queue-observer: {type, ...inquiry}. type "removed" may carry only ids.
struct InquiryEvent {
    bool isRemoval = false;
    Inquiry inquiry = {};
};
Result<InquiryEvent> decodeInquiryEvent(const QJsonObject &object);

} // namespace greenline
