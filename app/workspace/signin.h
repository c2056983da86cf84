#pragma once

#include "app/base/then.h"
#include "app/rest/authapi.h"
#include "app/secrets/secretstore.h"
#include "app/storage/accountfile.h"

#include <QObject>

#include <optional>

namespace greenline {

/// Who is signed in, and how it will be remembered.
struct SignedIn {
    Account account;
    Credentials credentials;
    Agent me;
    ServerVersion version;
    bool isForThisSessionOnly = false; ///< No keyring, or not wanted: said plainly on screen.
    std::optional<Error> keyringError = {}; ///< Why the keyring did not take it.
};

/// Signing in, by password with a second factor, by personal access token, or with a kept token; and forgetting.
class SignIn : public QObject
{
    Q_OBJECT
public:
    enum class Keep { InKeyring, ThisSession };
    SignIn(HttpClient &http, Clock &clock, SecretStore &secrets, AccountFile &accounts, QObject *parent = nullptr);

    struct PasswordEntry {
        QUrl workspace;
        QString user;
        QString password;
        QString code; ///< Empty: none yet.
        Keep keep = Keep::InKeyring;
    };
    /// Errors as AuthApi::login says.
    void withPassword(const PasswordEntry &entry, const Then<SignedIn> &then);
    struct TokenEntry {
        QUrl workspace;
        QString userId;
        QString token;
        Keep keep = Keep::InKeyring;
    };
    void withToken(const TokenEntry &entry, const Then<SignedIn> &then);
    /// With the kept token, from the account file and the keyring alone: the list is shown without waiting for the
    /// network, and works without one. Whether the token is still accepted, the session finds out. Keychain
    /// "locked-or-lost": a token was stored, and the keyring does not have it now. NotFound "not-stored": none was.
    void resume(const Account &account, const Then<SignedIn> &then);
    static SignedIn known(const Account &account); ///< What the account file tells: everything but the token.
    void resendEmailCode(const QUrl &workspace, const QString &user, const Then<Done> &then);
    /// Removes the account and its token from this computer, and revokes the token when the workspace can be reached.
    /// Making the agent unavailable takes a live line: Session::signOut, before.
    void forget(const Account &account, const Credentials &credentials, const Then<Done> &then);

private:
    class Attempt;
    void keep(const SignedIn &signedIn, Keep keep, const Then<SignedIn> &then);
    SignedIn remembered(SignedIn signedIn);

    HttpClient &m_http;
    Clock &m_clock;
    SecretStore &m_secrets;
    AccountFile &m_accounts;
};

} // namespace greenline
