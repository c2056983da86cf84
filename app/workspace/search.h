#pragma once

#include "app/base/then.h"
#include "app/omnichannel/conversation.h"
#include "app/rest/roomsapi.h"
#include "app/rest/searchapi.h"

#include <QObject>

#include <optional>

namespace greenline {

class Abilities;
class CacheDb;
class ConversationStore;
class KnownRooms;
class Timelines;

/// Something that was looked for: a message of a conversation, or the conversation itself.
struct Found {
    Conversation conversation = {}; ///< With an id alone when nothing more is known.
    std::optional<Message> message = {};
    bool operator==(const Found &) const = default;
};

/// Finds conversations and messages: among what was seen on this computer at once, and in the workspace when asked.
class Search : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        CacheDb &cache;
        ConversationStore &conversations;
        Timelines &timelines;
        KnownRooms &known;
        Abilities &abilities;
        RoomsApi &rooms;
        SearchApi &api;
        AgentId me;
    };
    explicit Search(const Needs &needs, QObject *parent = nullptr);

    void prepare(); ///< Before the first search: what is on screen is made findable, too.
    /// Conversations by name or number first, then messages, the newest first. Every word is the beginning of one.
    QList<Found> here(const QString &typed, int most) const;
    /// What the workspace knows besides: conversations by name or number, open or closed, and messages of those that
    /// the agent has open. Several calls, few enough for the workspace's limits.
    void inWorkspace(const QString &typed, int most, const Then<QList<Found>> &then);
    void inConversation(const RoomId &room, const QString &text, int most, const Then<QList<Message>> &then);
    /// Makes a conversation known to the store, so that it can be opened; an ended one is read again first.
    void makeKnown(const RoomId &room, const Then<Done> &then);

private:
    struct Round;
    Conversation conversationOf(const RoomId &room) const;
    void askNextRoom(const std::shared_ptr<Round> &round);

    Needs m_needs;
};

} // namespace greenline
