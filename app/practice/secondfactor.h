#pragma once

#include "app/practice/refusal.h"

#include <QDateTime>
#include <QString>

namespace greenline::practice {

/// The six digits of a time-based code (RFC 6238: SHA-1, 30 s).
QString totpCode(const QString &secret, const QDateTime &at);

/// A user's second factor: an authenticator before e-mail, as the server picks (rocketchat-wire.md 1.8).
struct SecondFactor {
    QString totpSecret = {};
    bool usesEmail = false;
    QString mailedCode = {};
    QDateTime mailedUntil = {};

    bool isOn() const { return !totpSecret.isEmpty() || usesEmail; }
    bool mail(const QDateTime &now); ///< Makes a code unless one is still good; answers whether it did.
    bool accepts(const QString &code, const QDateTime &now);
    Refusal required(const QString &username,
                     const QDateTime &now); ///< "totp-required"; mails a code where that is the factor.
    Refusal invalid(const QString &username, const QDateTime &now); ///< "totp-invalid"
};

} // namespace greenline::practice
