#pragma once

#include "app/base/then.h"
#include "app/omnichannel/outbound.h"
#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"

namespace greenline {

/// Starting conversations through apps that text ("outbound messages"), from the sources of RocketChat/Rocket.Chat:
/// - GET omnichannel/outbound/providers?type=phone|email {providers}, GET …/:id/metadata {metadata: {…, templates:
///   {number: [template]}}}, POST …/:id/message {success}:
///   apps/meteor/ee/app/livechat-enterprise/server/api/outbound.ts, schemas in ../outboundcomms/rest.ts. Whole
///   since 7.11.0 (#36207: apps-engine 1.56.0, and 7.10 has 1.55); 7.9 and 7.10 have routes that send nothing.
/// - Each asks the licence's module "outbound-messaging" and the permission outbound.send-messages (agents, monitors,
///   managers, administrators). Whether the answer may be given to a department or an agent: outbound.can-assign-queues
///   (else one's own departments), outbound.can-assign-any-agent, outbound.can-assign-self-only; refused with 400
///   error-invalid-department, error-invalid-agent, error-agent-not-in-department
///   (ee/packages/omni-core-ee/src/outbound-communication/canSendMessage.ts).
/// - The type of a message is "template", and that is all there is. The app is waited for: its failure is a 400 with
///   its own words, and success says that the app took it. Nothing in a message tells two tries apart, so it is sent
///   once.
/// - No room is made: the conversation begins with the customer's answer.
class OutboundApi
{
public:
    OutboundApi(RestClient &rest, const ServerFeatures &features)
        : m_rest(rest)
        , m_features(features)
    {
    }
    void providers(const Then<QList<OutboundProvider>> &then); ///< Those that use numbers, without their senders.
    void senders(const OutboundProvider &provider, const Then<OutboundProvider> &then); ///< The same one with them.
    void send(const FirstMessage &message, const Then<Done> &then);

private:
    RestClient &m_rest;
    ServerFeatures m_features;
};

} // namespace greenline
