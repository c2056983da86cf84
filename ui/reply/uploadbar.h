#pragma once

#include "app/base/clock.h"
#include "ui/reply/replyneeds.h"

#include <QFrame>
#include <QHash>

class QLabel;
class QProgressBar;
class QPushButton;

namespace greenline {

/// How far a file of the open conversation is on its way, and the way to call it back.
class UploadBar : public QFrame
{
    Q_OBJECT
public:
    explicit UploadBar(const ReplyNeeds &needs);

private:
    struct Progress {
        MessageId message = {};
        qint64 sent = 0;
        qint64 total = 0;
        bool isSlow = false; ///< What goes at once needs no bar that flashes up.
        bool isCommitted = false; ///< It cannot be called back any more.
    };
    void note(const RoomId &room, const Progress &news);
    void noteSlow();
    void show();

    ReplyNeeds m_needs;
    QHash<RoomId, Progress> m_progress; // one at a time in each
    Alarm m_patience;
    QLabel *m_words;
    QProgressBar *m_measure;
    QPushButton *m_cancel;
};

} // namespace greenline
