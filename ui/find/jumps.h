#pragma once

#include "app/omnichannel/message.h"
#include "ui/words/errortext.h"

#include <QDate>
#include <QObject>

class QAction;
class QPoint;

namespace greenline {

class Clock;
class ConversationView;
class Session;

/// The ways to a place in the open conversation: to a message, a day, the unread, the newest. What is not loaded yet is
/// loaded first.
class Jumps : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        ConversationView &view;
        Clock &clock;
        QAction &toNewest;
        QAction &toUnread;
        QAction &toDate;
    };
    explicit Jumps(const Needs &needs, QObject *parent = nullptr);
    void toMessage(const MessageId &message, const QDateTime &at);
    void toDay(const QDate &day); ///< To the first message of the day, or of the next one that has any.

Q_SIGNALS:
    void told(const QString &sentence);
    void failed(const greenline::ErrorText &problem);

private:
    void toNewest();
    void toUnread();
    void askForDay(const QDate &day, const QPoint &globalPosition);
    void askForDayAtView();
    bool hasTimeline();
    void showDay(const QDate &day);

    Needs m_needs;
};

} // namespace greenline
