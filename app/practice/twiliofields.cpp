#include "app/practice/twiliofields.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRandomGenerator>

#include <array>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

struct Country {
    QLatin1StringView prefix;
    QLatin1StringView code;
};

constexpr std::array dialCountries{
    Country{"+351"_L1, "PT"_L1}, Country{"+972"_L1, "IL"_L1}, Country{"+971"_L1, "AE"_L1}, Country{"+353"_L1, "IE"_L1},
    Country{"+44"_L1, "GB"_L1},  Country{"+49"_L1, "DE"_L1},  Country{"+33"_L1, "FR"_L1},  Country{"+34"_L1, "ES"_L1},
    Country{"+48"_L1, "PL"_L1},  Country{"+39"_L1, "IT"_L1},  Country{"+81"_L1, "JP"_L1},  Country{"+91"_L1, "IN"_L1},
    Country{"+55"_L1, "BR"_L1},  Country{"+61"_L1, "AU"_L1},  Country{"+20"_L1, "EG"_L1},  Country{"+30"_L1, "GR"_L1},
    Country{"+52"_L1, "MX"_L1},  Country{"+46"_L1, "SE"_L1},  Country{"+1"_L1, "US"_L1},
};

QString segmentsOf(const QString &text)
{
    return QString::number(text.size() <= 160 ? 1 : (text.size() + 152) / 153);
}

} // namespace

QString countryOfNumber(const QString &number)
{
    for (const Country &country : dialCountries) {
        if (number.startsWith(country.prefix)) {
            return country.code;
        }
    }
    return {};
}

QString newSid(const QString &prefix)
{
    QString sid = prefix;
    for (int i = 0; i < 4; ++i) {
        sid += u"%1"_s.arg(QRandomGenerator::global()->generate(), 8, 16, QChar(u'0'));
    }
    return sid;
}

Fields webhookFields(const IncomingSms &sms, const QString &accountSid, const QString &messageSid)
{
    Fields fields{{u"ToCountry"_s, countryOfNumber(sms.to)},
                  {u"ToState"_s, QString()},
                  {u"SmsMessageSid"_s, messageSid},
                  {u"NumMedia"_s, QString::number(sms.mediaUrls.size())},
                  {u"ToCity"_s, QString()},
                  {u"FromZip"_s, QString()},
                  {u"SmsSid"_s, messageSid},
                  {u"FromState"_s, QString()},
                  {u"SmsStatus"_s, u"received"_s},
                  {u"FromCity"_s, QString()},
                  {u"Body"_s, sms.body},
                  {u"FromCountry"_s, countryOfNumber(sms.from)},
                  {u"To"_s, sms.to},
                  {u"ToZip"_s, QString()},
                  {u"NumSegments"_s, segmentsOf(sms.body)},
                  {u"MessageSid"_s, messageSid},
                  {u"AccountSid"_s, accountSid},
                  {u"From"_s, sms.from},
                  {u"ApiVersion"_s, u"2010-04-01"_s}};
    for (qsizetype i = 0; i < sms.mediaUrls.size(); ++i) {
        fields.append({u"MediaUrl%1"_s.arg(i), sms.mediaUrls.at(i)});
        fields.append({u"MediaContentType%1"_s.arg(i), sms.mediaTypes.value(i, u"image/png"_s)});
    }
    return fields;
}

QByteArray messageResource(const SentSms &sms, const QString &accountSid)
{
    const QString uri = u"/2010-04-01/Accounts/%1/Messages/%2.json"_s.arg(accountSid, sms.sid);
    const QString date
        = QLocale::c().toString(sms.at, u"ddd, dd MMM yyyy HH:mm:ss +0000"_s); // RFC 2822 on api.twilio.com
    const QJsonObject message{
        {u"account_sid"_s, accountSid},
        {u"api_version"_s, u"2010-04-01"_s},
        {u"body"_s, sms.body},
        {u"date_created"_s, date},
        {u"date_sent"_s, QJsonValue::Null},
        {u"date_updated"_s, date},
        {u"direction"_s, u"outbound-api"_s},
        {u"error_code"_s, QJsonValue::Null},
        {u"error_message"_s, QJsonValue::Null},
        {u"from"_s, sms.from},
        {u"messaging_service_sid"_s, QJsonValue::Null},
        {u"num_media"_s, QString::number(sms.media.size())},
        {u"num_segments"_s, segmentsOf(sms.body)},
        {u"price"_s, QJsonValue::Null},
        {u"price_unit"_s, u"USD"_s},
        {u"sid"_s, sms.sid},
        {u"status"_s, u"queued"_s},
        {u"subresource_uris"_s, QJsonObject{{u"media"_s, QString(uri).replace(u".json"_s, u"/Media.json"_s)}}},
        {u"to"_s, sms.to},
        {u"uri"_s, uri}};
    return QJsonDocument(message).toJson(QJsonDocument::Compact);
}

QByteArray twilioError(int status, int code, const QString &message)
{
    const QJsonObject error{{u"code"_s, code},
                            {u"message"_s, message},
                            {u"more_info"_s, u"https://www.twilio.com/docs/errors/%1"_s.arg(code)},
                            {u"status"_s, status}};
    return QJsonDocument(error).toJson(QJsonDocument::Compact);
}

} // namespace greenline::practice
