#include "ui/wizard/arrivalfeed.h"

#include "app/omnichannel/conversationstore.h"
#include "app/rest/listingsapi.h"
#include "app/setup/arrival.h"

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto lookEvery = 7s; // ten calls a minute come through to a route

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
    const Conversation &one = m_needs.conversations.at(row);
    if (one.source == Source::Sms && !one.customerNumber.isEmpty() && !one.isPreviewOurs) {
        m_needs.arrival.note(one.id, one.customerNumber, one.lastMessageAt);
    }
}

void ArrivalFeed::watch()
{
    m_again.start(lookEvery);
}

void ArrivalFeed::look()
{
    if (m_needs.arrival.state() != Arrival::State::Waiting) {
        return;
    }
    m_again.start(lookEvery);
    ListingsApi(m_needs.rest).page({.isOpen = true, .count = 20}, {this, [this](const Result<ListingPage> &page) {
                                                                       if (page) {
                                                                           note(*page);
                                                                       }
                                                                   }});
}

void ArrivalFeed::note(const ListingPage &page)
{
    for (const Room &room : page.rooms) {
        const Conversation one = joined(room.id, {.room = room}, {});
        if (one.source == Source::Sms && !one.customerNumber.isEmpty()) {
            m_needs.arrival.note(one.id, one.customerNumber, one.lastMessageAt);
        }
    }
}

} // namespace greenline
