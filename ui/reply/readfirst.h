#pragma once

#include "ui/reply/replyneeds.h"

#include <QDateTime>
#include <QMetaObject>
#include <QObject>
#include <QPointer>

namespace greenline {

class MessageStore;
class NoticeBar;

/// Somebody else of the desk answered while a reply was being written: said above the box, and the first Enter does
/// not send.
class ReadFirst : public QObject
{
    Q_OBJECT
public:
    explicit ReadFirst(const ReplyNeeds &needs, QObject *parent = nullptr);

private:
    void follow(); ///< Another conversation is shown.
    void onEdited(const QString &text);
    void onInserted(int first, int last);
    void markSeen();
    bool mayGo();
    void forget();

    ReplyNeeds m_needs;
    NoticeBar *m_bar;
    QPointer<MessageStore> m_store; // of the conversation on screen
    QDateTime m_seenUpTo; // the newest message when the writing began; null: nobody writes
    bool m_isUnread = false;
    bool m_wasTold = false; // by an Enter that did not send
};

} // namespace greenline
