#include "app/workspace/connectionline.h"

#include "app/ddp/ddpclient.h"
#include "app/workspace/gapfill.h"

#include <utility>

namespace greenline {

using Line = ConnectionState::Line;

ConnectionLine::ConnectionLine(DdpClient &ddp, GapFill &gapFill, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_ddp(ddp)
    , m_gapFill(gapFill)
    , m_clock(clock)
{
    connect(&ddp, &DdpClient::stateChanged, this, &ConnectionLine::onSocket);
    connect(&gapFill, &GapFill::finished, this, &ConnectionLine::onCompared);
    connect(&gapFill, &GapFill::mineCompared, this, &ConnectionLine::onMineCompared);
    connect(&gapFill, &GapFill::failed, this, &ConnectionLine::onCompareFailed);
}

const ConnectionState &ConnectionLine::state() const
{
    if (m_state.line == Line::Waiting) {
        m_state.retryIn = m_ddp.retryIn();
    }
    return m_state;
}

void ConnectionLine::signOut(const std::optional<Error> &why)
{
    m_gapFill.stop();
    m_isMineKnown = false;
    ConnectionState state = m_state;
    state.line = Line::SignedOut;
    state.retryIn = {};
    state.error = why;
    become(state);
}

void ConnectionLine::onSocket()
{
    if (m_state.line == Line::SignedOut) {
        return;
    }
    ConnectionState state = m_state;
    state.retryIn = {};
    m_isMineKnown = false;
    switch (m_ddp.state()) {
    case DdpClient::State::Offline:
        m_gapFill.stop();
        return;
    case DdpClient::State::Connecting:
    case DdpClient::State::LoggingIn:
        state.line = m_wasLost ? Line::Trying : Line::Starting;
        break;
    case DdpClient::State::Online:
        state.line = Line::CatchingUp;
        state.error.reset();
        break;
    case DdpClient::State::Waiting:
        m_wasLost = true;
        m_gapFill.stop();
        state.line = Line::Waiting;
        state.retryIn = m_ddp.retryIn();
        state.error = m_ddp.lastError();
        break;
    }
    become(state);
}

void ConnectionLine::onCompared(const std::optional<Error> &refusal)
{
    if (m_state.line == Line::SignedOut || m_ddp.state() != DdpClient::State::Online) {
        return;
    }
    ConnectionState state = m_state;
    state.line = Line::Live;
    state.checkedAt = m_clock.now();
    state.error = refusal;
    become(state);
}

void ConnectionLine::onCompareFailed(const Error &error)
{
    if (m_state.line == Line::SignedOut) {
        return;
    }
    ConnectionState state = m_state;
    state.error = error;
    become(state);
}

void ConnectionLine::onMineCompared()
{
    if (m_state.line == Line::CatchingUp && !std::exchange(m_isMineKnown, true)) {
        Q_EMIT changed();
    }
}

void ConnectionLine::retryNow()
{
    if (m_state.line == Line::CatchingUp && m_state.error) {
        m_gapFill.run();
    } else {
        m_ddp.retryNow();
    }
}

void ConnectionLine::become(const ConnectionState &state)
{
    if (m_state != state) {
        m_state = state;
        Q_EMIT changed();
    }
}

} // namespace greenline
