#include "ui/reply/typingbar.h"

#include "app/omnichannel/messagestore.h"
#include "app/workspace/colleagues.h"
#include "app/workspace/session.h"
#include "app/workspace/timelines.h"
#include "app/workspace/typing.h"
#include "ui/composer/composer.h"
#include "ui/composer/noticebar.h"
#include "ui/timeline/conversationview.h"
#include "ui/words/plainline.h"

#include <utility>

namespace greenline {

namespace {

QString authorIn(const MessageStore &messages, const QString &username)
{
    for (int row = messages.size() - 1; row >= 0; --row) {
        if (messages.at(row).authorUsername == username) {
            return messages.at(row).authorName;
        }
    }
    return {};
}

} // namespace

TypingBar::TypingBar(const ReplyNeeds &needs, QObject *parent)
    : QObject(parent)
    , m_needs(needs)
    , m_bar(new NoticeBar(&needs.composer))
{
    needs.composer.addBar(m_bar);
    Typing &typing = needs.session.typing();
    connect(&typing, &Typing::othersChanged, this, &TypingBar::show);
    connect(&needs.view, &ConversationView::timelineChanged, this, &TypingBar::follow);
    connect(&needs.composer, &Composer::textEdited, this,
            [&typing](const QString &text) { typing.tell(!text.trimmed().isEmpty()); });
    connect(&needs.view, &ConversationView::sent, this, [&typing] { typing.tell(false); });
}

void TypingBar::follow()
{
    m_needs.session.typing().watch(m_needs.view.isReadable() ? m_needs.view.room() : RoomId());
}

/// The workspace tells usernames; who that is may be known from what they wrote, or from the list of colleagues.
QString TypingBar::nameOf(const QString &username) const
{
    const RoomId room = m_needs.view.room();
    const ConversationFacts *facts = m_needs.session.conversations().facts(room);
    if (facts && facts->room && facts->room->visitor.username == username) {
        return shownName(m_needs.view.conversation());
    }
    const QString name = m_needs.session.agent().nameOf(username);
    const MessageStore *messages = m_needs.session.timelines().find(room);
    return name.isEmpty() && messages ? authorIn(*messages, username) : name;
}

void TypingBar::askWhoTheyAre()
{
    if (!std::exchange(m_hasAsked, true)) {
        m_needs.session.colleagues().read(m_needs.session.signedIn().me.id,
                                          {this, [this](const Result<Handees> &) { show(); }});
    }
}

void TypingBar::show()
{
    QStringList others = m_needs.session.typing().others();
    for (QString &other : others) {
        const QString name = nameOf(other);
        if (name.isEmpty()) {
            askWhoTheyAre();
        } else {
            other = name;
        }
    }
    QString words;
    if (others.size() == 1) {
        words = tr("%1 is typing").arg(plainLine(others.first()));
    } else if (!others.isEmpty()) {
        //: %1 and %2 are names of agents
        words = tr("%1 and %2 are typing").arg(plainLine(others.at(0)), plainLine(others.at(1)));
    }
    m_bar->setText(words);
}

} // namespace greenline
