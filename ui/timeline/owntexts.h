#pragma once

#include "app/base/id.h"
#include "ui/words/errortext.h"

#include <QObject>

#include <functional>

class QWidget;

namespace greenline {

class Composer;
class Session;
class TimelineView;

/// Sends what is written in the open conversation, and what has not left once more; takes it back, or throws it away.
class OwnTexts : public QObject
{
    Q_OBJECT
public:
    struct Needs {
        Session &session;
        Composer &composer;
        TimelineView &timeline;
        QWidget &window; ///< Where questions are asked.
        std::function<RoomId()> room; ///< The open one.
    };
    explicit OwnTexts(const Needs &needs, QObject *parent = nullptr);
    void takeBack(const MessageId &message); ///< What has not left becomes the draft again.

Q_SIGNALS:
    void problem(const greenline::ErrorText &text);
    void sent(const greenline::RoomId &room); ///< Into the outbox.

private:
    void send(const QString &text);
    void retry(const MessageId &message);
    void onDiscard(const MessageId &message);
    void discard(const MessageId &message);
    void tell(const Error &error);

    Needs m_needs;
};

} // namespace greenline
