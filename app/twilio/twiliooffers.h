#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace greenline {

/// What is for sale, and what is registered (twilio.md 2.3 and 3.4).

enum class TwilioNumberType { Local, Mobile, TollFree };

/// A country with numbers for sale, of these types only: in the US, for one, there is no mobile one.
struct TwilioCountry {
    QString code = {}; ///< "US"
    QString name = {};
    QList<TwilioNumberType> types = {};
    bool operator==(const TwilioCountry &) const = default;
};

struct TwilioSearch {
    QString country = {}; ///< "US"
    TwilioNumberType type = TwilioNumberType::Local;
    QString contains = {}; ///< Digits, "*" for any; 2 to 16 of them, or empty.
    bool wantsMms = false;
    bool operator==(const TwilioSearch &) const = default;
};

/// A number that could be bought.
struct TwilioOffer {
    enum class Address { None, Any, Local, Foreign, Unknown }; ///< What Twilio wants proven of the buyer.
    QString number = {}; ///< E.164
    QString country = {};
    QString place = {}; ///< Town and region, as far as they are said.
    bool hasSms = false;
    bool hasMms = false;
    Address address = Address::None;
    bool operator==(const TwilioOffer &) const = default;
};

/// What a number costs a month.
struct TwilioPrice {
    TwilioNumberType type = TwilioNumberType::Local;
    double amount = 0;
    QString currency = {};
    bool operator==(const TwilioPrice &) const = default;
};

/// The A2P 10DLC campaign of a messaging service.
struct TwilioCampaign {
    QString status = {}; ///< As Twilio names it: "PENDING", "VERIFIED", "FAILED", …
    QStringList errors = {};
    bool isVerified() const { return status == QLatin1String("VERIFIED"); }
    bool operator==(const TwilioCampaign &) const = default;
};

/// Of a toll-free number.
struct TwilioVerification {
    QString status = {}; ///< "PENDING_REVIEW", "IN_REVIEW", "TWILIO_APPROVED", "TWILIO_REJECTED"
    QString reason = {}; ///< Of a rejection.
    bool operator==(const TwilioVerification &) const = default;
};

/// What lookups says of a number's form.
struct TwilioLookup {
    bool isValid = false;
    QString country = {};
    bool operator==(const TwilioLookup &) const = default;
};

} // namespace greenline
