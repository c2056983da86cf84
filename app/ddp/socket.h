#pragma once

#include "app/base/clock.h"
#include "app/ddp/frame.h"

#include <QList>
#include <QSslError>
#include <QUrl>

class QWebSocket;

namespace greenline {

/// One WebSocket from its opening to its loss; it is never opened again. It answers pings, asks after 30 s of silence,
/// and gives the line up after 60 s without a frame (30 s while it opens), for a half-open TCP connection tells
/// nothing.
class Socket : public QObject
{
    Q_OBJECT
public:
    explicit Socket(Clock &clock, QObject *parent = nullptr);
    ~Socket() override;

    void open(const QUrl &workspace);
    void send(const QString &frame);
    void close(); ///< Goodbye; nothing is told any more.
    void probe(); ///< Asks now and expects a sign of life soon: the computer may have slept.

Q_SIGNALS:
    void opened();
    void arrived(const greenline::Frame &frame);
    void unreadable(const greenline::Error &error);
    void lost(const greenline::Error &error); ///< Once, and the last signal.

private:
    void read(const QString &text);
    void dispatch(const Result<Frame> &frame);
    void watch();
    void onError();
    void onDisconnected();
    void giveUp(const Error &error);
    void dispose();

    Clock &m_clock;
    QWebSocket *m_socket = nullptr; // none before open() and after the end
    QList<QSslError> m_tlsFaults;
    Alarm m_silence;
    std::chrono::milliseconds m_heardAt{0}; // monotonic
    std::chrono::milliseconds m_patience; // how long nothing may come
    int m_unreadableInARow = 0;
};

/// wss (or loopback ws) of a workspace, sub-paths included.
QUrl socketAddress(const QUrl &workspace);

} // namespace greenline
