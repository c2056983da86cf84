#pragma once

#include "app/base/result.h"

namespace greenline {

/// What an HTTP status that is no success means, where the body does not say more.
Error::Kind kindByStatus(int status);

} // namespace greenline
