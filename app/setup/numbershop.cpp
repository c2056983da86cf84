#include "app/setup/numbershop.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

namespace {

constexpr int mostLooks = 3; // a purchase may show up late in the list
constexpr auto betweenLooks = 3s;

/// A refusal of Twilio's own, by its number: then nothing was bought.
bool isRefusal(const Error &error)
{
    bool isNumber = false;
    error.code.toInt(&isNumber);
    return isNumber;
}

QString purchaseCause(const Error &error)
{
    static const QHash<QString, QString> causes{
        {u"21422"_s, u"offer-gone"_s},           {u"21421"_s, u"offer-gone"_s},
        {u"21404"_s, u"trial-limit"_s},          {u"10002"_s, u"trial-limit"_s},
        {u"21615"_s, u"offer-needs-address"_s},  {u"21631"_s, u"offer-needs-address"_s},
        {u"21649"_s, u"offer-needs-bundle"_s},   {u"21650"_s, u"offer-needs-identity"_s},
        {u"21613"_s, u"offer-needs-identity"_s}, {u"20429"_s, u"twilio-busy"_s},
    };
    const bool isTrial = error.detail.contains("trial account"_L1, Qt::CaseInsensitive);
    return causes.value(error.code, isTrial ? u"trial-limit"_s : u"purchase-refused"_s);
}

} // namespace

NumberShop::NumberShop(TwilioClient &client, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
{
}

void NumberShop::countries(const Then<QList<TwilioCountry>> &then)
{
    m_client.countries(then);
}

void NumberShop::search(const TwilioSearch &search, const Then<NumberShelf> &then)
{
    const auto price = [this, search, then](const QList<TwilioOffer> &offers) {
        m_client.numberPrices(search.country, {this, [offers, search, then](const Result<QList<TwilioPrice>> &prices) {
                                                   NumberShelf shelf{offers, {}};
                                                   const QList<TwilioPrice> known
                                                       = prices ? *prices : QList<TwilioPrice>();
                                                   for (const TwilioPrice &one : known) {
                                                       if (one.type == search.type) {
                                                           shelf.price = one;
                                                       }
                                                   }
                                                   then(shelf);
                                               }});
    };
    m_client.offers(search, {this, [price, then](const Result<QList<TwilioOffer>> &offers) {
                                 if (offers) {
                                     price(*offers);
                                 } else {
                                     then(offers.error());
                                 }
                             }});
}

void NumberShop::buy(const QString &number, const QUrl &hook, const Then<NumberPurchase> &then)
{
    if (!m_open.isEmpty()) {
        then(Error{Error::Kind::Rejected, m_open, u"purchase-open"_s});
        return;
    }
    m_open = number;
    m_isAsking = true;
    TwilioClient::Fields fields{{u"PhoneNumber"_s, number}};
    if (!hook.isEmpty()) {
        fields.append({u"SmsUrl"_s, hook.toString(QUrl::FullyEncoded)});
        fields.append({u"SmsMethod"_s, u"POST"_s});
    }
    m_client.buyNumber(fields, {this, [this, then](const Result<TwilioNumber> &bought) {
                                    if (bought) {
                                        settle({.fate = NumberPurchase::Fate::Bought, .number = *bought}, then);
                                    } else if (isRefusal(bought.error())) {
                                        settle({.fate = NumberPurchase::Fate::NotBought,
                                                .cause = purchaseCause(bought.error()),
                                                .detail = bought.error().detail},
                                               then);
                                    } else {
                                        look({bought.error(), bought.error().kind == Error::Kind::Timeout}, then);
                                    }
                                }});
}

void NumberShop::lookAgain(const Then<NumberPurchase> &then)
{
    if (m_open.isEmpty() || m_isAsking) {
        then(Error{Error::Kind::Rejected, m_open, u"nothing-open"_s});
        return;
    }
    m_isAsking = true;
    look({Error{Error::Kind::Timeout, u"the order was not answered"_s}}, then);
}

void NumberShop::look(const Looking &looking, const Then<NumberPurchase> &then)
{
    m_client.numbersLike(
        m_open, {this, [this, looking, then](const Result<QList<TwilioNumber>> &numbers) {
                     const Error &why = looking.why;
                     if (!numbers) {
                         settle({.wasLookedUp = true,
                                 .cause = u"purchase-unknown"_s,
                                 .detail = why.detail + u"; "_s + numbers.error().detail},
                                then);
                         return;
                     }
                     const auto own = std::find_if(numbers->begin(), numbers->end(),
                                                   [this](const auto &one) { return one.number == m_open; });
                     if (own != numbers->end()) {
                         settle({NumberPurchase::Fate::Bought, *own, true, {}, why.detail}, then);
                     } else if (looking.looks >= mostLooks && looking.mayStillCome) {
                         settle({.wasLookedUp = true, .cause = u"purchase-unknown"_s, .detail = why.detail}, then);
                     } else if (looking.looks >= mostLooks) {
                         settle({NumberPurchase::Fate::NotBought, {}, true, u"purchase-lost"_s, why.detail}, then);
                     } else {
                         m_clock.after(betweenLooks, this, [this, looking, then] {
                             look({looking.why, looking.mayStillCome, looking.looks + 1}, then);
                         });
                     }
                 }});
}

void NumberShop::settle(const NumberPurchase &purchase, const Then<NumberPurchase> &then)
{
    m_isAsking = false;
    if (purchase.fate != NumberPurchase::Fate::Unknown) {
        m_open.clear();
    }
    then(purchase);
}

} // namespace greenline
