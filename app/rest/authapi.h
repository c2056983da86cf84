#pragma once

#include "app/base/then.h"
#include "app/omnichannel/agent.h"
#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"

namespace greenline {

struct ServerInfo {
    ServerVersion version;
};

struct LoginAnswer {
    Credentials credentials;
    Agent me;
};

/// The second factor a login asked for (Error code "totp-required"; rocketchat-wire.md 1.8, 12).
struct SecondFactor {
    enum class Method { Totp, Email };
    Method method = Method::Totp;
    QString emailOrUsername = {};
};

class AuthApi
{
public:
    explicit AuthApi(RestClient &rest)
        : m_rest(rest)
    {
    }
    void info(const Then<ServerInfo> &then); ///< GET /api/info; no Rocket.Chat: Protocol.
    /// POST login. Wrong password and unknown user look alike: Unauthorized. A needed code: Rejected, code
    /// "totp-required", detail "totp" or "email"; a wrong one "totp-invalid". The password is sent in plain over TLS,
    /// because LDAP users cannot log in by digest.
    void login(const QString &user, const QString &password, const QString &code, const Then<LoginAnswer> &then);
    void me(const Then<Agent> &then);
    void logout(const Then<Done> &then);
    void sendEmailCode(const QString &user, const Then<Done> &then);

private:
    RestClient &m_rest;
};

} // namespace greenline
