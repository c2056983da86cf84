#pragma once

#include "app/base/clock.h"
#include "app/base/then.h"
#include "app/rest/roomsapi.h"

#include <QObject>
#include <QPointer>

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

/// Takes conversations out of the queue, and finds out whose they are then: from the room, or, while its route is
/// closed, from what the streams tell of it. Several may be under way at once.
class Taking : public QObject
{
    Q_OBJECT
public:
    struct Apis {
        QueueApi &queue;
        RoomsApi &rooms;
    };
    struct Stores {
        ConversationStore &conversations;
        AgentStore &agent;
    };
    Taking(Apis apis, const Stores &stores, Clock &clock, QObject *parent = nullptr);

    void take(const RoomId &room, const Then<TakeOutcome> &then);

Q_SIGNALS:
    void roomRead(const greenline::Room &room); ///< As rooms.info answered.
    void subscriptionRead(const greenline::Subscription &subscription);

private:
    struct Attempt {
        RoomId room;
        InquiryId inquiry;
        QDateTime queuedAt; ///< The inquiry's _updatedAt: what was known of the room before is no word about the take.
        Status answer = Done();
        QPointer<QObject> waiting = {}; ///< For the closed route; until it has opened, or a stream decides before.
    };
    void readRoom(const Attempt &attempt, const Then<TakeOutcome> &then);
    void waitForWord(const Attempt &attempt, const Then<TakeOutcome> &then);
    void keepListening(const Attempt &attempt, const Then<TakeOutcome> &then);
    bool decideByStream(const Attempt &attempt, const Then<TakeOutcome> &then);
    std::optional<Room> toldOf(const Attempt &attempt) const;
    void decide(const Attempt &attempt, const Result<Room> &info, const Then<TakeOutcome> &then);
    void decideUnseen(const Attempt &attempt, const Error &unseen, const Then<TakeOutcome> &then);
    QString ownerOf(const RoomId &room) const; ///< Empty: not known.
    void fetchSubscription(const RoomId &room, const Then<TakeOutcome> &then);
    void noteSubscription(const RoomId &room, const Result<OwnTies> &all);

    Apis m_apis;
    ConversationStore &m_conversations;
    AgentStore &m_agent;
    Clock &m_clock;
};

} // namespace greenline
