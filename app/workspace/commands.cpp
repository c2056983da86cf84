#include "app/workspace/commands.h"

#include "app/base/log.h"
#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"
#include "app/rest/directoryapi.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

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

Commands::Commands(Apis apis, const Stores &stores, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_apis(apis)
    , m_conversations(stores.conversations)
    , m_agent(stores.agent)
    , m_taking({apis.queue, apis.rooms}, stores, clock)
{
    connect(&m_taking, &Taking::roomRead, this, &Commands::roomRead);
    connect(&m_taking, &Taking::subscriptionRead, this, &Commands::subscriptionRead);
}

void Commands::take(const RoomId &room, const Then<TakeOutcome> &then)
{
    m_taking.take(room, then);
}

void Commands::closeRules(const Wait &wait, const Then<CloseRules> &then)
{
    m_apis.directory.rules({this,
                            [this, wait, then](const Result<WorkspaceRules> &workspace) {
                                if (!workspace) {
                                    then(workspace.error());
                                    return;
                                }
                                readTags(wait, *workspace, then);
                            }},
                           wait);
}

void Commands::readTags(const Wait &wait, const WorkspaceRules &workspace, const Then<CloseRules> &then)
{
    CloseRules rules;
    rules.needsComment = workspace.closingNeedsComment;
    const Conversation *conversation = m_conversations.find(wait.where);
    const DepartmentId department = conversation ? conversation->department : DepartmentId();
    if (const Department *known = m_agent.department(department)) {
        rules.needsTag = known->requiresTagToClose;
        rules.knownTags = known->closingTags;
    }
    m_apis.directory.tags(department,
                          {this,
                           [this, wait, rules, then](const Result<QStringList> &tags) mutable {
                               if (tags) {
                                   rules.knownTags += *tags;
                                   rules.knownTags.removeDuplicates();
                               }
                               readEmail(wait, rules, then);
                           }},
                          wait);
}

/// For the transcript alone: without it the conversation is closed all the same.
void Commands::readEmail(const Wait &wait, const CloseRules &rules, const Then<CloseRules> &then)
{
    const Conversation *conversation = m_conversations.find(wait.where);
    const std::optional<QString> known = m_knownEmail ? m_knownEmail(wait.where) : std::nullopt;
    if (!conversation || conversation->visitor.isEmpty() || known) {
        CloseRules whole = rules;
        whole.customerEmail = known.value_or(QString());
        m_rules.insert(wait.where, whole);
        then(whole);
        return;
    }
    const auto read = [this, wait, rules, then](const Result<Contact> &contact) {
        CloseRules whole = rules;
        if (contact && !contact->emails.isEmpty()) {
            whole.customerEmail = contact->emails.first();
        }
        m_rules.insert(wait.where, whole);
        then(whole);
    };
    m_apis.directory.visitor(conversation->visitor, {this, read}, wait);
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
