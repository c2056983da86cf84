#include "app/workspace/signin.h"

#include "app/base/log.h"
#include "app/rest/directoryapi.h"

using namespace Qt::StringLiterals;

namespace greenline {

/// One try at one workspace: version, who, name of the site.
class SignIn::Attempt : public QObject
{
public:
    Attempt(SignIn &owner, const QUrl &workspace)
        : QObject(&owner)
        , m_rest(owner.m_http, owner.m_clock)
        , m_auth(m_rest)
    {
        m_rest.setWorkspace(workspace);
        m_signedIn.account.workspace = workspace;
    }

    using Identify = std::function<void(Attempt &)>;

    /// The version first, for it also says whether this is a Rocket.Chat at all before a password is sent there.
    void run(const Identify &identify, const Then<SignedIn> &then)
    {
        m_then.emplace(then);
        m_auth.info({this, [this, identify](const Result<ServerInfo> &info) {
                         if (!info) {
                             answer(info.error());
                             return;
                         }
                         m_signedIn.version = info->version;
                         identify(*this);
                     }});
    }

    void login(const PasswordEntry &entry)
    {
        m_auth.login(entry.user, entry.password, entry.code, {this, [this](const Result<LoginAnswer> &login) {
                                                                  if (!login) {
                                                                      answer(login.error());
                                                                      return;
                                                                  }
                                                                  welcome(login->credentials, login->me);
                                                              }});
    }

    void verify(const TokenEntry &entry)
    {
        const Credentials credentials{entry.userId, entry.token};
        m_rest.setCredentials(credentials);
        m_auth.me({this, [this, credentials](const Result<Agent> &me) {
                       if (!me) {
                           answer(me.error());
                           return;
                       }
                       welcome(credentials, *me);
                   }});
    }

    AuthApi &auth() { return m_auth; }
    RestClient &rest() { return m_rest; }

private:
    void welcome(const Credentials &credentials, const Agent &me)
    {
        m_rest.setCredentials(credentials);
        m_signedIn.credentials = credentials;
        m_signedIn.me = me;
        m_directory.emplace(m_rest, ServerFeatures(m_signedIn.version));
        m_directory->rules({this, [this](const Result<WorkspaceRules> &rules) {
                                // A workspace that does not tell its name is known by its address.
                                m_signedIn.account.workspaceName = rules && !rules->siteName.isEmpty()
                                    ? rules->siteName
                                    : m_signedIn.account.workspace.host();
                                answer(m_signedIn);
                            }});
    }

    void answer(const Result<SignedIn> &result)
    {
        deleteLater();
        (*m_then)(result);
    }

    RestClient m_rest;
    AuthApi m_auth;
    std::optional<DirectoryApi> m_directory;
    SignedIn m_signedIn;
    std::optional<Then<SignedIn>> m_then;
};

SignIn::SignIn(HttpClient &http, Clock &clock, SecretStore &secrets, AccountFile &accounts, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_clock(clock)
    , m_secrets(secrets)
    , m_accounts(accounts)
{
}

void SignIn::withPassword(const PasswordEntry &entry, const Then<SignedIn> &then)
{
    auto *attempt = new Attempt(*this, entry.workspace);
    attempt->run([entry](Attempt &running) { running.login(entry); },
                 {this, [this, keepWhere = entry.keep, then](const Result<SignedIn> &signedIn) {
                      if (!signedIn) {
                          then(signedIn);
                          return;
                      }
                      keep(*signedIn, keepWhere, then);
                  }});
}

void SignIn::withToken(const TokenEntry &entry, const Then<SignedIn> &then)
{
    auto *attempt = new Attempt(*this, entry.workspace);
    attempt->run([entry](Attempt &running) { running.verify(entry); },
                 {this, [this, entry, then](const Result<SignedIn> &signedIn) {
                      if (!signedIn) {
                          then(signedIn);
                          return;
                      }
                      if (signedIn->me.id.value != entry.userId) {
                          then(Error{Error::Kind::Unauthorized, u"the token is another user's"_s});
                          return;
                      }
                      keep(*signedIn, entry.keep, then);
                  }});
}

void SignIn::keep(const SignedIn &signedIn, Keep keep, const Then<SignedIn> &then)
{
    SignedIn kept = signedIn;
    kept.account.userId = signedIn.credentials.userId;
    kept.account.username = signedIn.me.username;
    kept.account.displayName = signedIn.me.name.isEmpty() ? signedIn.me.username : signedIn.me.name;
    kept.account.serverVersion = signedIn.version.text();
    kept.isForThisSessionOnly = keep == Keep::ThisSession;
    if (kept.isForThisSessionOnly) {
        then(remembered(kept));
        return;
    }
    m_secrets.write(kept.account.key(), kept.credentials.authToken,
                    {this, [this, kept, then](const Status &written) mutable {
                         kept.account.isTokenStored = written.isOk();
                         if (!written) {
                             kept.isForThisSessionOnly = true;
                             kept.keyringError = written.error();
                         }
                         then(remembered(kept));
                     }});
}

SignedIn SignIn::remembered(SignedIn signedIn)
{
    signedIn.account.lastUsedAt = m_clock.now();
    const Status put = m_accounts.put(signedIn.account);
    if (!put && !signedIn.isForThisSessionOnly) {
        // Without its account the token in the keyring is not found again.
        qCWarning(logWorkspace) << "account file:" << redacted(put.error().detail);
        signedIn.isForThisSessionOnly = true;
        signedIn.keyringError = put.error();
    }
    return signedIn;
}

void SignIn::resume(const Account &account, const Then<SignedIn> &then)
{
    m_secrets.read(account.key(),
                   {this, [this, account, then](const Result<QString> &token) {
                        if (!token && token.error().kind == Error::Kind::NotFound) {
                            // A locked keyring says the same as an empty one; the account file knows better.
                            then(account.isTokenStored
                                     ? Error{Error::Kind::Keychain, token.error().detail, u"locked-or-lost"_s}
                                     : Error{Error::Kind::NotFound, u"no token is kept"_s, u"not-stored"_s});
                            return;
                        }
                        if (!token) {
                            then(token.error());
                            return;
                        }
                        SignedIn signedIn = known(account);
                        signedIn.credentials.authToken = *token;
                        then(remembered(signedIn));
                    }});
}

SignedIn SignIn::known(const Account &account)
{
    SignedIn signedIn;
    signedIn.account = account;
    signedIn.credentials.userId = account.userId;
    signedIn.me.id = {account.userId};
    signedIn.me.username = account.username;
    signedIn.me.name = account.displayName;
    // A guess when the file does not say; the session asks the server and corrects it.
    signedIn.version = parseServerVersion(account.serverVersion).value_or(ServerVersion{8, 0});
    return signedIn;
}

void SignIn::resendEmailCode(const QUrl &workspace, const QString &user, const Then<Done> &then)
{
    auto *attempt = new Attempt(*this, workspace);
    attempt->auth().sendEmailCode(user, {attempt, [attempt, then](const Status &sent) {
                                             attempt->deleteLater();
                                             then(sent);
                                         }});
}

void SignIn::forget(const Account &account, const Credentials &credentials, const Then<Done> &then)
{
    const Status removed = m_accounts.remove(account.key());
    auto *attempt = new Attempt(*this, account.workspace);
    attempt->rest().setCredentials(credentials);
    // Revoked already by a sign-out, or out of reach: the token leaves this computer all the same.
    attempt->auth().logout({attempt, [attempt](const Status &) { attempt->deleteLater(); }});
    m_secrets.remove(account.key(), {this, [removed, then](const Status &erased) {
                                         const bool isGone = erased || erased.error().kind == Error::Kind::NotFound;
                                         then(isGone ? removed : erased);
                                     }});
}

} // namespace greenline
