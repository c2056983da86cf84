#include "app/practice/httpsite.h"

#include "app/practice/form.h"

#include <QHostAddress>
#include <QHttpServer>
#include <QHttpServerResponse>
#include <QTcpServer>
#include <QTcpSocket>
#include <QWebSocket>

using namespace Qt::StringLiterals;

namespace greenline::practice {

/// Remembers which socket is being read: QHttpServer tells its handlers nothing about the connection, and a dropped
/// request has to cut it.
class LoopbackListener : public QTcpServer
{
public:
    QTcpSocket *reading() const { return m_reading; }
    void cutAll()
    {
        const QList<QTcpSocket *> sockets = findChildren<QTcpSocket *>();
        for (QTcpSocket *socket : sockets) {
            socket->abort();
        }
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto *socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        socket->setSocketOption(QAbstractSocket::LowDelayOption,
                                1); // small frames would wait for each other's acknowledgement
        // First in line: QHttpServer connects later and runs its handler inside the same signal.
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { m_reading = socket; });
        addPendingConnection(socket);
    }

private:
    QPointer<QTcpSocket> m_reading;
};

namespace {

QByteArray methodName(QHttpServerRequest::Method method)
{
    using Method = QHttpServerRequest::Method;
    switch (method) {
    case Method::Get:
        return "GET";
    case Method::Post:
        return "POST";
    case Method::Put:
        return "PUT";
    case Method::Delete:
        return "DELETE";
    case Method::Options:
        return "OPTIONS";
    case Method::Head:
        return "HEAD";
    case Method::Patch:
        return "PATCH";
    default:
        return "";
    }
}

HttpRequest translated(const QHttpServerRequest &request)
{
    HttpRequest made;
    made.method = methodName(request.method());
    made.path = request.url().path();
    made.target = request.url().toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    const QByteArray query = request.url().query(QUrl::FullyEncoded).toLatin1();
    made.query = formDecoded(query);
    for (const auto &[name, value] : request.headers()) {
        made.headers.append({name, value});
    }
    made.body = request.body();
    return made;
}

void send(QHttpServerResponder &&responder, const HttpAnswer &answer)
{
    QHttpServerResponse response(answer.type, answer.body,
                                 static_cast<QHttpServerResponder::StatusCode>(answer.status));
    for (const auto &[name, value] : answer.headers) {
        response.addHeader(name, value);
    }
    response.write(std::move(responder));
}

} // namespace

QByteArray HttpRequest::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

QString HttpRequest::queryValue(const QString &name) const
{
    return formValue(query, name);
}

HttpReply::HttpReply(std::function<void(const HttpAnswer &)> send, QTcpSocket *socket)
    : m_send(std::move(send))
    , m_socket(socket)
{
}

void HttpReply::answer(const HttpAnswer &answer)
{
    if (m_isLost) {
        drop();
        return;
    }
    if (m_send && m_socket) {
        m_send(answer);
    }
    m_send = {};
}

void HttpReply::drop()
{
    m_send = {};
    if (m_socket) {
        m_socket->abort();
    }
}

void HttpReply::breakOff(const QByteArray &start)
{
    m_send = {};
    if (m_socket) {
        m_socket->write(start);
        m_socket->disconnectFromHost();
    }
}

void HttpReply::lose()
{
    m_isLost = true;
}

struct HttpSite::Parts {
    QHttpServer http;
    LoopbackListener *listener = nullptr; // the HTTP server is its parent
};

HttpSite::HttpSite(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
}

HttpSite::~HttpSite()
{
    close();
}

void HttpSite::acceptWebSockets(std::function<void(std::unique_ptr<QWebSocket>)> taker)
{
    m_taker = std::move(taker);
}

Status HttpSite::listen(quint16 port)
{
    auto parts = std::make_unique<Parts>();
    auto listener = std::make_unique<LoopbackListener>();
    if (!listener->listen(QHostAddress::LocalHost, port)) {
        return Error{Error::Kind::Network, listener->errorString()};
    }
    parts->listener = listener.release();
    parts->http.bind(parts->listener);
    parts->http.setMissingHandler([this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        auto kept = std::make_shared<QHttpServerResponder>(std::move(responder));
        QTcpSocket *socket = m_parts->listener->reading();
        m_handler(
            translated(request),
            std::make_shared<HttpReply>([kept](const HttpAnswer &answer) { send(std::move(*kept), answer); }, socket));
    });
    if (m_taker) {
        // Without a route of that path the upgrade is answered 404 (Qt 6.4).
        parts->http.route(u"/websocket"_s, [](const QHttpServerRequest &, QHttpServerResponder &&) {});
        QHttpServer *http = &parts->http;
        connect(http, &QHttpServer::newWebSocketConnection, this, [this, http] {
            while (http->hasPendingWebSocketConnections()) {
                m_taker(http->nextPendingWebSocketConnection());
            }
        });
    }
    m_parts = std::move(parts);
    return Done{};
}

void HttpSite::close()
{
    if (!m_parts) {
        return;
    }
    m_parts->listener->close();
    m_parts->listener->cutAll();
    m_parts.reset();
}

quint16 HttpSite::port() const
{
    return m_parts ? m_parts->listener->serverPort() : 0;
}

} // namespace greenline::practice
