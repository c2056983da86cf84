#pragma once

#include "app/twilio/twiliotypes.h"

namespace greenline {

/// What is wrong with a login before Twilio is asked (twilio.md 1.1, 1.2: blanks around a pasted value give the same
/// 401 as a wrong token).
enum class LoginForm {
    Right,
    NoAccount,
    KeyInPlaceOfAccount, ///< SK… where AC… belongs.
    ServiceInPlaceOfAccount, ///< MG…
    KeyMalformed, ///< Not SK and 32 hexadecimal digits.
    NoKeySecret,
    KeySecretMalformed, ///< It has 32 characters.
    AccountMalformed, ///< Not AC and 32 hexadecimal digits.
    NoToken,
    TokenMalformed, ///< An Auth Token has 32 hexadecimal digits.
    TokenIsAccount ///< The SID pasted twice.
};
bool isAccountSid(const QString &text); ///< AC and 32 hexadecimal digits; anything else may be a secret.
LoginForm loginForm(const TwilioLogin &login);
TwilioLogin trimmed(TwilioLogin login); ///< Without what pasting put around the values.

} // namespace greenline
