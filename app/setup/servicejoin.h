#pragma once

#include "app/setup/reachfindings.h"
#include "app/twilio/twilioclient.h"

namespace greenline {

/// Carries out createService() and joinService(): the number into its messaging service, which is made where there is
/// none. Another console may be at it, too, so it looks again for one of our name right before it makes one, and after
/// an answer that was lost. Rejected, "changed-meanwhile": the service to be joined is gone. context: what it waits for
/// dies with it.
void joinOrCreateService(TwilioClient &client, QObject *context, const RepairPlan &plan, const RegistrationFacts &facts,
                         const Then<Done> &then);

} // namespace greenline
