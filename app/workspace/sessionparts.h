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
#include "app/workspace/optouts.h"
#include "app/workspace/outbox.h"
#include "app/workspace/outboxlinks.h"
#include "app/workspace/ownpresence.h"
#include "app/workspace/pauses.h"
#include "app/workspace/queuechannels.h"
#include "app/workspace/rights.h"
#include "app/workspace/session.h"
#include "app/workspace/shift.h"
#include "app/workspace/shiftkeeper.h"
#include "app/workspace/streamjournal.h"
#include "app/workspace/timelines.h"
#include "app/workspace/typing.h"
#include "app/workspace/uploads.h"

#include <optional>

namespace greenline {

/// The object graph of one signed-in workspace, in the order in which it is built, and what its parts tell each other.
/// What they tell the session is the session's to connect.
struct Session::Parts {
    Parts(const SignedIn &who, const Needs &given);
    Status openStorage();
    /// The workspace was upgraded since the account file was written. The interfaces are replaced where they stand.
    void adoptVersion(const ServerVersion &version);
    void leave(); ///< The line is closed; nothing more is sent or asked.

    SignedIn signedIn;
    Needs needs;
    RestClient rest;
    Pauses pauses;
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
    OptOuts optOuts;
    Shift shift;
    ShiftKeeper shiftKeeper;
    Board board;

    bool showsCache = false;
    bool isStarted = false; ///< Before that an answer 401 says nothing: there was no token to send.
    bool isLeaving = false; ///< Stopped, signed out or expired: nothing more is asked of the workspace.
    bool wasReady = false;

private:
    void noteWhatCommandsRead();
    void lookAfterPresence();
};

} // namespace greenline
