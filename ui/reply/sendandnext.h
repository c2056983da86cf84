#pragma once

#include "ui/reply/replyneeds.h"

#include <QObject>

class QAction;

namespace greenline {

/// Sends, and opens the conversation whose customer has waited longest for an answer.
class SendAndNext : public QObject
{
    Q_OBJECT
public:
    SendAndNext(const ReplyNeeds &needs, QAction &action, QObject *parent = nullptr);

private:
    void start();
    void goOn(const RoomId &from);

    ReplyNeeds m_needs;
    bool m_wantsNext = false; // while it is being sent
};

} // namespace greenline
