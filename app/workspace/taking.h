#pragma once

#include "app/base/then.h"
#include "app/rest/roomsapi.h"

#include <QObject>

namespace greenline {

class AgentStore;
class ConversationStore;
class QueueApi;

/// How a take ended, decided by the room's servedBy.
struct TakeOutcome {
    enum class Verdict { Mine, TakenByOther, Gone };
    Verdict verdict = Verdict::Mine;
    QString byWhom = {};
};

/// Takes conversations out of the queue, and finds out whose they are then.
class Taking : public QObject
{
    Q_OBJECT
public:
    struct Apis {
        QueueApi &queue;
        RoomsApi &rooms;
    };
    Taking(Apis apis, ConversationStore &conversations, AgentStore &agent, QObject *parent = nullptr);

    void take(const RoomId &room, const Then<TakeOutcome> &then);

Q_SIGNALS:
    void roomRead(const greenline::Room &room); ///< As rooms.info answered.
    void subscriptionRead(const greenline::Subscription &subscription);

private:
    struct Attempt {
        RoomId room;
        InquiryId inquiry;
        Status answer;
    };
    void readRoom(const Attempt &attempt, const Then<TakeOutcome> &then);
    void decide(const Attempt &attempt, const Result<Room> &info, const Then<TakeOutcome> &then);
    void decideUnseen(const Attempt &attempt, const Error &unseen, const Then<TakeOutcome> &then);
    QString ownerOf(const RoomId &room) const; ///< Empty: not known.
    void fetchSubscription(const RoomId &room, const Then<TakeOutcome> &then);

    Apis m_apis;
    ConversationStore &m_conversations;
    AgentStore &m_agent;
};

} // namespace greenline
