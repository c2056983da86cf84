#pragma once

#include "app/twilio/twiliotypes.h"

namespace greenline {

/// Which address Twilio really calls when a text arrives at a number (twilio.md 3.2). A number's own address can be
/// right and useless: an application or the messaging service it sits in may win over it, or drop what arrives.
struct InboundRoute {
    enum class Holder { Number, Application, Service };
    Holder holder = Holder::Number; ///< Whose address it is.
    QString holderSid = {};
    TwilioHook hook = {}; ///< Without an address: nobody is called.
    bool isDropped = false; ///< By a service without an address: not even logged, so there is nothing to find later.
    bool operator==(const InboundRoute &) const = default;
};

/// application: the one that the number names; service: the one that the number sits in. Null: there is none.
InboundRoute inboundRoute(const TwilioNumber &number, const TwilioApplication *application,
                          const TwilioService *service);

/// How a route compares with the address that the workspace wants to be called at, by POST.
enum class RouteVerdict {
    Right,
    WrongMethod,
    NotSet,
    Dropped,
    Demo, ///< Twilio's own greeting, which comes with a new number and may be replaced unasked.
    SameHostOtherPath, ///< The workspace, but not its webhook.
    Elsewhere ///< Another product's: not to be overwritten without a warning.
};
/// The fragment says how to call (twilio.md 6.3), not whom, so it is not compared; nor is the case of the host, or a
/// port that the scheme has anyway.
RouteVerdict compared(const InboundRoute &route, const QUrl &wanted);

} // namespace greenline
