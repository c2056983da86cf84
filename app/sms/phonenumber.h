#pragma once

#include <QString>

#include <optional>

namespace greenline {

/// What libphonenumber says of a number. It formats and hints only; it is never a reason to refuse a number.
struct PhoneNumber {
    QString e164; ///< "+351912345678"
    QString display; ///< International form for people: "+351 912 345 678"
    QString region; ///< ISO 3166 code, "PT"; empty when it belongs to no country.
    bool operator==(const PhoneNumber &) const = default;
};

/// Reads any spelling of a number; a bare row of digits is taken as international ("4917…" = "+4917…"), as the
/// workspace names visitors by their digits. Nothing for short codes, alphanumeric senders and other text.
std::optional<PhoneNumber> parsePhoneNumber(const QString &text);

/// The number as people read it, or the text itself when it is no phone number. Cached.
QString displayNumber(const QString &text);

/// True when both spellings mean the same subscriber, or are the same text.
bool isSameNumber(const QString &one, const QString &other);

/// The digits of any spelling, for the filter box: "+1 (415) 555-0142" gives "14155550142".
QString digitsOf(const QString &text);

/// Reads the tables of the library, about 6 ms of work, ahead of the first number. From any thread.
void loadPhoneNumberRules();

} // namespace greenline
