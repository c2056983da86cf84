#pragma once

#include "app/rest/restclient.h"
#include "app/rest/serverfeatures.h"
#include "tests/http/rawserver.h"

#include <QJsonDocument>
#include <QTestEventLoop>

namespace greenline {

/// A server that answers what real ones answered, and shows what it was asked. Every test runs for each version.
class RecordedServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data();
    void init();

protected:
    /// Makes the server answer what was recorded for a path with a status; returns the recorded exchange.
    QJsonObject play(const QString &file, const QString &path, int status = 200);
    template <typename T, typename Ask>
    Result<T> answerOf(Ask ask);
    QJsonObject sent() const { return QJsonDocument::fromJson(m_server->requests.constLast().body).object(); }
    QByteArray target() const { return m_server->requests.constLast().target; }
    bool isOld() const { return m_version.startsWith(u'3'); }

    QString m_version;
    QByteArray m_reply;
    QList<QByteArray> m_nextReplies; // before m_reply
    std::unique_ptr<test::RawServer> m_server;
    ManualClock m_clock;
    HttpClient m_http;
    std::unique_ptr<RestClient> m_rest;
    std::optional<ServerFeatures> m_features;
};

template <typename T, typename Ask>
Result<T> RecordedServer::answerOf(Ask ask)
{
    std::optional<Result<T>> answer;
    QTestEventLoop wait;
    ask(Then<T>(this, [&](const Result<T> &told) {
        answer.emplace(told);
        wait.exitLoop();
    }));
    wait.enterLoop(10);
    return answer.value_or(Error{Error::Kind::Timeout, QStringLiteral("no answer in the test")});
}

} // namespace greenline
