#pragma once

#include "app/base/result.h"
#include "app/twilio/twiliooffers.h"

#include <QJsonObject>

namespace greenline {

/// Like twiliocodec, for what is for sale and what is registered.
Result<TwilioCountry> decodeTwilioCountry(const QJsonObject &object);
Result<TwilioOffer> decodeTwilioOffer(const QJsonObject &object);
Result<QList<TwilioPrice>> decodeTwilioPrices(const QJsonObject &object); ///< Texts or numbers (twilio.md 2.3).
Result<TwilioCampaign> decodeTwilioCampaign(const QJsonObject &object);
Result<TwilioVerification> decodeTwilioVerification(const QJsonObject &object);
Result<TwilioLookup> decodeTwilioLookup(const QJsonObject &object);

} // namespace greenline
