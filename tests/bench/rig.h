#pragma once

#include "app/base/clock.h"
#include "app/ddp/ddpclient.h"
#include "app/http/httpclient.h"
#include "app/omnichannel/agentstore.h"
#include "app/omnichannel/conversationstore.h"
#include "app/rest/messagesapi.h"
#include "app/rest/restclient.h"
#include "app/storage/cachedb.h"
#include "app/storage/safedb.h"
#include "app/workspace/livefeed.h"
#include "app/workspace/outbox.h"
#include "app/workspace/streamjournal.h"
#include "app/workspace/timelines.h"

namespace greenline {

/// The way from a frame to the stores as a session builds it, with no server at the other end: frames are handed in by
/// feed().
class Rig
{
public:
    Rig();
    void fill(int conversations); ///< All of them mine, with a text each.
    void feed(const QString &frame); ///< As the socket received it.

    static RoomId room(int number);
    static QString messageFrame(int room, int message, const QString &text);
    static QString roomFrame(int room, int message, const QString &text);

    SystemClock clock;
    HttpClient http;
    RestClient rest;
    DdpClient ddp;
    MessagesApi messages;
    SafeDb safe;
    CacheDb cache;
    ConversationStore conversations;
    AgentStore agent;
    StreamJournal journal;
    Outbox outbox;
    Timelines timelines;
    LiveFeed feedLine;
};

} // namespace greenline
