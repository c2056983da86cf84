#pragma once

#include "app/http/httpclient.h"
#include "app/rest/serverfeatures.h"
#include "app/setup/check.h"

namespace greenline {

/// A request that no version can take for a text. From 6.11 on it is a POST without fields. Versions before that check
/// no signature, and 3.11.6 makes a conversation even of a text without a sender (recording 3.11.6 rest/31), so they
/// are asked by GET, which they refuse in a way of their own.
HttpRequest hookProbe(const QUrl &hook, ServerVersion version);

/// What it tells (rocketchat-wire.md 5.1, twilio.md 6.4). A workspace that is well refuses a POST with "Invalid
/// request", for the signature is missing: that proves the way there. isSigned: the provider's calls are, which is
/// Twilio's alone.
CheckOutcome judgeProbe(const Result<HttpReply> &reply, bool isSigned = true);

/// The same, signed as Twilio does it (twilio.md 6.2). Who accepts the signature misses the fields next, and stores
/// nothing; who does not has another token, or another Site_Url.
HttpRequest signedHookProbe(const QUrl &hook, const QString &token);
CheckOutcome judgeSignedProbe(const Result<HttpReply> &reply);

} // namespace greenline
