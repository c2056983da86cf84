#pragma once

#include "app/base/result.h"
#include "app/http/httpclient.h"
#include "app/twilio/twiliotypes.h"

#include <QJsonObject>

namespace greenline {

/// Twilio's JSON as values. What is not set comes as "" or null, numbers as text or as numbers, dates in RFC 2822
/// (api.twilio.com) or ISO 8601 (the other hosts): all are read (twilio.md 2.1, 3.1, 4). Without its sid a document is
/// a Protocol error.
Result<TwilioAccount> decodeTwilioAccount(const QJsonObject &object);
Result<TwilioBalance> decodeTwilioBalance(const QJsonObject &object);
Result<TwilioNumber> decodeTwilioNumber(const QJsonObject &object);
Result<TwilioApplication> decodeTwilioApplication(const QJsonObject &object);
Result<TwilioService> decodeTwilioService(const QJsonObject &object);
Result<TwilioMessage> decodeTwilioMessage(const QJsonObject &object);
Result<TwilioAlert> decodeTwilioAlert(const QJsonObject &object);

/// The object of a success, or the Error that status and body tell (twilio.md 7). Its code is Twilio's number, or
/// "server" (kind Network) for a 5xx; the detail is Twilio's sentence with the request's id, which is what its support
/// asks for.
Result<QJsonObject> readTwilioAnswer(const HttpReply &reply);

/// Form fields as Twilio wants them: a plus is %2B.
QByteArray twilioForm(const QList<std::pair<QString, QString>> &fields);

} // namespace greenline
