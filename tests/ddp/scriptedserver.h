#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QPointer>
#include <QSet>
#include <QSslConfiguration>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>

#include <functional>

namespace greenline::test {

/// A DDP server that does what a test tells it to, and remembers what was said to it.
class ScriptedServer : public QObject
{
public:
    explicit ScriptedServer(QWebSocketServer::SslMode mode = QWebSocketServer::NonSecureMode);
    void listen(quint16 port = 0);
    void setSslConfiguration(const QSslConfiguration &configuration) { m_server.setSslConfiguration(configuration); }
    QUrl url(const QString &below = {}) const;
    void sendText(const QString &text) { line->sendTextMessage(text); }
    void send(const QJsonObject &frame);
    void sendEvent(const QString &stream, const QString &event, const QJsonArray &args);
    QList<QJsonObject> framesOf(const QString &msg) const;

    // What it does.
    bool saysServerId = false; ///< As Meteor did up to 3.x.
    bool isSilent = false; ///< Takes everything, says nothing.
    QJsonObject loginError = {};
    QSet<QString> silentEvents = {}; ///< Subscriptions that are never answered.
    QHash<QString, QJsonObject> refusedEvents = {}; ///< nosub with this error; without one when it is empty.
    std::function<void(const QJsonObject &)> onMethod = [](const QJsonObject &) {};

    // What was said.
    QPointer<QWebSocket> line = nullptr; ///< The newest.
    int lines = 0;
    QString path = {};
    QList<QJsonObject> frames = {};

private:
    void take();
    void read(const QJsonObject &frame);
    void answerSubscription(const QString &id, const QString &event);

    QWebSocketServer m_server;
};

} // namespace greenline::test
