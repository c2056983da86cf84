#pragma once

#include "app/base/backoff.h"
#include "app/ddp/ddpclient.h"
#include "app/ddp/pendingcalls.h"
#include "app/ddp/socket.h"
#include "app/ddp/subscribing.h"

#include <memory>

namespace greenline {

/// The life of the line: connect, log in, let Subscribing subscribe, ready, lost, wait, again
/// (rocketchat-wire.md 1.10).
class DdpClient::Connection
{
public:
    Connection(DdpClient &owner, Clock &clock);

    void open(const QUrl &workspace, const QString &authToken);
    void close();
    void retryNow();
    State state() const { return m_state; }
    std::chrono::milliseconds retryIn() const;
    const std::optional<Error> &lastError() const { return m_lastError; }
    void subscribe(const StreamKey &key) { m_subscribing.want(key); }
    void unsubscribe(const StreamKey &key) { m_subscribing.forget(key); }
    void call(const QString &method, const QJsonArray &params, const Then<QJsonValue> &then);

private:
    void become(State state);
    void connectNow();
    void route(const Frame &frame);
    void login();
    void readLogin(const Frame &frame);
    void readEvent(const Frame &frame);
    void lose(const Error &error);
    void refuseLogin(const Error &error);
    void dropSocket();
    QString nextId();

    DdpClient &m_owner;
    Clock &m_clock;
    QUrl m_workspace;
    QString m_token;
    State m_state = State::Offline;
    std::optional<Error> m_lastError;
    std::unique_ptr<Socket> m_socket; // of the present line; none while Offline and Waiting
    PendingCalls m_calls;
    Subscribing m_subscribing;
    Backoff m_backoff;
    std::chrono::milliseconds m_retryAt{0}; // monotonic
    Alarm m_retry;
    Alarm m_loginLimit;
    QString m_loginId;
    qint64 m_lastId = 0; // of calls and subscriptions, never used twice, so that no late answer hits a new question
};

} // namespace greenline
