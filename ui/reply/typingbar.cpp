#include "ui/reply/typingbar.h"

#include "app/workspace/session.h"
#include "app/workspace/typing.h"
#include "ui/composer/composer.h"
#include "ui/composer/noticebar.h"
#include "ui/timeline/conversationview.h"
#include "ui/words/plainline.h"

namespace greenline {

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

void TypingBar::show()
{
    const QStringList others = m_needs.session.typing().others();
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
