#include "app/practice/twilioroutes.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

const QStringList &numberFields()
{
    static const QStringList fields{u"friendly_name"_s,
                                    u"sms_url"_s,
                                    u"sms_method"_s,
                                    u"sms_fallback_url"_s,
                                    u"sms_fallback_method"_s,
                                    u"sms_application_sid"_s,
                                    u"status_callback"_s,
                                    u"status_callback_method"_s,
                                    u"voice_url"_s,
                                    u"voice_method"_s,
                                    u"voice_application_sid"_s,
                                    u"trunk_sid"_s,
                                    u"account_sid"_s,
                                    u"address_sid"_s,
                                    u"bundle_sid"_s};
    return fields;
}

bool isAddress(const QString &text)
{
    const QUrl url(text);
    return text.isEmpty() || ((url.scheme() == "https"_L1 || url.scheme() == "http"_L1) && !url.host().isEmpty());
}

bool isHookMethod(const QString &text)
{
    return text.isEmpty() || text == "GET"_L1 || text == "POST"_L1;
}

/// twilio.md 2.2. An address of this computer is let through, for it is where the practice workspace is.
std::optional<HttpAnswer> refusedHook(const TwilioCall &call, const QJsonObject &number)
{
    if (!isAddress(call.field(u"SmsUrl"_s)) || !isAddress(call.field(u"SmsFallbackUrl"_s))) {
        return twilioRefusal(400, 21402, u"SmsUrl is not valid"_s);
    }
    if (!isHookMethod(call.field(u"SmsMethod"_s)) || !isHookMethod(call.field(u"SmsFallbackMethod"_s))) {
        return twilioRefusal(400, 21403, u"SmsMethod is not valid"_s);
    }
    const bool setsHook = !call.field(u"SmsUrl"_s).isEmpty() || !call.field(u"SmsApplicationSid"_s).isEmpty();
    if (setsHook && !number.value("capabilities"_L1).toObject().value("sms"_L1).toBool()) {
        return twilioRefusal(400, 21407, u"This Phone Number type does not support SMS or is not SMS enabled"_s);
    }
    const bool hasUrl = !number.value("sms_url"_L1).toString().isEmpty() || setsHook;
    if (!call.field(u"SmsFallbackUrl"_s).isEmpty() && !hasUrl) {
        return twilioRefusal(400, 21406, u"SmsFallbackUrl needs SmsUrl"_s);
    }
    return {};
}

HttpAnswer listNumbers(const TwilioCall &call)
{
    const QString wanted = call.request.queryValue(u"PhoneNumber"_s);
    QList<QJsonObject> found;
    for (const QJsonObject &number : call.state.numbers.all()) {
        if (wanted.isEmpty() || number.value("phone_number"_L1).toString().contains(wanted)) { // a partial match
            found.append(number);
        }
    }
    return apiPage(call, u"incoming_phone_numbers"_s, found);
}

HttpAnswer showNumber(const TwilioCall &call)
{
    const QJsonObject number = call.state.numbers.find(call.sid);
    return number.isEmpty() ? twilioNotFound(call) : twilioDocument(number);
}

HttpAnswer updateNumber(const TwilioCall &call)
{
    const QJsonObject number = call.state.numbers.find(call.sid);
    if (number.isEmpty()) {
        return twilioNotFound(call);
    }
    if (const auto refused = refusedHook(call, number)) {
        return *refused;
    }
    applyTwilioForm(call, call.state.numbers, u"IncomingPhoneNumbers"_s, call.sid, numberFields());
    return twilioDocument(call.state.numbers.find(call.sid));
}

HttpAnswer releaseNumber(const TwilioCall &call)
{
    const QJsonObject number = call.state.numbers.find(call.sid);
    if (number.isEmpty()) {
        return twilioNotFound(call);
    }
    call.state.numbers.remove(call.sid);
    call.state.noteChange(u"IncomingPhoneNumbers/"_s + call.sid, u"phone_number"_s, number.value("phone_number"_L1),
                          QJsonValue::Null);
    return {204, "application/json", {}, {}};
}

/// What test credentials may try (twilio.md 1.5); nothing: it is no such number.
std::optional<HttpAnswer> triedPurchase(const QString &number)
{
    if (number == "+15005550000"_L1) {
        return twilioRefusal(400, 21422, number + u" is not available"_s);
    }
    if (number == "+15005550001"_L1) {
        return twilioRefusal(400, 21421, number + u" is not a valid number"_s);
    }
    return {};
}

HttpAnswer buyNumber(const TwilioCall &call)
{
    TwilioState &state = call.state;
    const QString number = call.field(u"PhoneNumber"_s);
    if (const auto tried = triedPurchase(number)) {
        return *tried;
    }
    const QJsonObject offer = state.offers.find(number);
    const bool isTrial = state.account.value("type"_L1) == "Trial"_L1;
    if (isTrial && !state.numbers.all().isEmpty()) {
        return twilioRefusal(400, 21404, u"Trial accounts are allowed only one Twilio number"_s);
    }
    if (offer.isEmpty()) {
        return twilioRefusal(400, 21422, number + u" is not available"_s);
    }
    if (const auto refused = refusedHook(call, {{u"capabilities"_s, QJsonObject{{u"sms"_s, true}}}})) {
        return *refused;
    }
    const QJsonObject capabilities = offer.value("capabilities"_L1).toObject();
    const QJsonObject made = state.addNumber({{u"phone_number"_s, number},
                                              {u"type"_s, offer.value("type"_L1)},
                                              {u"capabilities"_s,
                                               QJsonObject{{u"voice"_s, true},
                                                           {u"sms"_s, capabilities.value("SMS"_L1)},
                                                           {u"mms"_s, capabilities.value("MMS"_L1)},
                                                           {u"fax"_s, false}}}});
    const QString sid = made.value("sid"_L1).toString();
    state.offers.remove(number);
    state.noteChange(u"IncomingPhoneNumbers/"_s + sid, u"phone_number"_s, QJsonValue::Null, number);
    applyTwilioForm(call, state.numbers, u"IncomingPhoneNumbers"_s, sid, numberFields());
    return twilioDocument(state.numbers.find(sid), 201);
}

HttpAnswer listApplications(const TwilioCall &call)
{
    return apiPage(call, u"applications"_s, call.state.applications.all());
}

HttpAnswer showApplication(const TwilioCall &call)
{
    const QJsonObject application = call.state.applications.find(call.sid);
    return application.isEmpty() ? twilioNotFound(call) : twilioDocument(application);
}

HttpAnswer updateApplication(const TwilioCall &call)
{
    if (call.state.applications.find(call.sid).isEmpty()) {
        return twilioNotFound(call);
    }
    applyTwilioForm(call, call.state.applications, u"Applications"_s, call.sid,
                    {u"friendly_name"_s, u"sms_url"_s, u"sms_method"_s, u"sms_fallback_url"_s, u"voice_url"_s});
    return twilioDocument(call.state.applications.find(call.sid));
}

} // namespace

TwilioRoutes twilioNumberRoutes()
{
    return {
        {"GET", u"/IncomingPhoneNumbers"_s, listNumbers},        {"POST", u"/IncomingPhoneNumbers"_s, buyNumber},
        {"GET", u"/IncomingPhoneNumbers/:"_s, showNumber},       {"POST", u"/IncomingPhoneNumbers/:"_s, updateNumber},
        {"DELETE", u"/IncomingPhoneNumbers/:"_s, releaseNumber}, {"GET", u"/Applications"_s, listApplications},
        {"GET", u"/Applications/:"_s, showApplication},          {"POST", u"/Applications/:"_s, updateApplication}};
}

} // namespace greenline::practice
