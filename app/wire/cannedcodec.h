#pragma once

#include "app/base/result.h"
#include "app/omnichannel/cannedresponse.h"

#include <QJsonObject>

namespace greenline {

/// {_id, shortcut, text, scope, departmentId?} (rocketchat-wire.md 2.8, 4.7).
Result<CannedResponse> decodeCannedResponse(const QJsonObject &object);

} // namespace greenline
