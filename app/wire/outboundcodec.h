#pragma once

#include "app/base/result.h"
#include "app/omnichannel/outbound.h"

#include <QJsonObject>

namespace greenline {

/// {providerId, providerName, supportsTemplates?, providerType} (packages/core-typings/src/omnichannel/outbound.ts).
Result<OutboundProvider> decodeOutboundProvider(const QJsonObject &object);
/// An element of metadata.templates[number]. Words of its own are in capitals in the first releases ("APPROVED",
/// "BODY") and small in later ones. A template with a part that is not known is none: nobody could see what is sent.
Result<OutboundTemplate> decodeOutboundTemplate(const QJsonObject &object);
/// The body of …/providers/:id/message; its schema is closed at every level
/// (apps/meteor/ee/app/livechat-enterprise/server/outboundcomms/rest.ts).
QJsonObject encodeFirstMessage(const FirstMessage &message);

} // namespace greenline
