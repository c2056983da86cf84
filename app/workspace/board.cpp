#include "app/workspace/board.h"

#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"
#include "app/rest/handoverapi.h"

#include <utility>

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr int boardPageSize = 100;
constexpr int mostBoardPages = 3; // more conversations than anybody can look over
constexpr auto betweenBoardReadings = 30'000ms;
constexpr auto betweenLongBoardReadings = 60'000ms; // of more than two pages

BoardRoom countedRoom(const Room &room)
{
    return {room.id, room.department, room.ourNumber, room.servedBy,
            room.queuedAt.isValid() ? room.queuedAt : room.startedAt};
}

} // namespace

Board::Board(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_listings(needs.rest)
    , m_next(needs.clock, [this] { read(); })
{
    connect(&needs.conversations, &ConversationStore::inserted, this, &Board::onRow);
    connect(&needs.conversations, &ConversationStore::changed, this, &Board::onRow);
    connect(&needs.conversations, &ConversationStore::removed, this, &Board::onRow);
    connect(&needs.agent, &AgentStore::meChanged, this, &Board::onRow);
}

void Board::watch()
{
    m_isWatched = true;
    const bool isFresh
        = m_checkedAt.isValid() && m_checkedAt.msecsTo(m_needs.clock.now()) < betweenBoardReadings.count();
    if (!m_isReading && !isFresh) {
        read();
    } else if (!m_next.isActive()) {
        m_next.start(betweenBoardReadings);
    }
}

void Board::leave()
{
    m_isWatched = false;
    m_next.stop();
}

void Board::read()
{
    m_next.stop();
    m_isReading = true;
    m_needs.handover.agents({this, [this](const Result<QList<ListedAgent>> &agents) {
                                 if (!agents) {
                                     finish(agents.error());
                                     return;
                                 }
                                 m_agents.clear();
                                 for (const ListedAgent &listed : *agents) {
                                     m_agents.append(listed.agent);
                                 }
                                 m_coming.clear();
                                 m_asked = 0;
                                 m_pages = 0;
                                 readRooms();
                             }});
}

void Board::readRooms()
{
    ListingRequest request;
    request.isOpen = true;
    request.offset = m_asked;
    request.count = boardPageSize;
    m_listings.page(request, {this, [this](const Result<ListingPage> &page) {
                                  if (page) {
                                      onPage(*page);
                                  } else {
                                      finish(page.error());
                                  }
                              }});
}

void Board::onPage(const ListingPage &page)
{
    for (const Room &room : page.rooms) {
        m_coming.append(countedRoom(room));
    }
    m_asked += page.asked;
    ++m_pages;
    const bool isMore = page.asked > 0 && m_asked < page.total;
    if (isMore && m_pages < mostBoardPages) {
        readRooms();
        return;
    }
    m_isPartial = isMore;
    m_rooms = std::exchange(m_coming, {});
    m_checkedAt = m_needs.clock.now();
    finish(std::nullopt);
}

void Board::finish(const std::optional<Error> &error)
{
    m_isReading = false;
    m_error = error;
    if (m_isWatched) {
        m_next.start(error || m_pages > 2 ? betweenLongBoardReadings : betweenBoardReadings);
    }
    Q_EMIT changed();
}

/// Once for a burst, and not from within the store's own signal.
void Board::onRow()
{
    if (m_isWatched && !std::exchange(m_willTell, true)) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_willTell = false;
                Q_EMIT changed();
            },
            Qt::QueuedConnection);
    }
}

BoardPicture Board::picture() const
{
    QList<Agent> agents = m_agents;
    const Agent &me = m_needs.agent.me();
    for (Agent &agent : agents) {
        if (agent.id == me.id) {
            agent.availability = me.availability;
            agent.presence = me.presence;
        }
    }
    BoardPicture picture = boardPicture(rooms(), agents);
    picture.isPartial = m_isPartial;
    return picture;
}

/// The agent's own list is newer than the last reading where the two speak of the same conversation.
QList<BoardRoom> Board::rooms() const
{
    QHash<RoomId, BoardRoom> counted;
    for (const BoardRoom &room : m_rooms) {
        counted.insert(room.id, room);
    }
    const ConversationStore &conversations = m_needs.conversations;
    for (int row = 0; row < conversations.size(); ++row) {
        const Conversation &own = conversations.at(row);
        if (own.stage == Stage::Closed) {
            counted.remove(own.id);
        } else if (own.stage != Stage::Elsewhere) {
            const AgentId servedBy = own.stage == Stage::Queue ? AgentId() : m_needs.agent.me().id;
            counted.insert(own.id, {own.id, own.department, own.ourNumber, servedBy, own.waitingSince});
        }
    }
    return counted.values();
}

} // namespace greenline
