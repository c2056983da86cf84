#pragma once

#include "app/omnichannel/agent.h"
#include "app/omnichannel/message.h"
#include "ui/timeline/bubble.h"

#include <QList>
#include <QString>

namespace greenline {

/// The line below a bubble: who, when, and what is known of an own message. Nothing is said that the workspace did not
/// say.
struct Caption {
    struct Action {
        BubbleSpot::Kind kind;
        qsizetype start = 0;
        qsizetype length = 0;
    };
    QString text = {};
    BubbleInk ink = BubbleInk::Secondary;
    QList<Action> actions = {};
};

Caption captionOf(const Message &message, const AgentId &me);

/// It did not leave, or did not reach the phone.
bool hasFailed(const Message &message);
/// What the outbox allows. A refused message stays with the workspace and stays marked; it can be sent again as a new
/// one, or put up with.
bool canRetry(const Message &message);
/// A refused message stands in the workspace already, so it is not the same one that goes out.
QString retryWord(const Message &message);
bool canEdit(const Message &message);
bool canDiscard(const Message &message);
QString discardWord(const Message &message); ///< "Dismiss" where nothing is lost by it.

} // namespace greenline
