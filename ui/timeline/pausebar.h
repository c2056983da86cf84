#pragma once

#include "app/base/id.h"
#include "ui/composer/noticebar.h"

namespace greenline {

class Session;

/// Says for how long the workspace asks the person to wait who wanted something of this conversation (Pauses).
class PauseBar : public NoticeBar
{
    Q_OBJECT
public:
    PauseBar(Session &session, QWidget *parent);
    void setRoom(const RoomId &room);

private:
    void say();

    Session &m_session;
    RoomId m_room;
};

} // namespace greenline
