#include "app/ddp/socket.h"

#include "app/base/log.h"
#include "app/http/httpclient.h"
#include "app/http/tlsfault.h"

#include <QNetworkProxy>
#include <QWebSocket>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto askAfterSilence = 30'000ms;
constexpr auto giveUpAfterSilence = 60'000ms;
constexpr auto openingPatience = 30'000ms;
constexpr auto probePatience = 10'000ms;
constexpr int unreadableLimit = 20;

bool isViolation(QWebSocketProtocol::CloseCode code)
{
    using namespace QWebSocketProtocol;
    return code == CloseCodeProtocolError || code == CloseCodeDatatypeNotSupported || code == CloseCodeWrongDatatype
        || code == CloseCodeTooMuchData;
}

} // namespace

QUrl socketAddress(const QUrl &workspace)
{
    QUrl url = workspace.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    url.setScheme(workspace.scheme() == "https"_L1 ? u"wss"_s : u"ws"_s);
    url.setPath((url.path() == "/"_L1 ? QString() : url.path()) + "/websocket"_L1);
    return url;
}

Socket::Socket(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_silence(clock, [this] { watch(); })
    , m_patience(openingPatience)
{
}

Socket::~Socket()
{
    close();
}

void Socket::open(const QUrl &workspace)
{
    m_heardAt = m_clock.monotonic();
    if (!isAllowedAddress(workspace)) {
        // Later, so that nobody is told of a loss inside open().
        QMetaObject::invokeMethod(
            this,
            [this, workspace] {
                giveUp(
                    {Error::Kind::Network, u"http to another computer: "_s + workspace.host(), u"insecure-address"_s});
            },
            Qt::QueuedConnection);
        return;
    }
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingFrameSize(maximumFrameBytes);
    m_socket->setMaxAllowedIncomingMessageSize(maximumFrameBytes);
    if (workspace.scheme() == "http"_L1) {
        m_socket->setProxy(QNetworkProxy::NoProxy);
    }
    connect(m_socket, &QWebSocket::connected, this, &Socket::opened);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &Socket::read);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this] {
        dispatch(Error{Error::Kind::Protocol, u"a binary frame"_s});
    });
    connect(m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &faults) { m_tlsFaults = faults; });
    connect(m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &Socket::onError);
    connect(m_socket, &QWebSocket::disconnected, this, &Socket::onDisconnected);
    m_silence.start(askAfterSilence);
    m_socket->open(socketAddress(workspace));
}

void Socket::send(const QString &frame)
{
    if (m_socket) {
        m_socket->sendTextMessage(frame);
    }
}

void Socket::close()
{
    if (m_socket && m_socket->state() == QAbstractSocket::ConnectedState) {
        m_socket->disconnect(this);
        m_socket->close();
    }
    dispose();
}

void Socket::probe()
{
    if (!m_socket) {
        return;
    }
    m_heardAt = m_clock.monotonic();
    m_patience = probePatience;
    send(pingFrame());
    m_silence.start(probePatience);
}

void Socket::read(const QString &text)
{
    dispatch(parseFrame(text));
}

void Socket::dispatch(const Result<Frame> &frame)
{
    m_heardAt = m_clock.monotonic();
    m_patience = giveUpAfterSilence;
    if (!frame) {
        if (++m_unreadableInARow > unreadableLimit) {
            giveUp({Error::Kind::Protocol, u"nothing readable comes any more"_s, u"unreadable"_s});
            return;
        }
        Q_EMIT unreadable(frame.error());
        return;
    }
    m_unreadableInARow = 0;
    if (frame->kind == Frame::Kind::Ping) {
        send(pongFrame(frame->id));
        return;
    }
    Q_EMIT arrived(*frame);
}

void Socket::watch()
{
    const auto silence = m_clock.monotonic() - m_heardAt;
    if (silence >= m_patience) {
        giveUp({Error::Kind::Timeout, u"nothing came for %1 s"_s.arg(silence / 1s), u"silent"_s});
        return;
    }
    if (silence >= askAfterSilence) {
        send(pingFrame());
        m_silence.start(m_patience - silence);
    } else {
        m_silence.start(askAfterSilence - silence);
    }
}

void Socket::onError()
{
    if (!m_tlsFaults.isEmpty()) {
        giveUp(tlsFault(m_tlsFaults));
        return;
    }
    // A closed connection tells itself by disconnected, and then with its reason.
    if (m_socket->error() != QAbstractSocket::RemoteHostClosedError) {
        const bool isTls = m_socket->error() == QAbstractSocket::SslHandshakeFailedError;
        giveUp({isTls ? Error::Kind::Tls : Error::Kind::Network, m_socket->errorString()});
    }
}

void Socket::onDisconnected()
{
    const QWebSocketProtocol::CloseCode code = m_socket->closeCode();
    giveUp({isViolation(code) ? Error::Kind::Protocol : Error::Kind::Network,
            u"closed with %1 %2"_s.arg(QString::number(code), m_socket->closeReason()).trimmed()});
}

void Socket::giveUp(const Error &error)
{
    dispose();
    qCInfo(logDdp) << "line lost:" << redacted(error.detail);
    Q_EMIT lost(error);
}

/// Not deleted at once, for it may be what is calling. An abort leaves no socket waiting for a goodbye that never
/// comes.
void Socket::dispose()
{
    m_silence.stop();
    QWebSocket *socket = std::exchange(m_socket, nullptr);
    if (!socket) {
        return;
    }
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

} // namespace greenline
