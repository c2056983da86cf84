#include "app/workspace/search.h"

#include "app/base/log.h"
#include "app/omnichannel/conversationstore.h"
#include "app/sms/phonenumber.h"
#include "app/storage/cachedb.h"
#include "app/workspace/abilities.h"
#include "app/workspace/knownrooms.h"
#include "app/workspace/timelines.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int mostConversations = 10; // ahead of the messages
constexpr int mostRoomsAsked = 5; // chat.search is a call for each; ten a minute are allowed to an office (3.11.6)

bool isNumberTyped(const QString &typed)
{
    return std::all_of(typed.begin(), typed.end(), [](QChar letter) { return !letter.isLetter(); })
        && digitsOf(typed).size() >= 3;
}

/// Visitors without a name are called by their digits.
QString nameAsked(const QString &typed)
{
    if (!isNumberTyped(typed)) {
        return typed.simplified();
    }
    QString digits = digitsOf(typed);
    while (digits.startsWith(u'0')) {
        digits.remove(0, 1); // what a country puts before its numbers at home
    }
    return digits;
}

/// It left us while the round was on its way; the others are still to be asked.
bool isOfThisRoomAlone(const Error &error)
{
    return error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::NotFound
        || error.kind == Error::Kind::Rejected;
}

} // namespace

/// One search of the workspace, from the first call to the last answer.
struct Search::Round {
    QString typed;
    int most = 0;
    QList<RoomId> rooms; // still to be asked
    QList<Found> conversations;
    QList<Found> messages;
    Then<QList<Found>> then;
};

Search::Search(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
{
}

void Search::prepare()
{
    m_needs.known.write();
    m_needs.timelines.writeShown();
}

Conversation Search::conversationOf(const RoomId &room) const
{
    if (const Conversation *listed = m_needs.conversations.find(room)) {
        return *listed;
    }
    if (const ConversationFacts *facts = m_needs.conversations.facts(room)) {
        return joined(room, *facts, m_needs.me);
    }
    const Result<std::optional<ConversationFacts>> known = m_needs.cache.knownConversation(room);
    return known && *known ? joined(room, **known, m_needs.me) : Conversation{.id = room};
}

QList<Found> Search::here(const QString &typed, int most) const
{
    QList<Found> found;
    const Result<QList<ConversationFacts>> named = m_needs.cache.searchConversations(typed, mostConversations);
    const Result<QList<Message>> messages = m_needs.cache.search(typed, most);
    if (!named || !messages) {
        qCWarning(logWorkspace) << "search:" << redacted((named ? messages.error() : named.error()).detail);
    }
    if (named) {
        for (const ConversationFacts &facts : *named) {
            found.append({conversationOf(roomOf(facts))});
        }
    }
    if (messages) {
        QHash<RoomId, Conversation> conversations;
        for (const Message &message : *messages) {
            if (found.size() >= most) {
                break;
            }
            if (!conversations.contains(message.room)) {
                conversations.insert(message.room, conversationOf(message.room));
            }
            found.append({conversations.value(message.room), message});
        }
    }
    return found;
}

void Search::inConversation(const RoomId &room, const QString &text, int most, const Then<QList<Message>> &then)
{
    m_needs.api.messages(room, text, most, then);
}

void Search::inWorkspace(const QString &typed, int most, const Then<QList<Found>> &then)
{
    auto round = std::make_shared<Round>(Round{typed, most, {}, {}, {}, then});
    for (int row = 0; row < m_needs.conversations.size() && round->rooms.size() < mostRoomsAsked; ++row) {
        const Conversation &listed = m_needs.conversations.at(row);
        if (listed.stage == Stage::Mine || listed.stage == Stage::OnHold) {
            round->rooms.append(listed.id);
        }
    }
    const AgentId servedBy = m_needs.abilities.may(Ability::SeeAllConversations) ? AgentId() : m_needs.me;
    m_needs.api.rooms(nameAsked(typed), servedBy, most,
                      {this, [this, round](const Result<QList<Room>> &rooms) {
                           if (!rooms) {
                               round->then(rooms.error());
                               return;
                           }
                           for (const Room &room : *rooms) {
                               ConversationFacts facts;
                               facts.room = room;
                               round->conversations.append({joined(room.id, facts, m_needs.me)});
                           }
                           askNextRoom(round);
                       }});
}

void Search::askNextRoom(const std::shared_ptr<Round> &round)
{
    if (round->rooms.isEmpty() || round->messages.size() >= round->most) {
        std::reverse(round->messages.begin(), round->messages.end());
        round->then(round->conversations + round->messages);
        return;
    }
    const RoomId room = round->rooms.takeFirst();
    m_needs.api.messages(room, round->typed, round->most,
                         {this, [this, round, room](const Result<QList<Message>> &messages) {
                              if (!messages && !isOfThisRoomAlone(messages.error())) {
                                  round->then(messages.error());
                                  return;
                              }
                              const Conversation conversation = conversationOf(room);
                              for (const Message &message : messages ? *messages : QList<Message>()) {
                                  round->messages.append({conversation, message});
                              }
                              askNextRoom(round);
                          }});
}

void Search::makeKnown(const RoomId &room, const Then<Done> &then)
{
    if (m_needs.conversations.find(room)) {
        then(Done());
        return;
    }
    m_needs.rooms.info(room, {this, [this, room, then](const Result<Room> &read) {
                                  if (read) {
                                      m_needs.conversations.applyRoom(*read);
                                      then(Done());
                                      return;
                                  }
                                  // What has ended does not change: without a line it is read as it was.
                                  const Result<std::optional<ConversationFacts>> known
                                      = m_needs.cache.knownConversation(room);
                                  const bool hasEnded = known && *known && (*known)->room && !(*known)->room->isOpen;
                                  if (hasEnded) {
                                      m_needs.conversations.applyRoom(*(*known)->room);
                                  }
                                  then(hasEnded ? Status(Done()) : Status(read.error()));
                              }});
}

} // namespace greenline
