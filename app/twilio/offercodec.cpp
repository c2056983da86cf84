#include "app/twilio/offercodec.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

struct NumberTypeName {
    TwilioNumberType type;
    QLatin1StringView key; ///< Of a country's addresses.
    QLatin1StringView priced; ///< At pricing.twilio.com.
};

constexpr std::array numberTypeNames{
    NumberTypeName{TwilioNumberType::Local, "local"_L1, "local"_L1},
    NumberTypeName{TwilioNumberType::Mobile, "mobile"_L1, "mobile"_L1},
    NumberTypeName{TwilioNumberType::TollFree, "toll_free"_L1, "toll free"_L1},
};

Error incomplete(const QString &what)
{
    return {Error::Kind::Protocol, what};
}

double priceOf(const QJsonValue &value)
{
    return value.isString() ? value.toString().toDouble() : value.toDouble();
}

/// SMS and MMS are written in capitals here, and small in other places.
bool offerHas(const QJsonObject &capabilities, QLatin1StringView wanted)
{
    for (auto one = capabilities.begin(); one != capabilities.end(); ++one) {
        if (one.key().compare(wanted, Qt::CaseInsensitive) == 0) {
            return one.value().toBool();
        }
    }
    return false;
}

TwilioOffer::Address addressOf(const QString &said)
{
    if (said.isEmpty() || said == "none"_L1) {
        return TwilioOffer::Address::None;
    }
    if (said == "any"_L1) {
        return TwilioOffer::Address::Any;
    }
    if (said == "local"_L1) {
        return TwilioOffer::Address::Local;
    }
    return said == "foreign"_L1 ? TwilioOffer::Address::Foreign : TwilioOffer::Address::Unknown;
}

QString textIn(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// Texts, or objects that say it in error_description or description.
QStringList errorsOf(const QJsonArray &array)
{
    QStringList errors;
    for (const QJsonValue &element : array) {
        const QJsonObject object = element.toObject();
        QStringList words{element.toString(), textIn(object.value("error_code"_L1)),
                          object.value("description"_L1).toString()};
        words.removeAll(QString());
        errors.append(words.join(u' ').left(200));
    }
    return errors;
}

} // namespace

Result<TwilioCountry> decodeTwilioCountry(const QJsonObject &object)
{
    TwilioCountry country{object.value("country_code"_L1).toString(), object.value("country"_L1).toString(), {}};
    if (country.code.isEmpty()) {
        return incomplete(u"a country without code"_s);
    }
    const QJsonObject uris = object.value("subresource_uris"_L1).toObject();
    for (const NumberTypeName &name : numberTypeNames) {
        if (uris.contains(name.key)) {
            country.types.append(name.type);
        }
    }
    return country;
}

Result<TwilioOffer> decodeTwilioOffer(const QJsonObject &object)
{
    TwilioOffer offer{.number = object.value("phone_number"_L1).toString(),
                      .country = object.value("iso_country"_L1).toString()};
    if (offer.number.isEmpty()) {
        return incomplete(u"an offer without number"_s);
    }
    QStringList place{object.value("locality"_L1).toString(), object.value("region"_L1).toString()};
    place.removeAll(QString());
    offer.place = place.join(u", "_s);
    const QJsonObject capabilities = object.value("capabilities"_L1).toObject();
    offer.hasSms = offerHas(capabilities, "sms"_L1);
    offer.hasMms = offerHas(capabilities, "mms"_L1);
    offer.address = addressOf(object.value("address_requirements"_L1).toString());
    return offer;
}

Result<QList<TwilioPrice>> decodeTwilioPrices(const QJsonObject &object)
{
    if (!object.value("phone_number_prices"_L1).isArray()) {
        return incomplete(u"prices without phone_number_prices"_s);
    }
    QList<TwilioPrice> prices;
    const QJsonArray array = object.value("phone_number_prices"_L1).toArray();
    for (const QJsonValue &element : array) {
        const QString type = element["number_type"_L1].toString();
        for (const NumberTypeName &name : numberTypeNames) {
            if (name.priced == type) {
                prices.append({name.type, priceOf(element["current_price"_L1]),
                               object.value("price_unit"_L1).toString().toUpper()});
            }
        }
    }
    return prices;
}

Result<TwilioCampaign> decodeTwilioCampaign(const QJsonObject &object)
{
    TwilioCampaign campaign{object.value("campaign_status"_L1).toString().toUpper(),
                            errorsOf(object.value("errors"_L1).toArray())};
    return campaign.status.isEmpty() ? Result<TwilioCampaign>(incomplete(u"a campaign without campaign_status"_s))
                                     : Result<TwilioCampaign>(campaign);
}

Result<TwilioVerification> decodeTwilioVerification(const QJsonObject &object)
{
    TwilioVerification verification{object.value("status"_L1).toString().toUpper(),
                                    object.value("rejection_reason"_L1).toString().left(400)};
    return verification.status.isEmpty() ? Result<TwilioVerification>(incomplete(u"a verification without status"_s))
                                         : Result<TwilioVerification>(verification);
}

Result<TwilioLookup> decodeTwilioLookup(const QJsonObject &object)
{
    if (!object.value("valid"_L1).isBool()) {
        return incomplete(u"a lookup without valid"_s);
    }
    return TwilioLookup{object.value("valid"_L1).toBool(), object.value("country_code"_L1).toString()};
}

} // namespace greenline
