#pragma once

#include "app/ddp/subscriptions.h"

#include <functional>

namespace greenline {

struct Frame;
class Socket;

/// Asks for the wanted streams on each new line, and tells when the server has answered for all of them. A server that
/// stays silent about one must not keep the rest from catching up.
class Subscribing : public QObject
{
    Q_OBJECT
public:
    Subscribing(Clock &clock, const std::function<QString()> &nextId, QObject *parent = nullptr);

    void want(const StreamKey &key);
    void forget(const StreamKey &key);
    bool isWanted(const StreamKey &key) const { return m_subscriptions.isWanted(key); }

    void startLine(Socket &line); ///< Logged in; asks for all of them. It lasts until endLine().
    void endLine();
    void confirm(const QStringList &ids);
    void readRefusal(const Frame &frame);
    void tellWhenAnswered(); ///< By allAnswered(), once on each line.

Q_SIGNALS:
    void refused(const greenline::StreamKey &key, const greenline::Error &error);
    void allAnswered();

private:
    void ask(const StreamKey &key);
    void askLater(const StreamKey &key, std::chrono::milliseconds delay);
    void stopWaiting();

    Clock &m_clock;
    std::function<QString()> m_nextId;
    Subscriptions m_subscriptions;
    Alarm m_answerLimit;
    Socket *m_line = nullptr; // none while nobody is logged in
    bool m_isTold = false; // on this line
};

} // namespace greenline
