#include "app/workspace/sessionparts.h"

#include "app/base/log.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

Session::Parts::Parts(const SignedIn &who, const Needs &given)
    : signedIn(who)
    , needs(given)
    , rest(given.http, given.clock)
    , pauses(rest, given.clock)
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
    , commands({*queueApi, *roomsApi, *directoryApi}, {conversations, agent}, given.clock)
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
    , optOuts({conversations, timelines, outbox})
    , shift(conversations, given.clock)
    , shiftKeeper(shift, cache, given.clock)
    , board({rest, *handoverApi, conversations, agent, given.clock})
{
    outbox.setUploads(uploads);
    outbox.setMe(who.me);
    connect(&agent, &AgentStore::meChanged, &outbox, [this] { outbox.setMe(agent.me()); });
    connect(&colleagues, &Colleagues::told, &agent, &AgentStore::noteName);
    connect(&feed, &LiveFeed::messageArrived, &noticeDesk, &NoticeDesk::onMessage);
    connect(&channels, &QueueChannels::resubscribed, &gapFill, &GapFill::run);
    connect(&outbox, &Outbox::changed, &shift, &Shift::note);
    lookAfterPresence();
    noteWhatCommandsRead();
    commands.setKnownEmail([&customers = care.customers](const RoomId &room) {
        const CustomerSheet *sheet = customers.find(room);
        return sheet ? std::optional(sheet->contact.emails.value(0)) : std::nullopt;
    });
}

void Session::Parts::lookAfterPresence()
{
    // The server has ended the session or is about to; asking now finds out.
    connect(&feed, &LiveFeed::forcedOut, &presence, &OwnPresence::readMe);
    connect(&rights, &Rights::rolesTouched, &presence, &OwnPresence::readMe);
}

/// A comparison that is under way must not overwrite what a command has read since.
void Session::Parts::noteWhatCommandsRead()
{
    const auto noteRoom = [this](const Room &room) { journal.note(room); };
    const auto noteMine = [this](const Subscription &mine) { journal.note(mine); };
    connect(&commands, &Commands::roomRead, &commands, noteRoom);
    connect(&commands, &Commands::subscriptionRead, &commands, noteMine);
    connect(&commands, &Commands::closed, &commands, [this](const RoomId &room) {
        journal.noteRemoved(room);
        outbox.setBlocked(room, true);
    });
    connect(&handover, &Handover::roomRead, &handover, noteRoom);
    connect(&handover, &Handover::subscriptionRead, &handover, noteMine);
    connect(&handover, &Handover::left, &handover, [this](const RoomId &room) { journal.noteRemoved(room); });
}

Status Session::Parts::openStorage()
{
    const Status cached = cache.open(needs.cacheFile);
    if (!cached) {
        qCWarning(logWorkspace) << "cache:" << redacted(cached.error().detail); // goes on without one
    } else {
        shiftKeeper.load();
        factsCache.readAhead(needs.cacheFile);
    }
    const Status kept = safe.open(needs.safeFile);
    if (!kept) {
        return kept;
    }
    const Status sendings = outbox.load();
    const Status texts = drafts.load();
    const Status notes = care.open(needs.safeFile == ":memory:"_L1 ? needs.safeFile : needs.safeFile + u".notes"_s);
    if (!notes) {
        return notes;
    }
    if (sendings && texts && needs.safeFile != ":memory:"_L1) {
        attachments.setFolder(needs.safeFile + u".pictures"_s);
    }
    return sendings ? texts : sendings;
}

void Session::Parts::adoptVersion(const ServerVersion &version)
{
    const ServerFeatures features(version);
    queueApi.emplace(rest, features);
    roomsApi.emplace(rest, features);
    messagesApi.emplace(rest, features);
    filesApi.emplace(rest, features);
    directoryApi.emplace(rest, features);
    rightsApi.emplace(rest, features);
    handoverApi.emplace(rest, features);
    care.api.setFeatures(features);
    abilities.setVersion(version);
    typing.setVersion(version);
    signedIn.version = version;
    signedIn.account.serverVersion = version.text();
}

void Session::Parts::leave()
{
    comparing.stop();
    outbox.setOnline(false);
    gapFill.stop();
    ddp.close();
}

} // namespace greenline
