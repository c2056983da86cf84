#include "ui/wizard/arrivalfeed.h"

#include "app/omnichannel/conversationstore.h"
#include "app/rest/listingsapi.h"
#include "app/setup/arrival.h"

#include <utility>

using namespace std::chrono_literals;

namespace greenline {

namespace {

// Ten calls a minute come through to a route. The first looks follow soon, for who texts at once waits for it.
constexpr int soonLooks = 2;
constexpr auto soonPause = 3s;
constexpr auto laterPause = 8s;

} // namespace

ArrivalFeed::ArrivalFeed(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_again(needs.clock, [this] { look(); })
{
    connect(&needs.conversations, &ConversationStore::inserted, this, &ArrivalFeed::onRow);
    connect(&needs.conversations, &ConversationStore::changed, this, &ArrivalFeed::onRow);
}

void ArrivalFeed::onRow(int row)
{
    m_needs.arrival.note(m_needs.conversations.at(row));
}

void ArrivalFeed::watch()
{
    for (int row = 0; row < m_needs.conversations.size(); ++row) {
        m_needs.arrival.remember(m_needs.conversations.at(row));
    }
    m_watchedAt = m_needs.clock.now();
    m_isFirst = true;
    m_looks = 0;
    look();
}

void ArrivalFeed::look()
{
    if (m_needs.arrival.state() != Arrival::State::Waiting) {
        return;
    }
    m_again.start(m_looks++ < soonLooks ? soonPause : laterPause);
    ListingsApi(m_needs.rest).page({.isOpen = true, .count = 20}, {this, [this](const Result<ListingPage> &page) {
                                                                       if (page) {
                                                                           if (std::exchange(m_isFirst, false)) {
                                                                               rememberOlder(*page);
                                                                           }
                                                                           note(*page);
                                                                       }
                                                                   }});
}

void ArrivalFeed::note(const ListingPage &page)
{
    for (const Room &room : page.rooms) {
        m_needs.arrival.note(joined(room.id, {.room = room}, {}));
    }
}

/// Not those of the console's own list, which are remembered as they were.
void ArrivalFeed::rememberOlder(const ListingPage &page)
{
    for (const Room &room : page.rooms) {
        const Conversation one = joined(room.id, {.room = room}, {});
        const bool isOlder = !one.lastMessageAt.isValid() || one.lastMessageAt < m_watchedAt;
        if (isOlder && !m_needs.conversations.find(one.id)) {
            m_needs.arrival.remember(one);
        }
    }
}

} // namespace greenline
