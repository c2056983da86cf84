#pragma once

#include "app/workspace/knownrooms.h"
#include "app/workspace/reach.h"
#include "app/workspace/search.h"
#include "app/workspace/wholehistory.h"

namespace greenline {

/// What a session offers to find things again.
struct Finding {
    struct Needs {
        RestClient &rest;
        RoomsApi &rooms;
        MessagesApi &messages;
        CacheDb &cache;
        ConversationStore &conversations;
        Timelines &timelines;
        Abilities &abilities;
        Clock &clock;
        AgentId me;
    };
    explicit Finding(const Needs &needs)
        : messages(needs.messages)
        , api(needs.rest)
        , known(needs.cache, needs.conversations, needs.clock)
        , search(
              {needs.cache, needs.conversations, needs.timelines, known, needs.abilities, needs.rooms, api, needs.me})
        , reach(needs.timelines)
        , history(needs.messages)
    {
    }

    MessagesApi &messages; ///< For readers of their own.
    SearchApi api;
    KnownRooms known;
    Search search;
    Reach reach;
    WholeHistory history;
};

} // namespace greenline
