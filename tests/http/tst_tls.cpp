#include "app/http/httpclient.h"
#include "tests/http/certificates.h"
#include "tests/http/rawserver.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;
using greenline::test::Certificates;
using greenline::test::rawAnswer;
using greenline::test::RawRequest;
using greenline::test::RawServer;

class TlsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void namesTheFault_data();
    void namesTheFault();
    void acceptsTrustedCertificate();
    void tellsServerWithoutTls();

private:
    Result<HttpReply> answerOf(const QUrl &url);
    Certificates m_certificates;
};

void TlsTest::initTestCase()
{
    if (!Certificates::canBeMade()) {
        QFAIL("no openssl here");
    }
}

Result<HttpReply> TlsTest::answerOf(const QUrl &url)
{
    HttpClient client;
    std::optional<Result<HttpReply>> answer;
    client.send({.url = url}, {this, [&](const Result<HttpReply> &told) { answer.emplace(told); }});
    [&] { QTRY_VERIFY(answer); }();
    return answer.value_or(Error{Error::Kind::Timeout, u"no answer in the test"_s});
}

void TlsTest::namesTheFault_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("days");
    QTest::addColumn<bool>("isTrusted");
    QTest::addColumn<QString>("code");
    QTest::newRow("self-signed") << u"IP:127.0.0.1"_s << 9 << false << u"self-signed"_s;
    QTest::newRow("expired") << u"IP:127.0.0.1"_s << -1 << true << u"expired"_s;
    QTest::newRow("wrong host") << u"DNS:other.example"_s << 9 << true << u"wrong-host"_s;
    QTest::newRow("wrong host and self-signed") << u"DNS:other.example"_s << 9 << false << u"wrong-host"_s;
}

void TlsTest::namesTheFault()
{
    QFETCH(QString, address);
    QFETCH(int, days);
    QFETCH(bool, isTrusted);
    const QSslConfiguration own = m_certificates.make(u"faulty"_s, address, days);
    QVERIFY(!own.localCertificate().isNull());
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    RawServer server([](const RawRequest &) { return rawAnswer(200, "{}"); }, Certificates::server(own));
    if (isTrusted) {
        QSslConfiguration trusting = before;
        trusting.addCaCertificate(own.localCertificate());
        QSslConfiguration::setDefaultConfiguration(trusting);
    }
    const Result<HttpReply> answer = answerOf(server.url({}, u"https"_s));
    QSslConfiguration::setDefaultConfiguration(before);
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, Error::Kind::Tls);
    QTEST(answer.error().code, "code");
    QVERIFY(!answer.error().detail.isEmpty());
    QVERIFY(server.requests.isEmpty()); // nothing was sent to it
}

void TlsTest::acceptsTrustedCertificate()
{
    const QSslConfiguration own = m_certificates.make(u"good"_s, u"IP:127.0.0.1"_s, 9);
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    RawServer server([](const RawRequest &) { return rawAnswer(200, "{}"); }, Certificates::server(own));
    QSslConfiguration trusting = before;
    trusting.addCaCertificate(own.localCertificate());
    QSslConfiguration::setDefaultConfiguration(trusting);
    const Result<HttpReply> answer = answerOf(server.url({}, u"https"_s));
    QSslConfiguration::setDefaultConfiguration(before);
    QVERIFY2(answer.isOk(), answer ? "" : qPrintable(answer.error().detail));
}

void TlsTest::tellsServerWithoutTls()
{
    RawServer server([](const RawRequest &) { return rawAnswer(200, "{}"); });
    QObject watch;
    // A plain server answers a handshake with something that is none.
    const auto greet = [&] {
        for (const QPointer<QTcpSocket> &socket : std::as_const(server.sockets)) {
            socket->write("HTTP/1.1 400 Bad Request\r\n\r\n");
        }
    };
    HttpClient client;
    std::optional<Result<HttpReply>> answer;
    client.send({.url = server.url({}, u"https"_s)},
                {&watch, [&](const Result<HttpReply> &told) { answer.emplace(told); }});
    QTRY_COMPARE(server.sockets.size(), 1);
    greet();
    QTRY_VERIFY(answer);
    QVERIFY(!*answer);
    QCOMPARE(answer->error().kind, Error::Kind::Tls);
}

QTEST_GUILESS_MAIN(TlsTest)
#include "tst_tls.moc"
