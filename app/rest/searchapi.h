#pragma once

#include "app/base/then.h"
#include "app/omnichannel/serverfacts.h"
#include "app/rest/restclient.h"

namespace greenline {

/// What the workspace itself finds. The routes are the same in every version from 3.11 on.
class SearchApi
{
public:
    explicit SearchApi(RestClient &rest)
        : m_rest(rest)
    {
    }
    /// chat.search in one conversation, oldest first. By default the workspace looks for whole words.
    void messages(const RoomId &room, const QString &text, int most, const Then<QList<Message>> &then);
    /// livechat/rooms by a part of the customer's name, the newest first, open and closed. An agent is given those they
    /// serve or served and has to say so (403 otherwise; 3.11.6, 7.7.1); servedBy empty: everybody's.
    void rooms(const QString &name, const AgentId &servedBy, int most, const Then<QList<Room>> &then);

private:
    RestClient &m_rest;
};

} // namespace greenline
