#pragma once

#include "app/base/then.h"
#include "app/omnichannel/agent.h"
#include "app/rest/roomsapi.h"
#include "app/workspace/taking.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace greenline {

class AgentStore;
class ConversationStore;
class DirectoryApi;
class QueueApi;
struct WorkspaceRules;

/// What closing this conversation asks for.
struct CloseRules {
    bool needsComment = false;
    bool needsTag = false;
    QStringList knownTags = {}; ///< Managed tags (Enterprise) and the department's; the person may write others.
    QString customerEmail = {}; ///< Empty: not known.
};

/// What an agent does to conversations. Each answers once; errors say why in the server's code. Stores are brought up
/// to date before the answer.
class Commands : public QObject
{
    Q_OBJECT
public:
    struct Apis {
        QueueApi &queue;
        RoomsApi &rooms;
        DirectoryApi &directory;
    };
    using Stores = Taking::Stores;
    Commands(Apis apis, const Stores &stores, Clock &clock, QObject *parent = nullptr);

    /// Where a customer's address may be known already; nothing: it is asked for. Their route has a limit.
    void setKnownEmail(const std::function<std::optional<QString>(const RoomId &)> &known) { m_knownEmail = known; }
    void take(const RoomId &room, const Then<TakeOutcome> &then);
    /// wait: as in RestCall::awaitedIn.
    void closeRules(const Wait &wait, const Then<CloseRules> &then);
    /// Required comment and tags are checked here before the call (Rejected, codes "comment-required",
    /// "tags-required").
    void close(const RoomId &room, const CloseRequest &request, const Then<Done> &then);
    void setAvailability(Availability availability, const Then<Done> &then);
    void markRead(const RoomId &room); ///< At most once per change; quiet when it fails.

Q_SIGNALS:
    void roomRead(const greenline::Room &room); ///< As rooms.info answered.
    void subscriptionRead(const greenline::Subscription &subscription);
    void closed(const greenline::RoomId &room);
    void availabilityChanged();

private:
    void readTags(const Wait &wait, const WorkspaceRules &workspace, const Then<CloseRules> &then);
    void readEmail(const Wait &wait, const CloseRules &rules, const Then<CloseRules> &then);
    void closeBy(const CloseRules &rules, const RoomId &room, const CloseRequest &request, const Then<Done> &then);
    void confirmClosed(const RoomId &room, const Status &answer, const Then<Done> &then);
    void adopt(const Room &room);
    void settleClosed(const RoomId &room, const Result<Room> &info);

    Apis m_apis;
    ConversationStore &m_conversations;
    AgentStore &m_agent;
    Taking m_taking;
    std::function<std::optional<QString>(const RoomId &)> m_knownEmail;
    QHash<RoomId, CloseRules> m_rules; // as last shown
};

} // namespace greenline
