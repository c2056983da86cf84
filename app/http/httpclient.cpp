#include "app/http/httpclient.h"

#include "app/http/httpexchange.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

bool isThisComputer(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || QHostAddress(host).isLoopback();
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == "https"_L1 ? 443 : 80);
}

/// The desktop's proxies, but none for this computer: generic proxy settings forget to make that exception.
class LoopbackAwareProxies : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return isThisComputer(query.peerHostName()) ? QList<QNetworkProxy>{QNetworkProxy::NoProxy}
                                                    : systemProxyForQuery(query);
    }
};

} // namespace

QByteArray HttpReply::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0) {
            return value;
        }
    }
    return {};
}

bool HttpReply::isJson() const
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    return type == "application/json" || type.endsWith("+json");
}

HttpClient::HttpClient(QObject *parent)
    : QObject(parent)
    , m_network(new QNetworkAccessManager(this))
{
    m_network->setProxyFactory(new LoopbackAwareProxies); // which the manager owns
}

HttpClient::~HttpClient()
{
    // Before the manager, whose replies they hold.
    qDeleteAll(findChildren<HttpExchange *>(Qt::FindDirectChildrenOnly));
}

void HttpClient::send(const HttpRequest &request, const Then<HttpReply> &then)
{
    auto *exchange = new HttpExchange(*m_network, request, then, this);
    exchange->start();
}

void HttpClient::cancelAll()
{
    const QList<HttpExchange *> children = findChildren<HttpExchange *>(Qt::FindDirectChildrenOnly);
    const QList<QPointer<HttpExchange>> running(children.begin(),
                                                children.end()); // an answer may lead to the end of the client
    for (const QPointer<HttpExchange> &exchange : running) {
        if (exchange) {
            exchange->cancel();
        }
    }
}

bool isAllowedAddress(const QUrl &url)
{
    if (!url.isValid() || url.host().isEmpty()) {
        return false;
    }
    return url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isThisComputer(url.host()));
}

bool isSameOrigin(const QUrl &one, const QUrl &other)
{
    return one.scheme() == other.scheme() && one.host() == other.host() && portOf(one) == portOf(other);
}

} // namespace greenline
