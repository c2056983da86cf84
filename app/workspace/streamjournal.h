#pragma once

#include "app/omnichannel/serverfacts.h"

#include <QHash>
#include <QList>

#include <optional>

namespace greenline {

/// What the streams said since a REST fetch was sent. The answer may have been read on the server before those events
/// happened, so it must neither undo them nor miss them: the last word on a document is the newer one by _updatedAt,
/// and the stream's when that is equal or unknown.
class StreamJournal
{
public:
    void begin(); ///< The requests go out now.
    void end();

    void note(const Inquiry &inquiry);
    void noteRemoved(const InquiryId &inquiry);
    void note(const Room &room);
    void note(const Subscription &subscription);
    void noteRemoved(const RoomId &subscriptionOf);

    QList<Inquiry> corrected(const QList<Inquiry> &queued) const;
    QList<Subscription> corrected(const QList<Subscription> &subscriptions) const;
    QList<Room> corrected(const QList<Room> &rooms) const;

private:
    bool m_isOpen = false;
    QHash<InquiryId, std::optional<Inquiry>> m_inquiries; // nothing: removed
    QHash<RoomId, Room> m_rooms;
    QHash<RoomId, std::optional<Subscription>> m_subscriptions;
};

} // namespace greenline
