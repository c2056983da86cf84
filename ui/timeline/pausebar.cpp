#include "ui/timeline/pausebar.h"

#include "app/workspace/pauses.h"
#include "app/workspace/session.h"
#include "ui/words/phrases.h"

namespace greenline {

PauseBar::PauseBar(Session &session, QWidget *parent)
    : NoticeBar(parent)
    , m_session(session)
{
    connect(&session.pauses(), &Pauses::changed, this, &PauseBar::say);
}

void PauseBar::setRoom(const RoomId &room)
{
    m_room = room;
    say();
}

void PauseBar::say()
{
    setText(pauseWords(m_session.pauses().in(m_room)));
}

} // namespace greenline
