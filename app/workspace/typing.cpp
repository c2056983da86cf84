#include "app/workspace/typing.h"

#include "app/ddp/ddpclient.h"
#include "app/omnichannel/agentstore.h"

#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto typingStream = "stream-notify-room"_L1;
constexpr auto believedFor = 15'000ms; // the web client says it again within that time
constexpr auto betweenTellings = 5'000ms;
constexpr auto stopsAfter = 10'000ms;

/// user-activity: [name, ["user-typing"], {}]; typing: [name, true].
bool saysTyping(const QJsonArray &args)
{
    return args.at(1).isArray() ? args.at(1).toArray().contains(u"user-typing"_s) : args.at(1).toBool();
}

} // namespace

Typing::Typing(DdpClient &ddp, const AgentStore &agent, ServerVersion version, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_ddp(ddp)
    , m_agent(agent)
    , m_features(version)
    , m_clock(clock)
    , m_silence(clock, [this] { forgetSilent(); })
    , m_stop(clock, [this] { tell(false); })
{
    connect(&ddp, &DdpClient::streamEvent, this, &Typing::onEvent);
}

void Typing::watch(const RoomId &room)
{
    if (room == m_room) {
        return;
    }
    tell(false);
    if (!m_watched.isEmpty()) {
        m_ddp.unsubscribe({typingStream, m_watched});
    }
    m_room = room;
    m_watched = room.isEmpty() ? QString() : channel();
    if (!m_watched.isEmpty()) {
        m_ddp.subscribe({typingStream, m_watched});
    }
    m_silence.stop();
    if (!std::exchange(m_heard, {}).isEmpty()) {
        Q_EMIT othersChanged();
    }
}

QStringList Typing::others() const
{
    QStringList names = m_heard.keys();
    names.sort(Qt::CaseInsensitive);
    return names;
}

void Typing::onEvent(const StreamEvent &event)
{
    if (event.key.stream != typingStream || event.key.event != m_watched || m_watched.isEmpty()) {
        return;
    }
    const QString name = event.args.at(0).toString();
    const Agent &me = m_agent.me();
    if (name.isEmpty() || name == me.username || name == me.name) { // from another device of ours
        return;
    }
    const bool isNews = m_heard.contains(name) != saysTyping(event.args);
    if (saysTyping(event.args)) {
        m_heard.insert(name, m_clock.monotonic());
        if (!m_silence.isActive()) {
            m_silence.start(believedFor);
        }
    } else {
        m_heard.remove(name);
    }
    if (isNews) {
        Q_EMIT othersChanged();
    }
}

void Typing::forgetSilent()
{
    const auto now = m_clock.monotonic();
    const auto gone = m_heard.removeIf([now](QHash<QString, std::chrono::milliseconds>::iterator heard) {
        return now - heard.value() >= believedFor;
    });
    if (!m_heard.isEmpty()) {
        m_silence.start(believedFor / 5);
    }
    if (gone > 0) {
        Q_EMIT othersChanged();
    }
}

void Typing::tell(bool isTyping)
{
    if (m_room.isEmpty() || (!isTyping && !m_isTyping)) {
        return;
    }
    if (!isTyping) {
        m_stop.stop();
        write(false);
        return;
    }
    m_stop.start(stopsAfter);
    if (!m_isTyping || m_clock.monotonic() - m_toldAt >= betweenTellings) {
        write(true);
    }
}

/// Nobody is told of a failure: it is a courtesy, and the next key press says it again.
void Typing::write(bool isTyping)
{
    m_isTyping = isTyping;
    m_toldAt = m_clock.monotonic();
    if (m_ddp.state() != DdpClient::State::Online) {
        return;
    }
    QJsonArray params{channel(), m_agent.me().username};
    if (m_features.route(Action::TellTyping).takesOptions) {
        params.append(isTyping ? QJsonArray{u"user-typing"_s} : QJsonArray());
        params.append(QJsonObject());
    } else {
        params.append(isTyping);
    }
    m_ddp.call(QString(typingStream), params, {this, [](const Result<QJsonValue> &) {}});
}

QString Typing::channel() const
{
    return m_room.value + u'/' + m_features.route(Action::TellTyping).path;
}

} // namespace greenline
