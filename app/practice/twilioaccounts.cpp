#include "app/practice/twilioroutes.h"

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

HttpAnswer showAccount(const TwilioCall &call)
{
    return twilioDocument(call.state.account);
}

/// A subaccount has no balance of its own (twilio.md 1.4).
HttpAnswer showBalance(const TwilioCall &call)
{
    if (call.state.account.value("owner_account_sid"_L1).toString() != call.state.accountSid) {
        return twilioNotFound(call);
    }
    return twilioDocument({{u"account_sid"_s, call.state.accountSid},
                           {u"balance"_s, call.state.scene.balance},
                           {u"currency"_s, call.state.scene.currency}});
}

HttpAnswer listCallers(const TwilioCall &call)
{
    const QString wanted = call.request.queryValue(u"PhoneNumber"_s);
    QList<QJsonObject> callers;
    for (const QString &number : call.state.scene.callers) {
        if (wanted.isEmpty() || wanted == number) {
            callers.append({{u"sid"_s, u"PN%1"_s.arg(callers.size(), 32, 16, QChar(u'0'))},
                            {u"account_sid"_s, call.state.accountSid},
                            {u"friendly_name"_s, number},
                            {u"phone_number"_s, number}});
        }
    }
    return apiPage(call, u"outgoing_caller_ids"_s, callers);
}

/// lookups.twilio.com
HttpAnswer lookUp(const TwilioCall &call)
{
    const bool isNumber = call.sid.startsWith(u'+') && call.sid.size() > 7;
    return twilioDocument({{u"phone_number"_s, call.sid},
                           {u"valid"_s, isNumber},
                           {u"country_code"_s, isNumber ? QJsonValue(u"US"_s) : QJsonValue()},
                           {u"validation_errors"_s, isNumber ? QJsonArray() : QJsonArray{u"TOO_SHORT"_s}},
                           {u"line_type_intelligence"_s, QJsonValue::Null},
                           {u"url"_s, u"https://lookups.twilio.com"_s + call.request.path}});
}

} // namespace

TwilioRoutes twilioAccountRoutes()
{
    return {{"GET", QString(), showAccount},
            {"GET", u"/Balance"_s, showBalance},
            {"GET", u"/OutgoingCallerIds"_s, listCallers},
            {"GET", u"/v2/PhoneNumbers/:"_s, lookUp}};
}

} // namespace greenline::practice
