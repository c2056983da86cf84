#pragma once

#include "app/base/then.h"
#include "app/omnichannel/message.h"

#include <QObject>

#include <optional>

namespace greenline {

class Timelines;

/// Loads an open conversation back to a moment, page by page, so that what was written then can be shown. One journey
/// at a time: another one ends it.
class Reach : public QObject
{
    Q_OBJECT
public:
    explicit Reach(Timelines &timelines, QObject *parent = nullptr);
    /// Done when the timeline reaches back to the moment, or to its beginning. The room has to be open.
    void to(const RoomId &room, const QDateTime &moment, const Then<Done> &then);
    void cancel();

private:
    struct Journey {
        RoomId room;
        QDateTime moment;
        Then<Done> then;
    };
    void goOn();
    void onLoading(const RoomId &room);
    void onFailed(const RoomId &room, const Error &error);
    void arrive(const Status &how);

    Timelines &m_timelines;
    std::optional<Journey> m_journey;
};

} // namespace greenline
