#pragma once

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
    };
    void note(const RoomId &room, const Progress &progress);
    void show();

    ReplyNeeds m_needs;
    QHash<RoomId, Progress> m_progress; // one at a time in each
    QLabel *m_words;
    QProgressBar *m_measure;
    QPushButton *m_cancel;
};

} // namespace greenline
