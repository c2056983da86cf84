#include "app/practice/practicetwilio.h"
#include "app/practice/twilioscene.h"
#include "app/twilio/twilioclient.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace greenline;

namespace {

const QString account = u"AC0123456789abcdef0123456789abcdef"_s;
const QString token = u"fedcba9876543210fedcba9876543210"_s;

/// What came, when it has come.
template <typename T>
struct Waiting {
    Then<T> then(QObject *context)
    {
        return {context, [this](const Result<T> &result) {
                    Q_ASSERT(!answer);
                    answer = result;
                }};
    }
    std::optional<Result<T>> answer;
};

} // namespace

/// What is for sale and what is registered, read from a practice Twilio.
class TwilioOffersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void searchesWhatIsThere();
    void buysAndFinds();
    void readsPricesInBothForms();
    void readsRegistration();
    void makesAServiceAndAddsToIt();
    void readsWhatWasSentAndLooksUp();

private:
    void play(const QByteArray &scene);
    HttpClient m_http;
    ManualClock m_clock;
    std::unique_ptr<practice::PracticeTwilio> m_twilio;
    std::unique_ptr<TwilioClient> m_client;
};

void TwilioOffersTest::init()
{
    m_twilio = std::make_unique<practice::PracticeTwilio>(account, token, m_clock);
    QVERIFY(m_twilio->start().isOk());
    const QUrl base = m_twilio->url();
    m_client = std::make_unique<TwilioClient>(TwilioClient::Needs{m_http, m_clock, {base, base, base, base, base}},
                                              TwilioLogin{account, {}, token});
}

void TwilioOffersTest::play(const QByteArray &scene)
{
    m_twilio->setScene(practice::TwilioScene::fromJson(QJsonDocument::fromJson(scene).object()));
}

void TwilioOffersTest::searchesWhatIsThere()
{
    Waiting<QList<TwilioCountry>> countries;
    m_client->countries(countries.then(this));
    QTRY_VERIFY(countries.answer);
    const TwilioCountry us{u"US"_s, u"United States"_s, {TwilioNumberType::Local, TwilioNumberType::TollFree}};
    QVERIFY((**countries.answer).contains(us));
    Waiting<QList<TwilioOffer>> offers;
    m_client->offers({.country = u"GB"_s, .type = TwilioNumberType::Local}, offers.then(this));
    QTRY_VERIFY(offers.answer);
    QCOMPARE((**offers.answer).size(), 1);
    QCOMPARE((**offers.answer).first(),
             (TwilioOffer{u"+441632960171"_s, u"GB"_s, u"Leeds"_s, true, false, TwilioOffer::Address::Any}));
    Waiting<QList<TwilioOffer>> none;
    m_client->offers({.country = u"US"_s, .contains = u"41555*"_s, .wantsMms = true}, none.then(this));
    QTRY_VERIFY(none.answer);
    QCOMPARE((**none.answer).size(), 2);
    Waiting<QList<TwilioOffer>> single;
    m_client->offers({.country = u"US"_s, .contains = u"9"_s}, single.then(this));
    QTRY_VERIFY(single.answer);
    QVERIFY(single.answer->isOk() && (**single.answer).isEmpty());
}

void TwilioOffersTest::buysAndFinds()
{
    Waiting<TwilioNumber> bought;
    m_client->buyNumber({{u"PhoneNumber"_s, u"+14155550170"_s}, {u"SmsUrl"_s, u"https://a.example/x"_s}},
                        bought.then(this));
    QTRY_VERIFY(bought.answer);
    QCOMPARE((**bought.answer).hook, (TwilioHook{u"https://a.example/x"_s, u"POST"_s}));
    Waiting<QList<TwilioNumber>> found;
    m_client->numbersLike(u"+14155550170"_s, found.then(this));
    QTRY_VERIFY(found.answer);
    QCOMPARE((**found.answer).size(), 1);
    Waiting<TwilioNumber> again;
    m_client->buyNumber({{u"PhoneNumber"_s, u"+14155550170"_s}}, again.then(this));
    QTRY_VERIFY(again.answer);
    QCOMPARE(again.answer->error().code, u"21422"_s);
}

void TwilioOffersTest::readsPricesInBothForms()
{
    Waiting<QList<TwilioPrice>> prices;
    m_client->numberPrices(u"DE"_s, prices.then(this));
    QTRY_VERIFY(prices.answer);
    QCOMPARE((**prices.answer).first(), (TwilioPrice{TwilioNumberType::Local, 15.0, u"USD"_s}));
}

void TwilioOffersTest::readsRegistration()
{
    play(R"({"numbers":[{"sid":"PN8","phone_number":"+18885550100"}],
        "services":[{"sid":"MG1","campaign":{"campaign_status":"failed","errors":[{"error_code":30896,"description":"No opt-in"}]}}],
        "verifications":[{"phone_number":"+18885550100","status":"TWILIO_REJECTED","rejection_reason":"Too vague"}],
        "callers":["+14155550199"]})");
    Waiting<QList<TwilioCampaign>> campaigns;
    m_client->campaigns(u"MG1"_s, campaigns.then(this));
    Waiting<QList<TwilioVerification>> verifications;
    m_client->verifications(u"PN8"_s, verifications.then(this));
    Waiting<QStringList> recipients;
    m_client->verifiedRecipients(recipients.then(this));
    QTRY_VERIFY(campaigns.answer && verifications.answer && recipients.answer);
    QCOMPARE((**campaigns.answer).first(), (TwilioCampaign{u"FAILED"_s, {u"30896 No opt-in"_s}}));
    QCOMPARE((**verifications.answer).first(), (TwilioVerification{u"TWILIO_REJECTED"_s, u"Too vague"_s}));
    QCOMPARE(**recipients.answer, QStringList{u"+14155550199"_s});
}

void TwilioOffersTest::makesAServiceAndAddsToIt()
{
    play(R"({"numbers":[{"sid":"PN1","phone_number":"+14155550100"}]})");
    Waiting<TwilioService> made;
    m_client->createService({{u"FriendlyName"_s, u"Support"_s}, {u"UseInboundWebhookOnNumber"_s, u"true"_s}},
                            made.then(this));
    QTRY_VERIFY(made.answer);
    QVERIFY((**made.answer).defersToNumber);
    Waiting<Done> added;
    m_client->addToService((**made.answer).sid, u"PN1"_s, added.then(this));
    QTRY_VERIFY(added.answer);
    QVERIFY(added.answer->isOk());
    Waiting<Done> twice;
    m_client->addToService((**made.answer).sid, u"PN1"_s, twice.then(this));
    QTRY_VERIFY(twice.answer);
    QCOMPARE(twice.answer->error().code, u"21710"_s);
}

void TwilioOffersTest::readsWhatWasSentAndLooksUp()
{
    play(R"({"messages":[{"from":"+14155550100","to":"+14155550199","status":"undelivered","error_code":30034},
        {"from":"+14155550101"}]})");
    Waiting<QList<TwilioMessage>> sent;
    m_client->messagesFrom(u"+14155550100"_s, sent.then(this));
    Waiting<TwilioLookup> lookup;
    m_client->lookUp(u"+14155550199"_s, lookup.then(this));
    QTRY_VERIFY(sent.answer && lookup.answer);
    QCOMPARE((**sent.answer).size(), 1);
    QCOMPARE((**sent.answer).first().errorCode, 30034);
    QVERIFY((**lookup.answer).isValid);
}

QTEST_GUILESS_MAIN(TwilioOffersTest)
#include "tst_twiliooffers.moc"
