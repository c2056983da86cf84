#pragma once

#include "app/storage/cachedb.h"
#include "app/storage/sqlitefile.h"

namespace greenline {

/// The file of CacheDb, for the files that CacheDb is written in.
class CacheDb::Database : public SqliteFile
{
};

template <typename T>
Result<T> CacheDb::orRebuilt(Result<T> result) const
{
    if (!result && result.error().code == QLatin1StringView("damaged")) {
        (void)rebuild();
    }
    return result;
}

} // namespace greenline
