#pragma once

#include <QLatin1StringView>

namespace greenline {

/// The code of a Network or Timeout error of a request that isOnce: nothing of its body has left this computer. Of any
/// other error nobody knows whether the request arrived.
inline constexpr QLatin1StringView neverSent("never-sent");

} // namespace greenline
