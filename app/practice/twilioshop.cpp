#include "app/practice/twilioroutes.h"

#include <array>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

struct ShopCountry {
    QLatin1StringView code;
    QLatin1StringView name;
    QLatin1StringView types; ///< There is no Mobile in the US (twilio.md 2.3).
    QLatin1StringView price; ///< A month, of each type alike.
};

constexpr std::array shopCountries{
    ShopCountry{"US"_L1, "United States"_L1, "local toll_free"_L1, "1.15"_L1},
    ShopCountry{"GB"_L1, "United Kingdom"_L1, "local mobile"_L1, "1.15"_L1},
    ShopCountry{"DE"_L1, "Germany"_L1, "local mobile"_L1, "15.00"_L1},
};

struct ShopType {
    QLatin1StringView path;
    QLatin1StringView key;
    QLatin1StringView priced; ///< As pricing.twilio.com spells it.
};

constexpr std::array shopTypes{
    ShopType{"Local"_L1, "local"_L1, "local"_L1},
    ShopType{"Mobile"_L1, "mobile"_L1, "mobile"_L1},
    ShopType{"TollFree"_L1, "toll_free"_L1, "toll free"_L1},
};

const ShopCountry *shopCountry(const QString &code)
{
    for (const ShopCountry &country : shopCountries) {
        if (country.code == code) {
            return &country;
        }
    }
    return nullptr;
}

QStringList typesOf(const ShopCountry &country)
{
    return QString(country.types).split(u' ');
}

HttpAnswer listCountries(const TwilioCall &call)
{
    QJsonArray countries;
    for (const ShopCountry &country : shopCountries) {
        QJsonObject uris;
        for (const ShopType &type : shopTypes) {
            if (typesOf(country).contains(type.key)) {
                uris.insert(type.key,
                            u"/2010-04-01/Accounts/%1/AvailablePhoneNumbers/%2/%3.json"_s.arg(call.state.accountSid,
                                                                                              country.code, type.path));
            }
        }
        countries.append(QJsonObject{{u"country_code"_s, QString(country.code)},
                                     {u"country"_s, QString(country.name)},
                                     {u"beta"_s, false},
                                     {u"subresource_uris"_s, uris}});
    }
    return twilioDocument({{u"countries"_s, countries}, {u"uri"_s, call.request.path}});
}

bool isCapable(const TwilioCall &call, const QJsonObject &offer, const QString &asked, QLatin1StringView capability)
{
    return call.request.queryValue(asked) != "true"_L1
        || offer.value("capabilities"_L1).toObject().value(capability).toBool();
}

/// "415", "*" for any digit; somewhere in the number.
bool holds(const QString &number, const QString &wanted)
{
    if (wanted.isEmpty()) {
        return true;
    }
    for (qsizetype at = 0; at + wanted.size() <= number.size(); ++at) {
        qsizetype same = 0;
        while (same < wanted.size() && (wanted.at(same) == u'*' || wanted.at(same) == number.at(at + same))) {
            ++same;
        }
        if (same == wanted.size()) {
            return true;
        }
    }
    return false;
}

bool isWanted(const TwilioCall &call, const QJsonObject &offer)
{
    const QString number = offer.value("phone_number"_L1).toString();
    const QString area = call.request.queryValue(u"AreaCode"_s);
    return (area.isEmpty() || number.startsWith(u"+1"_s + area))
        && holds(number, call.request.queryValue(u"Contains"_s)) && isCapable(call, offer, u"SmsEnabled"_s, "SMS"_L1)
        && isCapable(call, offer, u"MmsEnabled"_s, "MMS"_L1) && isCapable(call, offer, u"VoiceEnabled"_s, "voice"_L1)
        && (call.request.queryValue(u"ExcludeAllAddressRequired"_s) != "true"_L1
            || offer.value("address_requirements"_L1) == "none"_L1);
}

/// No next page, whatever there is (twilio.md 2.3).
HttpAnswer listOffers(const TwilioCall &call, const ShopType &type)
{
    const ShopCountry *country = shopCountry(call.sid);
    if (!country || !typesOf(*country).contains(type.key)) {
        return twilioNotFound(call);
    }
    if (call.request.queryValue(u"Contains"_s).size() == 1) {
        return twilioRefusal(400, 21421, u"Contains must have at least 2 characters"_s);
    }
    QJsonArray found;
    for (const QJsonObject &offer : call.state.offers.all()) {
        if (offer.value("iso_country"_L1) == call.sid && offer.value("type"_L1) == type.key && isWanted(call, offer)) {
            QJsonObject shown = offer;
            shown.remove(u"sid"_s);
            shown.remove(u"type"_s);
            found.append(shown);
        }
    }
    return twilioDocument({{u"available_phone_numbers"_s, found}, {u"uri"_s, call.request.path}});
}

/// Numbers in the schema, texts in the examples (twilio.md 2.3): both are here.
HttpAnswer showNumberPrices(const TwilioCall &call)
{
    const ShopCountry *country = shopCountry(call.sid);
    if (!country) {
        return twilioNotFound(call);
    }
    QJsonArray prices;
    for (const ShopType &type : shopTypes) {
        if (typesOf(*country).contains(type.key)) {
            prices.append(QJsonObject{{u"number_type"_s, QString(type.priced)},
                                      {u"base_price"_s, QString(country->price)},
                                      {u"current_price"_s, QString(country->price).toDouble()}});
        }
    }
    return twilioDocument({{u"country"_s, QString(country->name)},
                           {u"iso_country"_s, call.sid},
                           {u"phone_number_prices"_s, prices},
                           {u"price_unit"_s, u"USD"_s},
                           {u"url"_s, u"https://pricing.twilio.com"_s + call.request.path}});
}

HttpAnswer showMessagePrices(const TwilioCall &call)
{
    const ShopCountry *country = shopCountry(call.sid);
    if (!country) {
        return twilioNotFound(call);
    }
    const QJsonArray local{
        QJsonObject{{u"number_type"_s, u"local"_s}, {u"base_price"_s, u"0.0083"_s}, {u"current_price"_s, u"0.0083"_s}}};
    const QJsonArray outbound{QJsonObject{{u"carrier"_s, u"Any"_s}, {u"prices"_s, local}}};
    return twilioDocument({{u"country"_s, QString(country->name)},
                           {u"iso_country"_s, call.sid},
                           {u"inbound_sms_prices"_s, local},
                           {u"outbound_sms_prices"_s, outbound},
                           {u"price_unit"_s, u"USD"_s},
                           {u"url"_s, u"https://pricing.twilio.com"_s + call.request.path}});
}

} // namespace

TwilioRoutes twilioShopRoutes()
{
    TwilioRoutes routes{{"GET", u"/AvailablePhoneNumbers"_s, listCountries},
                        {"GET", u"/v1/PhoneNumbers/Countries/:"_s, showNumberPrices},
                        {"GET", u"/v1/Messaging/Countries/:"_s, showMessagePrices}};
    for (const ShopType &type : shopTypes) {
        routes.push_back({"GET", u"/AvailablePhoneNumbers/:/"_s + type.path,
                          [type](const TwilioCall &call) { return listOffers(call, type); }});
    }
    return routes;
}

} // namespace greenline::practice
