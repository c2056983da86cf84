#pragma once

#include "app/ddp/ddpclient.h"
#include "app/rest/authapi.h"
#include "app/rest/cannedapi.h"
#include "app/rest/directoryapi.h"
#include "app/rest/filesapi.h"
#include "app/rest/handoverapi.h"
#include "app/rest/messagesapi.h"
#include "app/rest/queueapi.h"
#include "app/rest/restclient.h"
#include "app/rest/rightsapi.h"
#include "app/storage/cachedb.h"
#include "app/storage/safedb.h"
#include "app/workspace/abilities.h"
#include "app/workspace/attachments.h"
#include "app/workspace/board.h"
#include "app/workspace/cannedresponses.h"
#include "app/workspace/colleagues.h"
#include "app/workspace/commands.h"
#include "app/workspace/comparing.h"
#include "app/workspace/connectionline.h"
#include "app/workspace/contactphones.h"
#include "app/workspace/customercare.h"
#include "app/workspace/drafts.h"
#include "app/workspace/factscache.h"
#include "app/workspace/farewell.h"
#include "app/workspace/finding.h"
#include "app/workspace/gapfill.h"
#include "app/workspace/handover.h"
#include "app/workspace/livefeed.h"
#include "app/workspace/noticedesk.h"
#include "app/workspace/openroom.h"
#include "app/workspace/outbox.h"
#include "app/workspace/outboxlinks.h"
#include "app/workspace/ownpresence.h"
#include "app/workspace/queuechannels.h"
#include "app/workspace/rights.h"
#include "app/workspace/session.h"
#include "app/workspace/shift.h"
#include "app/workspace/streamjournal.h"
#include "app/workspace/timelines.h"
#include "app/workspace/typing.h"
#include "app/workspace/uploads.h"

#include <optional>
#include <utility>

namespace greenline {

/// The object graph of one signed-in workspace, in the order in which it is built.
struct Session::Parts {
    Parts(const SignedIn &who, const Needs &given)
        : signedIn(who)
        , needs(given)
        , rest(given.http, given.clock)
        , ddp(given.clock)
        , auth(rest)
        , queueApi(std::in_place, rest, ServerFeatures(who.version))
        , roomsApi(std::in_place, rest, ServerFeatures(who.version))
        , messagesApi(std::in_place, rest, ServerFeatures(who.version))
        , filesApi(std::in_place, rest, ServerFeatures(who.version))
        , directoryApi(std::in_place, rest, ServerFeatures(who.version))
        , rightsApi(std::in_place, rest, ServerFeatures(who.version))
        , handoverApi(std::in_place, rest, ServerFeatures(who.version))
        , cannedApi(rest)
        , abilities(who.version)
        , uploads({*filesApi, *messagesApi}, who.me.id, given.clock)
        , outbox(safe, *messagesApi, given.clock)
        , drafts(safe, given.clock)
        , attachments({filesApi, drafts, outbox, conversations}, given.clock)
        , timelines(*messagesApi, ddp, outbox, cache)
        , commands({*queueApi, *roomsApi, *directoryApi}, conversations, agent)
        , handover({*handoverApi, *queueApi, *roomsApi}, conversations, agent)
        , colleagues(*directoryApi, *handoverApi)
        , finding({rest, *roomsApi, *messagesApi, cache, conversations, timelines, abilities, given.clock, who.me.id})
        , care(rest, ServerFeatures(who.version), given.clock)
        , feed(ddp, {conversations, agent, timelines, outbox, journal}, given.clock)
        , gapFill({*queueApi, *roomsApi}, conversations, journal, given.clock)
        , channels({*directoryApi, *queueApi}, ddp, agent)
        , presence(auth, ddp, agent)
        , rights(*rightsApi, ddp, {agent, abilities}, given.clock)
        , canned(cannedApi, ddp, abilities, given.clock)
        , contactPhones(*directoryApi)
        , typing(ddp, agent, who.version, given.clock)
        , line(ddp, gapFill, given.clock)
        , comparing(gapFill, line, given.clock)
        , farewell(ddp, auth, given.clock)
        , factsCache(cache, conversations, given.clock)
        , openRoom(conversations, timelines, commands, given.clock)
        , noticeDesk(conversations, openRoom)
        , outboxLinks({outbox, drafts, conversations, timelines})
        , shift(conversations, given.clock)
        , board({rest, *handoverApi, conversations, agent, given.clock})
    {
        outbox.setUploads(uploads);
    }

    SignedIn signedIn;
    Needs needs;
    RestClient rest;
    DdpClient ddp;
    AuthApi auth;
    std::optional<QueueApi> queueApi; // always there; in place, for another version of the server
    std::optional<RoomsApi> roomsApi;
    std::optional<MessagesApi> messagesApi;
    std::optional<FilesApi> filesApi;
    std::optional<DirectoryApi> directoryApi;
    std::optional<RightsApi> rightsApi;
    std::optional<HandoverApi> handoverApi;
    CannedApi cannedApi;
    Abilities abilities;
    SafeDb safe;
    CacheDb cache;
    ConversationStore conversations;
    AgentStore agent;
    StreamJournal journal;
    Uploads uploads;
    Outbox outbox;
    Drafts drafts;
    Attachments attachments;
    Timelines timelines;
    Commands commands;
    Handover handover;
    Colleagues colleagues;
    Finding finding;
    CustomerCare care;
    LiveFeed feed;
    GapFill gapFill;
    QueueChannels channels;
    OwnPresence presence;
    Rights rights;
    CannedResponses canned;
    ContactPhones contactPhones;
    Typing typing;
    ConnectionLine line;
    Comparing comparing;
    Farewell farewell;
    FactsCache factsCache;
    OpenRoom openRoom;
    NoticeDesk noticeDesk;
    OutboxLinks outboxLinks;
    Shift shift;
    Board board;

    bool showsCache = false;
    bool isStarted = false; ///< Before that an answer 401 says nothing: there was no token to send.
    bool isLeaving = false; ///< Stopped, signed out or expired: nothing more is asked of the workspace.
    bool wasReady = false;
};

} // namespace greenline
