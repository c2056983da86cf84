#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QUrl>

#include <optional>

namespace greenline {

/// Who asks: the SID of an account or of an API key, and its secret. The account is always named, for it stands in the
/// paths (twilio.md 1.1). The secret is never logged and never part of an Error.
struct TwilioLogin {
    QString account = {}; ///< AC and 32 hexadecimal digits.
    QString user = {}; ///< An account's SID, or an API key's (SK…); empty: the account's.
    QString secret = {}; ///< Auth Token, or the key's secret.
    /// Also a mistyped one: the secret beside it is no Auth Token.
    bool isKey() const { return !user.isEmpty() && !user.startsWith(QLatin1String("AC")); }
    bool operator==(const TwilioLogin &) const = default;
};

struct TwilioAccount {
    enum class Status { Active, Suspended, Closed, Unknown };
    QString sid = {};
    QString name = {};
    Status status = Status::Unknown;
    bool isTrial = false;
    QString owner = {}; ///< Another account's SID: this one is a subaccount.
    bool isSubaccount() const { return !owner.isEmpty() && owner != sid; }
    bool operator==(const TwilioAccount &) const = default;
};

struct TwilioBalance {
    double amount = 0; ///< May be negative, and late.
    QString currency = {};
    bool operator==(const TwilioBalance &) const = default;
};

/// Where a text that arrives is sent. An address that is not set is empty.
struct TwilioHook {
    QString url = {};
    QString method = {}; ///< "GET" or "POST"
    bool operator==(const TwilioHook &) const = default;
};

/// A number that the account owns (2010-04-01 IncomingPhoneNumbers).
struct TwilioNumber {
    QString sid = {}; ///< PN…
    QString number = {}; ///< E.164
    QString name = {};
    QString account = {};
    bool hasSms = false;
    bool hasMms = false;
    TwilioHook hook = {};
    TwilioHook fallback = {};
    QString application = {}; ///< AP…; set, it wins over the hook (twilio.md 2.2).
    bool operator==(const TwilioNumber &) const = default;
};

struct TwilioApplication {
    QString sid = {};
    QString name = {};
    TwilioHook hook = {};
    bool operator==(const TwilioApplication &) const = default;
};

/// A messaging service (messaging v1 Services).
struct TwilioService {
    QString sid = {}; ///< MG…
    QString name = {};
    TwilioHook hook = {};
    bool defersToNumber = false; ///< use_inbound_webhook_on_number
    bool isRegistered = false; ///< us_app_to_person_registered
    QDateTime created = {};
    bool operator==(const TwilioService &) const = default;
};

struct TwilioMessage {
    QString sid = {};
    QString status = {}; ///< As Twilio names it: "queued", "delivered", …
    QString from = {};
    QString to = {};
    bool isInbound = false;
    std::optional<int> errorCode = {};
    QDateTime at = {};
    bool operator==(const TwilioMessage &) const = default;
};

/// What Twilio's monitor noted (monitor v1 Alerts).
struct TwilioAlert {
    QString sid = {};
    int errorCode = 0;
    QString resource = {}; ///< SID of the message.
    QUrl url = {}; ///< What was called.
    std::optional<int> httpStatus = {}; ///< Of its answer: it stands inside the alert's text.
    QDateTime at = {};
    bool operator==(const TwilioAlert &) const = default;
};

} // namespace greenline
