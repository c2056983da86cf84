#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <utility>

class QTcpSocket;
class QWebSocket;

namespace greenline::practice {

struct HttpRequest {
    QByteArray method = {}; ///< "GET"
    QString path = {}; ///< Decoded, without the query.
    QByteArray target = {}; ///< As it was sent: path and query, still percent-encoded.
    QList<std::pair<QString, QString>> query = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    QByteArray header(const QByteArray &name) const; ///< Names compare without case.
    QString queryValue(const QString &name) const;
};

struct HttpAnswer {
    int status = 200;
    QByteArray type = "application/json";
    QByteArray body = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
};

/// The right to answer one request, once. Given up without an answer it leaves the client waiting.
class HttpReply
{
public:
    HttpReply(std::function<void(const HttpAnswer &)> send, QTcpSocket *socket);
    void answer(const HttpAnswer &answer);
    void drop(); ///< Cuts the connection instead of answering.
    void breakOff(const QByteArray &start); ///< Writes these bytes of an answer, then ends the connection.
    void lose(); ///< The answer, once it is there, gets lost: the connection is cut in its place.

private:
    std::function<void(const HttpAnswer &)> m_send;
    QPointer<QTcpSocket> m_socket;
    bool m_isLost = false;
};

/// One port of 127.0.0.1 that hands every HTTP request to one function and every WebSocket to another.
class HttpSite : public QObject
{
    Q_OBJECT
public:
    using Handler = std::function<void(const HttpRequest &, const std::shared_ptr<HttpReply> &)>;
    HttpSite(Handler handler, QObject *parent = nullptr);
    ~HttpSite() override;
    void acceptWebSockets(std::function<void(std::unique_ptr<QWebSocket>)> taker); ///< On /websocket; before listen().
    Status listen(quint16 port); ///< 0: any free one. Network when the port is taken.
    void close(); ///< Cuts every connection and frees the port.
    quint16 port() const;

private:
    struct Parts;
    Handler m_handler;
    std::function<void(std::unique_ptr<QWebSocket>)> m_taker;
    std::unique_ptr<Parts> m_parts; // none while closed
};

} // namespace greenline::practice
