#include "ui/reply/quickreply.h"

#include "app/omnichannel/conversationstore.h"
#include "app/workspace/commands.h"
#include "app/workspace/drafts.h"
#include "app/workspace/outbox.h"
#include "app/workspace/session.h"
#include "app/workspace/timelines.h"
#include "ui/composer/composer.h"
#include "ui/notify/notifier.h"
#include "ui/reply/optoutlock.h"
#include "ui/timeline/conversationview.h"
#include "ui/words/errortext.h"
#include "ui/words/plainline.h"

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

bool isServedHere(const Conversation *conversation)
{
    return conversation && (conversation->stage == Stage::Mine || conversation->stage == Stage::OnHold);
}

} // namespace

QuickReply::QuickReply(const Needs &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
{
    connect(&needs.notifier, &Notifier::replied, this, &QuickReply::send);
    connect(&needs.session.outbox(), &Outbox::changed, this, &QuickReply::onMessage);
}

void QuickReply::send(const RoomId &room, const QString &text)
{
    m_needs.notifier.withdraw(room);
    if (text.trimmed().isEmpty()) {
        return;
    }
    if (const QString reason = whyNot(room); !reason.isEmpty()) {
        keep(room, text);
        tell(room, reason);
        return;
    }
    const Result<MessageId> sent = m_needs.session.outbox().sendBeside(room, text);
    if (!sent) {
        keep(room, text);
        tell(room, errorText(sent.error(), Occasion::Sending).oneLine());
        return;
    }
    m_sent.insert(*sent);
    m_needs.session.commands().markRead(room); // what is answered was read
}

QString QuickReply::whyNot(const RoomId &room) const
{
    Session &session = m_needs.session;
    if (!isServedHere(session.conversations().find(room))) {
        return tr("The conversation is no longer yours. What you wrote is kept as its draft.");
    }
    const ConversationFacts *facts = session.conversations().facts(room);
    const std::optional<Message> last = facts && facts->room ? facts->room->lastMessage : std::nullopt;
    if (optOutOf(session, room)) {
        return tr("The customer opted out (STOP). What you wrote is kept as the draft.");
    }
    const bool isOthers = last && last->author == Message::Author::Agent && last->event == Message::Event::None
        && !last->authorId.isEmpty() && last->authorId != session.signedIn().me.id.value;
    return isOthers ? tr("%1 answered meanwhile. Read it first; what you wrote is kept as the draft.")
                          .arg(plainLine(last->authorName))
                    : QString();
}

/// Below what stands there: neither of the two is lost.
void QuickReply::keep(const RoomId &room, const QString &text)
{
    const QString before = m_needs.session.drafts().text(room);
    const QString whole = before.trimmed().isEmpty() ? text : before + u'\n' + text;
    m_needs.session.drafts().set(room, whole);
    m_needs.session.drafts().flush();
    if (m_needs.view.room() == room) {
        m_needs.view.composer().setText(whole);
    }
}

void QuickReply::onMessage(const Message &message)
{
    const bool isLost = message.delivery == Message::Delivery::Failed || message.delivery == Message::Delivery::Refused;
    if (isLost && m_sent.remove(message.id)) {
        tell(message.room, deliveryReason(message.reason));
    }
}

void QuickReply::tell(const RoomId &room, const QString &reason)
{
    const Conversation *conversation = m_needs.session.conversations().find(room);
    m_needs.notifier.tell(
        {Notice::Kind::ReplyNotSent, room, conversation ? shownName(*conversation) : QString(), reason});
}

} // namespace greenline
