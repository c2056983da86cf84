#include "ui/find/jumps.h"

#include "app/base/clock.h"
#include "app/omnichannel/messagestore.h"
#include "app/workspace/finding.h"
#include "app/workspace/session.h"
#include "app/workspace/timelines.h"
#include "ui/find/daypopup.h"
#include "ui/timeline/conversationview.h"
#include "ui/timeline/timelineview.h"

#include <QAction>

namespace greenline {

Jumps::Jumps(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
{
    connect(&needs.toNewest, &QAction::triggered, this, &Jumps::toNewest);
    connect(&needs.toUnread, &QAction::triggered, this, &Jumps::toUnread);
    connect(&needs.toDate, &QAction::triggered, this, &Jumps::askForDayAtView);
    connect(&needs.view.timeline(), &TimelineView::dayPressed, this, &Jumps::askForDay);
}

void Jumps::toMessage(const MessageId &message, const QDateTime &at)
{
    if (m_needs.view.timeline().showMessage(message)) {
        m_needs.session.finding().reach.cancel();
        return;
    }
    const RoomId room = m_needs.view.room();
    m_needs.session.finding().reach.to(room, at,
                                       {this, [this, room, message](const Status &reached) {
                                            if (room != m_needs.view.room()
                                                || (!reached && reached.error().kind == Error::Kind::Cancelled)) {
                                                return;
                                            }
                                            if (!reached) {
                                                Q_EMIT failed(errorText(reached.error(), Occasion::LoadingHistory));
                                            } else if (!m_needs.view.timeline().showMessage(message)) {
                                                Q_EMIT told(tr("That message is no longer there."));
                                            }
                                        }});
}

void Jumps::toNewest()
{
    if (hasTimeline()) {
        m_needs.view.timeline().jumpToNewest();
    }
}

void Jumps::toUnread()
{
    if (!hasTimeline()) {
        return;
    }
    const MessageStore *store = m_needs.session.timelines().find(m_needs.view.room());
    const MessageId unread = store ? store->firstUnread() : MessageId();
    if (unread.isEmpty()) {
        m_needs.view.timeline().jumpToNewest();
    } else {
        m_needs.view.timeline().showMessage(unread);
    }
}

void Jumps::toDay(const QDate &day)
{
    const RoomId room = m_needs.view.room();
    // A moment before the day: what was written in its first second is wanted, too.
    m_needs.session.finding().reach.to(room, day.startOfDay().addSecs(-1),
                                       {this, [this, room, day](const Status &reached) {
                                            if (room != m_needs.view.room()) {
                                                return;
                                            }
                                            if (reached) {
                                                showDay(day);
                                            } else if (reached.error().kind != Error::Kind::Cancelled) {
                                                Q_EMIT failed(errorText(reached.error(), Occasion::LoadingHistory));
                                            }
                                        }});
}

void Jumps::showDay(const QDate &day)
{
    const MessageStore *store = m_needs.session.timelines().find(m_needs.view.room());
    for (int row = 0; store && row < store->size(); ++row) {
        const Message &message = store->at(row);
        if (message.event != Message::Event::Hidden && message.at.toLocalTime().date() >= day) {
            m_needs.view.timeline().showMessage(MessageId(message.id));
            return;
        }
    }
    m_needs.view.timeline().jumpToNewest();
}

void Jumps::askForDay(const QDate &day, const QPoint &globalPosition)
{
    if (!hasTimeline()) {
        return;
    }
    const QDate first = m_needs.view.conversation().startedAt.toLocalTime().date();
    auto *popup = new DayPopup(day, {first, m_needs.clock.now().toLocalTime().date()}, &m_needs.view);
    connect(popup, &DayPopup::chosen, this, &Jumps::toDay);
    popup->openAt(globalPosition);
}

/// A key does not show beforehand that there is nowhere to go.
bool Jumps::hasTimeline()
{
    if (!m_needs.view.isReadable()) {
        Q_EMIT told(tr("Open the conversation through which you want to jump."));
    }
    return m_needs.view.isReadable();
}

void Jumps::askForDayAtView()
{
    const TimelineView &timeline = m_needs.view.timeline();
    const Message *current = timeline.currentMessage();
    const QPoint middle = timeline.mapToGlobal(QPoint(timeline.width() / 2, 0));
    askForDay(current ? current->at.toLocalTime().date() : m_needs.clock.now().toLocalTime().date(), middle);
}

} // namespace greenline
