#pragma once

#include "app/base/then.h"
#include "app/omnichannel/serverfacts.h"
#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"

namespace greenline {

struct Routing {
    bool showsQueue = true; ///< The queue exists for agents.
    bool allowsPreview = true; ///< Queued conversations may be read before they are taken.
    bool assignsAgents = false;
};

/// The queue of inquiries and what an agent does with it.
class QueueApi
{
public:
    QueueApi(RestClient &rest, const ServerFeatures &features)
        : m_rest(rest)
        , m_features(features)
    {
    }
    void queued(const Then<QList<Inquiry>> &then); ///< All pages.
    /// Done says only that the server did not object; whose it is, rooms.info's servedBy says (7.7.1 answers 200 to
    /// both of two takers).
    /// awaitedIn: as in RestCall.
    void take(const InquiryId &inquiry, const Then<Done> &then, const std::optional<Wait> &awaitedIn = {});
    void returnToQueue(const RoomId &room, const DepartmentId &department, const Then<Done> &then);
    void routing(const Then<Routing> &then);

private:
    RestClient &m_rest;
    ServerFeatures m_features;
};

} // namespace greenline
