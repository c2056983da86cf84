#pragma once

#include "app/base/result.h"
#include "app/twilio/twiliotypes.h"

namespace greenline {

/// Errors of the client carry in code what Twilio numbered ("20003"); answers without a number (a proxy's page) none.
/// What a refused call really means. 401 with 20003 is said of many things besides a wrong token, so the message counts
/// (twilio.md 1.2, 1.6); where it does not tell, the verdict is the weaker one.
enum class TwilioFault {
    None,
    WrongToken, ///< "Authenticate"; also said of a token of another region, or of a suspended account.
    UnknownUser, ///< No such account.
    UnknownKey, ///< No such API key, or another secret.
    NoCredentials, ///< They did not arrive: a proxy took them away.
    TrialLimit, ///< The token is right; the account is a trial.
    KeyMayNot, ///< An API key is valid and may not read this.
    TestCredentials,
    NotActive, ///< Suspended or closed.
    AccountNotFound, ///< The login is right and the path names another account.
    NotFound,
    Throttled,
    Unreachable, ///< Network, TLS, time-out.
    NotTwilio, ///< No answer of Twilio's form: a proxy, or another server.
    ServerTrouble, ///< 5xx
    Other
};
TwilioFault twilioFault(const Error &error, const TwilioLogin &login);

} // namespace greenline
