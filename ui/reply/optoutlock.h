#pragma once

#include "app/omnichannel/message.h"
#include "ui/reply/replyneeds.h"

#include <QObject>
#include <QPointer>
#include <QSet>

#include <optional>

namespace greenline {

class MessageStore;
class NoticeBar;
class Session;

/// The message that says that the customer of a conversation opted out, if nothing after it says otherwise.
std::optional<Message> optOutOf(Session &session, const RoomId &room);

/// A customer who said STOP, or whose carrier refused our text for it, is not written to by accident: the box is locked
/// with the reason until START comes, or until the agent insists.
class OptOutLock : public QObject
{
    Q_OBJECT
public:
    explicit OptOutLock(const ReplyNeeds &needs, QObject *parent = nullptr);

private:
    void follow(); ///< Another conversation is shown.
    void weighSoon();
    void weigh();
    void askToUnlock();
    std::optional<Message> optOut() const;

    ReplyNeeds m_needs;
    NoticeBar *m_bar;
    QPointer<MessageStore> m_store;
    QSet<MessageId> m_overruled; // by the agent, until the program ends
    bool m_willWeigh = false;
};

} // namespace greenline
