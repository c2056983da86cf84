#include "app/practice/ddpside.h"

#include "app/practice/ddpconnection.h"
#include "app/practice/state.h"

#include <QWebSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace greenline::practice {

namespace {

constexpr std::chrono::seconds oldRevocationDelay{10}; // 3.11.6, ddp/23: the other sockets go about 10 s later

} // namespace

DdpSide::DdpSide(State &state, QObject *parent)
    : QObject(parent)
    , m_state(state)
{
    connect(&state.streams, &Streams::told, this, &DdpSide::deliver);
    connect(&state.accounts, &Accounts::tokenRevoked, this, &DdpSide::closeToken);
    connect(&state.faults, &Faults::dropSockets, this, &DdpSide::closeAll);
}

DdpSide::~DdpSide()
{
    closeAll();
}

void DdpSide::add(std::unique_ptr<QWebSocket> socket)
{
    auto connection = std::make_unique<DdpConnection>(m_state, std::move(socket));
    DdpConnection *made = connection.get();
    // Not at once: the connection is still inside its own signal then.
    connect(
        made, &DdpConnection::closed, this, [this, made] { remove(made); }, Qt::QueuedConnection);
    m_connections.push_back(std::move(connection));
    made->greet();
}

void DdpSide::remove(DdpConnection *connection)
{
    std::erase_if(m_connections, [connection](const auto &kept) { return kept.get() == connection; });
}

void DdpSide::closeAll()
{
    for (const auto &connection : m_connections) {
        connection->cut();
    }
}

void DdpSide::deliver(const StreamNotice &notice)
{
    for (const auto &connection : m_connections) {
        connection->deliver(notice);
    }
}

void DdpSide::closeToken(const QString &userId, const QString &token)
{
    for (const auto &connection : m_connections) {
        if (!connection->isOf(userId, token)) {
            continue;
        }
        DdpConnection *revoked = connection.get();
        if (m_state.isBefore(5, 0)) {
            m_state.clock.after(oldRevocationDelay, revoked, [revoked] { revoked->close(1000); });
        } else {
            revoked->close(1000);
        }
    }
}

} // namespace greenline::practice
