#include "app/workspace/reach.h"

#include "app/workspace/timelines.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int journeyPage = 200; // the workspace counts calls, not messages

} // namespace

Reach::Reach(Timelines &timelines, QObject *parent)
    : QObject(parent)
    , m_timelines(timelines)
{
    // Queued: a page is read before its loading is said to have ended, and a failure is told after it.
    connect(&timelines, &Timelines::loadingChanged, this, &Reach::onLoading, Qt::QueuedConnection);
    connect(&timelines, &Timelines::loadFailed, this, &Reach::onFailed);
}

void Reach::to(const RoomId &room, const QDateTime &moment, const Then<Done> &then)
{
    cancel();
    m_journey = Journey{room, moment, then};
    goOn();
}

void Reach::cancel()
{
    arrive(Error{Error::Kind::Cancelled, u"somewhere else is wanted"_s});
}

void Reach::goOn()
{
    const MessageStore *store = m_timelines.find(m_journey->room);
    if (!store) {
        arrive(Error{Error::Kind::Cancelled, u"the conversation is not open any more"_s});
    } else if (!store->hasOlder() || (store->oldest().isValid() && store->oldest() <= m_journey->moment)) {
        arrive(Done());
    } else if (!m_timelines.isLoading(m_journey->room)) {
        m_timelines.loadOlder(m_journey->room, journeyPage);
    }
}

void Reach::onLoading(const RoomId &room)
{
    if (m_journey && m_journey->room == room && !m_timelines.isLoading(room)) {
        goOn();
    }
}

void Reach::onFailed(const RoomId &room, const Error &error)
{
    if (m_journey && m_journey->room == room) {
        arrive(error);
    }
}

void Reach::arrive(const Status &how)
{
    const std::optional<Journey> journey = std::exchange(m_journey, std::nullopt);
    if (journey) {
        journey->then(how);
    }
}

} // namespace greenline
