#include "app/practice/secondfactor.h"

#include "app/practice/document.h"

#include <QJsonArray>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr int totpStepSeconds = 30;
constexpr int mailedCodeSeconds = 3600; // Accounts_TwoFactorAuthentication_By_Email_Code_Expiration
constexpr auto base32Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_L1;

QByteArray fromBase32(const QString &text)
{
    QByteArray bytes;
    quint32 buffer = 0;
    int bits = 0;
    for (const QChar letter : text) {
        const qsizetype value = QString(base32Alphabet).indexOf(letter.toUpper());
        if (value < 0) {
            continue;
        }
        buffer = (buffer << 5) | static_cast<quint32>(value);
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>((buffer >> bits) & 0xff);
        }
    }
    return bytes;
}

} // namespace

QString totpCode(const QString &secret, const QDateTime &at)
{
    const quint64 step = qToBigEndian(static_cast<quint64>(at.toSecsSinceEpoch() / totpStepSeconds));
    const QByteArray counter(reinterpret_cast<const char *>(&step), sizeof(step));
    const QByteArray hash = QMessageAuthenticationCode::hash(counter, fromBase32(secret), QCryptographicHash::Sha1);
    const int offset = hash.back() & 0x0f;
    const quint32 number = qFromBigEndian<quint32>(hash.constData() + offset) & 0x7fffffff;
    return u"%1"_s.arg(number % 1000000, 6, 10, QChar(u'0'));
}

bool SecondFactor::mail(const QDateTime &now)
{
    if (!mailedCode.isEmpty() && now < mailedUntil) {
        return false;
    }
    mailedCode = u"%1"_s.arg(QRandomGenerator::global()->bounded(1000000), 6, 10, QChar(u'0'));
    mailedUntil = now.addSecs(mailedCodeSeconds);
    return true;
}

bool SecondFactor::accepts(const QString &code, const QDateTime &now)
{
    if (!totpSecret.isEmpty()) {
        // One step of clock drift either way, as the server allows.
        return code == totpCode(totpSecret, now) || code == totpCode(totpSecret, now.addSecs(-totpStepSeconds))
            || code == totpCode(totpSecret, now.addSecs(totpStepSeconds));
    }
    QString digits; // what is no digit in an entered e-mail code is dropped (rocketchat-wire.md 1.8)
    for (const QChar letter : code) {
        if (letter.isDigit()) {
            digits += letter;
        }
    }
    const bool isRight = !mailedCode.isEmpty() && digits == mailedCode && now < mailedUntil;
    if (isRight) {
        mailedCode.clear();
    }
    return isRight;
}

Refusal SecondFactor::required(const QString &username, const QDateTime &now)
{
    QJsonObject details{
        {u"method"_s, u"totp"_s}, {u"codeGenerated"_s, false}, {u"availableMethods"_s, QJsonArray{u"totp"_s}}};
    if (totpSecret.isEmpty()) {
        const bool isNew = mail(now);
        details = {{u"method"_s, u"email"_s},
                   {u"codeGenerated"_s, isNew},
                   {u"emailOrUsername"_s, username},
                   {u"availableMethods"_s, QJsonArray{u"email"_s}}};
        if (!isNew) {
            details.insert(u"codeExpires"_s, isoDate(mailedUntil)); // ISO text on DDP too (7.7.1)
        }
    }
    return {u"totp-required"_s, u"TOTP Required"_s, details};
}

Refusal SecondFactor::invalid(const QString &username, const QDateTime &now)
{
    return {u"totp-invalid"_s, u"TOTP Invalid"_s, required(username, now).details};
}

} // namespace greenline::practice
