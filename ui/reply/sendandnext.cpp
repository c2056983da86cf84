#include "ui/reply/sendandnext.h"

#include "app/omnichannel/conversationstore.h"
#include "app/workspace/drafts.h"
#include "app/workspace/session.h"
#include "ui/composer/composer.h"
#include "ui/dialogs/problembar.h"
#include "ui/reply/writable.h"
#include "ui/timeline/conversationview.h"

#include <QAction>

#include <utility>

namespace greenline {

SendAndNext::SendAndNext(const ReplyNeeds &needs, QAction &action, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
{
    connect(&action, &QAction::triggered, this, &SendAndNext::start);
    connect(&needs.view, &ConversationView::sent, this, [this](const RoomId &room) {
        if (std::exchange(m_wantsNext, false)) {
            goOn(room);
        }
    });
}

void SendAndNext::start()
{
    if (!isWritable(m_needs)) {
        return;
    }
    const bool hasFiles = !m_needs.session.drafts().files(m_needs.view.room()).isEmpty();
    if (m_needs.composer.text().trimmed().isEmpty() && !hasFiles) {
        m_needs.composer.showProblem(tr("There is nothing to send yet."));
        return;
    }
    m_wantsNext = true;
    m_needs.composer.requestSend();
    m_wantsNext = false; // it is sent at once or not at all
}

void SendAndNext::goOn(const RoomId &from)
{
    const ConversationStore &conversations = m_needs.session.conversations();
    const Conversation *next = nullptr;
    for (int row = 0; row < conversations.size(); ++row) {
        const Conversation &one = conversations.at(row);
        const bool asks = one.stage == Stage::Mine && one.needsAnswer && one.id != from;
        if (asks && (!next || one.waitingSince < next->waitingSince)) {
            next = &one;
        }
    }
    if (next) {
        m_needs.open(RoomId(next->id));
        m_needs.view.focusReply();
    } else {
        m_needs.problem.inform(tr("Sent. Nobody else waits for your answer."));
    }
}

} // namespace greenline
