#include "tests/ddp/scriptedserver.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace greenline::test {

ScriptedServer::ScriptedServer(QWebSocketServer::SslMode mode)
    : m_server(u"test"_s, mode)
{
    connect(&m_server, &QWebSocketServer::newConnection, this, &ScriptedServer::take);
}

void ScriptedServer::listen(quint16 port)
{
    m_server.listen(QHostAddress::LocalHost, port);
}

QUrl ScriptedServer::url(const QString &below) const
{
    const bool isSecure = m_server.secureMode() == QWebSocketServer::SecureMode;
    return QUrl(u"%1://127.0.0.1:%2%3"_s.arg(isSecure ? u"https"_s : u"http"_s).arg(m_server.serverPort()).arg(below));
}

void ScriptedServer::send(const QJsonObject &frame)
{
    sendText(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
}

void ScriptedServer::sendEvent(const QString &stream, const QString &event, const QJsonArray &args)
{
    send({{u"msg"_s, u"changed"_s},
          {u"collection"_s, stream},
          {u"id"_s, u"id"_s},
          {u"fields"_s, QJsonObject{{u"eventName"_s, event}, {u"args"_s, args}}}});
}

QList<QJsonObject> ScriptedServer::framesOf(const QString &msg) const
{
    QList<QJsonObject> found;
    for (const QJsonObject &frame : frames) {
        if (frame.value("msg"_L1).toString() == msg) {
            found.append(frame);
        }
    }
    return found;
}

void ScriptedServer::take()
{
    while (QWebSocket *socket = m_server.nextPendingConnection()) {
        socket->setParent(this);
        line = socket;
        ++lines;
        path = socket->requestUrl().path();
        connect(socket, &QWebSocket::textMessageReceived, this,
                [this](const QString &text) { read(QJsonDocument::fromJson(text.toUtf8()).object()); });
        if (saysServerId && !isSilent) {
            send({{u"server_id"_s, u"0"_s}});
        }
    }
}

void ScriptedServer::read(const QJsonObject &frame)
{
    frames.append(frame);
    if (isSilent) {
        return;
    }
    const QString msg = frame.value("msg"_L1).toString();
    const QString id = frame.value("id"_L1).toString();
    if (msg == "connect"_L1) {
        send({{u"msg"_s, u"connected"_s}, {u"session"_s, u"s"_s}});
    } else if (msg == "sub"_L1) {
        answerSubscription(id, frame.value("params"_L1).toArray().at(0).toString());
    } else if (msg == "method"_L1 && frame.value("method"_L1).toString() == "login"_L1) {
        QJsonObject answer{{u"msg"_s, u"result"_s}, {u"id"_s, id}};
        answer.insert(loginError.isEmpty() ? u"result"_s : u"error"_s, loginError);
        send(answer);
    } else if (msg == "method"_L1) {
        onMethod(frame);
    }
}

void ScriptedServer::answerSubscription(const QString &id, const QString &event)
{
    if (silentEvents.contains(event)) {
        return;
    }
    if (!refusedEvents.contains(event)) {
        send({{u"msg"_s, u"ready"_s}, {u"subs"_s, QJsonArray{id}}});
        return;
    }
    QJsonObject answer{{u"msg"_s, u"nosub"_s}, {u"id"_s, id}};
    if (!refusedEvents.value(event).isEmpty()) {
        answer.insert(u"error"_s, refusedEvents.value(event));
    }
    send(answer);
}

} // namespace greenline::test
