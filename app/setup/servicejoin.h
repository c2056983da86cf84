#pragma once

#include "app/setup/reachfindings.h"
#include "app/twilio/twilioclient.h"

namespace greenline {

/// What was done or left besides what the plan promised.
using ServiceNote = std::function<void(const Evidence &)>;

/// Carries out createService() and joinService(): the number into its messaging service, which is made where there is
/// none. Another console may be at it, too, so it looks again for one of our name right before it makes one, and after
/// an answer that was lost. If another was made in the same moment all the same, the older one is joined, and ours,
/// while it is empty, deleted again; that is noted. Rejected, "changed-meanwhile": the service to be joined is gone.
/// context: what it waits for dies with it.
void joinOrCreateService(TwilioClient &client, QObject *context, const RepairPlan &plan, const RegistrationFacts &facts,
                         const ServiceNote &note, const Then<Done> &then);

} // namespace greenline
