#pragma once

#include "app/base/result.h"

namespace greenline {

/// code: "disk-full", "read-only", "locked", "damaged", "damaged-set-aside", "accounts-set-aside", "newer" or empty.
inline Error storageError(const QString &detail, const QString &code)
{
    return {.kind = Error::Kind::Storage, .detail = detail, .code = code};
}

} // namespace greenline
