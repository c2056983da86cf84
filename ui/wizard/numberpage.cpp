#include "ui/wizard/numberpage.h"

#include "app/sms/phonenumber.h"
#include "ui/theme/metrics.h"
#include "ui/wizard/wizardparts.h"
#include "ui/words/plainline.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int rowsShown = 5;

QString countryOf(const QString &number)
{
    const std::optional<PhoneNumber> parsed = parsePhoneNumber(number);
    const QLocale::Territory territory = QLocale::codeToTerritory(parsed ? parsed->region : QString());
    return territory == QLocale::AnyTerritory ? QString() : QLocale::territoryToString(territory);
}

} // namespace

NumberPage::NumberPage(const Needs &needs, QWidget *parent)
    : WizardPage(u"number"_s, needs, parent)
    , m_list(new QListWidget(this))
    , m_empty(wizardNote({}, this))
    , m_buy(new QPushButton(tr("Buy a number…"), this))
{
    addForm(buildForm());
    refresh();
    m_list->installEventFilter(this);
    connect(m_list, &QListWidget::itemClicked, this, &NumberPage::choose);
    connect(m_buy, &QPushButton::clicked, this, &NumberPage::buyWanted);
    connect(&checkup().runner(), &CheckRunner::changed, this, &NumberPage::onCheck);
}

QWidget *NumberPage::buildForm()
{
    m_buy->setAutoDefault(false);
    m_list->setAccessibleName(tr("Phone numbers"));
    auto *form = new QWidget(this);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins({});
    column->setSpacing(metrics::grid);
    auto *caption = new QLabel(tr("&Phone numbers"), form);
    caption->setBuddy(m_list);
    column->addWidget(caption);
    column->addWidget(m_list);
    column->addWidget(m_empty);
    column->addWidget(m_buy, 0, Qt::AlignLeft);
    return form;
}

void NumberPage::onCheck(const QString &id)
{
    const bool tellsOfNumbers = id == "number.owned"_L1 || id == "twilio.account"_L1 || id == "webhook.route"_L1;
    if (tellsOfNumbers && checkup().runner().outcome(id)) {
        refresh();
    }
}

void NumberPage::refresh()
{
    const bool isKnown = checkup().runner().outcome(u"number.owned"_s) != nullptr;
    const QList<TwilioNumber> &numbers = checkup().numbers();
    if (!numbers.isEmpty() || isKnown) {
        showNumbers(numbers); // while they are read again, the old ones stay
    }
    m_empty->setText(isKnown ? tr("The account shows no numbers.") : tr("The numbers are read when the account is."));
    m_empty->setVisible(m_numbers.isEmpty());
    const CheckOutcome *account = checkup().runner().outcome(u"twilio.account"_s);
    const bool isAccount
        = account && (account->verdict == CheckVerdict::Passed || account->verdict == CheckVerdict::Warning);
    m_buy->setEnabled(isAccount && m_refusal.isEmpty());
    m_buy->setToolTip(m_refusal);
}

QString NumberPage::rowWords(const TwilioNumber &number) const
{
    QStringList parts{displayNumber(number.number), countryOf(number.number)};
    if (number.number == checkup().plan().number) {
        parts.append(tr("chosen"));
    }
    if (number.hasSms) {
        parts.append(number.hasMms ? tr("SMS and MMS") : tr("SMS, no pictures"));
    } else {
        parts.append(tr("no SMS"));
    }
    if (!number.application.isEmpty()) {
        parts.append(tr("in an application"));
    }
    const std::optional<InboundFacts> &inbound = checkup().inbound();
    if (inbound && inbound->number.sid == number.sid && inbound->service) {
        parts.append(tr("in the messaging service “%1”").arg(plainLine(inbound->service->name)));
    }
    const QString digits = digitsOf(number.name); // Twilio names a number by itself: "(415) 555-0100"
    if (!number.name.isEmpty() && (digits.isEmpty() || !digitsOf(number.number).endsWith(digits))) {
        parts.append(plainLine(number.name));
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

/// Whoever is on the way through them with the keys stays where they are.
void NumberPage::showNumbers(const QList<TwilioNumber> &numbers)
{
    const int reached = m_list->hasFocus() && numbers.size() == m_numbers.size() ? m_list->currentRow() : -1;
    m_numbers = numbers;
    m_list->clear();
    int chosen = -1;
    for (int row = 0; row < m_numbers.size(); ++row) {
        const QString words = rowWords(m_numbers.at(row));
        auto *item = new QListWidgetItem(words, m_list);
        item->setData(Qt::AccessibleTextRole, QStringList{m_numbers.at(row).number, words}.join(u", "_s));
        chosen = m_numbers.at(row).number == checkup().plan().number ? row : chosen;
    }
    m_list->setCurrentRow(reached < 0 ? chosen : reached);
    const int rows = qBound(1, m_list->count(), rowsShown);
    const int high = m_list->count() > 0 ? m_list->sizeHintForRow(0) : fontMetrics().height() * 2;
    m_list->setFixedHeight(rows * high + 2 * m_list->frameWidth());
}

/// To walk past a number is not to choose it.
void NumberPage::choose()
{
    const int row = m_list->currentRow();
    if (row >= 0 && m_numbers.at(row).number != checkup().plan().number) {
        take(m_numbers.at(row).number);
    }
}

/// These keys would press the window's default button, or nothing.
bool NumberPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) {
            choose();
            return true;
        }
    }
    return WizardPage::eventFilter(watched, event);
}

void NumberPage::setRefusal(const QString &refusal)
{
    WizardPage::setRefusal(refusal);
    m_refusal = refusal;
    refresh();
}

void NumberPage::take(const QString &number)
{
    SetupPlan plan = checkup().plan();
    plan.number = number;
    checkup().setPlan(plan);
    refresh();
    Q_EMIT numberChanged();
    check();
}

} // namespace greenline
