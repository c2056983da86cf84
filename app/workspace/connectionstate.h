#pragma once

#include "app/base/result.h"

#include <QDateTime>

#include <optional>

namespace greenline {

/// What the console says of its line, and when the queue was last compared with the server.
struct ConnectionState {
    enum class Line {
        Starting, ///< First connection of this start.
        CatchingUp, ///< Connected; fetching what was missed.
        Live,
        Waiting, ///< Lost; next try in retryIn.
        Trying, ///< Lost; trying now.
        SignedOut ///< The token is no longer accepted.
    };
    Line line = Line::Starting;
    std::chrono::milliseconds retryIn{0};
    std::optional<Error> error = {};
    QDateTime checkedAt = {}; ///< Queue and own list last fetched; null: not yet.
    bool operator==(const ConnectionState &) const = default;
};

} // namespace greenline
