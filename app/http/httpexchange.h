#pragma once

#include "app/http/httpclient.h"

#include <QElapsedTimer>

#include <optional>

class QNetworkRequest;
class QSslError;

namespace greenline {

class OnceBody;

/// One request on its way, its redirects included. Answers once and then deletes itself.
class HttpExchange : public QObject
{
    Q_OBJECT
public:
    HttpExchange(QNetworkAccessManager &network, const HttpRequest &request, const Then<HttpReply> &then,
                 QObject *parent);
    ~HttpExchange() override;

    void start();
    void cancel();

private:
    void ask(const QUrl &url);
    QNetworkReply *sent(QNetworkRequest request);
    void release();
    void readHead();
    void readBody();
    void cutOff();
    void finish();
    std::optional<Error> fault(int status) const;
    Error marked(Error fault) const;
    void redirect(const QUrl &target);
    HttpReply reply(int status) const;
    void answer(const Result<HttpReply> &result);

    QNetworkAccessManager &m_network;
    HttpRequest m_request;
    std::optional<Then<HttpReply>> m_then; ///< Empty once answered.
    QNetworkReply *m_reply = nullptr;
    QPointer<OnceBody> m_onceBody; ///< Of a request that isOnce.
    QByteArray m_body;
    QList<QSslError> m_tlsFaults;
    QElapsedTimer m_watch;
    int m_redirectsLeft = 5;
};

} // namespace greenline
