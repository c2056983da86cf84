#include "app/practice/twilioroutes.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

const QString messagingHost = u"messaging.twilio.com"_s;

const QStringList &serviceFields()
{
    static const QStringList fields{u"friendly_name"_s,
                                    u"inbound_request_url"_s,
                                    u"inbound_method"_s,
                                    u"fallback_url"_s,
                                    u"fallback_method"_s,
                                    u"status_callback"_s,
                                    u"use_inbound_webhook_on_number"_s,
                                    u"sticky_sender"_s,
                                    u"smart_encoding"_s,
                                    u"usecase"_s};
    return fields;
}

QJsonObject shownService(QJsonObject service)
{
    service.remove(u"numbers"_s);
    service.remove(u"campaign"_s);
    return service;
}

HttpAnswer listServices(const TwilioCall &call)
{
    QList<QJsonObject> shown;
    for (const QJsonObject &service : call.state.services.all()) {
        shown.append(shownService(service));
    }
    return hostPage(call, messagingHost, u"services"_s, shown);
}

HttpAnswer showService(const TwilioCall &call)
{
    const QJsonObject service = call.state.services.find(call.sid);
    return service.isEmpty() ? twilioNotFound(call) : twilioDocument(shownService(service));
}

HttpAnswer updateService(const TwilioCall &call)
{
    if (call.state.services.find(call.sid).isEmpty()) {
        return twilioNotFound(call);
    }
    applyTwilioForm(call, call.state.services, u"Services"_s, call.sid, serviceFields());
    return twilioDocument(shownService(call.state.services.find(call.sid)));
}

HttpAnswer createService(const TwilioCall &call)
{
    const QString name = call.field(u"FriendlyName"_s);
    if (name.isEmpty() || name.size() > 64) {
        return twilioRefusal(400, 20001, u"FriendlyName is required, of at most 64 characters"_s);
    }
    const QString sid = call.state.addService({}).value("sid"_L1).toString();
    applyTwilioForm(call, call.state.services, u"Services"_s, sid, serviceFields());
    return twilioDocument(shownService(call.state.services.find(sid)), 201);
}

HttpAnswer deleteService(const TwilioCall &call)
{
    const QJsonObject service = call.state.services.find(call.sid);
    if (service.isEmpty()) {
        return twilioNotFound(call);
    }
    call.state.noteChange(u"Services"_s, call.sid, service.value("friendly_name"_L1), QJsonValue::Null);
    call.state.services.remove(call.sid);
    return {204, "application/json", {}, {}};
}

/// capabilities is a list of words here (twilio.md 3.1).
QJsonObject memberOf(const TwilioCall &call, const QString &service, const QJsonObject &number)
{
    QJsonArray words;
    const QJsonObject capabilities = number.value("capabilities"_L1).toObject();
    for (const QString &word : {u"MMS"_s, u"SMS"_s, u"Voice"_s}) {
        if (capabilities.value(word.toLower()).toBool()) {
            words.append(word);
        }
    }
    const QString sid = number.value("sid"_L1).toString();
    return {{u"sid"_s, sid},
            {u"account_sid"_s, call.state.accountSid},
            {u"service_sid"_s, service},
            {u"phone_number"_s, number.value("phone_number"_L1)},
            {u"country_code"_s, u"US"_s},
            {u"capabilities"_s, words},
            {u"date_created"_s, call.state.isoDate()},
            {u"url"_s, u"https://%1/v1/Services/%2/PhoneNumbers/%3"_s.arg(messagingHost, service, sid)}};
}

HttpAnswer listMembers(const TwilioCall &call)
{
    const QJsonObject service = call.state.services.find(call.sid);
    if (service.isEmpty()) {
        return twilioNotFound(call);
    }
    QList<QJsonObject> members;
    const QJsonArray sids = service.value("numbers"_L1).toArray();
    for (const QJsonValue &sid : sids) {
        members.append(memberOf(call, call.sid, call.state.numbers.find(sid.toString())));
    }
    return hostPage(call, messagingHost, u"phone_numbers"_s, members);
}

/// twilio.md 3.1: errors of a number that is somewhere already.
HttpAnswer addMember(const TwilioCall &call)
{
    TwilioState &state = call.state;
    if (state.services.find(call.sid).isEmpty()) {
        return twilioNotFound(call);
    }
    const QString number = call.field(u"PhoneNumberSid"_s);
    const QJsonObject found = state.numbers.find(number);
    if (found.isEmpty()) {
        return twilioRefusal(400, 21421, u"PhoneNumberSid is invalid"_s);
    }
    const QString sits = state.serviceOf(number).value("sid"_L1).toString();
    if (sits == call.sid) {
        return twilioRefusal(409, 21710, u"Phone Number or Short Code is already in the Messaging Service."_s);
    }
    if (!sits.isEmpty()) {
        return twilioRefusal(409, 21712, u"Phone Number or Short Code is associated with another Messaging Service."_s);
    }
    if (!found.value("capabilities"_L1).toObject().value("sms"_L1).toBool()) {
        return twilioRefusal(400, 21715, u"Phone Number does not have SMS or MMS capability."_s);
    }
    QJsonArray members = state.services.find(call.sid).value("numbers"_L1).toArray();
    members.append(number);
    state.services.set(call.sid, u"numbers"_s, members);
    state.noteChange(u"Services/"_s + call.sid, u"phone_numbers"_s, QJsonValue::Null, number);
    return twilioDocument(memberOf(call, call.sid, found), 201);
}

/// Out of the pool, but not given back (twilio.md 3.1).
HttpAnswer removeMember(const TwilioCall &call)
{
    QJsonArray members = call.state.services.find(call.sid).value("numbers"_L1).toArray();
    for (qsizetype i = 0; i < members.size(); ++i) {
        if (members.at(i) == call.lastSid) {
            members.removeAt(i);
            call.state.services.set(call.sid, u"numbers"_s, members);
            call.state.noteChange(u"Services/"_s + call.sid, u"phone_numbers"_s, call.lastSid, QJsonValue::Null);
            return {204, "application/json", {}, {}};
        }
    }
    return twilioNotFound(call);
}

HttpAnswer showCampaign(const TwilioCall &call)
{
    const QJsonObject service = call.state.services.find(call.sid);
    if (service.isEmpty()) {
        return twilioNotFound(call);
    }
    QList<QJsonObject> campaigns;
    QJsonObject campaign = service.value("campaign"_L1).toObject();
    if (!campaign.isEmpty()) {
        campaign.insert(u"sid"_s, u"QE%1"_s.arg(1, 32, 16, QChar(u'0')));
        campaign.insert(u"messaging_service_sid"_s, call.sid);
        campaigns.append(campaign);
    }
    return hostPage(call, messagingHost, u"compliance"_s, campaigns);
}

HttpAnswer listVerifications(const TwilioCall &call)
{
    const QString number = call.request.queryValue(u"TollfreePhoneNumberSid"_s);
    QList<QJsonObject> found;
    for (const QJsonObject &verification : call.state.verifications.all()) {
        if (number.isEmpty() || verification.value("tollfree_phone_number_sid"_L1) == number) {
            found.append(verification);
        }
    }
    return hostPage(call, messagingHost, u"verifications"_s, found);
}

} // namespace

TwilioRoutes twilioServiceRoutes()
{
    return {{"GET", u"/v1/Services"_s, listServices},
            {"POST", u"/v1/Services"_s, createService},
            {"GET", u"/v1/Services/:"_s, showService},
            {"POST", u"/v1/Services/:"_s, updateService},
            {"DELETE", u"/v1/Services/:"_s, deleteService},
            {"GET", u"/v1/Services/:/PhoneNumbers"_s, listMembers},
            {"POST", u"/v1/Services/:/PhoneNumbers"_s, addMember},
            {"DELETE", u"/v1/Services/:/PhoneNumbers/:"_s, removeMember},
            {"GET", u"/v1/Services/:/Compliance/Usa2p"_s, showCampaign},
            {"GET", u"/v1/Tollfree/Verifications"_s, listVerifications}};
}

} // namespace greenline::practice
