#include "recordedserver.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace greenline {

void RecordedServer::initTestCase_data()
{
    QTest::addColumn<QString>("version");
    QTest::newRow("3.11.6") << u"3.11.6"_s;
    QTest::newRow("7.7.1") << u"7.7.1"_s;
}

void RecordedServer::init()
{
    QFETCH_GLOBAL(QString, version);
    m_version = version;
    m_features.emplace(*parseServerVersion(version));
    m_nextReplies.clear();
    m_server = std::make_unique<test::RawServer>(
        [this](const test::RawRequest &) { return m_nextReplies.isEmpty() ? m_reply : m_nextReplies.takeFirst(); });
    m_rest = std::make_unique<RestClient>(m_http, m_clock);
    m_rest->setWorkspace(m_server->url());
    m_rest->setCredentials({u"uid"_s, u"secret"_s});
}

QJsonObject RecordedServer::play(const QString &file, const QString &path, int status)
{
    QFile recording(QStringLiteral(GREENLINE_FIXTURES "/recordings/%1/rest/%2.json").arg(m_version, file));
    recording.open(QIODevice::ReadOnly);
    const QJsonArray all = QJsonDocument::fromJson(recording.readAll()).array();
    for (const QJsonValue &element : all) {
        const QJsonObject exchange = element.toObject();
        const QJsonObject response = exchange.value("response"_L1).toObject();
        const QString recorded = exchange.value("request"_L1).toObject().value("path"_L1).toString();
        if (!recorded.startsWith(path) || response.value("status"_L1).toInt() != status) {
            continue;
        }
        const QByteArray type = response.value("headers"_L1).toObject().value("content-type"_L1).toString().toLatin1();
        const QByteArray body = response.contains("body"_L1)
            ? QJsonDocument(response.value("body"_L1).toObject()).toJson()
            : response.value("bodyText"_L1).toString().toUtf8();
        m_reply = test::rawAnswer(status, body, "Content-Type: " + type + "\r\n");
        return exchange;
    }
    m_reply = test::rawAnswer(599);
    QTest::qFail(qPrintable(u"nothing recorded for "_s + path), __FILE__, __LINE__);
    return {};
}

} // namespace greenline
