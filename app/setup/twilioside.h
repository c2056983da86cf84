#pragma once

#include "app/setup/numberchecks.h"
#include "app/setup/setupplan.h"
#include "app/setup/twiliochecks.h"
#include "app/twilio/twilioclient.h"

#include <QHash>

#include <functional>

namespace greenline {

/// The Twilio side of one login. Another login is another side, and what was asked for the old one is not heard.
struct TwilioSide {
    TwilioSide(const TwilioClient::Needs &needs, const SetupPlan &plan)
        : client(needs, plan.twilio)
        , checks(client, {plan.number, {}})
        , numberChecks(client, needs.clock,
                       {[this] { return checks.account(); }, [this] { return checks.number(); },
                        [this] { return checks.numbers(); }})
    {
        const QList<Check> all = declared();
        for (const Check &check : all) {
            runs.insert(check.id, check.run);
        }
    }
    QList<Check> declared() { return checks.checks() + numberChecks.checks(); }

    TwilioClient client;
    TwilioChecks checks;
    NumberChecks numberChecks;
    QHash<QString, std::function<void(const Then<CheckOutcome> &)>> runs;
};

} // namespace greenline
