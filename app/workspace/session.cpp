#include "app/workspace/session.h"

#include "app/base/log.h"
#include "app/ddp/ddpclient.h"
#include "app/rest/authapi.h"
#include "app/rest/directoryapi.h"
#include "app/rest/messagesapi.h"
#include "app/rest/queueapi.h"
#include "app/rest/restclient.h"
#include "app/storage/cachedb.h"
#include "app/storage/safedb.h"
#include "app/workspace/commands.h"
#include "app/workspace/connectionline.h"
#include "app/workspace/drafts.h"
#include "app/workspace/factscache.h"
#include "app/workspace/gapfill.h"
#include "app/workspace/livefeed.h"
#include "app/workspace/noticedesk.h"
#include "app/workspace/openroom.h"
#include "app/workspace/outbox.h"
#include "app/workspace/outboxlinks.h"
#include "app/workspace/ownpresence.h"
#include "app/workspace/queuechannels.h"
#include "app/workspace/streamjournal.h"
#include "app/workspace/timelines.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto betweenComparisons = 60'000ms;
constexpr auto signOutPatience = 5'000ms;

} // namespace

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
        , directoryApi(std::in_place, rest, ServerFeatures(who.version))
        , outbox(safe, *messagesApi, given.clock)
        , drafts(safe, given.clock)
        , timelines(*messagesApi, ddp, outbox, cache)
        , commands({*queueApi, *roomsApi, *directoryApi}, conversations, agent)
        , feed(ddp, {conversations, agent, timelines, outbox, journal}, given.clock)
        , gapFill({*queueApi, *roomsApi}, conversations, journal, given.clock)
        , channels({*directoryApi, *queueApi}, ddp, agent)
        , presence({auth, *directoryApi}, ddp, agent)
        , line(ddp, gapFill, given.clock)
        , factsCache(cache, conversations, given.clock)
        , openRoom(conversations, timelines, commands, given.clock)
        , noticeDesk(conversations, openRoom)
        , outboxLinks({outbox, drafts, conversations, timelines})
    {
    }

    SignedIn signedIn;
    Needs needs;
    RestClient rest;
    DdpClient ddp;
    AuthApi auth;
    std::optional<QueueApi> queueApi; // always there; in place, for another version of the server
    std::optional<RoomsApi> roomsApi;
    std::optional<MessagesApi> messagesApi;
    std::optional<DirectoryApi> directoryApi;
    SafeDb safe;
    CacheDb cache;
    ConversationStore conversations;
    AgentStore agent;
    StreamJournal journal;
    Outbox outbox;
    Drafts drafts;
    Timelines timelines;
    Commands commands;
    LiveFeed feed;
    GapFill gapFill;
    QueueChannels channels;
    OwnPresence presence;
    ConnectionLine line;
    FactsCache factsCache;
    OpenRoom openRoom;
    NoticeDesk noticeDesk;
    OutboxLinks outboxLinks;

    std::unique_ptr<Alarm> nextComparison;
    std::optional<std::chrono::milliseconds> comparedAt; // monotonic
    bool showsCache = false;
    bool isStarted = false; ///< Before that an answer 401 says nothing: there was no token to send.
    bool isLeaving = false; ///< Stopped, signed out or expired: nothing more is asked of the workspace.
    bool wasReady = false;
};

Session::Session(const SignedIn &signedIn, const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(signedIn, needs))
{
    m_parts->rest.setWorkspace(signedIn.account.workspace);
    m_parts->rest.setCredentials(signedIn.credentials);
    m_parts->agent.setMe(signedIn.me);
    m_parts->conversations.setMe(signedIn.me.id);
    m_parts->nextComparison = std::make_unique<Alarm>(needs.clock, [this] { reconcile(); });
    connectParts();
}

Session::~Session() = default;

void Session::connectParts()
{
    Parts &parts = *m_parts;
    connect(&parts.ddp, &DdpClient::ready, this, &Session::onReady);
    connect(&parts.ddp, &DdpClient::loginRefused, this, &Session::expire);
    connect(&parts.rest, &RestClient::unauthorized, this, [this] {
        expire({Error::Kind::Unauthorized, u"a call was answered 401"_s});
    });
    connect(&parts.line, &ConnectionLine::changed, this, &Session::onLine);
    connect(&parts.gapFill, &GapFill::finished, this, &Session::onCompared);
    connect(&parts.feed, &LiveFeed::messageArrived, &parts.noticeDesk, &NoticeDesk::onMessage);
    connect(&parts.feed, &LiveFeed::departmentsTouched, this, &Session::onDepartmentsTouched);
    // The server has ended the session or is about to; asking now finds out.
    connect(&parts.feed, &LiveFeed::forcedOut, &parts.presence, &OwnPresence::readMe);
    connect(&parts.commands, &Commands::availabilityChanged, this, &Session::onDepartmentsTouched);
    connect(&parts.commands, &Commands::roomRead, this, [this](const Room &room) { m_parts->journal.note(room); });
    connect(&parts.commands, &Commands::subscriptionRead, this,
            [this](const Subscription &mine) { m_parts->journal.note(mine); });
    connect(&parts.commands, &Commands::closed, this, [this](const RoomId &room) {
        m_parts->journal.noteRemoved(room);
        m_parts->outbox.setBlocked(room, true);
    });
    connect(&parts.channels, &QueueChannels::resubscribed, &parts.gapFill, &GapFill::run);
    connect(&parts.channels, &QueueChannels::routingChanged, this, &Session::routingChanged);
    connect(&parts.noticeDesk, &NoticeDesk::noticed, this, &Session::noticed);
    connect(&parts.outbox, &Outbox::storageFailed, this, &Session::storageFailed);
    connect(&parts.drafts, &Drafts::storageFailed, this, &Session::storageFailed);
}

Status Session::openStorage()
{
    const Status cache = m_parts->cache.open(m_parts->needs.cacheFile);
    if (!cache) {
        qCWarning(logWorkspace) << "cache:" << redacted(cache.error().detail); // goes on without one
    }
    const Status safe = m_parts->safe.open(m_parts->needs.safeFile);
    if (!safe) {
        return safe;
    }
    const Status outbox = m_parts->outbox.load();
    const Status drafts = m_parts->drafts.load();
    return outbox ? drafts : outbox;
}

void Session::showCache()
{
    if (!std::exchange(m_parts->showsCache, true)) {
        m_parts->factsCache.load();
        m_parts->outboxLinks.showMarks();
    }
}

void Session::admit(const SignedIn &signedIn)
{
    m_parts->signedIn = signedIn;
    m_parts->rest.setCredentials(signedIn.credentials);
}

void Session::start()
{
    showCache();
    Parts &parts = *m_parts;
    parts.isStarted = true;
    parts.feed.subscribe();
    parts.ddp.open(parts.signedIn.account.workspace, parts.signedIn.credentials.authToken);
    // Answered while the socket still shakes hands, so that the departments' channels are asked for with all the
    // others.
    checkVersion();
    parts.channels.refresh();
}

void Session::stop()
{
    m_parts->isLeaving = true;
    m_parts->drafts.flush();
    m_parts->timelines.writeCache();
    m_parts->factsCache.write();
    leave();
}

void Session::leave()
{
    m_parts->nextComparison->stop();
    m_parts->outbox.setOnline(false);
    m_parts->gapFill.stop();
    m_parts->ddp.close();
}

void Session::signOut(const Then<Done> &then)
{
    Parts &parts = *m_parts;
    parts.isLeaving = true;
    parts.outbox.setOnline(false);
    const auto isAnswered = std::make_shared<bool>(false);
    const auto finish = [this, then, isAnswered](const Status &revoked) {
        if (std::exchange(*isAnswered, true)) {
            return;
        }
        stop();
        m_parts->line.signOut(std::nullopt);
        then(revoked);
    };
    parts.needs.clock.after(signOutPatience, this, [finish] {
        finish(Error{Error::Kind::Timeout, u"sign-out was not confirmed"_s});
    });
    const auto revoke = [this, finish, isAnswered] {
        if (*isAnswered) {
            return;
        }
        m_parts->auth.logout({this, [finish](const Status &revoked) {
                                  // The logout on the socket has revoked the token already (7.7.1), so this one may be
                                  // told that it is unknown.
                                  const bool isGone = revoked || revoked.error().kind == Error::Kind::Unauthorized;
                                  finish(isGone ? Status(Done()) : revoked);
                              }});
    };
    if (parts.ddp.state() != DdpClient::State::Online) {
        revoke();
        return;
    }
    // Only the logout on the socket makes the agent not available (7.7.1).
    parts.ddp.call(u"logout"_s, {}, {this, [revoke](const Result<QJsonValue> &) { revoke(); }});
}

void Session::reconcile()
{
    if (!m_parts->line.isLive() || m_parts->gapFill.isRunning()) {
        return;
    }
    const auto now = m_parts->needs.clock.monotonic();
    const auto sinceLast = m_parts->comparedAt ? now - *m_parts->comparedAt : betweenComparisons;
    if (sinceLast < betweenComparisons) {
        m_parts->nextComparison->start(betweenComparisons - sinceLast);
        return;
    }
    m_parts->gapFill.run();
}

void Session::retryNow()
{
    m_parts->line.retryNow();
}

void Session::onReady()
{
    Parts &parts = *m_parts;
    parts.gapFill.run();
    parts.timelines.catchUp();
    if (std::exchange(parts.wasReady, true)) {
        parts.channels.refresh(); // a change may have been missed
    } else {
        parts.channels.readSurroundings();
    }
}

void Session::onLine()
{
    const bool maySend = m_parts->line.maySend();
    if (maySend) {
        m_parts->outboxLinks.blockForeign(); // before the outbox is let loose
    }
    m_parts->outbox.setOnline(maySend && !m_parts->isLeaving);
    Q_EMIT connectionChanged();
}

void Session::onCompared()
{
    Parts &parts = *m_parts;
    parts.comparedAt = parts.needs.clock.monotonic();
    parts.noticeDesk.open();
    parts.outboxLinks.showMarks();
    parts.timelines.retryFailed();
    if (parts.openRoom.view().isWindowVisible) {
        parts.nextComparison->start(betweenComparisons);
    }
}

void Session::onDepartmentsTouched()
{
    if (m_parts->ddp.state() != DdpClient::State::Online) {
        return; // compared after the next login anyway
    }
    m_parts->channels.refresh();
    m_parts->gapFill.run();
}

void Session::checkVersion()
{
    m_parts->auth.info({this, [this](const Result<ServerInfo> &info) {
                            Parts &parts = *m_parts;
                            if (!info || info->version == parts.signedIn.version) {
                                return;
                            }
                            // The workspace was upgraded since the account file was written. The interfaces are
                            // replaced where they stand.
                            const ServerFeatures features(info->version);
                            parts.queueApi.emplace(parts.rest, features);
                            parts.roomsApi.emplace(parts.rest, features);
                            parts.messagesApi.emplace(parts.rest, features);
                            parts.directoryApi.emplace(parts.rest, features);
                            parts.signedIn.version = info->version;
                            parts.signedIn.account.serverVersion = info->version.text();
                            Q_EMIT versionChanged();
                        }});
}

void Session::expire(const Error &why)
{
    if (!m_parts->isStarted || std::exchange(m_parts->isLeaving, true)) {
        return;
    }
    qCInfo(logWorkspace) << "session expired:" << redacted(why.detail);
    m_parts->drafts.flush();
    m_parts->factsCache.write();
    leave();
    m_parts->line.signOut(why);
    Q_EMIT expired();
}

void Session::setView(const Attention::View &view)
{
    const Attention::View before = m_parts->openRoom.view();
    m_parts->openRoom.setView(view);
    if (!view.isWindowVisible) {
        m_parts->nextComparison->stop();
    } else if ((view.isWindowActive && !before.isWindowActive) || !before.isWindowVisible) {
        reconcile();
    }
}

const SignedIn &Session::signedIn() const
{
    return m_parts->signedIn;
}

const ConnectionState &Session::connection() const
{
    return m_parts->line.state();
}

ConversationStore &Session::conversations()
{
    return m_parts->conversations;
}

AgentStore &Session::agent()
{
    return m_parts->agent;
}

Commands &Session::commands()
{
    return m_parts->commands;
}

Timelines &Session::timelines()
{
    return m_parts->timelines;
}

Outbox &Session::outbox()
{
    return m_parts->outbox;
}

Drafts &Session::drafts()
{
    return m_parts->drafts;
}

RestClient &Session::rest()
{
    return m_parts->rest;
}

bool Session::mayPreviewQueue() const
{
    return m_parts->channels.routing().allowsPreview;
}

} // namespace greenline
