#pragma once

#include <QString>

namespace greenline {

/// Whether and how a conversation can be answered, as the composer shows it. Made by the conversation view; the
/// composer decides nothing.
struct ReplyTerms {
    bool canWrite = false;
    bool isSms = false; ///< Counts segments and holds to 1,600 characters.
    QString from = {}; ///< Our number as people read it; empty when unknown.
    QString to = {};
    QString notice = {}; ///< The bar above the box; empty: none.
    bool operator==(const ReplyTerms &) const = default;
};

} // namespace greenline
