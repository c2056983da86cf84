#include "app/ddp/connection.h"

#include "app/base/log.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto loginPatience = 30'000ms;

void answerAll(const std::vector<PendingCalls::Call> &calls, const Error &error)
{
    for (const auto &[id, then] : calls) {
        then(error);
    }
}

} // namespace

DdpClient::Connection::Connection(DdpClient &owner, Clock &clock)
    : m_owner(owner)
    , m_clock(clock)
    , m_calls(clock)
    , m_subscribing(clock, [this] { return nextId(); })
    , m_backoff(1s, 30s)
    , m_retry(clock, [this] { connectNow(); })
    , m_loginLimit(clock, [this] {
        lose({Error::Kind::Timeout, u"the login was not answered"_s});
    })
{
    connect(&m_subscribing, &Subscribing::refused, &m_owner, &DdpClient::subscriptionRefused);
    connect(&m_subscribing, &Subscribing::allAnswered, &m_owner, [this] {
        m_backoff.reset();
        Q_EMIT m_owner.ready();
    });
}

void DdpClient::Connection::open(const QUrl &workspace, const QString &authToken)
{
    close();
    m_workspace = workspace;
    m_token = authToken;
    m_lastError.reset();
    m_backoff.reset();
    connectNow();
}

void DdpClient::Connection::close()
{
    m_retry.stop();
    if (m_socket) {
        m_socket->close();
    }
    dropSocket();
    const auto calls = m_calls.takeAll();
    become(State::Offline);
    answerAll(calls, {Error::Kind::Cancelled, u"the line was closed"_s});
}

void DdpClient::Connection::retryNow()
{
    if (m_state == State::Waiting) {
        m_retry.stop();
        connectNow();
    } else if (m_state == State::LoggingIn || m_state == State::Online) {
        m_socket->probe();
    }
}

std::chrono::milliseconds DdpClient::Connection::retryIn() const
{
    return m_state == State::Waiting ? std::max(m_retryAt - m_clock.monotonic(), 0ms) : 0ms;
}

void DdpClient::Connection::call(const QString &method, const QJsonArray &params, const Then<QJsonValue> &then)
{
    if (m_state != State::Online) {
        // Later, so that no caller is answered inside its own call.
        QMetaObject::invokeMethod(
            &m_owner,
            [then] {
                then(Error{Error::Kind::Network, u"not connected"_s});
            },
            Qt::QueuedConnection);
        return;
    }
    const QString id = nextId();
    m_calls.add(id, then);
    m_socket->send(methodFrame(id, method, params));
}

void DdpClient::Connection::become(State state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT m_owner.stateChanged();
    }
}

void DdpClient::Connection::connectNow()
{
    become(State::Connecting);
    if (m_state != State::Connecting || m_socket) {
        return; // whoever was told has closed or opened it
    }
    m_socket = std::make_unique<Socket>(m_clock);
    connect(m_socket.get(), &Socket::opened, &m_owner, [this] { m_socket->send(connectFrame()); });
    connect(m_socket.get(), &Socket::arrived, &m_owner, [this](const Frame &frame) { route(frame); });
    connect(m_socket.get(), &Socket::unreadable, &m_owner, &DdpClient::unreadableFrame);
    connect(m_socket.get(), &Socket::lost, &m_owner, [this](const Error &error) { lose(error); });
    m_socket->open(m_workspace);
}

void DdpClient::Connection::route(const Frame &frame)
{
    switch (frame.kind) {
    case Frame::Kind::Connected:
        if (m_state == State::Connecting) {
            login();
        }
        break;
    case Frame::Kind::Failed:
        lose({Error::Kind::Protocol, u"the server speaks another version of DDP"_s});
        break;
    case Frame::Kind::Result:
        if (frame.id == m_loginId) {
            readLogin(frame);
        } else {
            m_calls.settle(frame.id, frame.error ? Result<QJsonValue>(*frame.error) : Result<QJsonValue>(frame.result));
        }
        break;
    case Frame::Kind::Ready:
        m_subscribing.confirm(frame.subscriptions);
        break;
    case Frame::Kind::NoSub:
        m_subscribing.readRefusal(frame);
        break;
    case Frame::Kind::Changed:
        readEvent(frame);
        break;
    case Frame::Kind::Refused:
        qCWarning(logDdp) << "the server refused a frame:" << redacted(frame.error->detail);
        break;
    default:
        break; // pongs, own user documents, `updated`: their order is not fixed and nothing waits for them
    }
}

void DdpClient::Connection::login()
{
    m_loginId = nextId();
    m_loginLimit.start(loginPatience);
    // Resume is the only login that both kinds of server know (rocketchat-wire.md 1.7).
    m_socket->send(methodFrame(m_loginId, u"login"_s, {QJsonObject{{u"resume"_s, m_token}}}));
    become(State::LoggingIn);
}

void DdpClient::Connection::readLogin(const Frame &frame)
{
    m_loginLimit.stop();
    m_loginId.clear();
    if (frame.error) {
        if (frame.error->kind == Error::Kind::Unauthorized) {
            refuseLogin(*frame.error);
        } else {
            lose(*frame.error);
        }
        return;
    }
    m_state = State::Online;
    m_subscribing.startLine(*m_socket);
    Q_EMIT m_owner.stateChanged();
    m_subscribing.tellWhenAnswered();
}

void DdpClient::Connection::readEvent(const Frame &frame)
{
    const StreamKey key{frame.collection, frame.fields.value("eventName"_L1).toString()};
    if (m_subscribing.isWanted(key)) {
        Q_EMIT m_owner.streamEvent({key, frame.fields.value("args"_L1).toArray()});
    }
}

void DdpClient::Connection::lose(const Error &error)
{
    m_lastError = error;
    dropSocket();
    const auto wait = std::max(m_backoff.next(), error.retryAfter.value_or(0ms));
    m_retryAt = m_clock.monotonic() + wait;
    m_retry.start(wait);
    const auto calls = m_calls.takeAll();
    become(State::Waiting);
    answerAll(calls, {Error::Kind::Network, u"the line was lost"_s});
}

void DdpClient::Connection::refuseLogin(const Error &error)
{
    m_lastError = error;
    m_socket->close();
    dropSocket();
    become(State::Offline);
    Q_EMIT m_owner.loginRefused(error);
}

/// Not deleted at once, for its signal may be what is being handled.
void DdpClient::Connection::dropSocket()
{
    m_loginLimit.stop();
    m_subscribing.endLine();
    m_loginId.clear();
    if (m_socket) {
        m_socket->disconnect(&m_owner);
        m_socket.release()->deleteLater();
    }
}

QString DdpClient::Connection::nextId()
{
    return QString::number(++m_lastId);
}

} // namespace greenline
