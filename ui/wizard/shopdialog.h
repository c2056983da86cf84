#pragma once

#include "app/setup/numbershop.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace greenline {

/// Numbers for sale, with their price, and the buying of one after a question. While it is not known whether one was
/// bought, none other can be.
class ShopDialog : public QDialog
{
    Q_OBJECT
public:
    /// hook: what the number calls from its first moment on.
    ShopDialog(const TwilioClient::Needs &needs, const TwilioLogin &login, const QUrl &hook, QWidget *parent);
    void resume(const QString &number); ///< Ordered before; its fate is not known.
    void reject() override; ///< Not while one is being bought.

Q_SIGNALS:
    void bought(const QString &number);
    void openChanged(const QString &number); ///< Whose fate is not known; empty: it is.

private:
    void build();
    QLayout *searchRow();
    void showCountries(const Result<QList<TwilioCountry>> &countries);
    void fillTypes();
    void search();
    void showShelf(const Result<NumberShelf> &shelf);
    QString offerWords(const TwilioOffer &offer) const;
    QString priceWords() const;
    void ask();
    void buy();
    void onPurchase(const Result<NumberPurchase> &purchase);
    void showOpen();
    void setBusy(const QString &words); ///< Empty: not any more.

    TwilioClient m_client;
    NumberShop m_shop;
    QUrl m_hook;
    QList<TwilioCountry> m_countries;
    NumberShelf m_shelf;
    bool m_isBuying = false;
    QComboBox *m_country;
    QComboBox *m_type;
    QLineEdit *m_digits;
    QCheckBox *m_mms;
    QPushButton *m_search;
    QListWidget *m_offers;
    QLabel *m_state;
    QPushButton *m_cancel;
    QPushButton *m_buy;
};

} // namespace greenline
