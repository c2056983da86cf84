#include "app/ddp/subscribing.h"

#include "app/ddp/socket.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr auto answerPatience = 10'000ms;
constexpr auto betweenAnswerChecks = 1'000ms;

} // namespace

Subscribing::Subscribing(Clock &clock, const std::function<QString()> &nextId, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_nextId(nextId)
    , m_answerLimit(clock, [this] { stopWaiting(); })
{
}

void Subscribing::want(const StreamKey &key)
{
    if (m_subscriptions.want(key) && m_line) {
        ask(key);
    }
}

void Subscribing::forget(const StreamKey &key)
{
    const QString id = m_subscriptions.forget(key);
    if (m_line && !id.isEmpty()) {
        m_line->send(unsubscribeFrame(id));
        tellWhenAnswered(); // it may have been the last one missing
    }
}

void Subscribing::startLine(Socket &line)
{
    m_line = &line;
    m_isTold = false;
    m_subscriptions.startLine();
    const QList<StreamKey> keys = m_subscriptions.wanted();
    for (const StreamKey &key : keys) {
        ask(key);
    }
    m_answerLimit.start(answerPatience);
}

void Subscribing::endLine()
{
    m_line = nullptr;
    m_answerLimit.stop();
}

void Subscribing::confirm(const QStringList &ids)
{
    for (const QString &id : ids) {
        m_subscriptions.confirm(id);
    }
    tellWhenAnswered();
}

void Subscribing::readRefusal(const Frame &frame)
{
    if (!m_line) {
        return; // nothing was asked
    }
    // 3.11.6 refuses a stream without an error object.
    const Error error = frame.error.value_or(Error{Error::Kind::Forbidden, u"not-allowed"_s, u"not-allowed"_s});
    if (error.kind == Error::Kind::RateLimited && error.retryAfter) {
        if (const std::optional<StreamKey> key = m_subscriptions.keyOf(frame.id)) {
            askLater(*key, *error.retryAfter);
        }
        return;
    }
    if (const std::optional<StreamKey> key = m_subscriptions.refuse(frame.id)) {
        Q_EMIT refused(*key, error);
        tellWhenAnswered();
    }
}

void Subscribing::tellWhenAnswered()
{
    if (!m_line || m_isTold || !m_subscriptions.areAllAnswered()) {
        return;
    }
    m_isTold = true;
    m_answerLimit.stop();
    Q_EMIT allAnswered();
}

void Subscribing::ask(const StreamKey &key)
{
    const QString id = m_nextId();
    m_subscriptions.noteAsked(key, id, m_clock.monotonic());
    m_line->send(subscribeFrame(id, key.stream, key.event));
}

void Subscribing::askLater(const StreamKey &key, std::chrono::milliseconds delay)
{
    m_clock.after(delay, m_line, [this, key, line = m_line] {
        if (m_line == line && m_subscriptions.isWanted(key)) {
            ask(key);
        }
    });
}

void Subscribing::stopWaiting()
{
    m_subscriptions.stopWaiting(m_clock.monotonic() - answerPatience);
    tellWhenAnswered();
    if (m_line && !m_isTold) {
        m_answerLimit.start(betweenAnswerChecks);
    }
}

} // namespace greenline
