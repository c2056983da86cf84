#pragma once

#include "app/practice/practiceworkspace.h"
#include "app/practice/refusal.h"
#include "app/practice/secondfactor.h"
#include "app/practice/settings.h"

namespace greenline::practice {

struct LoginRequest {
    QString user = {}; ///< Username or e-mail address.
    QString password = {}; ///< In clear, or
    QString digest = {}; ///< its SHA-256 as hex, or
    QString resume = {}; ///< a token.
    QString code = {}; ///< Of the second factor.
    bool asksForCode = false; ///< A code was given, be it empty.
};

struct Login {
    QString userId;
    QString token;
    QDateTime expires;
    bool isResume = false;
};

/// Users' passwords, second factors and tokens. Refusal codes: "wrong-credentials", "wrong-token", "unrecognized",
/// "totp-required" and "totp-invalid" (with the server's details); each side gives them its own wire form.
class Accounts : public QObject
{
    Q_OBJECT
public:
    Accounts(Documents &documents, const Settings &settings, const Clock &clock, QObject *parent = nullptr);

    QString addUser(const QString &username, const QString &name, const QStringList &roles); ///< Answers its id.
    const QList<PracticeUser> &users() const { return m_users; }
    QString userIdOf(const QString &usernameOrEmail) const; ///< Empty when there is none.
    QString usernameOf(const QString &userId) const;

    Outcome<Login> login(const LoginRequest &request);
    bool isToken(const QString &userId, const QString &token) const;
    QString addPersonalToken(const QString &username); ///< A personal access token: never expires, asks for no code.
    void removeToken(const QString &token); ///< REST logout: that token alone; says tokenRevoked.
    void revokeAll(const QString &userId); ///< users.logout by an administrator; says tokenRevoked for each.
    void expireTokens(const QString &userId); ///< As after Accounts_LoginExpiration.

    QString requireTotp(const QString &username); ///< Answers the secret; totpCode() makes codes of it.
    QString offerTotp(const QString &userId); ///< Answers a secret that counts once a code of it was accepted.
    bool usesTotp(const QString &userId) const;
    bool acceptTotp(const QString &userId, const QString &code);
    bool waiveTotp(const QString &userId, const QString &code);
    void requireEmailCode(const QString &username);
    void waiveEmailCode(const QString &username);
    QString emailCode(const QString &usernameOrEmail) const; ///< What was mailed last.
    void mailCode(const QString &usernameOrEmail); ///< users.2fa.sendEmailCode; silent for unknown users.
    /// The second factor of a protected REST call (settings): nothing when none is asked, else "totp-required" or
    /// "totp-invalid". Remembered for Accounts_TwoFactorAuthentication_RememberFor seconds after it, and after the user
    /// was made (7.7.1).
    Refused confirm(const QString &userId, const QString &token, const QString &code, bool isRemembered = true);

Q_SIGNALS:
    void tokenRevoked(const QString &userId, const QString &token);

private:
    struct Secrets {
        QString digest;
        SecondFactor factor;
        QDateTime madeAt;
        SecondFactor offered = {}; // not yet in use
    };
    struct Token {
        QString userId;
        QDateTime expires; // invalid: never
    };
    Refused secondFactor(const QString &userId, const LoginRequest &request);
    Refused passwordFactor(const Secrets &secrets, const QString &code) const;
    QDateTime expiry() const;
    Documents &m_documents;
    const Settings &m_settings;
    const Clock &m_clock;
    QList<PracticeUser> m_users;
    QHash<QString, Secrets> m_secrets; // by user id
    QHash<QString, Token> m_tokens;
    QHash<QString, QDateTime> m_confirmedAt; // by token
};

} // namespace greenline::practice
