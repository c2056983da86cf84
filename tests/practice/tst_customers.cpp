#include "app/practice/customers.h"
#include "app/practice/form.h"
#include "app/practice/httpsite.h"
#include "app/practice/practicetwilio.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace greenline;
using namespace greenline::practice;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString sid = u"AC00000000000000000000000000000000"_s;
const QString number = u"+14155550100"_s;

} // namespace

class CustomersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void areADozenOfSeveralCountries();
    void writeByThemselvesInOrder();
    void waitForTheAnswerAndWriteAgain();
    void getImpatient();
    void areOutOfReachAfterStop();

private:
    void answer(const QString &to, int status = 201);
    QStringList textsFrom(const QString &from) const;
    ManualClock m_clock;
    QList<Fields> m_received;
    std::unique_ptr<HttpSite> m_webhook;
    std::unique_ptr<PracticeTwilio> m_twilio;
    std::unique_ptr<Customers> m_customers;
    QNetworkAccessManager m_network;
};

void CustomersTest::init()
{
    m_received.clear();
    m_webhook = std::make_unique<HttpSite>([this](const HttpRequest &request, const std::shared_ptr<HttpReply> &reply) {
        m_received.append(formDecoded(request.body));
        reply->answer({200, "text/xml", "<Response></Response>"});
    });
    m_twilio = std::make_unique<PracticeTwilio>(sid, u"token"_s, m_clock);
    QVERIFY(m_webhook->listen(0).isOk());
    QVERIFY(m_twilio->start().isOk());
    m_twilio->setWebhook(QUrl(u"http://127.0.0.1:%1/hook"_s.arg(m_webhook->port())));
    m_customers = std::make_unique<Customers>(*m_twilio, m_clock);
    m_customers->start(number);
}

void CustomersTest::cleanup()
{
    m_customers.reset();
    m_twilio.reset();
    m_webhook.reset();
}

void CustomersTest::answer(const QString &to, int status)
{
    QNetworkRequest request(m_twilio->url().resolved(QUrl(u"/2010-04-01/Accounts/%1/Messages.json"_s.arg(sid))));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setRawHeader("Authorization", "Basic " + (sid + u":token"_s).toLatin1().toBase64());
    QNetworkReply *reply = m_network.post(request, formEncoded({{u"To"_s, to}, {u"From"_s, number}, {u"Body"_s, u"answer"_s}}));
    QSignalSpy finished(reply, &QNetworkReply::finished);
    QVERIFY(finished.wait());
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), status);
    reply->deleteLater();
}

QStringList CustomersTest::textsFrom(const QString &from) const
{
    QStringList texts;
    for (const Fields &fields : m_received) {
        if (formValue(fields, u"From"_s) == from) {
            texts.append(formValue(fields, u"Body"_s));
        }
    }
    return texts;
}

void CustomersTest::areADozenOfSeveralCountries()
{
    QSet<QString> numbers;
    QSet<QString> countries;
    bool hasPicture = false;
    bool hasStop = false;
    bool hasRightToLeft = false;
    for (const Person &person : practicePeople()) {
        numbers.insert(person.number);
        countries.insert(QString(person.number).left(3));
        for (const Line &line : person.lines) {
            hasPicture = hasPicture || line.hasPicture;
            hasStop = hasStop || line.text == u"STOP";
            hasRightToLeft = hasRightToLeft || line.text.toString().isRightToLeft();
            QVERIFY(line.text.size() <= 1600);
        }
    }
    QVERIFY(numbers.size() >= 12);
    QVERIFY(countries.size() >= 5);
    QVERIFY(hasPicture && hasStop && hasRightToLeft);
}

void CustomersTest::writeByThemselvesInOrder()
{
    m_clock.advance(15s);
    QTRY_COMPARE(m_received.size(), 4);
    m_clock.advance(6min);
    QTRY_VERIFY(m_received.size() >= 14);
    QCOMPARE(formValue(m_received.first(), u"To"_s), number);
}

void CustomersTest::waitForTheAnswerAndWriteAgain()
{
    const QString person = u"+12125550142"_s;
    m_clock.advance(3s);
    QTRY_COMPARE(textsFrom(person).size(), 1);
    m_clock.advance(5min);
    QCOMPARE(textsFrom(person).size(), 1);
    answer(person);
    m_clock.advance(25s);
    QTRY_COMPARE(textsFrom(person).size(), 2);
    QVERIFY(textsFrom(person).at(0) != textsFrom(person).at(1));
}

void CustomersTest::getImpatient()
{
    const QString person = u"+46701740617"_s;
    m_clock.advance(35s);
    QTRY_COMPARE(textsFrom(person).size(), 1);
    m_clock.advance(10min);
    QTRY_COMPARE(textsFrom(person).size(), 3);
}

void CustomersTest::areOutOfReachAfterStop()
{
    const QString person = u"+13125550109"_s;
    m_clock.advance(80s);
    QTRY_COMPARE(textsFrom(person).size(), 1);
    answer(person);
    m_clock.advance(20s);
    QTRY_COMPARE(textsFrom(person).value(1), u"STOP"_s);
    answer(person, 400);
}

QTEST_GUILESS_MAIN(CustomersTest)
#include "tst_customers.moc"
