#include "app/sms/phonenumber.h"

#include <QCache>

#include <phonenumbers/phonenumberutil.h>

#include <algorithm>
#include <string>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

using i18n::phonenumbers::PhoneNumberUtil;

constexpr qsizetype longestSpelling = 40; // the library itself reads up to 250 characters, slowly
constexpr qsizetype shortestInternational = 7;
constexpr qsizetype longestInternational = 15; // ITU E.164
constexpr int displaysKept = 20'000;

bool isAsciiDigit(QChar character)
{
    return character >= u'0' && character <= u'9';
}

/// In international form, or nothing: without a country, a national spelling means nobody.
QString internationalSpelling(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.size() > longestSpelling) {
        return {};
    }
    if (trimmed.startsWith(u'+')) {
        return trimmed;
    }
    const bool isDigitsOnly = std::all_of(trimmed.cbegin(), trimmed.cend(), isAsciiDigit);
    const bool isLongEnough = trimmed.size() >= shortestInternational && trimmed.size() <= longestInternational;
    return isDigitsOnly && isLongEnough && !trimmed.startsWith(u'0') ? u'+' + trimmed : QString();
}

std::optional<PhoneNumber> readPhoneNumber(const QString &text)
{
    const QString spelling = internationalSpelling(text);
    if (spelling.isEmpty()) {
        return std::nullopt;
    }
    const PhoneNumberUtil &util = *PhoneNumberUtil::GetInstance();
    i18n::phonenumbers::PhoneNumber number;
    if (util.Parse(spelling.toStdString(), "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR
        || !util.IsPossibleNumber(number)) {
        return std::nullopt;
    }
    std::string e164;
    std::string display;
    std::string region;
    util.Format(number, PhoneNumberUtil::E164, &e164);
    util.Format(number, PhoneNumberUtil::INTERNATIONAL, &display);
    util.GetRegionCodeForNumber(number, &region);
    const bool hasCountry = region.size() == 2 && region != "ZZ";
    return PhoneNumber{QString::fromStdString(e164), QString::fromStdString(display),
                       hasCountry ? QString::fromStdString(region) : QString()};
}

} // namespace

std::optional<PhoneNumber> parsePhoneNumber(const QString &text)
{
    return readPhoneNumber(text);
}

QString displayNumber(const QString &text)
{
    static QCache<QString, QString> displays(displaysKept);
    if (const QString *known = displays.object(text)) {
        return *known;
    }
    const std::optional<PhoneNumber> number = readPhoneNumber(text);
    const QString display = number ? number->display : text;
    displays.insert(text, new QString(display));
    return display;
}

bool isSameNumber(const QString &one, const QString &other)
{
    if (one == other) {
        return true;
    }
    const std::optional<PhoneNumber> first = readPhoneNumber(one);
    const std::optional<PhoneNumber> second = readPhoneNumber(other);
    return first && second && first->e164 == second->e164;
}

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar character : text) {
        if (isAsciiDigit(character)) {
            digits.append(character);
        }
    }
    return digits;
}

void loadPhoneNumberRules()
{
    PhoneNumberUtil::GetInstance();
}

} // namespace greenline
