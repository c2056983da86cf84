#pragma once

#include "app/base/result.h"
#include "app/rest/formbody.h"
#include "app/storage/keptfile.h"

namespace greenline {

/// What a file is now: its type by content and name, its size and its hash. Rejected with "file-gone",
/// "file-is-folder", "file-unreadable", "file-empty", or "file-huge" beyond what is ever read.
Result<KeptFile> keptFileOf(const QString &path);
/// The bytes that are sent of it, if it is still what was attached; else "file-changed",
/// "damaged-picture", "uncleanable-picture", or as above. Pictures come without what is hidden in them, unless the
/// agent wants them as they are.
Result<FilePart> filePartOf(const KeptFile &file);

} // namespace greenline
