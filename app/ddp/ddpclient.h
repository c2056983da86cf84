#pragma once

#include "app/base/clock.h"
#include "app/base/then.h"

#include <QJsonArray>
#include <QJsonValue>
#include <QObject>
#include <QUrl>

#include <memory>

namespace greenline {

/// A stream's key: collection "stream-notify-user", event "<uid>/rooms-changed".
struct StreamKey {
    QString stream;
    QString event;
    bool operator==(const StreamKey &) const = default;
    friend size_t qHash(const StreamKey &key, size_t seed = 0) { return qHashMulti(seed, key.stream, key.event); }
};

/// What a stream told. args go to app/wire and no further.
struct StreamEvent {
    StreamKey key;
    QJsonArray args;
};

/// The live line to a workspace: one WebSocket, DDP `login {resume}`, heartbeat both ways, back-off with jitter, and
/// every wanted subscription sent again after each reconnect (there is no session resumption: rocketchat-wire.md 1.2).
class DdpClient : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Offline, ///< Not asked to be connected.
        Connecting,
        LoggingIn,
        Online, ///< Logged in; subscriptions may still be on their way until ready().
        Waiting ///< Lost; tries again in retryIn().
    };
    explicit DdpClient(Clock &clock, QObject *parent = nullptr);
    ~DdpClient() override;

    /// Connects and stays connected until close(). workspace is the https or loopback-http address, sub-paths included.
    void open(const QUrl &workspace, const QString &authToken);
    /// Pending calls are answered Cancelled. The end of the client without a close() answers nothing.
    void close();
    void retryNow(); ///< Skips the wait. On a line that seems to stand it asks for a sign of life: after sleep it may
                     ///< be half-open.

    State state() const;
    std::chrono::milliseconds retryIn() const; ///< Until the next try while Waiting, else 0.
    std::optional<Error> lastError() const; ///< Why the line was lost last (Network, Tls, Timeout, Protocol).

    void subscribe(const StreamKey &key); ///< Idempotent; kept over reconnects.
    void unsubscribe(const StreamKey &key);
    /// A method call on this connection; not repeated after a loss (then answered Network). Time limit 30 s.
    void call(const QString &method, const QJsonArray &params, const Then<QJsonValue> &then);

Q_SIGNALS:
    void stateChanged();
    /// After each login: every wanted subscription was answered. The moment to catch up by REST.
    void ready();
    void streamEvent(const greenline::StreamEvent &event);
    void subscriptionRefused(const greenline::StreamKey &key, const greenline::Error &error);
    void loginRefused(const greenline::Error &error); ///< 401 or 403 on resume: sign in again; no further tries.
    void
    unreadableFrame(const greenline::Error &error); ///< Counted in diagnostics; after 20 in a row the line is dropped.

private:
    class Connection;
    std::unique_ptr<Connection> m_connection;
};

} // namespace greenline
