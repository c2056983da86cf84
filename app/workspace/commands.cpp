#include "app/workspace/commands.h"

#include "app/base/log.h"
#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"
#include "app/rest/directoryapi.h"
#include "app/rest/envelope.h"
#include "app/rest/queueapi.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

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

/// On 7.7.1 a conversation that is closed already is answered like one that is not ours (rocketchat-wire.md 12, 2.7).
bool asksForClosed(const Error &error)
{
    const bool isLost = error.kind == Error::Kind::Timeout || error.kind == Error::Kind::Network;
    return isLost || error.kind == Error::Kind::Forbidden || error.code == "error-not-authorized"_L1
        || error.code == "error-room-already-closed"_L1;
}

Error rejected(const QString &code)
{
    return {Error::Kind::Rejected, code, code};
}

} // namespace

Commands::Commands(Apis apis, ConversationStore &conversations, AgentStore &agent, QObject *parent)
    : QObject(parent)
    , m_apis(apis)
    , m_conversations(conversations)
    , m_agent(agent)
{
}

void Commands::take(const RoomId &room, const Then<TakeOutcome> &then)
{
    const Conversation *queued = m_conversations.find(room);
    if (!queued || queued->inquiry.isEmpty()) {
        then(Error{Error::Kind::NotFound, u"not in the queue"_s, u"not-queued"_s});
        return;
    }
    const InquiryId inquiry = queued->inquiry;
    m_apis.queue.take(inquiry,
                      {this, [this, room, inquiry, then](const Status &answer) {
                           if (!answer && !asksForWhose(answer.error())) {
                               then(answer.error());
                               return;
                           }
                           m_apis.rooms.info(
                               room, {this, [this, take = Take{room, inquiry, answer}, then](const Result<Room> &info) {
                                          decide(take, info, then);
                                      }});
                       }});
}

/// servedBy alone says whose it is: two simultaneous takes both answer 200 (seen on 7.7.1).
void Commands::decide(const Take &take, const Result<Room> &info, const Then<TakeOutcome> &then)
{
    if (!info) {
        decideUnseen(take, info.error(), then);
        return;
    }
    if (info->isOpen && info->servedBy.isEmpty()) {
        // Some failures answer success and change nothing (rocketchat-wire.md 2.4).
        then(take.answer ? rejected(u"not-taken"_s) : take.answer.error());
        return;
    }
    m_conversations.removeTaken(take.inquiry, *info);
    adopt(*info);
    if (!info->isOpen) {
        then(TakeOutcome{TakeOutcome::Verdict::Gone});
    } else if (info->servedBy == m_agent.me().id) {
        fetchSubscription(take.room, then);
    } else {
        then(TakeOutcome{TakeOutcome::Verdict::TakenByOther,
                         info->servedByName.isEmpty() ? ownerOf(take.room) : info->servedByName});
    }
}

/// As the streams told it, when the room itself cannot be read.
QString Commands::ownerOf(const RoomId &room) const
{
    const ConversationFacts *facts = m_conversations.facts(room);
    const bool isAnothers = facts && facts->room && facts->room->servedBy != m_agent.me().id;
    return isAnothers ? facts->room->servedByName : QString();
}

/// The room cannot be read: an agent may see only what they serve.
void Commands::decideUnseen(const Take &take, const Error &unseen, const Then<TakeOutcome> &then)
{
    const bool isHidden = unseen.kind == Error::Kind::Forbidden || unseen.kind == Error::Kind::Rejected;
    const bool isGone = isMissing(unseen);
    if (isTakenAlready(take.answer) || (take.answer && isHidden)) {
        m_conversations.removeInquiry(take.inquiry);
        then(TakeOutcome{TakeOutcome::Verdict::TakenByOther, ownerOf(take.room)});
    } else if (isGone || (isHidden && isUnknownInquiry(take.answer))) {
        m_conversations.removeInquiry(take.inquiry);
        then(TakeOutcome{TakeOutcome::Verdict::Gone});
    } else {
        then(take.answer ? unseen : take.answer.error());
    }
}

void Commands::fetchSubscription(const RoomId &room, const Then<TakeOutcome> &then)
{
    const ConversationFacts *facts = m_conversations.facts(room);
    if (facts && facts->subscription) {
        then(TakeOutcome{TakeOutcome::Verdict::Mine}); // its event was faster
        return;
    }
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
                                    then(TakeOutcome{TakeOutcome::Verdict::Mine}); // servedBy has said so
                                }});
}

void Commands::closeRules(const RoomId &room, const Then<CloseRules> &then)
{
    m_apis.directory.rules({this, [this, room, then](const Result<WorkspaceRules> &workspace) {
                                if (!workspace) {
                                    then(workspace.error());
                                    return;
                                }
                                readTags(room, *workspace, then);
                            }});
}

void Commands::readTags(const RoomId &room, const WorkspaceRules &workspace, const Then<CloseRules> &then)
{
    CloseRules rules;
    rules.needsComment = workspace.closingNeedsComment;
    const Conversation *conversation = m_conversations.find(room);
    const DepartmentId department = conversation ? conversation->department : DepartmentId();
    if (const Department *known = m_agent.department(department)) {
        rules.needsTag = known->requiresTagToClose;
        rules.knownTags = known->closingTags;
    }
    m_apis.directory.tags(department, {this, [this, room, rules, then](const Result<QStringList> &tags) mutable {
                                           if (tags) {
                                               rules.knownTags += *tags;
                                               rules.knownTags.removeDuplicates();
                                           }
                                           readEmail(room, rules, then);
                                       }});
}

/// For the transcript alone: without it the conversation is closed all the same.
void Commands::readEmail(const RoomId &room, const CloseRules &rules, const Then<CloseRules> &then)
{
    const Conversation *conversation = m_conversations.find(room);
    const std::optional<QString> known = m_knownEmail ? m_knownEmail(room) : std::nullopt;
    if (!conversation || conversation->visitor.isEmpty() || known) {
        CloseRules whole = rules;
        whole.customerEmail = known.value_or(QString());
        m_rules.insert(room, whole);
        then(whole);
        return;
    }
    m_apis.directory.visitor(conversation->visitor, {this, [this, room, rules, then](const Result<Contact> &contact) {
                                                         CloseRules whole = rules;
                                                         if (contact && !contact->emails.isEmpty()) {
                                                             whole.customerEmail = contact->emails.first();
                                                         }
                                                         m_rules.insert(room, whole);
                                                         then(whole);
                                                     }});
}

void Commands::close(const RoomId &room, const CloseRequest &request, const Then<Done> &then)
{
    const auto known = m_rules.constFind(room);
    if (known != m_rules.constEnd()) {
        closeBy(*known, room, request, then);
        return;
    }
    closeRules(room, {this, [this, room, request, then](const Result<CloseRules> &rules) {
                          if (!rules) {
                              then(rules.error());
                              return;
                          }
                          closeBy(*rules, room, request, then);
                      }});
}

void Commands::closeBy(const CloseRules &rules, const RoomId &room, const CloseRequest &request, const Then<Done> &then)
{
    if (rules.needsComment && request.comment.trimmed().isEmpty()) {
        then(rejected(u"comment-required"_s));
        return;
    }
    if (rules.needsTag && request.tags.isEmpty()) {
        then(rejected(u"tags-required"_s));
        return;
    }
    m_apis.rooms.close(room, request, {this, [this, room, then](const Status &answer) {
                                           const ConversationFacts *facts = m_conversations.facts(room);
                                           if (answer && facts && facts->room) {
                                               settleClosed(room, *facts->room);
                                               then(Done());
                                           } else if (answer || asksForClosed(answer.error())) {
                                               confirmClosed(room, answer, then);
                                           } else {
                                               then(answer);
                                           }
                                       }});
}

void Commands::confirmClosed(const RoomId &room, const Status &answer, const Then<Done> &then)
{
    m_apis.rooms.info(room, {this, [this, room, answer, then](const Result<Room> &info) {
                                 if (answer || (info && !info->isOpen)) {
                                     // Closed by somebody else, what was typed was not saved. Our own call may have
                                     // been carried out without an answer.
                                     const bool isAnothers = !answer && !info->closedBy.isEmpty()
                                         && info->closedBy != m_agent.me().username
                                         && info->closedBy != m_agent.me().name;
                                     settleClosed(room, info);
                                     then(isAnothers ? rejected(u"error-room-already-closed"_s) : Status(Done()));
                                     return;
                                 }
                                 if (info) {
                                     adopt(*info);
                                 }
                                 then(answer);
                             }});
}

void Commands::settleClosed(const RoomId &room, const Result<Room> &info)
{
    m_rules.remove(room);
    const ConversationFacts *facts = m_conversations.facts(room);
    if (info && !info->isOpen) {
        adopt(*info);
    } else if (facts && facts->room) {
        Room ended = *facts->room;
        ended.isOpen = false;
        ended.updatedAt = ended.updatedAt.addMSecs(1);
        adopt(ended);
    }
    m_conversations.removeSubscription(room);
    Q_EMIT closed(room);
}

void Commands::setAvailability(Availability availability, const Then<Done> &then)
{
    m_apis.directory.setAvailability(availability,
                                     {this, [this, availability, then](const Result<Availability> &answer) {
                                          if (!answer) {
                                              then(answer.error());
                                              return;
                                          }
                                          m_agent.setAvailability(*answer);
                                          Q_EMIT availabilityChanged();
                                          if (*answer != availability) {
                                              then(rejected(u"availability-unchanged"_s));
                                              return;
                                          }
                                          then(Done());
                                      }});
}

void Commands::markRead(const RoomId &room)
{
    const Conversation *conversation = m_conversations.find(room);
    const ConversationFacts *facts = m_conversations.facts(room);
    if (!conversation || !facts || !facts->subscription || conversation->unread == 0) {
        return; // a preview has no subscription to mark
    }
    m_conversations.markRead(room); // and with that, nothing is unread until something new comes
    m_apis.rooms.markRead(room, {this, [](const Status &marked) {
                                     if (!marked) {
                                         qCInfo(logWorkspace) << "mark read:" << marked.error().code;
                                     }
                                 }});
}

void Commands::adopt(const Room &room)
{
    Q_EMIT roomRead(room);
    m_conversations.applyRoom(room);
}

} // namespace greenline
