#include "ui/lists/samenumber.h"

#include "app/omnichannel/conversationstore.h"
#include "app/sms/phonenumber.h"
#include "app/workspace/session.h"
#include "ui/composer/noticebar.h"
#include "ui/conversations/conversationlist.h"
#include "ui/timeline/conversationview.h"

namespace greenline {

SameNumber::SameNumber(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_bar(new NoticeBar(&needs.view))
{
    needs.view.addBar(m_bar);
    m_bar->setButton(tr("Show the other"));
    connect(&needs.list, &ConversationList::selected, this, &SameNumber::lookForOthers);
    connect(&needs.list, &ConversationList::rowsChanged, this, &SameNumber::lookForOthers);
    connect(m_bar, &NoticeBar::pressed, this, [this] { m_needs.open(other()); });
    lookForOthers();
}

/// The next open conversation of the open one's number, in the store's order, so that repeated jumps visit them all.
RoomId SameNumber::other() const
{
    const ConversationStore &conversations = m_needs.session.conversations();
    const RoomId here = m_needs.list.current();
    const Conversation *open = conversations.find(here);
    const QString digits = open ? digitsOf(open->customerNumber) : QString();
    if (digits.isEmpty()) {
        return {};
    }
    const int start = conversations.rowOf(here);
    for (int step = 1; step < conversations.size(); ++step) {
        const Conversation &other = conversations.at((start + step) % conversations.size());
        if (other.stage != Stage::Closed && digitsOf(other.customerNumber) == digits) {
            return other.id;
        }
    }
    return {};
}

void SameNumber::lookForOthers()
{
    const ConversationStore &conversations = m_needs.session.conversations();
    const Conversation *open = conversations.find(m_needs.list.current());
    int count = 0;
    for (int row = 0; open && row < conversations.size(); ++row) {
        const Conversation &other = conversations.at(row);
        const bool isSame = !open->customerNumber.isEmpty() && other.stage != Stage::Closed
            && digitsOf(other.customerNumber) == digitsOf(open->customerNumber);
        count += isSame && other.id != open->id ? 1 : 0;
    }
    m_bar->setText(count > 0 ? tr("%1 open conversations, same number").arg(count + 1) : QString());
}

} // namespace greenline
