#pragma once

#include "app/practice/form.h"
#include "app/practice/practicetwilio.h"

namespace greenline::practice {

/// A new id in Twilio's form: the prefix ("SM", "ME") and 32 hex digits.
QString newSid(const QString &prefix);

/// "US" of +1…; empty: not known here.
QString countryOfNumber(const QString &number);

/// What Twilio posts for an incoming text (twilio.md 6.1, recordings 7.7.1 rest/30).
Fields webhookFields(const IncomingSms &sms, const QString &accountSid, const QString &messageSid);

/// Twilio's Message resource as the answer to its making (201), and its error body.
QByteArray messageResource(const SentSms &sms, const QString &accountSid);
QByteArray twilioError(int status, int code, const QString &message);

} // namespace greenline::practice
