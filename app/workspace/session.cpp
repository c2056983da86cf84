#include "app/workspace/session.h"

#include "app/base/log.h"
#include "app/workspace/sessionparts.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

Session::Session(const SignedIn &signedIn, const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_parts(std::make_unique<Parts>(signedIn, needs))
{
    m_parts->rest.setWorkspace(signedIn.account.workspace);
    m_parts->rest.setCredentials(signedIn.credentials);
    m_parts->agent.setMe(signedIn.me);
    m_parts->conversations.setMe(signedIn.me.id);
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
    connect(&parts.feed, &LiveFeed::departmentsTouched, this, &Session::onDepartmentsTouched);
    connect(&parts.commands, &Commands::availabilityChanged, this, &Session::onDepartmentsTouched);
    connect(&parts.channels, &QueueChannels::routingChanged, this, &Session::routingChanged);
    connect(&parts.noticeDesk, &NoticeDesk::noticed, this, &Session::noticed);
    connect(&parts.outbox, &Outbox::storageFailed, this, &Session::storageFailed);
    connect(&parts.drafts, &Drafts::storageFailed, this, &Session::storageFailed);
    connect(&parts.care.notes, &CustomerNotes::storageFailed, this, &Session::storageFailed);
}

Status Session::openStorage()
{
    return m_parts->openStorage();
}

void Session::showCache()
{
    if (!std::exchange(m_parts->showsCache, true)) {
        m_parts->factsCache.load();
        m_parts->outboxLinks.showMarks();
        m_parts->optOuts.showMarks();
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
    m_parts->care.notes.flush();
    m_parts->timelines.writeCache();
    m_parts->factsCache.write();
    m_parts->shiftKeeper.write();
    m_parts->leave();
}

void Session::signOut(const Then<Done> &then)
{
    m_parts->isLeaving = true;
    m_parts->outbox.setOnline(false);
    m_parts->farewell.say({this, [this, then](const Status &revoked) {
                               stop();
                               m_parts->line.signOut(std::nullopt);
                               then(revoked);
                           }});
}

void Session::reconcile()
{
    m_parts->comparing.ask();
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
    parts.attachments.readRules();
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
    parts.noticeDesk.open();
    parts.shift.open();
    parts.outboxLinks.showMarks();
    parts.optOuts.showMarks();
    parts.timelines.retryFailed();
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
                            parts.adoptVersion(info->version);
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
    m_parts->shiftKeeper.write();
    m_parts->leave();
    m_parts->line.signOut(why);
    Q_EMIT expired();
}

void Session::setView(const Attention::View &view)
{
    m_parts->openRoom.setView(view);
    m_parts->comparing.setView(view);
}

} // namespace greenline
