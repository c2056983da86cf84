#include "app/workspace/handover.h"

#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"
#include "app/rest/envelope.h"
#include "app/rest/queueapi.h"
#include "app/rest/roomsapi.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

/// The call may have been carried out all the same.
bool isLostAnswer(const Error &error)
{
    return error.kind == Error::Kind::Timeout || error.kind == Error::Kind::Network;
}

/// An agent may see only what they serve, so this is what a conversation looks like that was given away.
bool isHiddenRoom(const Error &error)
{
    const bool isMissing = error.kind == Error::Kind::NotFound && error.code != noSuchRoute;
    return isMissing || error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::Rejected;
}

} // namespace

Handover::Handover(Apis apis, ConversationStore &conversations, const AgentStore &agent, QObject *parent)
    : QObject(parent)
    , m_apis(apis)
    , m_conversations(conversations)
    , m_agent(agent)
{
}

void Handover::forward(const RoomId &room, const ForwardRequest &request, const Then<Done> &then)
{
    m_apis.handover.forward(room, request,
                            {this, [this, room, then](const Status &answer) { settleGiven(room, answer, then); }});
}

void Handover::returnToQueue(const RoomId &room, const Then<Done> &then)
{
    m_apis.queue.returnToQueue(room, {},
                               {this, [this, room, then](const Status &answer) { settleGiven(room, answer, then); }});
}

void Handover::settleGiven(const RoomId &room, const Status &answer, const Then<Done> &then)
{
    m_apis.rooms.info(room, {this, [this, room, answer, then](const Result<Room> &info) {
                                 const bool isSeenGone = info ? info->servedBy != m_agent.me().id || !info->isOpen
                                                              : isHiddenRoom(info.error());
                                 if (info) {
                                     adopt(*info);
                                 }
                                 if (isSeenGone) {
                                     leave(room);
                                 }
                                 const bool isDone = answer || (isSeenGone && isLostAnswer(answer.error()));
                                 then(isDone ? Status(Done()) : answer);
                             }});
}

void Handover::placeOnHold(const RoomId &room, const Then<Done> &then)
{
    m_apis.handover.placeOnHold(room,
                                {this, [this, room, then](const Status &answer) { settleHold(room, answer, then); }});
}

void Handover::resume(const RoomId &room, const Then<Done> &then)
{
    m_apis.handover.resume(room, {this, [this, room, then](const Status &answer) { settleHold(room, answer, then); }});
}

void Handover::settleHold(const RoomId &room, const Status &answer, const Then<Done> &then)
{
    m_apis.rooms.info(room, {this, [this, answer, then](const Result<Room> &info) {
                                 if (info) {
                                     adopt(*info);
                                 }
                                 then(answer);
                             }});
}

void Handover::takeOver(const RoomId &room, const Then<Done> &then)
{
    const auto confirm = [this, room, then](const Status &answer) {
        m_apis.rooms.info(room,
                          {this, [this, room, answer, then](const Result<Room> &info) {
                               if (info) {
                                   adopt(*info);
                               }
                               if (info && info->servedBy == m_agent.me().id) {
                                   readSubscription(room, then);
                               } else if (!answer) {
                                   then(answer);
                               } else if (!info) {
                                   then(info.error());
                               } else {
                                   then(Error{Error::Kind::Rejected, u"servedBy is another"_s, u"not-taken-over"_s});
                               }
                           }});
    };
    m_apis.handover.forward(room, {m_agent.me().id, {}, {}}, {this, confirm});
}

void Handover::join(const RoomId &room, const Then<Done> &then)
{
    m_apis.handover.join(room, {this, [this, room, then](const Status &joined) {
                                    if (!joined) {
                                        then(joined);
                                        return;
                                    }
                                    readSubscription(room, then);
                                }});
}

/// The workspace has said yes already, so what this brings is no condition.
void Handover::readSubscription(const RoomId &room, const Then<Done> &then)
{
    m_apis.rooms.subscriptions({this, [this, room, then](const Result<OwnTies> &all) {
                                    if (all) {
                                        const auto mine = std::find_if(
                                            all->readable.cbegin(), all->readable.cend(),
                                            [&room](const Subscription &one) { return one.room == room; });
                                        if (mine != all->readable.cend()) {
                                            Q_EMIT subscriptionRead(*mine);
                                            m_conversations.applySubscription(*mine);
                                        }
                                    }
                                    then(Done());
                                }});
}

void Handover::adopt(const Room &room)
{
    Q_EMIT roomRead(room);
    m_conversations.applyRoom(room);
}

void Handover::leave(const RoomId &room)
{
    m_conversations.removeSubscription(room);
    Q_EMIT left(room);
}

} // namespace greenline
