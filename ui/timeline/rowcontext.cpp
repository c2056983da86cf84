#include "ui/timeline/rowcontext.h"

#include "app/omnichannel/messagestore.h"
#include "ui/timeline/messagemodel.h"
#include "ui/timeline/timelinewords.h"
#include "ui/words/times.h"

namespace greenline {

namespace {

constexpr qint64 groupSeconds = 300;
constexpr qint64 repetitionSeconds = 60;

const Message *shownNeighbour(const MessageModel &model, int row, int step)
{
    for (int at = row + step; at >= 0 && at < model.rowCount(); at += step) {
        if (!model.isHidden(at)) {
            return &model.message(at);
        }
    }
    return nullptr;
}

bool isSameDay(const Message &one, const Message &other)
{
    return one.at.toLocalTime().date() == other.at.toLocalTime().date();
}

bool isOneGroup(const Message &above, const Message &below)
{
    return !isQuietLine(above) && !isQuietLine(below) && above.author == below.author && above.room == below.room
        && above.authorId == below.authorId && above.delivery == below.delivery
        && above.delivery != Message::Delivery::Refused && above.delivery != Message::Delivery::Failed
        && qAbs(above.at.secsTo(below.at)) < groupSeconds && isSameDay(above, below);
}

/// Providers deliver a text twice now and then, and people press twice (same text, same number, 60 s).
bool isRepetition(const MessageModel &model, int row)
{
    const Message &message = model.message(row);
    if (message.author != Message::Author::Customer || message.text.isEmpty() || isQuietLine(message)) {
        return false;
    }
    for (int at = row - 1; at >= 0; --at) {
        const Message &above = model.message(at);
        if (above.at.secsTo(message.at) > repetitionSeconds) {
            return false;
        }
        if (above.author == Message::Author::Customer && above.authorId == message.authorId
            && above.room == message.room && above.text == message.text) {
            return true;
        }
    }
    return false;
}

} // namespace

RowContext rowContext(const MessageModel &model, int row, const QDateTime &now)
{
    const Message &message = model.message(row);
    const Message *above = shownNeighbour(model, row, -1);
    const Message *below = shownNeighbour(model, row, +1);
    RowContext context;
    context.isHidden = model.isHidden(row);
    context.isRepeated = isRepetition(model, row);
    if (message.at.isValid() && (!above || !isSameDay(*above, message))) {
        context.day = dayTitle(message.at, now);
    }
    if (model.store()->hasEarlier() && (!above || above->room != message.room)) {
        context.conversation = conversationWords(model.store()->isEarlier(message));
    }
    const int unreadRow = model.unreadRow();
    context.unread = row == unreadRow ? model.unreadCount() : 0;
    context.startsGroup = !above || context.unread > 0 || !isOneGroup(*above, message);
    const bool isUnreadNext = unreadRow > row && below && &model.message(unreadRow) == below;
    context.endsGroup = !below || isUnreadNext || !isOneGroup(message, *below);
    return context;
}

} // namespace greenline
