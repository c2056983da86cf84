#include "app/twilio/offercodec.h"
#include "app/twilio/twilioclient.h"
#include "app/twilio/twilioreading.h"

using namespace Qt::StringLiterals;

namespace greenline {

void TwilioClient::createService(const Fields &fields, const Then<TwilioService> &then)
{
    post(twilioUrl(m_needs.hosts.messaging, u"/v1/Services"_s), fields, decodedWith(this, decodeTwilioService, then));
}

void TwilioClient::deleteService(const QString &sid, const Then<Done> &then)
{
    HttpRequest removal = request("DELETE", twilioUrl(m_needs.hosts.messaging, u"/v1/Services/"_s + sid));
    removal.isOnce = true;
    ask(removal,
        {this, [then](const Result<QJsonObject> &answer) { then(answer ? Status(Done()) : Status(answer.error())); }});
}

void TwilioClient::addToService(const QString &service, const QString &number, const Then<Done> &then)
{
    const QUrl url = twilioUrl(m_needs.hosts.messaging, u"/v1/Services/%1/PhoneNumbers"_s.arg(service));
    post(url, {{u"PhoneNumberSid"_s, number}},
         {this, [then](const Result<QJsonObject> &answer) { then(answer ? Status(Done()) : Status(answer.error())); }});
}

void TwilioClient::campaigns(const QString &service, const Then<QList<TwilioCampaign>> &then)
{
    const QUrl first = twilioUrl(m_needs.hosts.messaging, u"/v1/Services/%1/Compliance/Usa2p"_s.arg(service));
    readElements(m_needs.hosts.messaging, first, "compliance"_L1, [then](const Result<QJsonArray> &all) {
        then(all ? decodedAll(*all, decodeTwilioCampaign) : Result<QList<TwilioCampaign>>(all.error()));
    });
}

void TwilioClient::verifications(const QString &number, const Then<QList<TwilioVerification>> &then)
{
    const QUrl first
        = twilioUrl(m_needs.hosts.messaging, u"/v1/Tollfree/Verifications"_s, {{u"TollfreePhoneNumberSid"_s, number}});
    readElements(m_needs.hosts.messaging, first, "verifications"_L1, [then](const Result<QJsonArray> &all) {
        then(all ? decodedAll(*all, decodeTwilioVerification) : Result<QList<TwilioVerification>>(all.error()));
    });
}

void TwilioClient::verifiedRecipients(const Then<QStringList> &then)
{
    const QUrl first = accountUrl(u"/OutgoingCallerIds.json"_s);
    readElements(m_needs.hosts.api, first, "outgoing_caller_ids"_L1, [then](const Result<QJsonArray> &all) {
        if (!all) {
            then(all.error());
            return;
        }
        QStringList numbers;
        for (const QJsonValue &caller : *all) {
            numbers.append(caller["phone_number"_L1].toString());
        }
        then(numbers);
    });
}

void TwilioClient::messagesFrom(const QString &number, const Then<QList<TwilioMessage>> &then)
{
    QUrl url = accountUrl(u"/Messages.json"_s);
    url.setQuery(QString::fromLatin1(twilioForm({{u"From"_s, number}, {u"PageSize"_s, u"50"_s}})));
    get(url, {this, [then](const Result<QJsonObject> &page) {
                  then(page ? decodedAll(page->value("messages"_L1).toArray(), decodeTwilioMessage)
                            : Result<QList<TwilioMessage>>(page.error()));
              }});
}

} // namespace greenline
