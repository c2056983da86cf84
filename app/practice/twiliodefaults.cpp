#include "app/practice/twiliodefaults.h"

#include "app/practice/twiliofields.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

const QJsonValue unset = QJsonValue::Null;

QString nationalName(const QString &number)
{
    if (!number.startsWith("+1"_L1) || number.size() != 12) {
        return number;
    }
    return u"(%1) %2-%3"_s.arg(number.mid(2, 3), number.mid(5, 3), number.mid(8));
}

} // namespace

QJsonObject plainAccount(const QString &sid, const QString &token, const QString &date)
{
    return {{u"sid"_s, sid},
            {u"auth_token"_s, token}, // in clear, as the real one does (twilio.md 1.3)
            {u"friendly_name"_s, u"Practice account"_s},
            {u"status"_s, u"active"_s},
            {u"type"_s, u"Full"_s},
            {u"owner_account_sid"_s, sid},
            {u"date_created"_s, date},
            {u"date_updated"_s, date},
            {u"uri"_s, u"/2010-04-01/Accounts/%1.json"_s.arg(sid)}};
}

QJsonObject plainNumber(const QString &account, const QString &sid, const QString &number, const QString &date)
{
    const QJsonObject capabilities{{u"voice"_s, true}, {u"sms"_s, true}, {u"mms"_s, true}, {u"fax"_s, false}};
    return {{u"sid"_s, sid},
            {u"account_sid"_s, account},
            {u"phone_number"_s, number},
            {u"friendly_name"_s, nationalName(number)},
            {u"capabilities"_s, capabilities},
            {u"sms_url"_s, QString()},
            {u"sms_method"_s, u"POST"_s},
            {u"sms_fallback_url"_s, QString()},
            {u"sms_fallback_method"_s, u"POST"_s},
            {u"sms_application_sid"_s, QString()},
            {u"voice_url"_s, unset},
            {u"voice_method"_s, u"POST"_s},
            {u"voice_application_sid"_s, unset},
            {u"trunk_sid"_s, unset},
            {u"status_callback"_s, QString()},
            {u"status_callback_method"_s, u"POST"_s},
            {u"address_requirements"_s, u"none"_s},
            {u"address_sid"_s, unset},
            {u"bundle_sid"_s, unset},
            {u"identity_sid"_s, unset},
            {u"origin"_s, u"twilio"_s},
            {u"status"_s, u"in-use"_s},
            {u"type"_s, u"local"_s},
            {u"beta"_s, false},
            {u"api_version"_s, u"2010-04-01"_s},
            {u"date_created"_s, date},
            {u"date_updated"_s, date},
            {u"uri"_s, u"/2010-04-01/Accounts/%1/IncomingPhoneNumbers/%2.json"_s.arg(account, sid)}};
}

QJsonObject plainApplication(const QString &account, const QString &sid, const QString &date)
{
    return {{u"sid"_s, sid},
            {u"account_sid"_s, account},
            {u"friendly_name"_s, u"Application"_s},
            {u"sms_url"_s, unset},
            {u"sms_method"_s, u"POST"_s},
            {u"sms_fallback_url"_s, unset},
            {u"voice_url"_s, unset},
            {u"date_created"_s, date},
            {u"uri"_s, u"/2010-04-01/Accounts/%1/Applications/%2.json"_s.arg(account, sid)}};
}

QJsonObject plainService(const QString &account, const QString &sid, const QString &date)
{
    return {{u"sid"_s, sid},
            {u"account_sid"_s, account},
            {u"friendly_name"_s, u"Service"_s},
            {u"inbound_request_url"_s, unset},
            {u"inbound_method"_s, u"POST"_s},
            {u"fallback_url"_s, unset},
            {u"fallback_method"_s, u"POST"_s},
            {u"status_callback"_s, unset},
            {u"use_inbound_webhook_on_number"_s, false}, // not the Console's default (twilio.md 3.2)
            {u"us_app_to_person_registered"_s, false},
            {u"sticky_sender"_s, true},
            {u"smart_encoding"_s, true},
            {u"usecase"_s, u"undeclared"_s},
            {u"date_created"_s, date},
            {u"url"_s, u"https://messaging.twilio.com/v1/Services/"_s + sid}};
}

QJsonObject plainMessage(const QString &account, const QString &sid, const QString &date)
{
    return {{u"sid"_s, sid},
            {u"account_sid"_s, account},
            {u"api_version"_s, u"2010-04-01"_s},
            {u"body"_s, QString()},
            {u"date_created"_s, date},
            {u"date_sent"_s, unset},
            {u"date_updated"_s, date},
            {u"direction"_s, u"outbound-api"_s},
            {u"error_code"_s, unset},
            {u"error_message"_s, unset},
            {u"from"_s, QString()},
            {u"messaging_service_sid"_s, unset},
            {u"num_media"_s, u"0"_s},
            {u"num_segments"_s, u"1"_s},
            {u"price"_s, unset},
            {u"price_unit"_s, u"USD"_s},
            {u"status"_s, u"queued"_s},
            {u"to"_s, QString()},
            {u"uri"_s, u"/2010-04-01/Accounts/%1/Messages/%2.json"_s.arg(account, sid)}};
}

QJsonObject plainAlert(const QString &account, const QString &sid, const QString &date)
{
    return {{u"sid"_s, sid},
            {u"account_sid"_s, account},
            {u"error_code"_s, u"11200"_s}, // text here, a number in a message
            {u"log_level"_s, u"error"_s},
            {u"alert_text"_s, QString()},
            {u"more_info"_s, QString()},
            {u"request_method"_s, unset},
            {u"request_url"_s, unset},
            {u"resource_sid"_s, QString()},
            {u"service_sid"_s, unset},
            {u"date_created"_s, date},
            {u"date_generated"_s, date},
            {u"date_updated"_s, date},
            {u"url"_s, u"https://monitor.twilio.com/v1/Alerts/"_s + sid}};
}

QJsonObject plainOffer(const QJsonObject &given)
{
    const QString number = given.value("phone_number"_L1).toString();
    // SMS and MMS in capitals here (twilio.md 2.3).
    const QJsonObject capabilities{{u"voice"_s, true}, {u"SMS"_s, true}, {u"MMS"_s, number.startsWith("+1"_L1)}};
    return {{u"sid"_s, number}, // not Twilio's: what it is found by
            {u"phone_number"_s, number},
            {u"friendly_name"_s, nationalName(number)},
            {u"iso_country"_s, countryOfNumber(number)},
            {u"type"_s, u"local"_s},
            {u"region"_s, unset},
            {u"locality"_s, unset},
            {u"postal_code"_s, unset},
            {u"address_requirements"_s, u"none"_s},
            {u"beta"_s, false},
            {u"capabilities"_s, capabilities}};
}

QList<QJsonObject> plainOffers()
{
    const auto offer = [](const QString &number, const QString &type, const QString &address, const QString &place) {
        return QJsonObject{{u"phone_number"_s, number},
                           {u"type"_s, type},
                           {u"address_requirements"_s, address},
                           {u"locality"_s, place}};
    };
    return {offer(u"+14155550170"_s, u"local"_s, u"none"_s, u"San Francisco"_s),
            offer(u"+14155550171"_s, u"local"_s, u"none"_s, u"San Francisco"_s),
            offer(u"+12125550172"_s, u"local"_s, u"none"_s, u"New York"_s),
            offer(u"+18885550173"_s, u"toll_free"_s, u"none"_s, QString()),
            offer(u"+447700900170"_s, u"mobile"_s, u"none"_s, QString()),
            offer(u"+441632960171"_s, u"local"_s, u"any"_s, u"Leeds"_s),
            offer(u"+4915735985170"_s, u"mobile"_s, u"local"_s, QString())};
}

} // namespace greenline::practice
