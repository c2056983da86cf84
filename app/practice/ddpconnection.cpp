#include "app/practice/ddpconnection.h"

#include "app/practice/document.h"
#include "app/practice/state.h"
#include "app/practice/streamrules.h"

#include <QJsonDocument>
#include <QWebSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr auto queueObserver = "stream-livechat-inquiry-queue-observer"_L1;
constexpr int mostCalls = 10;

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::chrono::seconds patienceOf(const State &state)
{
    return std::chrono::seconds(state.options.isStreamer ? 30 : 15);
}

} // namespace

DdpConnection::DdpConnection(State &state, std::unique_ptr<QWebSocket> socket)
    : m_state(state)
    , m_socket(std::move(socket))
    , m_limiter(state.clock)
    , m_heartbeat(state.clock, [this] { onSilence(); })
{
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &DdpConnection::onText);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &DdpConnection::onClosed);
}

DdpConnection::~DdpConnection()
{
    m_socket->disconnect(this);
}

void DdpConnection::greet()
{
    if (m_state.options.isStreamer) {
        send({{u"msg"_s, u"server_id"_s}, {u"server_id"_s, u"0"_s}});
    } else if (m_state.isBefore(7, 0)) {
        send({{u"server_id"_s, u"0"_s}}); // gone with Meteor 3 (7.7.1)
    }
}

bool DdpConnection::isFrozen() const
{
    return m_state.faults.freezeSockets;
}

void DdpConnection::send(const QJsonObject &frame)
{
    if (!isFrozen()) {
        m_socket->sendTextMessage(compact(frame));
    }
}

void DdpConnection::close(int code)
{
    m_socket->close(static_cast<QWebSocketProtocol::CloseCode>(code), code == 1000 ? u"Normal closure"_s : QString());
}

void DdpConnection::cut()
{
    m_socket->abort();
}

void DdpConnection::onClosed()
{
    if (m_isClosed) {
        return;
    }
    m_isClosed = true;
    m_heartbeat.stop();
    if (!m_userId.isEmpty()) {
        m_state.presence.closed(m_userId, m_session);
    }
    Q_EMIT closed();
}

void DdpConnection::hearSomething()
{
    m_isPinged = false;
    if (!m_session.isEmpty()) {
        m_heartbeat.start(patienceOf(m_state));
    }
}

void DdpConnection::onSilence()
{
    if (isFrozen()) {
        return;
    }
    if (m_isPinged) {
        close(m_state.options.isStreamer ? 4000 : 1000);
        return;
    }
    m_isPinged = true;
    send({{u"msg"_s, u"ping"_s}});
    m_heartbeat.start(patienceOf(m_state));
}

void DdpConnection::protest(const QString &reason, const QJsonValue &offending)
{
    QJsonObject frame{{u"msg"_s, u"error"_s}, {u"reason"_s, reason}};
    if (!offending.isUndefined()) {
        frame.insert(u"offendingMessage"_s, offending);
    }
    send(frame);
}

void DdpConnection::onText(const QString &text)
{
    if (isFrozen()) {
        return;
    }
    hearSomething();
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isObject()) {
        protest(u"Bad request"_s,
                document.isArray() ? QJsonValue(document.array()) : QJsonValue(QJsonValue::Undefined));
        return;
    }
    handle(document.object());
}

void DdpConnection::handle(const QJsonObject &frame)
{
    const QString what = frame.value("msg"_L1).toString();
    if (what == "connect"_L1) {
        connectSession(frame);
    } else if (m_session.isEmpty()) {
        if (m_state.options.isStreamer) {
            close(1002);
        } else {
            protest(u"Must connect first"_s, frame);
        }
    } else if (what == "ping"_L1) {
        QJsonObject pong{{u"msg"_s, u"pong"_s}};
        if (frame.contains("id"_L1)) {
            pong.insert(u"id"_s, frame.value("id"_L1));
        }
        send(pong);
    } else if (what == "sub"_L1) {
        subscribe(frame);
    } else if (what == "unsub"_L1) {
        unsubscribe(frame.value("id"_L1).toString());
    } else if (what == "method"_L1) {
        callFrame(frame);
    } else if (what != "pong"_L1) {
        protest(u"Bad request"_s, frame);
    }
}

void DdpConnection::connectSession(const QJsonObject &frame)
{
    if (!m_session.isEmpty()) {
        protest(u"Already connected"_s, frame);
        return;
    }
    if (frame.value("version"_L1).toString() != "1"_L1) {
        send({{u"msg"_s, u"failed"_s}, {u"version"_s, u"1"_s}});
        close(1000);
        return;
    }
    // A session that is asked for is ignored: every connection is a new one.
    m_session = newDocumentId();
    send({{u"msg"_s, u"connected"_s}, {u"session"_s, m_session}});
    hearSomething();
}

void DdpConnection::subscribe(const QJsonObject &frame)
{
    const QString id = frame.value("id"_L1).toString();
    const auto hasId = [&](const Subscription &live) { return live.id == id; };
    if (std::any_of(m_subscriptions.begin(), m_subscriptions.end(), hasId)) {
        return;
    }
    const QString stream = frame.value("name"_L1).toString();
    const QString event = frame.value("params"_L1).toArray().at(0).toString();
    if (const Refused refused = streamRefusal(m_state, m_userId, stream, event)) {
        refuseSubscription(id, *refused);
        return;
    }
    m_subscriptions.append({id, stream, event});
    send({{u"msg"_s, u"ready"_s}, {u"subs"_s, QJsonArray{id}}});
}

void DdpConnection::refuseSubscription(const QString &id, const Refusal &refusal)
{
    QJsonObject frame{{u"msg"_s, u"nosub"_s}, {u"id"_s, id}};
    // 3.11.6 says no word about why, unless there is no such publication at all.
    if (!m_state.isBefore(5, 0) || refusal.code == "404"_L1) {
        frame.insert(u"error"_s, meteorError(refusal));
    }
    send(frame);
}

void DdpConnection::unsubscribe(const QString &id)
{
    m_subscriptions.removeIf([&](const Subscription &live) { return live.id == id; });
    send({{u"msg"_s, u"nosub"_s}, {u"id"_s, id}});
}

void DdpConnection::deliver(const StreamNotice &notice)
{
    const bool isForOthers = (!notice.onlyFor.isEmpty() && notice.onlyFor != m_userId)
        || (!notice.except.isEmpty() && notice.except == m_session);
    if (isForOthers || isFrozen() || (notice.stream == queueObserver && isLost())) {
        return;
    }
    const auto matches
        = [&](const Subscription &live) { return live.stream == notice.stream && live.event == notice.event; };
    if (std::none_of(m_subscriptions.begin(), m_subscriptions.end(), matches)) {
        return;
    }
    for (; m_state.faults.malformedFrames > 0; --m_state.faults.malformedFrames) {
        m_socket->sendTextMessage(u"{\"msg\":\"changed\",\"collection\":"_s);
    }
    send({{u"msg"_s, u"changed"_s},
          {u"collection"_s, notice.stream},
          {u"id"_s, u"id"_s},
          {u"fields"_s, QJsonObject{{u"eventName"_s, notice.event}, {u"args"_s, notice.args}}}});
}

/// Whether an event of the queue does not arrive.
bool DdpConnection::isLost() const
{
    Faults &faults = m_state.faults;
    return faults.suppressQueueEvents
        || (faults.queueEventLoss > 0 && faults.lossDice.bounded(100) < faults.queueEventLoss);
}

void DdpConnection::callFrame(const QJsonObject &frame)
{
    const QString id = frame.value("id"_L1).toString();
    const QString method = frame.value("method"_L1).toString();
    const QJsonArray params = frame.value("params"_L1).toArray();
    if (method == "login"_L1) {
        login(id, params.at(0).toObject());
        return;
    }
    if (method == "logout"_L1) {
        logout(id);
        return;
    }
    // Of the five limits the one that a client can run into: so many calls of a method on one connection.
    if (m_state.options.limitsRates && m_state.settings.isOn(u"DDP_Rate_Limit_Connection_By_Method_Enabled"_s)) {
        if (const auto wait = m_limiter.count(method, mostCalls)) {
            answer(id, {QJsonValue(QJsonValue::Undefined), tooManyRequests(*wait)});
            return;
        }
    }
    callMethod(m_state, {method, params, m_userId, m_session}, {this, [this, id](const Result<MethodAnswer> &result) {
                                                                    if (result) {
                                                                        answer(id, *result);
                                                                    }
                                                                }});
}

void DdpConnection::answer(const QString &id, const MethodAnswer &answer)
{
    QJsonObject result{{u"msg"_s, u"result"_s}, {u"id"_s, id}};
    if (answer.refused) {
        result.insert(u"error"_s, meteorError(*answer.refused));
    } else if (!answer.result.isUndefined()) {
        result.insert(u"result"_s, answer.result);
    }
    const QJsonObject updated{{u"msg"_s, u"updated"_s}, {u"methods"_s, QJsonArray{id}}};
    // Either order occurs; Meteor mostly says "updated" first, ddp-streamer never does.
    if (m_state.options.isStreamer) {
        send(result);
        send(updated);
    } else {
        send(updated);
        send(result);
    }
}

} // namespace greenline::practice
