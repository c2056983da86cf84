#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>
#include <optional>

namespace greenline::test {

struct RawRequest {
    QByteArray method;
    QByteArray target;
    QList<QByteArray> headerLines;
    QByteArray body;
    QByteArray header(const QByteArray &name) const
    {
        for (const QByteArray &line : headerLines) {
            if (line.left(line.indexOf(':')).compare(name, Qt::CaseInsensitive) == 0) {
                return line.mid(line.indexOf(':') + 1).trimmed();
            }
        }
        return {};
    }
};

inline QByteArray rawAnswer(int status, const QByteArray &body = {},
                            const QByteArray &headers = "Content-Type: application/json\r\n")
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// A server that writes exactly the bytes a test gives it; none: the client is left waiting.
class RawServer : public QObject
{
public:
    using Handler = std::function<std::optional<QByteArray>(const RawRequest &)>;

    explicit RawServer(const Handler &handler, QTcpServer *server = new QTcpServer)
        : m_handler(handler)
        , m_server(server)
    {
        m_server->setParent(this);
        connect(m_server, &QTcpServer::pendingConnectionAvailable, this, &RawServer::take);
        m_server->listen(QHostAddress::LocalHost);
    }

    QUrl url(const QString &path = {}, const QString &scheme = QStringLiteral("http")) const
    {
        QUrl url;
        url.setScheme(scheme);
        url.setHost(QStringLiteral("127.0.0.1"));
        url.setPort(m_server->serverPort());
        url.setPath(path);
        return url;
    }

    QList<RawRequest> requests;
    QList<QPointer<QTcpSocket>> sockets;
    bool closesAfterAnswer = false;

private:
    void take()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            sockets.append(socket);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            read(socket);
        }
    }

    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        buffer += socket->readAll();
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        RawRequest request;
        request.headerLines = buffer.left(end).replace("\r\n", "\n").split('\n');
        const QList<QByteArray> first = request.headerLines.takeFirst().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        const qsizetype length = request.header("Content-Length").toLongLong();
        if (buffer.size() < end + 4 + length) {
            return;
        }
        request.body = buffer.mid(end + 4, length);
        buffer.remove(0, end + 4 + length);
        requests.append(request);
        if (const std::optional<QByteArray> answer = m_handler(request)) {
            socket->write(*answer);
            if (closesAfterAnswer) {
                socket->disconnectFromHost();
            }
        }
    }

    Handler m_handler;
    QTcpServer *m_server;
    QHash<QTcpSocket *, QByteArray> m_buffers;
};

} // namespace greenline::test
