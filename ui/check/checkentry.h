#pragma once

#include "app/rest/authapi.h"
#include "app/secrets/secretstore.h"
#include "app/setup/setupplan.h"
#include "app/storage/accountfile.h"
#include "ui/check/terminal.h"

#include <QObject>
#include <QProcessEnvironment>

namespace greenline {

/// Signs a check in to the workspace, and finds the Auth Token or an API key: from the environment, the keyring or the
/// terminal, in this order. What the environment says is not doubted: if it is refused, nothing else is tried.
class CheckEntry : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        RestClient &rest;
        SecretStore &secrets;
        const AccountFile &accounts;
        Terminal &terminal;
        QProcessEnvironment environment;
    };
    explicit CheckEntry(const Needs &needs, QObject *parent = nullptr);

    /// NotFound, code "no-credentials": nobody said who asks. Others as AuthApi says.
    void enter(const Then<Done> &then);
    void leave(const Then<Done> &then); ///< Signs out again what was signed in by password for this check.

    QString twilioAccount() const; ///< As the environment names it; empty: it does not.
    /// The plan with a login of its account: an API key, where there is one, and the token. Beside a key nobody is
    /// asked for it. NotFound, "no-twilio-token": there is neither.
    void addTwilioLogin(const SetupPlan &plan, const Then<SetupPlan> &then);

private:
    QString said(const char *name, const char *otherName = nullptr) const;
    void readKey(const QString &account, const Then<TwilioLogin> &then); ///< Without a user: there is none.
    void readToken(const QString &account, const Then<QString> &then); ///< Empty: there is none.
    void addToken(const SetupPlan &plan, const QString &token, const Then<SetupPlan> &then);
    void enterKept(const Then<Done> &then);
    void enterAsking(const Then<Done> &then);
    void enterAs(const Credentials &credentials, const Then<Done> &then);
    void logIn(const QString &user, const QString &password, const QString &code, const Then<Done> &then);

    Needs m_needs;
    AuthApi m_auth;
    bool m_isLent = false; // by password: a session of our own
};

} // namespace greenline
