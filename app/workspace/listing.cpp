#include "app/workspace/listing.h"

#include "app/omnichannel/conversationstore.h"
#include "app/workspace/abilities.h"

namespace greenline {

Listing::Listing(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_conversations(needs.conversations)
    , m_abilities(needs.abilities)
    , m_me(needs.me)
    , m_api(needs.rest)
{
}

void Listing::show(const Wish &wish)
{
    leave();
    m_wish = wish;
    ask();
}

void Listing::more()
{
    if (m_wish && !m_isLoading && (hasMore() || m_offset == 0)) {
        ask();
    }
}

void Listing::leave()
{
    ++m_round;
    m_wish.reset();
    m_rooms.clear();
    m_offset = 0;
    m_total = 0;
    m_isLoading = false;
    m_conversations.listAlso({});
}

void Listing::ask()
{
    ListingRequest request;
    request.isOpen = m_wish->which == Which::All;
    request.closedFrom = m_wish->from;
    request.closedUntil = m_wish->until;
    request.offset = m_offset;
    if (!m_abilities.may(Ability::SeeAllConversations)) {
        request.servedBy = m_me; // of everybody's the workspace would say 403 (3.11.6, 7.7.1)
    }
    m_isLoading = true;
    Q_EMIT changed();
    m_api.page(request, {this, [this, round = m_round](const Result<ListingPage> &page) {
                             if (round != m_round) {
                                 return;
                             }
                             m_isLoading = false;
                             if (page) {
                                 adopt(*page);
                             } else {
                                 Q_EMIT failed(page.error());
                             }
                             Q_EMIT changed();
                         }});
}

void Listing::adopt(const ListingPage &page)
{
    m_offset += page.asked;
    m_total = page.asked == 0 ? m_offset : page.total; // an empty page ends it, whatever was counted
    for (const Room &room : page.rooms) {
        m_rooms.insert(room.id);
    }
    m_conversations.listAlso(m_rooms);
    for (const Room &room : page.rooms) {
        m_conversations.applyRoom(room);
    }
}

} // namespace greenline
