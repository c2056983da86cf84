#pragma once

#include "app/base/result.h"
#include "app/omnichannel/message.h"

#include <QJsonObject>

namespace greenline {

/// A message document (rocketchat-wire.md 4.4). Needs _id and rid; everything else may be absent. Author is the
/// customer when `token` is present, System when `t` names an event. private:true gives isEphemeral.
Result<Message> decodeMessage(const QJsonObject &object);

/// For a document that decodeMessage refused but whose _id and rid can be read: a row that says "unreadable".
std::optional<Message> unreadableMessage(const QJsonObject &object);

} // namespace greenline
