#pragma once

#include "app/base/clock.h"
#include "app/practice/ddplimiter.h"
#include "app/practice/methods.h"
#include "app/practice/streams.h"

#include <QList>
#include <QObject>

#include <memory>

class QWebSocket;

namespace greenline::practice {

class State;
struct Login;

/// What the limiters say.
Refusal tooManyRequests(std::chrono::milliseconds wait);

/// One DDP session (rocketchat-wire.md 1): handshake, heartbeat, subscriptions, methods. The sign-in is in
/// ddplogin.cpp.
class DdpConnection : public QObject
{
    Q_OBJECT
public:
    DdpConnection(State &state, std::unique_ptr<QWebSocket> socket);
    ~DdpConnection() override;
    void greet(); ///< What the server says before it is asked.
    void deliver(const StreamNotice &notice);
    bool isOf(const QString &userId, const QString &token) const
    {
        return !m_userId.isEmpty() && m_userId == userId && m_token == token;
    }
    void close(int code);
    void cut(); ///< Without a closing handshake.

Q_SIGNALS:
    void closed();

private:
    struct Subscription {
        QString id;
        QString stream;
        QString event;
    };
    void onText(const QString &text);
    void onClosed();
    void handle(const QJsonObject &frame);
    void connectSession(const QJsonObject &frame);
    void protest(const QString &reason, const QJsonValue &offending = QJsonValue(QJsonValue::Undefined));
    void subscribe(const QJsonObject &frame);
    void unsubscribe(const QString &id);
    void refuseSubscription(const QString &id, const Refusal &refusal);
    void callFrame(const QJsonObject &frame);
    void answer(const QString &id, const MethodAnswer &answer);
    void login(const QString &id, const QJsonObject &options);
    void signIn(const QString &id, const Login &login);
    void logout(const QString &id);
    QJsonObject ownRecord() const;
    void send(const QJsonObject &frame);
    void hearSomething();
    void onSilence();
    bool isFrozen() const;
    bool isLost() const;

    State &m_state;
    std::unique_ptr<QWebSocket> m_socket;
    QString m_session; // empty before connect
    QString m_userId;
    QString m_token;
    QList<Subscription> m_subscriptions;
    DdpLimiter m_limiter;
    Alarm m_heartbeat;
    bool m_isPinged = false;
    bool m_isClosed = false;
};

} // namespace greenline::practice
