#include "app/twilio/loginforms.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

bool isHex32(const QString &text)
{
    static const QRegularExpression digits(u"^[0-9a-fA-F]{32}$"_s);
    return digits.match(text).hasMatch();
}

LoginForm accountForm(const QString &account)
{
    if (account.isEmpty()) {
        return LoginForm::NoAccount;
    }
    if (account.startsWith("SK"_L1)) {
        return LoginForm::KeyInPlaceOfAccount;
    }
    if (account.startsWith("MG"_L1)) {
        return LoginForm::ServiceInPlaceOfAccount;
    }
    return isAccountSid(account) ? LoginForm::Right : LoginForm::AccountMalformed;
}

/// twilio.md 1.1
LoginForm keyForm(const TwilioLogin &login)
{
    if (!login.user.startsWith("SK"_L1) || !isHex32(login.user.mid(2))) {
        return LoginForm::KeyMalformed;
    }
    if (login.secret.isEmpty()) {
        return LoginForm::NoKeySecret;
    }
    return login.secret.size() == 32 ? LoginForm::Right : LoginForm::KeySecretMalformed;
}

} // namespace

bool isAccountSid(const QString &text)
{
    return text.startsWith("AC"_L1) && isHex32(text.mid(2));
}

LoginForm loginForm(const TwilioLogin &login)
{
    if (const LoginForm account = accountForm(login.account); account != LoginForm::Right) {
        return account;
    }
    if (login.isKey()) {
        return keyForm(login);
    }
    if (login.secret.isEmpty()) {
        return LoginForm::NoToken;
    }
    if (login.secret == login.account) {
        return LoginForm::TokenIsAccount;
    }
    return isHex32(login.secret) ? LoginForm::Right : LoginForm::TokenMalformed;
}

TwilioLogin trimmed(TwilioLogin login)
{
    login.account = login.account.trimmed();
    login.user = login.user.trimmed();
    login.secret = login.secret.trimmed();
    return login;
}

} // namespace greenline
