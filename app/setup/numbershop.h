#pragma once

#include "app/twilio/twilioclient.h"

#include <optional>

namespace greenline {

/// What a search brought, with the price of its kind.
struct NumberShelf {
    QList<TwilioOffer> offers = {}; ///< Empty: none of this kind is free; look for less digits or another type.
    std::optional<TwilioPrice> price = {}; ///< A month; nothing: Twilio did not say.
    bool operator==(const NumberShelf &) const = default;
};

/// What became of buying a number.
struct NumberPurchase {
    enum class Fate {
        Bought,
        NotBought,
        Unknown ///< Nobody could say; it is to be looked up again, not bought again.
    };
    Fate fate = Fate::Unknown;
    TwilioNumber number = {}; ///< Bought: it.
    bool wasLookedUp = false; ///< The answer was lost, and the account's numbers were read instead.
    QString cause = {}; ///< An id; words are made of it in ui. Empty when bought.
    QString detail = {};
    bool operator==(const NumberPurchase &) const = default;
};

/// Numbers for sale, and the buying of one. A purchase costs money and Twilio knows no way to repeat one safely, so it
/// is ordered once: after a lost answer the account's numbers tell whether it took place (twilio.md 2.3).
class NumberShop : public QObject
{
    Q_OBJECT
public:
    NumberShop(TwilioClient &client, Clock &clock, QObject *parent = nullptr);

    void countries(const Then<QList<TwilioCountry>> &then);
    void search(const TwilioSearch &search, const Then<NumberShelf> &then);
    /// hook: the workspace's webhook, set in the same call; empty: none. While the fate of another purchase is not
    /// known, it is Rejected: "purchase-open".
    void buy(const QString &number, const QUrl &hook, const Then<NumberPurchase> &then);
    /// Of an order that was sent earlier, by another shop: its fate is not known.
    void resume(const QString &number) { m_open = number; }
    /// Of the purchase whose fate is not known; Rejected, "nothing-open", without one.
    void lookAgain(const Then<NumberPurchase> &then);
    const QString &open() const { return m_open; } ///< The number whose purchase is under way or not known; or empty.

private:
    struct Looking {
        Error why = {}; ///< The order's.
        bool mayStillCome = false; ///< It may be carried out after all: that the number is not there yet tells nothing.
        int looks = 1;
    };
    void look(const Looking &looking, const Then<NumberPurchase> &then);
    void settle(const NumberPurchase &purchase, const Then<NumberPurchase> &then);

    TwilioClient &m_client;
    Clock &m_clock;
    QString m_open;
    bool m_isAsking = false;
};

} // namespace greenline
