#include "app/practice/practicetwilio.h"
#include "app/practice/twilioscene.h"
#include "app/setup/numbershop.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace greenline;

namespace {

const QString account = u"AC0123456789abcdef0123456789abcdef"_s;
const QString token = u"fedcba9876543210fedcba9876543210"_s;
const QString wanted = u"+14155550170"_s;
const QUrl hook(u"https://chat.example.com/api/v1/livechat/sms-incoming/twilio"_s);

} // namespace

/// Searching for numbers, and buying one: once, whatever happens to the answer.
class NumberShopTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void showsOffersWithTheirPrice();
    void anUnknownPriceIsNoReasonToShowNothing();
    void buysWithTheWebhook();
    void buysOnce_data();
    void buysOnce();
    void saysWhyNot_data();
    void saysWhyNot();
    void whatNobodyKnowsIsNotBoughtAgain();
    void anOrderThatTimedOutMayStillCome();
    void anOrderOfAnotherTimeIsLookedUp();

private:
    NumberPurchase bought(const QString &number = wanted);
    NumberPurchase lookedAgain();
    void open(std::chrono::milliseconds timeout);
    void addFault(const QByteArray &fault)
    {
        m_twilio->addFault(practice::TwilioMischief::fromJson(QJsonDocument::fromJson(fault).object()));
    }
    int orders() const { return m_twilio->calls("POST", u"/IncomingPhoneNumbers.json"_s); }
    HttpClient m_http;
    ManualClock m_clock;
    std::unique_ptr<practice::PracticeTwilio> m_twilio;
    std::unique_ptr<TwilioClient> m_client;
    std::unique_ptr<NumberShop> m_shop;
};

void NumberShopTest::init()
{
    m_shop.reset();
    m_twilio = std::make_unique<practice::PracticeTwilio>(account, token, m_clock);
    QVERIFY(m_twilio->start().isOk());
    open(30s);
}

void NumberShopTest::open(std::chrono::milliseconds timeout)
{
    m_shop.reset();
    const QUrl base = m_twilio->url();
    m_client = std::make_unique<TwilioClient>(
        TwilioClient::Needs{
            .http = m_http, .clock = m_clock, .hosts = {base, base, base, base, base}, .timeout = timeout},
        TwilioLogin{account, {}, token});
    m_shop = std::make_unique<NumberShop>(*m_client, m_clock);
}

NumberPurchase NumberShopTest::bought(const QString &number)
{
    std::optional<Result<NumberPurchase>> answer;
    m_shop->buy(number, hook, {this, [&answer](const Result<NumberPurchase> &result) { answer = result; }});
    const bool isAnswered = QTest::qWaitFor([&] {
        m_clock.advance(1s);
        return answer.has_value();
    });
    return isAnswered && *answer ? **answer : NumberPurchase{.cause = u"not answered"_s};
}

NumberPurchase NumberShopTest::lookedAgain()
{
    std::optional<Result<NumberPurchase>> answer;
    m_shop->lookAgain({this, [&answer](const Result<NumberPurchase> &result) { answer = result; }});
    const bool isAnswered = QTest::qWaitFor([&] {
        m_clock.advance(1s);
        return answer.has_value();
    });
    return isAnswered && *answer ? **answer : NumberPurchase{.cause = u"not answered"_s};
}

void NumberShopTest::showsOffersWithTheirPrice()
{
    std::optional<Result<NumberShelf>> shelf;
    m_shop->search({.country = u"US"_s, .contains = u"212"_s},
                   {this, [&shelf](const Result<NumberShelf> &result) { shelf = result; }});
    QTRY_VERIFY(shelf);
    QCOMPARE((**shelf).offers.size(), 1);
    QCOMPARE((**shelf).price, (TwilioPrice{TwilioNumberType::Local, 1.15, u"USD"_s}));
}

void NumberShopTest::anUnknownPriceIsNoReasonToShowNothing()
{
    addFault(R"({"kind":"trouble","path":"/v1/PhoneNumbers"})");
    std::optional<Result<NumberShelf>> shelf;
    m_shop->search({.country = u"US"_s}, {this, [&shelf](const Result<NumberShelf> &result) { shelf = result; }});
    QTRY_VERIFY(shelf);
    QCOMPARE((**shelf).offers.size(), 3);
    QVERIFY(!(**shelf).price);
}

void NumberShopTest::buysWithTheWebhook()
{
    const NumberPurchase purchase = bought();
    QCOMPARE(purchase.fate, NumberPurchase::Fate::Bought);
    QVERIFY(!purchase.wasLookedUp);
    QCOMPARE(purchase.number.hook, (TwilioHook{hook.toString(), u"POST"_s}));
    QVERIFY(m_shop->open().isEmpty());
}

void NumberShopTest::buysOnce_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<NumberPurchase::Fate>("fate");
    const auto kinds = {"trouble", "reset", "truncated", "html", "bad-json"};
    for (const char *kind : kinds) {
        const QByteArray fault = QByteArray(R"({"method":"POST","kind":")") + kind + '"';
        QTest::addRow("%s, bought", kind) << QByteArray(fault + R"(,"isDone":true})") << NumberPurchase::Fate::Bought;
        QTest::addRow("%s, not bought", kind) << QByteArray(fault + '}') << NumberPurchase::Fate::NotBought;
    }
    QTest::newRow("busy once") << QByteArray(R"({"method":"POST","kind":"busy","count":1})")
                               << NumberPurchase::Fate::Bought; // 429 says that nothing was done
    QTest::newRow("redirect") << QByteArray(R"({"method":"POST","kind":"redirect","location":"http://127.0.0.1:1/"})")
                              << NumberPurchase::Fate::NotBought;
}

void NumberShopTest::buysOnce()
{
    QFETCH(QByteArray, fault);
    QFETCH(NumberPurchase::Fate, fate);
    addFault(fault);
    const NumberPurchase purchase = bought();
    QCOMPARE(purchase.fate, fate);
    QCOMPARE(orders(), fault.contains("busy") ? 2 : 1);
    QCOMPARE(purchase.number.number, fate == NumberPurchase::Fate::Bought ? wanted : QString());
    QCOMPARE(purchase.wasLookedUp, !fault.contains("busy"));
}

void NumberShopTest::saysWhyNot_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("cause");
    QTest::newRow("gone") << 21422 << u"offer-gone"_s;
    QTest::newRow("address") << 21631 << u"offer-needs-address"_s;
    QTest::newRow("bundle") << 21649 << u"offer-needs-bundle"_s;
    QTest::newRow("identity") << 21650 << u"offer-needs-identity"_s;
    QTest::newRow("trial") << 21404 << u"trial-limit"_s;
    QTest::newRow("anything") << 21400 << u"purchase-refused"_s;
}

void NumberShopTest::saysWhyNot()
{
    QFETCH(int, code);
    addFault(R"({"kind":"refuse","method":"POST","status":400,"code":)" + QByteArray::number(code) + '}');
    const NumberPurchase purchase = bought();
    QCOMPARE(purchase.fate, NumberPurchase::Fate::NotBought);
    QTEST(purchase.cause, "cause");
    QVERIFY(!purchase.wasLookedUp);
    QCOMPARE(orders(), 1);
}

void NumberShopTest::whatNobodyKnowsIsNotBoughtAgain()
{
    addFault(R"({"kind":"reset","method":"POST","isDone":true})");
    addFault(R"({"kind":"trouble","method":"GET","path":"IncomingPhoneNumbers"})");
    QCOMPARE(bought().fate, NumberPurchase::Fate::Unknown);
    QCOMPARE(m_shop->open(), wanted);
    QCOMPARE(bought(u"+14155550171"_s).cause, u"not answered"_s); // refused
    QCOMPARE(orders(), 1);
    m_twilio->clearFaults();
    std::optional<Result<NumberPurchase>> looked;
    m_shop->lookAgain({this, [&looked](const Result<NumberPurchase> &result) { looked = result; }});
    QTRY_VERIFY(looked);
    QCOMPARE((**looked).fate, NumberPurchase::Fate::Bought);
    QVERIFY((**looked).wasLookedUp && m_shop->open().isEmpty());
    QCOMPARE(orders(), 1);
}

void NumberShopTest::anOrderThatTimedOutMayStillCome()
{
    open(300ms);
    addFault(R"({"kind":"hang","method":"POST"})");
    const NumberPurchase purchase = bought();
    QCOMPARE(purchase.fate, NumberPurchase::Fate::Unknown);
    QCOMPARE(purchase.cause, u"purchase-unknown"_s);
    QCOMPARE(m_shop->open(), wanted);
    QCOMPARE(lookedAgain().fate, NumberPurchase::Fate::NotBought); // asked once more, later: then it is lost
    QVERIFY(m_shop->open().isEmpty());
    QCOMPARE(orders(), 1);
}

void NumberShopTest::anOrderOfAnotherTimeIsLookedUp()
{
    QCOMPARE(bought().fate, NumberPurchase::Fate::Bought);
    open(30s);
    m_shop->resume(wanted);
    QCOMPARE(bought(u"+14155550171"_s).cause, u"not answered"_s); // refused
    QCOMPARE(lookedAgain().fate, NumberPurchase::Fate::Bought);
    QCOMPARE(orders(), 1);
}

QTEST_GUILESS_MAIN(NumberShopTest)
#include "tst_numbershop.moc"
