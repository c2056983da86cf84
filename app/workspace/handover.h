#pragma once

#include "app/base/then.h"
#include "app/omnichannel/serverfacts.h"
#include "app/rest/handoverapi.h"

#include <QObject>

namespace greenline {

class AgentStore;
class ConversationStore;
class QueueApi;
class RoomsApi;

/// Gives conversations away and takes them over. Each answers once, after the workspace's word and, where there is
/// one, its picture of the room: nothing leaves the list on our word alone.
class Handover : public QObject
{
    Q_OBJECT
public:
    struct Apis {
        HandoverApi &handover;
        QueueApi &queue;
        RoomsApi &rooms;
    };
    Handover(Apis apis, ConversationStore &conversations, const AgentStore &agent, QObject *parent = nullptr);

    void forward(const RoomId &room, const ForwardRequest &request, const Then<Done> &then);
    void returnToQueue(const RoomId &room, const Then<Done> &then);
    void placeOnHold(const RoomId &room, const Then<Done> &then);
    void resume(const RoomId &room, const Then<Done> &then);
    void takeOver(const RoomId &room, const Then<Done> &then); ///< Forwarded to oneself.
    void join(const RoomId &room, const Then<Done> &then); ///< To read along.

Q_SIGNALS:
    void roomRead(const greenline::Room &room); ///< As rooms.info answered.
    void subscriptionRead(const greenline::Subscription &subscription);
    void left(const greenline::RoomId &room); ///< No longer the agent's.

private:
    void settleGiven(const RoomId &room, const Status &answer, const Then<Done> &then);
    void settleHold(const RoomId &room, const Status &answer, const Then<Done> &then);
    void readSubscription(const RoomId &room, const Then<Done> &then);
    void adopt(const Room &room);
    void leave(const RoomId &room);

    Apis m_apis;
    ConversationStore &m_conversations;
    const AgentStore &m_agent;
};

} // namespace greenline
