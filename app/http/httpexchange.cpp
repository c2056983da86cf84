#include "app/http/httpexchange.h"

#include "app/base/log.h"
#include "app/http/neversent.h"
#include "app/http/oncebody.h"
#include "app/http/tlsfault.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int notModified = 304;

QNetworkRequest networkRequest(const HttpRequest &request, const QUrl &url)
{
    QNetworkRequest made(url);
    made.setTransferTimeout(static_cast<int>(request.timeout.count()));
    made.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setHeader(QNetworkRequest::UserAgentHeader, u"Greenline/" GREENLINE_VERSION ""_s);
    for (const auto &[name, value] : request.headers) {
        made.setRawHeader(name, value);
    }
    return made;
}

/// The server answered, and its status is the answer; Qt calls 4xx and 5xx errors as well.
bool isOnlyStatus(QNetworkReply::NetworkError error)
{
    const bool isContent = error > QNetworkReply::UnknownProxyError && error <= QNetworkReply::UnknownContentError;
    return error == QNetworkReply::NoError || isContent || error >= QNetworkReply::InternalServerError;
}

} // namespace

HttpExchange::HttpExchange(QNetworkAccessManager &network, const HttpRequest &request, const Then<HttpReply> &then,
                           QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_request(request)
    , m_then(then)
{
}

HttpExchange::~HttpExchange()
{
    release();
}

void HttpExchange::start()
{
    m_watch.start();
    if (m_request.transfer) {
        connect(m_request.transfer, &Transfer::cancelRequested, this, &HttpExchange::cancel);
    }
    if (!isAllowedAddress(m_request.url)) {
        // Later, so that no caller is answered inside its own call.
        QMetaObject::invokeMethod(
            this,
            [this] {
                answer(Error{Error::Kind::Network, u"http to another computer: "_s + m_request.url.host(),
                             u"insecure-address"_s});
            },
            Qt::QueuedConnection);
        return;
    }
    ask(m_request.url);
}

void HttpExchange::cancel()
{
    answer(Error{Error::Kind::Cancelled, u"cancelled"_s});
}

void HttpExchange::ask(const QUrl &url)
{
    m_reply = sent(networkRequest(m_request, url));
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::readHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::readBody);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &faults) { m_tlsFaults = faults; });
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::finish);
    if (m_request.transfer) {
        connect(m_reply, &QNetworkReply::uploadProgress, m_request.transfer,
                [transfer = m_request.transfer, whole = m_request.body.size()](qint64 sent, qint64 total) {
                    if (total > 0) { // none of none is Qt's word for the end
                        // Of a body that is read once Qt takes for the whole what it has read so far.
                        Q_EMIT transfer->progressed(sent, whole);
                    }
                });
    }
}

QNetworkReply *HttpExchange::sent(QNetworkRequest request)
{
    if (!m_request.isOnce) {
        return m_network.sendCustomRequest(request, m_request.method, m_request.body);
    }
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setHeader(QNetworkRequest::ContentLengthHeader, m_request.body.size());
    auto *body = new OnceBody(m_request.body, this);
    QNetworkReply *reply = m_network.sendCustomRequest(request, m_request.method, body);
    body->setParent(reply);
    m_onceBody = body;
    return reply;
}

void HttpExchange::release()
{
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    if (!reply) {
        return;
    }
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void HttpExchange::readHead()
{
    if (m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() > m_request.maximumBytes) {
        cutOff();
    }
}

void HttpExchange::readBody()
{
    m_body += m_reply->readAll();
    if (m_body.size() > m_request.maximumBytes) {
        cutOff();
    }
}

void HttpExchange::cutOff()
{
    answer(Error{Error::Kind::Protocol, u"the answer is larger than %1 bytes"_s.arg(m_request.maximumBytes),
                 u"too-large"_s});
}

void HttpExchange::finish()
{
    if (m_reply->isOpen()) { // a timeout closes it
        m_body += m_reply->readAll();
    }
    if (m_body.size() > m_request.maximumBytes) {
        cutOff();
        return;
    }
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (const std::optional<Error> error = fault(status)) {
        answer(status > 0 ? *error : marked(*error));
        return;
    }
    const QByteArray location = m_reply->rawHeader("Location");
    if (status >= 300 && status < 400 && status != notModified && !location.isEmpty()) {
        redirect(m_reply->url().resolved(QUrl::fromEncoded(location)));
        return;
    }
    answer(reply(status));
}

std::optional<Error> HttpExchange::fault(int status) const
{
    const QNetworkReply::NetworkError error = m_reply->error();
    if (!m_tlsFaults.isEmpty() && error == QNetworkReply::SslHandshakeFailedError) {
        return tlsFault(m_tlsFaults);
    }
    switch (error) {
    case QNetworkReply::SslHandshakeFailedError:
        return Error{Error::Kind::Tls, m_reply->errorString(), u"handshake"_s};
    case QNetworkReply::OperationCanceledError: // our own aborts are disconnected before
    case QNetworkReply::TimeoutError:
        return Error{Error::Kind::Timeout,
                     u"no answer within %1 s"_s.arg(std::chrono::duration<double>(m_request.timeout).count())};
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        // Qt gives the last of them to status 400 too.
        if (status > 0 && error == QNetworkReply::ProtocolInvalidOperationError) {
            return std::nullopt;
        }
        return Error{Error::Kind::Protocol, m_reply->errorString()};
    default:
        break;
    }
    if (status > 0 && isOnlyStatus(error)) {
        return std::nullopt;
    }
    return Error{Error::Kind::Network, m_reply->errorString()};
}

/// "Connection refused" alone proves nothing: Qt says so, too, when it connects again after the request was written to
/// a connection that then ended. The body proves it: it is read when there is a connection to write it to.
Error HttpExchange::marked(Error fault) const
{
    const bool isOfTheLine = fault.kind == Error::Kind::Network || fault.kind == Error::Kind::Timeout;
    if (isOfTheLine && m_onceBody && m_onceBody->isUnread() && !m_request.body.isEmpty()) {
        fault.code = neverSent;
    }
    return fault;
}

void HttpExchange::redirect(const QUrl &target)
{
    const QString origin = target.scheme() + "://"_L1 + target.authority(QUrl::FullyEncoded);
    if (m_request.method != "GET" || !isSameOrigin(m_request.url, target)) {
        answer(Error{Error::Kind::Protocol, u"redirected to "_s + origin, u"redirected"_s});
        return;
    }
    if (--m_redirectsLeft < 0) {
        answer(Error{Error::Kind::Protocol, u"redirected in a circle at "_s + origin, u"redirected"_s});
        return;
    }
    release();
    m_body.clear();
    ask(target);
}

HttpReply HttpExchange::reply(int status) const
{
    HttpReply made;
    made.status = status;
    made.contentType = m_reply->rawHeader("Content-Type");
    for (const QNetworkReply::RawHeaderPair &header : m_reply->rawHeaderPairs()) {
        made.headers.append({header.first, header.second});
    }
    made.body = m_body;
    made.url = m_reply->url();
    made.took = std::chrono::milliseconds(m_watch.elapsed());
    return made;
}

void HttpExchange::answer(const Result<HttpReply> &result)
{
    if (!m_then) {
        return;
    }
    const Then<HttpReply> then = *m_then;
    m_then.reset();
    release();
    deleteLater();
    if (!result) {
        qCInfo(logHttp) << m_request.method << redacted(m_request.url.path()) << redacted(result.error().detail);
    }
    then(result);
}

} // namespace greenline
