#pragma once

#include "app/practice/httpsite.h"
#include "app/practice/twilioscene.h"

#include <optional>

namespace greenline::practice {

/// The first mischief that hits this call, counted down; nothing: it goes well.
std::optional<TwilioMischief> takeMischief(QList<TwilioMischief> &faults, const HttpRequest &request);

/// Spoils the answer to a call. A reply that is given back is left hanging: keep it.
std::shared_ptr<HttpReply> spoil(const TwilioMischief &mischief, const std::shared_ptr<HttpReply> &reply);

} // namespace greenline::practice
