#include "ui/find/earliermessages.h"

#include "app/workspace/customercare.h"
#include "app/workspace/finding.h"
#include "app/workspace/session.h"
#include "app/workspace/timelines.h"
#include "ui/dialogs/problembar.h"
#include "ui/timeline/conversationview.h"
#include "ui/timeline/timelinepane.h"
#include "ui/words/errortext.h"

namespace greenline {

EarlierMessages::EarlierMessages(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_history({needs.session.care().customers, needs.session.finding().messages, needs.session.timelines()})
{
    connect(&needs.view, &ConversationView::timelineChanged, this, &EarlierMessages::follow);
    connect(&needs.view.timelinePane(), &TimelinePane::earlierRequested, this, &EarlierMessages::add);
    follow();
}

void EarlierMessages::follow()
{
    disconnect(m_store);
    if (MessageStore *store = m_needs.session.timelines().find(m_needs.view.room())) {
        m_store = connect(store, &MessageStore::hasOlderChanged, this, &EarlierMessages::refresh);
    }
    refresh();
}

void EarlierMessages::refresh()
{
    using Above = TimelinePane::Above;
    const Conversation &conversation = m_needs.view.conversation();
    const MessageStore *store = m_needs.session.timelines().find(conversation.id);
    TimelinePane &pane = m_needs.view.timelinePane();
    if (!m_needs.view.isReadable() || conversation.visitor.isEmpty() || !store || store->hasOlder()) {
        pane.setAbove(Above::Nothing);
    } else if (m_loading == conversation.id) {
        pane.setAbove(Above::Loading);
    } else if (m_history.isExhausted(conversation.id)) {
        pane.setAbove(Above::NoMore);
    } else {
        pane.setAbove(Above::Earlier);
    }
}

void EarlierMessages::add()
{
    const Conversation &conversation = m_needs.view.conversation();
    const RoomId room = conversation.id;
    m_loading = room;
    refresh();
    m_history.addNext({room, conversation.visitor},
                      {this, [this, room](const Result<int> &added) {
                           if (m_loading == room) {
                               m_loading = {};
                           }
                           refresh();
                           const bool isTold
                               = added || room != m_needs.view.room() || added.error().kind == Error::Kind::Cancelled;
                           if (!isTold) {
                               m_needs.problem.tell(errorText(added.error(), Occasion::LoadingHistory));
                           }
                       }});
}

} // namespace greenline
