#pragma once

#include "app/omnichannel/message.h"

#include <QObject>
#include <QSet>

namespace greenline {

class ConversationView;
class Notifier;
class Session;

/// A text that was typed into a desktop notification leaves like any other: by the outbox, once. Where something speaks
/// against it, it becomes part of the draft, and another notification says why: nobody is looking at the window.
class QuickReply : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        Notifier &notifier;
        ConversationView &view;
    };
    explicit QuickReply(const Needs &needs, QObject *parent = nullptr);

private:
    void send(const RoomId &room, const QString &text);
    QString whyNot(const RoomId &room) const; ///< Empty: nothing speaks against it.
    void keep(const RoomId &room, const QString &text);
    void onMessage(const Message &message);
    void tell(const RoomId &room, const QString &reason);

    Needs m_needs;
    QSet<MessageId> m_sent; // of notifications; also a saved one may be refused later
};

} // namespace greenline
