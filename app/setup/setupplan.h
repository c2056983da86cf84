#pragma once

#include "app/twilio/twiliotypes.h"

namespace greenline {

/// What a person wants set up: whose Twilio account, which of its numbers, and who is to get what arrives.
struct SetupPlan {
    TwilioLogin twilio = {}; ///< As whom Greenline asks Twilio.
    QString token = {}; ///< The account's Auth Token, where that is an API key.
    QString number = {}; ///< E.164; empty: not chosen yet.
    QString provider = QStringLiteral("twilio"); ///< As SMS_Service names it: also "voxtelesys" and "mobex".
    QString department = {}; ///< Wanted by default: id or name; empty: whatever the workspace has.
    /// The webhook may be called with a signature, too: the call has no text in it, so nothing comes of it but whether
    /// the workspace accepts the token.
    bool maySign = false;
    /// As whom the workspace sends, and whose signature it checks: always the account itself, for a key's secret signs
    /// nothing (twilio.md 1.1, 6.2). Without a secret: the token was not entered.
    TwilioLogin workspaceLogin() const
    {
        return twilio.isKey() ? TwilioLogin{.account = twilio.account, .secret = token} : twilio;
    }
    bool operator==(const SetupPlan &) const = default;
};

} // namespace greenline
