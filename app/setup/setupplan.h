#pragma once

#include "app/twilio/twiliotypes.h"

namespace greenline {

/// What a person wants set up: whose Twilio account, which of its numbers, and who is to get what arrives.
struct SetupPlan {
    TwilioLogin twilio = {};
    QString number = {}; ///< E.164; empty: not chosen yet.
    QString provider = QStringLiteral("twilio"); ///< As SMS_Service names it: also "voxtelesys" and "mobex".
    QString department = {}; ///< Wanted by default: id or name; empty: whatever the workspace has.
    /// The webhook may be called with a signature, too: the call has no text in it, so nothing comes of it but whether
    /// the workspace accepts the token.
    bool maySign = false;
    bool operator==(const SetupPlan &) const = default;
};

} // namespace greenline
