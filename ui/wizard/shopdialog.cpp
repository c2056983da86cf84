#include "ui/wizard/shopdialog.h"

#include "app/sms/phonenumber.h"
#include "ui/theme/metrics.h"
#include "ui/wizard/wizardparts.h"
#include "ui/words/plainline.h"
#include "ui/words/setupwords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QString typeWord(TwilioNumberType type)
{
    switch (type) {
    case TwilioNumberType::Local:
        return ShopDialog::tr("Local");
    case TwilioNumberType::Mobile:
        return ShopDialog::tr("Mobile");
    case TwilioNumberType::TollFree:
        break;
    }
    return ShopDialog::tr("Toll-free");
}

} // namespace

ShopDialog::ShopDialog(const TwilioClient::Needs &needs, const TwilioLogin &login, const QUrl &hook, QWidget *parent)
    : QDialog(parent)
    , m_client(needs, login)
    , m_shop(m_client, needs.clock)
    , m_hook(hook)
    , m_country(new CalmBox(this))
    , m_type(new CalmBox(this))
    , m_digits(new QLineEdit(this))
    , m_mms(new QCheckBox(tr("With pictures (MMS)"), this))
    , m_search(new QPushButton(tr("Search"), this))
    , m_offers(new QListWidget(this))
    , m_state(wizardText({}, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_buy(new QPushButton(tr("Buy…"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Buy a number"));
    setAccessibleName(tr("Buy a number"));
    setProperty("panel", true);
    build();
    setBusy(tr("Asking Twilio where it sells numbers…"));
    m_shop.countries({this, [this](const Result<QList<TwilioCountry>> &countries) { showCountries(countries); }});
    connect(m_country, &QComboBox::currentIndexChanged, this, &ShopDialog::fillTypes);
    connect(m_search, &QPushButton::clicked, this, &ShopDialog::search);
    connect(m_digits, &QLineEdit::returnPressed, this, &ShopDialog::search);
    connect(m_offers, &QListWidget::currentRowChanged, this, [this] { setBusy({}); });
    connect(m_buy, &QPushButton::clicked, this, &ShopDialog::ask);
    connect(m_cancel, &QPushButton::clicked, this, &ShopDialog::reject);
}

void ShopDialog::build()
{
    m_offers->setAccessibleName(tr("Numbers for sale"));
    m_buy->setAutoDefault(false);
    m_buy->setProperty("primary", true);
    m_search->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_buy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(3 * metrics::grid);
    column->addLayout(searchRow());
    column->addWidget(m_mms);
    column->addWidget(m_offers, 1);
    column->addWidget(m_state);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 24);
}

QLayout *ShopDialog::searchRow()
{
    m_country->setAccessibleName(tr("Country"));
    m_type->setAccessibleName(tr("Type"));
    m_digits->setAccessibleName(tr("Digits"));
    m_digits->setPlaceholderText(tr("Digits in it, * for any"));
    m_digits->setMaxLength(16);
    auto *row = new QHBoxLayout;
    row->addWidget(m_country, 2);
    row->addWidget(m_type, 1);
    row->addWidget(m_digits, 2);
    row->addWidget(m_search);
    return row;
}

void ShopDialog::showCountries(const Result<QList<TwilioCountry>> &countries)
{
    if (!countries) {
        setBusy({});
        if (m_shop.open().isEmpty()) {
            m_state->setText(changeFailure(countries.error()).oneLine());
        }
        return;
    }
    m_countries = *countries;
    for (const TwilioCountry &one : std::as_const(m_countries)) {
        m_country->addItem(plainLine(one.name.isEmpty() ? one.code : one.name), one.code);
    }
    m_country->setCurrentIndex(qMax(0, m_country->findData(u"US"_s)));
    fillTypes();
    setBusy({});
    if (!m_shop.open().isEmpty()) {
        showOpen();
        return;
    }
    m_state->setText(m_countries.isEmpty() ? tr("Twilio sells no numbers to this account.")
                                           : tr("Choose where the number should be from, then search."));
}

void ShopDialog::fillTypes()
{
    m_type->clear();
    const int row = m_country->currentIndex();
    if (row >= 0 && row < m_countries.size()) {
        for (const TwilioNumberType type : m_countries.at(row).types) {
            m_type->addItem(typeWord(type), int(type));
        }
    }
}

void ShopDialog::search()
{
    if (!m_search->isEnabled() || m_type->currentIndex() < 0) {
        return;
    }
    setBusy(tr("Searching…"));
    const TwilioSearch wanted{m_country->currentData().toString(),
                              static_cast<TwilioNumberType>(m_type->currentData().toInt()), m_digits->text().trimmed(),
                              m_mms->isChecked()};
    m_shop.search(wanted, {this, [this](const Result<NumberShelf> &shelf) { showShelf(shelf); }});
}

void ShopDialog::showShelf(const Result<NumberShelf> &shelf)
{
    m_offers->clear();
    m_shelf = shelf ? *shelf : NumberShelf();
    for (const TwilioOffer &offer : std::as_const(m_shelf.offers)) {
        m_offers->addItem(offerWords(offer));
    }
    setBusy({});
    if (!shelf) {
        m_state->setText(changeFailure(shelf.error()).oneLine());
    } else if (m_shelf.offers.isEmpty()) {
        m_state->setText(tr("None like this is free. Give fewer digits, or choose another type."));
    } else {
        m_state->setText(priceWords());
        m_offers->setCurrentRow(0);
        m_offers->setFocus();
    }
}

QString ShopDialog::offerWords(const TwilioOffer &offer) const
{
    QStringList parts{displayNumber(offer.number), plainLine(offer.place)};
    parts.append(offer.hasMms ? tr("SMS and MMS") : tr("SMS, no pictures"));
    if (offer.address != TwilioOffer::Address::None) {
        parts.append(tr("only with an address"));
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString ShopDialog::priceWords() const
{
    if (!m_shelf.price) {
        return tr("Twilio did not tell the price.");
    }
    //: A price and its currency
    return tr("%1 %2 a month, paid from the account's balance.")
        .arg(locale().toString(m_shelf.price->amount, 'f', 2), plainLine(m_shelf.price->currency));
}

void ShopDialog::resume(const QString &number)
{
    m_shop.resume(number);
    setBusy({});
    showOpen();
}

void ShopDialog::showOpen()
{
    m_buy->setText(tr("Look again"));
    //: A number, and what happened when it was ordered
    m_state->setText(
        tr("%1: %2").arg(displayNumber(m_shop.open()), causeText({.cause = u"purchase-unknown"_s}).happened));
}

void ShopDialog::ask()
{
    if (!m_shop.open().isEmpty()) {
        setBusy(tr("Looking whether it was bought…"));
        m_shop.lookAgain({this, [this](const Result<NumberPurchase> &purchase) { onPurchase(purchase); }});
        return;
    }
    if (m_offers->currentRow() < 0) {
        return;
    }
    const QString number = displayNumber(m_shelf.offers.at(m_offers->currentRow()).number);
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Buy a number"), tr("Buy %1?").arg(number),
                                     QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(priceWords() + u' ' + tr("It is paid for at once, until you release it at Twilio."));
    QAbstractButton *agree = question->addButton(tr("Buy"), QMessageBox::AcceptRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(agree, &QAbstractButton::clicked, this, &ShopDialog::buy);
    question->open();
}

void ShopDialog::buy()
{
    m_isBuying = true;
    const QString number = m_shelf.offers.at(m_offers->currentRow()).number;
    setBusy(tr("Buying %1… Twilio has been asked, so this cannot be cancelled.").arg(displayNumber(number)));
    m_shop.buy(number, m_hook, {this, [this](const Result<NumberPurchase> &purchase) { onPurchase(purchase); }});
    Q_EMIT openChanged(m_shop.open()); // before the answer, which may never come
}

void ShopDialog::onPurchase(const Result<NumberPurchase> &purchase)
{
    m_isBuying = false;
    setBusy({});
    Q_EMIT openChanged(m_shop.open());
    if (!purchase) {
        m_state->setText(changeFailure(purchase.error()).oneLine());
        return;
    }
    if (purchase->fate == NumberPurchase::Fate::Bought) {
        Q_EMIT bought(purchase->number.number);
        accept();
        return;
    }
    const CauseText text = causeText({.cause = purchase->cause});
    m_state->setText(QStringList{text.happened, text.next}.join(u' '));
    m_buy->setText(m_shop.open().isEmpty() ? tr("Buy…") : tr("Look again"));
}

void ShopDialog::setBusy(const QString &words)
{
    const bool isBusy = !words.isEmpty();
    const bool isOpen = !m_shop.open().isEmpty() && !isBusy;
    if (isBusy) {
        m_state->setText(words);
    }
    for (QWidget *part : std::initializer_list<QWidget *>{m_country, m_type, m_digits, m_mms, m_search, m_offers}) {
        part->setEnabled(!isBusy && !isOpen);
    }
    m_buy->setEnabled(isOpen || (!isBusy && m_offers->currentRow() >= 0));
    m_cancel->setEnabled(!m_isBuying);
}

void ShopDialog::reject()
{
    if (!m_isBuying) {
        QDialog::reject();
    }
}

} // namespace greenline
