#pragma once

#include "app/base/then.h"
#include "app/omnichannel/serverfacts.h"
#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"

#include <optional>

namespace greenline {

/// The whole conversation, sent by the workspace's e-mail when it is closed.
struct TranscriptOrder {
    QString email = {};
    QString subject = {};
};

struct CloseRequest {
    QString comment = {};
    QStringList tags = {};
    std::optional<TranscriptOrder> transcript = {};
};

/// What ties an agent to conversations. What could not be read is no sign that a tie has ended.
struct OwnTies {
    QList<Subscription> readable = {};
    QSet<RoomId> unreadable = {};
};

/// What to do about a route that is closed for now.
enum class WhenClosed { Wait, Refuse };

class RoomsApi
{
public:
    RoomsApi(RestClient &rest, const ServerFeatures &features)
        : m_rest(rest)
        , m_features(features)
    {
    }
    /// Somebody who works with that conversation waits for it.
    void info(const Wait &wait, const Then<Room> &then, WhenClosed whenClosed = WhenClosed::Wait);
    void mine(const Then<QList<Room>> &then); ///< rooms.get, omnichannel only.
    /// subscriptions.get, omnichannel only.
    void subscriptions(const Then<OwnTies> &then, WhenClosed whenClosed = WhenClosed::Wait);
    void markRead(const RoomId &room, const Then<Done> &then);
    void close(const RoomId &room, const CloseRequest &request, const Then<Done> &then);

private:
    RestClient &m_rest;
    ServerFeatures m_features;
};

} // namespace greenline
