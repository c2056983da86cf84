#pragma once

#include "app/practice/twilioscene.h"

#include <QUrl>

namespace greenline::practice {

/// The account behind a practice workspace whose SMS works: its number is called at the webhook and registered.
TwilioScene readyScene(const QString &number, const QUrl &webhook);

/// The same account before anybody set it up: the number greets with Twilio's demonstration, and sits in no service.
/// The service that is registered stands beside it, empty.
TwilioScene untouchedScene(const QString &number);

} // namespace greenline::practice
