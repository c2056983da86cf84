#include "app/twilio/offercodec.h"
#include "app/twilio/twilioclient.h"
#include "app/twilio/twilioreading.h"

using namespace Qt::StringLiterals;

namespace greenline {

void TwilioClient::knock(const Then<Done> &then)
{
    QUrl url = accountUrl(u"/IncomingPhoneNumbers.json"_s);
    url.setQuery(u"PageSize=1"_s);
    get(url, {this, [then](const Result<QJsonObject> &page) { then(page ? Status(Done()) : Status(page.error())); }});
}

namespace {

QString searchPath(TwilioNumberType type)
{
    switch (type) {
    case TwilioNumberType::Local:
        return u"Local"_s;
    case TwilioNumberType::Mobile:
        return u"Mobile"_s;
    case TwilioNumberType::TollFree:
        return u"TollFree"_s;
    }
    return {};
}

} // namespace

void TwilioClient::countries(const Then<QList<TwilioCountry>> &then)
{
    get(accountUrl(u"/AvailablePhoneNumbers.json"_s),
        {this, [then](const Result<QJsonObject> &answer) {
             then(answer ? decodedAll(answer->value("countries"_L1).toArray(), decodeTwilioCountry)
                         : Result<QList<TwilioCountry>>(answer.error()));
         }});
}

void TwilioClient::offers(const TwilioSearch &search, const Then<QList<TwilioOffer>> &then)
{
    Fields query{{u"SmsEnabled"_s, u"true"_s}, {u"PageSize"_s, u"30"_s}};
    if (search.wantsMms) {
        query.append({u"MmsEnabled"_s, u"true"_s});
    }
    if (!search.contains.isEmpty()) {
        // Twilio wants two characters at least (twilio.md 2.3).
        query.append({u"Contains"_s, search.contains.size() == 1 ? search.contains + u'*' : search.contains});
    }
    QUrl url = accountUrl(u"/AvailablePhoneNumbers/%1/%2.json"_s.arg(search.country, searchPath(search.type)));
    url.setQuery(QString::fromLatin1(twilioForm(query)));
    get(url, {this, [then](const Result<QJsonObject> &answer) {
                  then(answer ? decodedAll(answer->value("available_phone_numbers"_L1).toArray(), decodeTwilioOffer)
                              : Result<QList<TwilioOffer>>(answer.error()));
              }});
}

void TwilioClient::numberPrices(const QString &country, const Then<QList<TwilioPrice>> &then)
{
    get(twilioUrl(m_needs.hosts.pricing, u"/v1/PhoneNumbers/Countries/"_s + country),
        decodedWith(this, decodeTwilioPrices, then));
}

void TwilioClient::numbersLike(const QString &number, const Then<QList<TwilioNumber>> &then)
{
    QUrl first = accountUrl(u"/IncomingPhoneNumbers.json"_s);
    first.setQuery(QString::fromLatin1(twilioForm({{u"PhoneNumber"_s, number}, {u"PageSize"_s, u"1000"_s}})));
    readElements(m_needs.hosts.api, first, "incoming_phone_numbers"_L1, [then](const Result<QJsonArray> &all) {
        then(all ? decodedAll(*all, decodeTwilioNumber) : Result<QList<TwilioNumber>>(all.error()));
    });
}

void TwilioClient::buyNumber(const Fields &fields, const Then<TwilioNumber> &then)
{
    post(accountUrl(u"/IncomingPhoneNumbers.json"_s), fields, decodedWith(this, decodeTwilioNumber, then));
}

void TwilioClient::lookUp(const QString &number, const Then<TwilioLookup> &then)
{
    get(twilioUrl(m_needs.hosts.lookups, u"/v2/PhoneNumbers/"_s + number), decodedWith(this, decodeTwilioLookup, then));
}

} // namespace greenline
