#include "app/ddp/ddpclient.h"

#include "app/ddp/connection.h"

namespace greenline {

DdpClient::DdpClient(Clock &clock, QObject *parent)
    : QObject(parent)
    , m_connection(std::make_unique<Connection>(*this, clock))
{
}

DdpClient::~DdpClient() = default;

void DdpClient::open(const QUrl &workspace, const QString &authToken)
{
    m_connection->open(workspace, authToken);
}

void DdpClient::close()
{
    m_connection->close();
}

void DdpClient::retryNow()
{
    m_connection->retryNow();
}

DdpClient::State DdpClient::state() const
{
    return m_connection->state();
}

std::chrono::milliseconds DdpClient::retryIn() const
{
    return m_connection->retryIn();
}

std::optional<Error> DdpClient::lastError() const
{
    return m_connection->lastError();
}

void DdpClient::subscribe(const StreamKey &key)
{
    m_connection->subscribe(key);
}

void DdpClient::unsubscribe(const StreamKey &key)
{
    m_connection->unsubscribe(key);
}

void DdpClient::call(const QString &method, const QJsonArray &params, const Then<QJsonValue> &then)
{
    m_connection->call(method, params, then);
}

} // namespace greenline
