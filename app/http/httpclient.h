#pragma once

#include "app/base/then.h"
#include "app/http/transfer.h"

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QUrl>

#include <chrono>
#include <functional>
#include <utility>

class QNetworkAccessManager;
class QNetworkReply;

namespace greenline {

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    std::chrono::milliseconds timeout{30'000};
    qint64 maximumBytes = 8 * 1024 * 1024; ///< A larger answer is a Protocol error, cut off while it arrives.
    bool isOnce = false; ///< What it does must not be done twice: it leaves this computer at most once.
    QPointer<Transfer> transfer = {}; ///< Is told how far the body is, and may call the request back.
};

struct HttpReply {
    int status = 0;
    QByteArray contentType = {};
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    QUrl url = {}; ///< Where it came from, after redirects.
    std::chrono::milliseconds took{0};
    QByteArray header(const QByteArray &name) const; ///< By any spelling; empty when absent.
    bool isJson() const; ///< By content type; an HTML page with status 200 is an unknown route on 3.11.
};

/// One HTTP exchange. http:// goes to loopback only. TLS faults are errors, never ignored. Redirects are followed for
/// GET within the same origin only; to another origin they are an error that names it, so that credentials never leave.
/// Any answer with a status is a value, also 4xx and 5xx; errors are Network, Tls, Timeout, Protocol and Cancelled.
/// timeout is how long nothing may arrive. What is under way when the client is destroyed is not answered any more.
/// Cookies are neither sent nor kept. Qt repeats a request, POST too, when the connection is closed before anything
/// was answered, unless it isOnce.
class HttpClient : public QObject
{
    Q_OBJECT
public:
    explicit HttpClient(QObject *parent = nullptr);
    ~HttpClient() override;

    void send(const HttpRequest &request, const Then<HttpReply> &then);
    void cancelAll(); ///< Everything under way is answered Cancelled.

private:
    QNetworkAccessManager *m_network = nullptr;
};

/// http only to 127.0.0.0/8, ::1 and localhost; https anywhere.
bool isAllowedAddress(const QUrl &url);
bool isSameOrigin(const QUrl &one, const QUrl &other);

} // namespace greenline
