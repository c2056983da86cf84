#include "ui/status/awaykeeper.h"

#include "app/omnichannel/agentstore.h"
#include "app/workspace/commands.h"
#include "app/workspace/ownpresence.h"
#include "app/workspace/session.h"
#include "ui/status/idletime.h"

#include <utility>

using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto betweenLooksWhenAway = 2'000ms; // who is back wants to be seen soon
constexpr auto shortestLook = 1'000ms;
constexpr auto firstLook = 2'000ms; // the list comes first

} // namespace

AwayKeeper::AwayKeeper(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_choices(readAwayChoices(needs.settings))
    , m_next(needs.clock, [this] { look(); })
{
    m_next.start(firstLook);
}

void AwayKeeper::setChoices(const AwayChoices &choices)
{
    if (choices == m_choices) {
        return;
    }
    m_choices = choices;
    writeAwayChoices(m_needs.settings, choices);
    Q_EMIT choicesChanged();
    look();
    weigh();
}

void AwayKeeper::setGone(bool isGone)
{
    m_isGone = isGone;
    weigh();
    look(); // who unlocks the screen has just typed
}

void AwayKeeper::look()
{
    m_next.stop();
    if (m_choices.afterMinutes == 0) {
        m_isIdle = false;
        weigh();
    } else {
        m_needs.idle.ask({this, [this](const Result<std::chrono::milliseconds> &idle) { onIdle(idle); }});
    }
}

void AwayKeeper::onIdle(const Result<std::chrono::milliseconds> &idle)
{
    m_knowsIdle = idle.isOk();
    if (!idle && m_isIdle) {
        m_next.start(betweenLooksWhenAway); // nobody has come back for want of an answer
        return;
    }
    const auto limit = std::chrono::milliseconds(std::chrono::minutes(m_choices.afterMinutes));
    m_isIdle = idle && *idle >= limit;
    if (idle) {
        m_next.start(m_isIdle ? betweenLooksWhenAway
                              : std::max<std::chrono::milliseconds>(limit - *idle, shortestLook));
    }
    weigh();
}

void AwayKeeper::weigh()
{
    const bool isAway = (m_choices.whenLocked && m_isGone) || m_isIdle;
    if (std::exchange(m_isAway, isAway) == isAway) {
        return;
    }
    m_needs.session.presence().setAway(isAway);
    isAway ? leave() : comeBack();
}

void AwayKeeper::leave()
{
    m_awaySince = m_needs.clock.now();
    m_hasLeftQueue = m_choices.leavesQueue && m_needs.session.agent().me().availability == Availability::Available;
    if (m_hasLeftQueue) {
        want(Availability::NotAvailable);
    }
}

void AwayKeeper::comeBack()
{
    if (std::exchange(m_hasLeftQueue, false)) {
        want(Availability::Available);
    }
}

void AwayKeeper::want(Availability availability)
{
    m_wanted = availability;
    if (!m_isAsking) {
        ask();
    }
}

void AwayKeeper::ask()
{
    m_isAsking = true;
    const Availability asked = m_wanted;
    m_needs.session.commands().setAvailability(asked,
                                               {this, [this, asked](const Status &set) { onAnswer(asked, set); }});
}

void AwayKeeper::onAnswer(Availability asked, const Status &set)
{
    m_isAsking = false;
    if (set && asked == Availability::NotAvailable) {
        m_hasBeenOut = true;
    }
    if (asked != m_wanted) {
        ask();
    } else if (!set) {
        Q_EMIT failed(errorText(set.error(), Occasion::ChangingAvailability));
    } else if (asked == Availability::Available && std::exchange(m_hasBeenOut, false)) {
        const qint64 minutes = qMax<qint64>(1, m_awaySince.secsTo(m_needs.clock.now()) / 60);
        Q_EMIT told(tr("You were away for %n minute(s) and took no conversations meanwhile.", nullptr, int(minutes)));
    }
}

} // namespace greenline
