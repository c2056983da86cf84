#include "app/twilio/twiliofault.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

bool says(const Error &error, QLatin1StringView words)
{
    return error.detail.contains(words, Qt::CaseInsensitive);
}

bool isNotActive(const Error &error)
{
    static const QSet<QString> codes{u"20005"_s, u"10001"_s, u"20403"_s, u"90010"_s, u"30002"_s};
    return codes.contains(error.code) || says(error, "suspended"_L1) || says(error, "not active"_L1);
}

/// 401 with 20003, or without a number: what the words make of it.
TwilioFault refusedLogin(const Error &error, const TwilioLogin &login)
{
    if (says(error, "trial account"_L1) || error.code == "10002"_L1) {
        return TwilioFault::TrialLimit;
    }
    if (isNotActive(error)) {
        return TwilioFault::NotActive;
    }
    if (says(error, "no credentials"_L1)) {
        return TwilioFault::NoCredentials;
    }
    if (says(error, "invalid username"_L1)) {
        return login.isKey() ? TwilioFault::UnknownKey : TwilioFault::UnknownUser;
    }
    // A standard key cannot read accounts and keys, and is told so in the words of a wrong token (twilio.md 1.1).
    return login.isKey() || error.code == "70051"_L1 ? TwilioFault::KeyMayNot : TwilioFault::WrongToken;
}

/// "The requested resource /2010-04-01/Accounts/AC….json was not found"
bool namesAnAccount(const Error &error)
{
    static const QRegularExpression account(u"/Accounts/[^/ ]+ was not found"_s);
    return account.match(error.detail).hasMatch();
}

TwilioFault forbidden(const Error &error)
{
    if (error.code == "20008"_L1 || says(error, "test credentials"_L1)) {
        return TwilioFault::TestCredentials;
    }
    if (isNotActive(error)) {
        return TwilioFault::NotActive;
    }
    if (says(error, "trial account"_L1)) {
        return TwilioFault::TrialLimit;
    }
    return error.code == "70051"_L1 ? TwilioFault::KeyMayNot : TwilioFault::Other;
}

} // namespace

TwilioFault twilioFault(const Error &error, const TwilioLogin &login)
{
    switch (error.kind) {
    case Error::Kind::Unauthorized:
        return error.code.isEmpty() ? TwilioFault::NotTwilio : refusedLogin(error, login);
    case Error::Kind::Forbidden:
        return error.code.isEmpty() ? TwilioFault::NotTwilio : forbidden(error);
    case Error::Kind::NotFound:
        if (error.code.isEmpty()) {
            return TwilioFault::NotTwilio;
        }
        return namesAnAccount(error) ? TwilioFault::AccountNotFound : TwilioFault::NotFound;
    case Error::Kind::RateLimited:
        return TwilioFault::Throttled;
    case Error::Kind::Network:
    case Error::Kind::Tls:
    case Error::Kind::Timeout:
        return error.code == "server"_L1 ? TwilioFault::ServerTrouble : TwilioFault::Unreachable;
    case Error::Kind::Protocol:
        return TwilioFault::NotTwilio;
    case Error::Kind::Rejected:
        return isNotActive(error)                                  ? TwilioFault::NotActive
            : error.code == "10002"_L1 || error.code == "21404"_L1 ? TwilioFault::TrialLimit
                                                                   : TwilioFault::Other;
    case Error::Kind::Keychain:
    case Error::Kind::Storage:
    case Error::Kind::Cancelled:
        break;
    }
    return TwilioFault::Other;
}

} // namespace greenline
