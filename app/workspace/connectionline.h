#pragma once

#include "app/base/clock.h"
#include "app/workspace/connectionstate.h"

#include <QObject>

namespace greenline {

class DdpClient;
class GapFill;

/// The socket's state and the comparing of the list, made one: what the console may say of its line. Live means both.
class ConnectionLine : public QObject
{
    Q_OBJECT
public:
    ConnectionLine(DdpClient &ddp, GapFill &gapFill, Clock &clock, QObject *parent = nullptr);

    const ConnectionState &state() const;
    bool isLive() const { return m_state.line == ConnectionState::Line::Live; }
    /// Whose the conversations are is known on this line: what waits may leave, also while the queue cannot be
    /// compared.
    bool maySend() const { return isLive() || m_isMineKnown; }
    void retryNow(); ///< The line, or the comparing that failed on it.
    void signOut(const std::optional<Error> &why); ///< For good.

Q_SIGNALS:
    void changed();

private:
    void onSocket();
    void onCompared(const std::optional<Error> &refusal);
    void onCompareFailed(const Error &error);
    void onMineCompared();
    void become(const ConnectionState &state);

    DdpClient &m_ddp;
    GapFill &m_gapFill;
    Clock &m_clock;
    mutable ConnectionState m_state; // retryIn runs while nobody tells
    bool m_wasLost = false;
    bool m_isMineKnown = false; // since the last login
};

} // namespace greenline
