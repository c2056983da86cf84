#pragma once

#include "app/omnichannel/message.h"

#include <QJsonObject>

namespace greenline {

/// The attachments of a message document; what is none is left out. Quotes inside quotes are not followed.
QList<Attachment> decodeAttachments(const QJsonObject &message);

} // namespace greenline
