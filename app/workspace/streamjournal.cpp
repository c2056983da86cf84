#include "app/workspace/streamjournal.h"

namespace greenline {

namespace {

bool isNewer(const QDateTime &one, const QDateTime &other)
{
    return one.isValid() && other.isValid() && one > other;
}

} // namespace

void StreamJournal::begin()
{
    end();
    m_isOpen = true;
}

void StreamJournal::end()
{
    m_isOpen = false;
    m_inquiries.clear();
    m_rooms.clear();
    m_subscriptions.clear();
}

void StreamJournal::note(const Inquiry &inquiry)
{
    if (m_isOpen) {
        m_inquiries.insert(inquiry.id, inquiry);
    }
}

void StreamJournal::noteRemoved(const InquiryId &inquiry)
{
    if (m_isOpen) {
        m_inquiries.insert(inquiry, std::nullopt);
    }
}

void StreamJournal::note(const Room &room)
{
    if (m_isOpen) {
        m_rooms.insert(room.id, room);
    }
}

void StreamJournal::note(const Subscription &subscription)
{
    if (m_isOpen) {
        m_subscriptions.insert(subscription.room, subscription);
    }
}

void StreamJournal::noteRemoved(const RoomId &subscriptionOf)
{
    if (m_isOpen) {
        m_subscriptions.insert(subscriptionOf, std::nullopt);
    }
}

QList<Inquiry> StreamJournal::corrected(const QList<Inquiry> &queued) const
{
    QHash<InquiryId, std::optional<Inquiry>> unseen = m_inquiries;
    QList<Inquiry> all;
    all.reserve(queued.size());
    for (const Inquiry &listed : queued) {
        const auto streamed = unseen.constFind(listed.id);
        if (streamed == unseen.constEnd()) {
            all.append(listed);
            continue;
        }
        const bool isListedNewer = streamed->has_value() && isNewer(listed.updatedAt, (*streamed)->updatedAt);
        const std::optional<Inquiry> last = isListedNewer ? listed : *streamed;
        if (last && last->status == Inquiry::Status::Queued) {
            all.append(*last);
        }
        unseen.erase(streamed);
    }
    for (const std::optional<Inquiry> &streamed : std::as_const(unseen)) {
        if (streamed && streamed->status == Inquiry::Status::Queued) {
            all.append(*streamed);
        }
    }
    return all;
}

QList<Subscription> StreamJournal::corrected(const QList<Subscription> &subscriptions) const
{
    QHash<RoomId, std::optional<Subscription>> unseen = m_subscriptions;
    QList<Subscription> all;
    all.reserve(subscriptions.size());
    for (const Subscription &listed : subscriptions) {
        const auto streamed = unseen.constFind(listed.room);
        if (streamed == unseen.constEnd()) {
            all.append(listed);
            continue;
        }
        if (streamed->has_value()) {
            all.append(isNewer(listed.updatedAt, (*streamed)->updatedAt) ? listed : **streamed);
        }
        unseen.erase(streamed);
    }
    for (const std::optional<Subscription> &streamed : std::as_const(unseen)) {
        if (streamed) {
            all.append(*streamed);
        }
    }
    return all;
}

QList<Room> StreamJournal::corrected(const QList<Room> &rooms) const
{
    QHash<RoomId, Room> unseen = m_rooms;
    QList<Room> all;
    all.reserve(rooms.size());
    for (const Room &listed : rooms) {
        const auto streamed = unseen.constFind(listed.id);
        if (streamed == unseen.constEnd()) {
            all.append(listed);
            continue;
        }
        all.append(isNewer(listed.updatedAt, streamed->updatedAt) ? listed : *streamed);
        unseen.erase(streamed);
    }
    for (const Room &streamed : std::as_const(unseen)) {
        all.append(streamed);
    }
    return all;
}

} // namespace greenline
