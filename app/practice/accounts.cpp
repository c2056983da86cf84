#include "app/practice/accounts.h"

#include "app/practice/document.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr auto rememberFor = "Accounts_TwoFactorAuthentication_RememberFor"_L1;

QString digestOf(const QString &password)
{
    return QString::fromLatin1(QCryptographicHash::hash(password.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString newTotpSecret()
{
    constexpr auto alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_L1;
    QString secret;
    for (const QChar letter : newSecret(32)) {
        secret += QChar(alphabet.at(letter.unicode() % alphabet.size()));
    }
    return secret;
}

} // namespace

Accounts::Accounts(Documents &documents, const Settings &settings, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_documents(documents)
    , m_settings(settings)
    , m_clock(clock)
{
}

QString Accounts::addUser(const QString &username, const QString &name, const QStringList &roles)
{
    // Drawn for each run, so that a test can look for it where it must not be.
    const QString password = username + u'-' + newSecret(12);
    const QJsonObject email{{u"address"_s, username + u"@practice.example"_s}, {u"verified"_s, true}};
    QJsonObject user{{u"username"_s, username},
                     {u"name"_s, name},
                     {u"emails"_s, QJsonArray{email}},
                     {u"type"_s, u"user"_s},
                     {u"status"_s, u"offline"_s},
                     {u"active"_s, true},
                     {u"roles"_s, QJsonArray::fromStringList(roles)},
                     {u"createdAt"_s, dateValue(m_clock.now())}};
    if (roles.contains("livechat-agent"_L1)) {
        user.insert(u"statusLivechat"_s, u"available"_s);
        user.insert(u"operator"_s, true);
    }
    const QString id = m_documents.users.insert(user).value("_id"_L1).toString();
    m_secrets.insert(id, {digestOf(password), {}, m_clock.now()});
    m_users.append({username, password, roles});
    return id;
}

QString Accounts::userIdOf(const QString &usernameOrEmail) const
{
    const QJsonObject user = m_documents.users.first([&](const QJsonObject &candidate) {
        return candidate.value("username"_L1).toString() == usernameOrEmail
            || candidate.value("emails"_L1).toArray().at(0).toObject().value("address"_L1).toString()
            == usernameOrEmail;
    });
    return user.value("_id"_L1).toString();
}

QDateTime Accounts::expiry() const
{
    const int days = m_settings.number(u"Accounts_LoginExpiration"_s);
    return m_clock.now().addDays(days > 0 ? days : 90);
}

Outcome<Login> Accounts::login(const LoginRequest &request)
{
    if (!request.resume.isEmpty()) {
        const Token token = m_tokens.value(request.resume);
        if (token.userId.isEmpty() || (token.expires.isValid() && token.expires < m_clock.now())) {
            return Refusal{u"wrong-token"_s, u"You've been logged out by the server. Please log in again."_s};
        }
        return Login{token.userId, request.resume, token.expires.isValid() ? token.expires : expiry(), true};
    }
    if (request.user.isEmpty() || (request.password.isEmpty() && request.digest.isEmpty())) {
        return Refusal{u"unrecognized"_s, u"Unrecognized options for login request"_s};
    }
    const QString userId = userIdOf(request.user);
    const QString digest = request.digest.isEmpty() ? digestOf(request.password) : request.digest;
    if (userId.isEmpty() || m_secrets.value(userId).digest != digest) {
        return Refusal{u"wrong-credentials"_s, u"User not found"_s};
    }
    if (const Refused refused = secondFactor(userId, request)) {
        return *refused;
    }
    const Login login{userId, newSecret(), expiry()};
    m_tokens.insert(login.token, {userId, login.expires});
    return login;
}

Refused Accounts::secondFactor(const QString &userId, const LoginRequest &request)
{
    SecondFactor &factor = m_secrets[userId].factor;
    if (!factor.isOn()) {
        return {};
    }
    if (!request.asksForCode) {
        return factor.required(request.user, m_clock.now());
    }
    if (!factor.accepts(request.code, m_clock.now())) {
        return factor.invalid(request.user, m_clock.now());
    }
    return {};
}

bool Accounts::isToken(const QString &userId, const QString &token) const
{
    const Token kept = m_tokens.value(token);
    return !userId.isEmpty() && kept.userId == userId && (!kept.expires.isValid() || m_clock.now() <= kept.expires);
}

QString Accounts::addPersonalToken(const QString &username)
{
    const QString token = newSecret();
    m_tokens.insert(token, {userIdOf(username), {}});
    return token;
}

void Accounts::removeToken(const QString &token)
{
    const QString userId = m_tokens.take(token).userId;
    m_confirmedAt.remove(token);
    if (!userId.isEmpty()) {
        Q_EMIT tokenRevoked(userId, token);
    }
}

void Accounts::revokeAll(const QString &userId)
{
    QStringList mine;
    for (auto token = m_tokens.cbegin(); token != m_tokens.cend(); ++token) {
        if (token->userId == userId) {
            mine.append(token.key());
        }
    }
    for (const QString &token : mine) {
        removeToken(token);
    }
}

void Accounts::expireTokens(const QString &userId)
{
    for (Token &token : m_tokens) {
        if (token.userId == userId && token.expires.isValid()) {
            token.expires = m_clock.now().addSecs(-1);
        }
    }
}

QString Accounts::requireTotp(const QString &username)
{
    SecondFactor &factor = m_secrets[userIdOf(username)].factor;
    factor.totpSecret = newTotpSecret();
    return factor.totpSecret;
}

QString Accounts::offerTotp(const QString &userId)
{
    SecondFactor &offered = m_secrets[userId].offered;
    offered.totpSecret = newTotpSecret();
    return offered.totpSecret;
}

bool Accounts::usesTotp(const QString &userId) const
{
    return !m_secrets.value(userId).factor.totpSecret.isEmpty();
}

bool Accounts::acceptTotp(const QString &userId, const QString &code)
{
    Secrets &secrets = m_secrets[userId];
    const bool isRight = secrets.offered.isOn() && secrets.offered.accepts(code, m_clock.now());
    if (isRight) {
        secrets.factor.totpSecret = std::exchange(secrets.offered, {}).totpSecret;
    }
    return isRight;
}

bool Accounts::waiveTotp(const QString &userId, const QString &code)
{
    SecondFactor &factor = m_secrets[userId].factor;
    const bool isRight = !factor.totpSecret.isEmpty() && factor.accepts(code, m_clock.now());
    if (isRight) {
        factor.totpSecret.clear();
    }
    return isRight;
}

void Accounts::requireEmailCode(const QString &username)
{
    m_secrets[userIdOf(username)].factor.usesEmail = true;
}

void Accounts::waiveEmailCode(const QString &username)
{
    m_secrets[userIdOf(username)].factor.usesEmail = false;
}

QString Accounts::usernameOf(const QString &userId) const
{
    return m_documents.users.find(userId).value("username"_L1).toString();
}

QString Accounts::emailCode(const QString &usernameOrEmail) const
{
    return m_secrets.value(userIdOf(usernameOrEmail)).factor.mailedCode;
}

void Accounts::mailCode(const QString &usernameOrEmail)
{
    const QString userId = userIdOf(usernameOrEmail);
    if (!userId.isEmpty() && m_secrets[userId].factor.usesEmail) {
        m_secrets[userId].factor.mailedCode.clear();
        m_secrets[userId].factor.mail(m_clock.now());
    }
}

Refused Accounts::confirm(const QString &userId, const QString &token, const QString &code, bool isRemembered)
{
    Secrets &secrets = m_secrets[userId];
    const QDateTime now = m_clock.now();
    const int seconds = m_settings.number(rememberFor);
    const QDateTime since = m_confirmedAt.value(token, secrets.madeAt);
    if (isRemembered && since.addSecs(seconds) > now) {
        return {};
    }
    const QString username = usernameOf(userId);
    if (!secrets.factor.isOn()) {
        if (const Refused refused = passwordFactor(secrets, code)) {
            return refused;
        }
    } else if (code.isEmpty()) {
        return secrets.factor.required(username, now);
    } else if (!secrets.factor.accepts(code, now)) {
        return secrets.factor.invalid(username, now);
    }
    m_confirmedAt.insert(token, now);
    return {};
}

Refused Accounts::passwordFactor(const Secrets &secrets, const QString &code) const
{
    if (code == secrets.digest) {
        return {};
    }
    const QJsonObject details{
        {u"method"_s, u"password"_s}, {u"codeGenerated"_s, false}, {u"availableMethods"_s, QJsonArray{}}};
    return code.isEmpty() ? Refusal{u"totp-required"_s, u"TOTP Required"_s, details}
                          : Refusal{u"totp-invalid"_s, u"TOTP Invalid"_s, details};
}

} // namespace greenline::practice
