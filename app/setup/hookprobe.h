#pragma once

#include "app/http/httpclient.h"
#include "app/setup/check.h"

namespace greenline {

/// What an unsigned POST to the workspace's SMS webhook tells (rocketchat-wire.md 5.1, twilio.md 6.4). A workspace that
/// is well refuses it with "Invalid request", for the signature is missing: that proves the way there. Versions before
/// 6.11.1 check no signature and complain of missing fields instead.
CheckOutcome judgeProbe(const Result<HttpReply> &reply);

/// The request: form-encoded and empty, so that no version can take it for a text.
HttpRequest hookProbe(const QUrl &hook);

/// The same, signed as Twilio does it (twilio.md 6.2). Who accepts the signature misses the fields next, and stores
/// nothing; who does not has another token, or another Site_Url.
HttpRequest signedHookProbe(const QUrl &hook, const QString &token);
CheckOutcome judgeSignedProbe(const Result<HttpReply> &reply);

} // namespace greenline
