#pragma once

#include "app/base/id.h"

#include <QObject>

namespace greenline {

class ConversationStore;
class Outbox;
class Timelines;
struct Message;

/// Tells the list of opt-outs that it cannot see itself: texts of ours that were refused for a STOP, and words that
/// stand further up in a conversation than its last one.
class OptOuts : public QObject
{
    Q_OBJECT
public:
    struct Ends {
        ConversationStore &conversations;
        Timelines &timelines;
        Outbox &outbox;
    };
    explicit OptOuts(const Ends &ends, QObject *parent = nullptr);
    void showMarks(); ///< What the outbox kept of an earlier run.

private:
    void onTimeline(const RoomId &room);

    Ends m_ends;
};

} // namespace greenline
