#pragma once

#include "app/omnichannel/message.h"

#include <QJsonObject>

namespace greenline {

/// What a system message (one with `t`) reports: fills event, subject, object and text. authorName must be set before.
void readEvent(const QJsonObject &object, Message &message);

} // namespace greenline
