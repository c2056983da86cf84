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

class RoomsApi
{
public:
    RoomsApi(RestClient &rest, const ServerFeatures &features)
        : m_rest(rest)
        , m_features(features)
    {
    }
    void info(const RoomId &room, const Then<Room> &then);
    void mine(const Then<QList<Room>> &then); ///< rooms.get, omnichannel only.
    void subscriptions(const Then<QList<Subscription>> &then); ///< subscriptions.get, omnichannel only.
    void markRead(const RoomId &room, const Then<Done> &then);
    void close(const RoomId &room, const CloseRequest &request, const Then<Done> &then);

private:
    RestClient &m_rest;
    ServerFeatures m_features;
};

} // namespace greenline
