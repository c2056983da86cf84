#pragma once

#include "app/setup/check.h"
#include "app/twilio/twiliooffers.h"
#include "app/twilio/twiliotypes.h"

namespace greenline {

/// Whether texts from a number get through: what has to be registered before (twilio.md 3.4), and what went wrong
/// lately. Pure: the asking is NumberChecks'.

enum class NumberKind { Canadian, OtherCountry, TollFree, UnitedStates };
NumberKind numberKind(const QString &number); ///< E.164. Of +1 the area code tells; what is not known is the US.

struct RegistrationFacts {
    TwilioNumber number = {};
    std::optional<TwilioService> service = {}; ///< The one that the number sits in.
    QList<TwilioService> services = {}; ///< All of the account.
    QList<TwilioCampaign> campaigns = {}; ///< Of the service that it sits in.
    std::optional<TwilioVerification> verification = {}; ///< Of a toll-free number.
};
CheckOutcome judgeRegistration(const RegistrationFacts &facts);

/// The repair that makes a service, which is what a campaign is registered for, and puts the number into it.
RepairPlan createService(const TwilioNumber &number);
/// The repair that puts a number into a service that is registered; only one that leaves the number its own webhook.
RepairPlan joinService(const TwilioNumber &number, const TwilioService &service);

struct ReachFacts {
    TwilioAccount account = {};
    TwilioNumber number = {};
    QStringList recipients = {}; ///< Verified ones; asked for of a trial alone.
    QList<TwilioMessage> sent = {}; ///< The last ones from the number.
    QList<TwilioAlert> alerts = {}; ///< Of the last days: what was refused at once is in no list of messages.
};
CheckOutcome judgeReach(const ReachFacts &facts);

} // namespace greenline
