#pragma once

#include "app/rest/restclient.h"
#include "tests/http/rawserver.h"

namespace greenline {

/// A RestClient, and the server that it asks; both are made anew for each test.
class RestBench : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_reply = test::rawAnswer(200, R"({"success":true})");
        m_server = std::make_unique<test::RawServer>([this](const test::RawRequest &) { return m_reply; });
        m_rest.reset();
        m_http = std::make_unique<HttpClient>();
        m_clock = std::make_unique<ManualClock>();
        m_rest = std::make_unique<RestClient>(*m_http, *m_clock);
        m_rest->setWorkspace(m_server->url());
        m_rest->setCredentials({QStringLiteral("uid"), QStringLiteral("secret")});
        m_answers.clear();
    }

protected:
    Then<QJsonObject> noted()
    {
        return {this, [this](const Result<QJsonObject> &answer) { m_answers.append(answer); }};
    }
    RestCall get(const QString &path) { return {.path = path}; }

    std::optional<QByteArray> m_reply; // what the server answers next
    std::unique_ptr<test::RawServer> m_server;
    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<RestClient> m_rest;
    QList<Result<QJsonObject>> m_answers;
};

} // namespace greenline
