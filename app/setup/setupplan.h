#pragma once

#include "app/twilio/twiliotypes.h"

namespace greenline {

/// What a person wants set up: whose Twilio account, which of its numbers, and who is to get what arrives.
struct SetupPlan {
    TwilioLogin twilio = {};
    QString number = {}; ///< E.164; empty: not chosen yet.
    QString provider = QStringLiteral("twilio"); ///< As SMS_Service names it: also "voxtelesys" and "mobex".
    QString department = {}; ///< Wanted by default: id or name; empty: whatever the workspace has.
    bool operator==(const SetupPlan &) const = default;
};

} // namespace greenline
