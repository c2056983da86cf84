#include "app/workspace/taking.h"

#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"
#include "app/rest/envelope.h"
#include "app/rest/queueapi.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

/// So long the streams have to tell whose a conversation is, and to take it back: of two simultaneous takes the later
/// one serves.
constexpr auto takeWordTime = 1s;

/// Not there, as the workspace says. A web page in place of an answer (a proxy, a gateway in trouble) says nothing of
/// the kind.
bool isMissing(const Error &error)
{
    return error.kind == Error::Kind::NotFound && error.code != noSuchRoute;
}

/// A 400 with that code, and a 404.
bool isUnknownInquiry(const Status &answer)
{
    return !answer && (isMissing(answer.error()) || answer.error().code == "error-not-found"_L1);
}

bool isTakenAlready(const Status &answer)
{
    return !answer && answer.error().code == "error-inquiry-taken"_L1;
}

/// Refusals after which the conversation may be somebody's: also when the answer was lost, for the take may have been
/// carried out.
bool asksForWhose(const Error &error)
{
    const bool isLost = error.kind == Error::Kind::Timeout || error.kind == Error::Kind::Network;
    return isLost || isMissing(error) || error.code == "error-inquiry-taken"_L1 || error.code == "error-not-found"_L1;
}

} // namespace

Taking::Taking(Apis apis, const Stores &stores, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_apis(apis)
    , m_conversations(stores.conversations)
    , m_agent(stores.agent)
    , m_clock(clock)
{
}

void Taking::take(const RoomId &room, const Then<TakeOutcome> &then)
{
    const Conversation *queued = m_conversations.find(room);
    if (!queued || queued->inquiry.isEmpty()) {
        then(Error{Error::Kind::NotFound, u"not in the queue"_s, u"not-queued"_s});
        return;
    }
    Attempt attempt{room, queued->inquiry, m_conversations.facts(room)->inquiry->updatedAt};
    m_apis.queue.take(attempt.inquiry,
                      {this,
                       [this, attempt, then](const Status &answer) mutable {
                           if (!answer && !asksForWhose(answer.error())) {
                               then(answer.error());
                               return;
                           }
                           attempt.answer = answer;
                           readRoom(attempt, then);
                       }},
                      room);
}

void Taking::readRoom(const Attempt &attempt, const Then<TakeOutcome> &then)
{
    m_apis.rooms.info(attempt.room,
                      {this,
                       [this, attempt, then](const Result<Room> &info) {
                           if (!info && info.error().kind == Error::Kind::RateLimited) {
                               m_clock.after(takeWordTime, this, [this, attempt, then] { waitForWord(attempt, then); });
                           } else {
                               decide(attempt, info, then);
                           }
                       }},
                      WhenClosed::Refuse);
}

/// The room may not be asked for now, and the streams have had their time.
void Taking::waitForWord(const Attempt &attempt, const Then<TakeOutcome> &then)
{
    if (decideByStream(attempt, then)) {
        return;
    }
    Attempt held = attempt;
    held.waiting = new QObject(this);
    m_apis.rooms.info({held.room, held.waiting}, {this, [this, held, then](const Result<Room> &info) {
                                                      if (held.waiting) {
                                                          delete held.waiting;
                                                          decide(held, info, then);
                                                      } else if (info) { // said already, but newer
                                                          Q_EMIT roomRead(*info);
                                                          m_conversations.applyRoom(*info);
                                                      }
                                                  }});
    keepListening(held, then);
}

/// A stream that was late, or down for a while, may still be faster.
void Taking::keepListening(const Attempt &attempt, const Then<TakeOutcome> &then)
{
    m_clock.after(takeWordTime, this, [this, attempt, then] {
        if (attempt.waiting && !decideByStream(attempt, then)) {
            keepListening(attempt, then);
        }
    });
}

bool Taking::decideByStream(const Attempt &attempt, const Then<TakeOutcome> &then)
{
    const std::optional<Room> told = toldOf(attempt);
    if (told) {
        delete attempt.waiting;
        decide(attempt, *told, then);
    }
    return told.has_value();
}

/// The room as the streams told it, if that is a word about the take: newer than the queue's entry, and where it names
/// us, with the tie that the workspace makes for who serves. After a take that another one overtook, that tie ends.
std::optional<Room> Taking::toldOf(const Attempt &attempt) const
{
    const ConversationFacts *facts = m_conversations.facts(attempt.room);
    if (!facts || !facts->room || !attempt.queuedAt.isValid() || facts->room->updatedAt <= attempt.queuedAt) {
        return std::nullopt;
    }
    const bool isOurs = facts->room->servedBy == m_agent.me().id;
    const bool isSaid
        = !facts->room->isOpen || (isOurs ? facts->subscription.has_value() : !facts->room->servedBy.isEmpty());
    return isSaid ? facts->room : std::nullopt;
}

/// servedBy alone says whose it is: two simultaneous takes both answer 200 (seen on 7.7.1).
void Taking::decide(const Attempt &attempt, const Result<Room> &info, const Then<TakeOutcome> &then)
{
    if (!info) {
        decideUnseen(attempt, info.error(), then);
        return;
    }
    if (info->isOpen && info->servedBy.isEmpty()) {
        // Some failures answer success and change nothing (rocketchat-wire.md 2.4).
        then(attempt.answer ? Error{Error::Kind::Rejected, u"not-taken"_s, u"not-taken"_s} : attempt.answer.error());
        return;
    }
    m_conversations.removeTaken(attempt.inquiry, *info);
    Q_EMIT roomRead(*info);
    m_conversations.applyRoom(*info);
    if (!info->isOpen) {
        then(TakeOutcome{TakeOutcome::Verdict::Gone});
    } else if (info->servedBy == m_agent.me().id) {
        fetchSubscription(attempt.room, then);
    } else {
        then(TakeOutcome{TakeOutcome::Verdict::TakenByOther,
                         info->servedByName.isEmpty() ? ownerOf(attempt.room) : info->servedByName});
    }
}

/// As the streams told it, when the room itself cannot be read.
QString Taking::ownerOf(const RoomId &room) const
{
    const ConversationFacts *facts = m_conversations.facts(room);
    const bool isAnothers = facts && facts->room && facts->room->servedBy != m_agent.me().id;
    return isAnothers ? facts->room->servedByName : QString();
}

/// The room cannot be read: an agent may see only what they serve.
void Taking::decideUnseen(const Attempt &attempt, const Error &unseen, const Then<TakeOutcome> &then)
{
    const bool isHidden = unseen.kind == Error::Kind::Forbidden || unseen.kind == Error::Kind::Rejected;
    const bool isGone = isMissing(unseen);
    if (isTakenAlready(attempt.answer) || (attempt.answer && isHidden)) {
        m_conversations.removeInquiry(attempt.inquiry);
        then(TakeOutcome{TakeOutcome::Verdict::TakenByOther, ownerOf(attempt.room)});
    } else if (isGone || (isHidden && isUnknownInquiry(attempt.answer))) {
        m_conversations.removeInquiry(attempt.inquiry);
        then(TakeOutcome{TakeOutcome::Verdict::Gone});
    } else {
        then(attempt.answer ? unseen : attempt.answer.error());
    }
}

void Taking::fetchSubscription(const RoomId &room, const Then<TakeOutcome> &then)
{
    const ConversationFacts *facts = m_conversations.facts(room);
    if (facts && facts->subscription) {
        then(TakeOutcome{TakeOutcome::Verdict::Mine}); // its event was faster
        return;
    }
    const auto read = [this, room, then](const Result<OwnTies> &all) {
        if (!all && all.error().kind == Error::Kind::RateLimited) { // nobody has to wait for it
            m_apis.rooms.subscriptions(
                {this, [this, room](const Result<OwnTies> &later) { noteSubscription(room, later); }});
        }
        noteSubscription(room, all);
        then(TakeOutcome{TakeOutcome::Verdict::Mine}); // servedBy has said so
    };
    m_apis.rooms.subscriptions({this, read}, WhenClosed::Refuse);
}

void Taking::noteSubscription(const RoomId &room, const Result<OwnTies> &all)
{
    if (!all) {
        return;
    }
    const auto mine = std::find_if(all->readable.cbegin(), all->readable.cend(),
                                   [&room](const Subscription &one) { return one.room == room; });
    if (mine != all->readable.cend()) {
        Q_EMIT subscriptionRead(*mine);
        m_conversations.applySubscription(*mine);
    }
}

} // namespace greenline
