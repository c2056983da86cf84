#pragma once

#include <QObject>
#include <QRandomGenerator>
#include <QSet>

#include <chrono>

namespace greenline::practice {

/// What goes wrong on purpose. Plain values, read by the servers at each step; all off at first.
class Faults : public QObject
{
    Q_OBJECT
public:
    int loseAnswers = 0; ///< So many next texts of agents are carried out but never answered (socket dropped).
    int loseUploads
        = 0; ///< So many next rooms.upload and rooms.mediaConfirm are carried out but never answered (socket dropped).
    int dropRequests = 0; ///< So many next REST requests are dropped unread.
    int answer429 = 0; ///< So many next REST requests are answered 429.
    int answerHtml = 0; ///< So many next REST requests are answered 200 with an HTML page.
    int malformedFrames = 0; ///< So many garbage frames before the next event.
    int racingTakes
        = 0; ///< So many next takes of what somebody else took succeed too, as two at the very same moment do (7.7.1).
    std::chrono::milliseconds restDelay{0};
    bool suppressQueueEvents = false;
    int queueEventLoss = 0; ///< So many of a hundred queue events are lost, each for one connection; drawn by lossDice.
    QRandomGenerator lossDice{1};
    bool freezeSockets = false; ///< Accepts, never answers: half-open lines.
    QSet<QString> forbiddenStreams = {}; ///< nosub not-allowed

Q_SIGNALS:
    void dropSockets(); ///< Emit to cut every WebSocket now.
};

} // namespace greenline::practice
