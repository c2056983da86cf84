#pragma once

#include "app/base/result.h"
#include "app/omnichannel/filerules.h"
#include "app/omnichannel/source.h"
#include "app/storage/keptfile.h"

#include <optional>

namespace greenline {

/// Why a file is not taken into a draft.
struct FileRefusal {
    Error error = {};
    qint64 limit = 0; ///< Bytes or files, where that is what it is about.
    bool operator==(const FileRefusal &other) const { return error.code == other.error.code && limit == other.limit; }
};

/// What an MMS may carry: Rocket.Chat refuses more than 5 MiB to Twilio and VoxTelesys, and Twilio takes ten files
/// (rocketchat-wire.md 5.6, 5.7). The list of types can be changed by an administrator, where agents cannot see it;
/// this is the one it comes with.
constexpr qint64 mmsBytes = 5'242'880;
constexpr qsizetype filesOfADraft = 10;

/// By the workspace's rules, and by those of the channel: codes "files-off", "file-too-large", "file-type-blocked",
/// "mms-too-large", "mms-type".
std::optional<FileRefusal> refusalOf(const KeptFile &file, const FileRules &rules, Source source);

} // namespace greenline
