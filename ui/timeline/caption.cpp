#include "ui/timeline/caption.h"

#include "app/sms/phonenumber.h"
#include "ui/timeline/showntext.h"
#include "ui/words/errortext.h"
#include "ui/words/times.h"

#include <QCoreApplication>

#include <tuple>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

class CaptionWords
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr qsizetype longestReason = 300;

QString reasonOf(const Message &message)
{
    QString reason = harmless(deliveryReason(message.reason)).simplified().left(longestReason);
    if (reason.endsWith(u'.')) {
        reason.chop(1); // more is said behind it
    }
    return reason;
}

QString stateOf(const Message &message)
{
    switch (message.delivery) {
    case Message::Delivery::Waiting:
        return CaptionWords::tr("waiting here");
    case Message::Delivery::Sending:
        return CaptionWords::tr("sending");
    case Message::Delivery::Refused:
        return CaptionWords::tr("▲ Refused: %1").arg(reasonOf(message));
    case Message::Delivery::Failed:
        return CaptionWords::tr("▲ Failed: %1").arg(reasonOf(message));
    case Message::Delivery::Saved:
        break;
    }
    return CaptionWords::tr("saved by the workspace");
}

void addActions(Caption &caption, const Message &message)
{
    const std::tuple<BubbleSpot::Kind, bool, QString> actions[] = {
        {BubbleSpot::Kind::Retry, canRetry(message), retryWord(message)},
        {BubbleSpot::Kind::Edit, canEdit(message), CaptionWords::tr("Edit")},
        {BubbleSpot::Kind::Discard, canDiscard(message), discardWord(message)},
    };
    for (const auto &[kind, isAllowed, word] : actions) {
        if (!isAllowed) {
            continue;
        }
        caption.text += u" · "_s;
        caption.actions.append({kind, caption.text.size(), word.size()});
        caption.text += word;
    }
}

} // namespace

bool hasFailed(const Message &message)
{
    return message.delivery == Message::Delivery::Failed || message.delivery == Message::Delivery::Refused;
}

bool canRetry(const Message &message)
{
    return hasFailed(message) && !message.isSettled;
}

QString retryWord(const Message &message)
{
    return message.delivery == Message::Delivery::Refused ? CaptionWords::tr("Send again") : CaptionWords::tr("Retry");
}

bool canEdit(const Message &message)
{
    return (hasFailed(message) && !message.isSettled) || message.delivery == Message::Delivery::Waiting;
}

bool canDiscard(const Message &message)
{
    return (hasFailed(message) && !message.isSettled) || message.delivery == Message::Delivery::Waiting;
}

QString discardWord(const Message &message)
{
    return message.delivery == Message::Delivery::Refused ? CaptionWords::tr("Dismiss") : CaptionWords::tr("Discard");
}

Caption captionOf(const Message &message, const AgentId &me)
{
    const bool isAgents = message.author == Message::Author::Agent;
    const bool isWaiting
        = message.delivery == Message::Delivery::Waiting || message.delivery == Message::Delivery::Sending;
    QStringList parts;
    if (!isAgents || (!me.isEmpty() && !message.authorId.isEmpty() && message.authorId != me.value)) {
        parts.append(harmlessName(displayNumber(message.authorName))); // who has no name is called by digits
    }
    if (!hasFailed(message)) {
        parts.append(message.at.isValid() ? clockTime(message.at) : QString());
    }
    if (message.isEdited) {
        parts.append(CaptionWords::tr("edited"));
    }
    if (isAgents) {
        parts.append(stateOf(message));
    }
    parts.removeAll(QString());
    Caption caption;
    caption.text = parts.join(u" · "_s);
    if (hasFailed(message)) {
        caption.ink = message.isSettled ? BubbleInk::Secondary : BubbleInk::Danger;
        addActions(caption, message);
    } else if (isWaiting) {
        caption.ink = BubbleInk::Waiting;
    }
    return caption;
}

} // namespace greenline
