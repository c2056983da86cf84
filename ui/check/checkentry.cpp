#include "ui/check/checkentry.h"

#include "app/rest/restclient.h"
#include "ui/wizard/wizarddraft.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

CheckEntry::CheckEntry(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_auth(needs.rest)
{
}

QString CheckEntry::said(const char *name, const char *otherName) const
{
    const QString value = m_needs.environment.value(QString::fromLatin1(name)).trimmed();
    return value.isEmpty() && otherName ? m_needs.environment.value(QString::fromLatin1(otherName)).trimmed() : value;
}

QString CheckEntry::twilioAccount() const
{
    return said("GREENLINE_TWILIO_ACCOUNT_SID", "TWILIO_ACCOUNT_SID");
}

void CheckEntry::enter(const Then<Done> &then)
{
    if (!said("GREENLINE_AUTH_TOKEN").isEmpty()) {
        enterAs({said("GREENLINE_USER_ID"), said("GREENLINE_AUTH_TOKEN")}, then);
    } else if (!said("GREENLINE_USER").isEmpty()) {
        // A password may begin or end with a blank.
        const QString password = m_needs.environment.value(u"GREENLINE_PASSWORD"_s);
        logIn(said("GREENLINE_USER"), password, said("GREENLINE_CODE"), then);
    } else {
        enterKept(then);
    }
}

void CheckEntry::enterKept(const Then<Done> &then)
{
    const QList<Account> &accounts = m_needs.accounts.accounts();
    const auto kept = std::find_if(accounts.cbegin(), accounts.cend(), [this](const Account &account) {
        return account.isTokenStored && account.workspace == m_needs.rest.workspace();
    });
    if (kept == accounts.cend()) {
        enterAsking(then);
        return;
    }
    m_needs.secrets.read(kept->key(), {this, [this, then, user = kept->userId](const Result<QString> &token) {
                                           if (token) {
                                               enterAs({user, *token}, then);
                                           } else {
                                               enterAsking(then);
                                           }
                                       }});
}

void CheckEntry::enterAsking(const Then<Done> &then)
{
    const QString where = m_needs.rest.workspace().toDisplayString();
    const QString user = m_needs.terminal.ask(u"User of %1"_s.arg(where), Terminal::Echo::On).value_or(QString());
    const std::optional<QString> password
        = user.isEmpty() ? std::nullopt : m_needs.terminal.ask(u"Password"_s, Terminal::Echo::Off);
    if (!password) {
        then(Error{Error::Kind::NotFound, u"nobody said who asks"_s, u"no-credentials"_s});
        return;
    }
    logIn(user, *password, {}, then);
}

void CheckEntry::enterAs(const Credentials &credentials, const Then<Done> &then)
{
    m_needs.rest.setCredentials(credentials);
    m_auth.me({this, [then](const Result<Agent> &me) { then(me ? Status(Done()) : Status(me.error())); }});
}

void CheckEntry::logIn(const QString &user, const QString &password, const QString &code, const Then<Done> &then)
{
    m_auth.login(user, password, code, {this, [this, user, password, then](const Result<LoginAnswer> &login) {
                                            if (login) {
                                                m_isLent = true;
                                                m_needs.rest.setCredentials(login->credentials);
                                                then(Done());
                                                return;
                                            }
                                            const bool isCodeWanted = login.error().code == "totp-required"_L1;
                                            const std::optional<QString> answer = isCodeWanted
                                                ? m_needs.terminal.ask(u"Verification code"_s, Terminal::Echo::On)
                                                : std::nullopt;
                                            if (answer && !answer->isEmpty()) {
                                                logIn(user, password, *answer, then);
                                            } else {
                                                then(login.error());
                                            }
                                        }});
}

void CheckEntry::leave(const Then<Done> &then)
{
    if (m_isLent) {
        m_auth.logout(then);
    } else {
        then(Done());
    }
}

void CheckEntry::addTwilioLogin(const SetupPlan &plan, const Then<SetupPlan> &then)
{
    const QString account = plan.twilio.account;
    readKey(account, {this, [this, plan, account, then](const Result<TwilioLogin> &key) {
                          SetupPlan next = plan;
                          next.twilio = *key;
                          readToken(account, {this, [this, next, then](const Result<QString> &token) {
                                                  addToken(next, *token, then);
                                              }});
                      }});
}

/// A token that the environment names is meant, and no key of the keyring. Of the environment's own two the key wins,
/// as in Twilio's command line.
void CheckEntry::readKey(const QString &account, const Then<TwilioLogin> &then)
{
    const QString user = said("GREENLINE_TWILIO_API_KEY", "TWILIO_API_KEY");
    const QString secret = said("GREENLINE_TWILIO_API_SECRET", "TWILIO_API_SECRET");
    if (!user.isEmpty()) {
        then(TwilioLogin{account, user, secret});
    } else if (!secret.isEmpty()) { // half a key was meant to be one, and its form is complained of
        then(TwilioLogin{account, u"SK"_s, secret});
    } else if (!said("GREENLINE_TWILIO_AUTH_TOKEN", "TWILIO_AUTH_TOKEN").isEmpty()) {
        then(TwilioLogin{.account = account});
    } else {
        m_needs.secrets.read(twilioKeyKey(account), {this, [account, then](const Result<QString> &kept) {
                                                         then(keptTwilioKey(account, kept ? *kept : QString()));
                                                     }});
    }
}

void CheckEntry::readToken(const QString &account, const Then<QString> &then)
{
    const QString token = said("GREENLINE_TWILIO_AUTH_TOKEN", "TWILIO_AUTH_TOKEN");
    if (!token.isEmpty()) {
        then(token);
        return;
    }
    m_needs.secrets.read(twilioTokenKey(account),
                         {this, [then](const Result<QString> &kept) { then(kept ? *kept : QString()); }});
}

void CheckEntry::addToken(const SetupPlan &plan, const QString &token, const Then<SetupPlan> &then)
{
    SetupPlan whole = plan;
    if (!plan.twilio.user.isEmpty()) {
        whole.token = token;
        then(whole);
        return;
    }
    const std::optional<QString> answer = token.isEmpty()
        ? m_needs.terminal.ask(u"Auth Token of %1"_s.arg(plan.twilio.account), Terminal::Echo::Off)
        : std::optional(token);
    if (answer && !answer->isEmpty()) {
        whole.twilio.secret = *answer;
        then(whole);
    } else {
        then(Error{Error::Kind::NotFound, u"no token"_s, u"no-twilio-token"_s});
    }
}

} // namespace greenline
