#pragma once

#include "app/base/then.h"
#include "app/omnichannel/serverfacts.h"
#include "app/rest/restclient.h"

#include <QDate>

namespace greenline {

/// Which conversations are listed, and from which place on.
struct ListingRequest {
    bool isOpen = false;
    AgentId servedBy = {}; ///< Empty: everybody's, which takes the permission view-livechat-rooms.
    QDateTime closedFrom = {}; ///< Null: since ever.
    QDateTime closedUntil = {}; ///< Null: until now.
    int offset = 0;
    int count = 50;
};

struct ListingPage {
    QList<Room> rooms = {};
    int asked = 0; ///< So many rows the workspace gave, the unreadable among them.
    int total = 0; ///< Of all pages.
};

/// livechat/rooms by pages: open ones the newest first, closed ones the last closed first. The route and its parameters
/// are the same from 3.11 to 8.8.
class ListingsApi
{
public:
    explicit ListingsApi(RestClient &rest)
        : m_rest(rest)
    {
    }
    void page(const ListingRequest &request, const Then<ListingPage> &then);

private:
    RestClient &m_rest;
};

} // namespace greenline
