#include "ui/wizard/receivingpage.h"

#include "app/sms/phonenumber.h"
#include "ui/theme/metrics.h"
#include "ui/wizard/wizardparts.h"
#include "ui/words/plainline.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace greenline {

ReceivingPage::ReceivingPage(const Needs &needs, QWidget *parent)
    : WizardPage(u"receiving"_s, needs, parent)
    , m_second(needs.clock, [this] { tick(); })
    , m_number(wizardText({}, this))
    , m_state(wizardText({}, this))
    , m_open(new QPushButton(tr("Open conversation"), this))
{
    addForm(buildForm());
    tick();
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openWanted(checkup().arrival().room()); });
    connect(&checkup().arrival(), &Arrival::changed, this, &ReceivingPage::tick);
}

QWidget *ReceivingPage::buildForm()
{
    QFont large = titleFont(font());
    large.setPointSizeF(large.pointSizeF() * 1.3);
    m_number->setFont(large);
    m_open->setAutoDefault(false);
    m_open->setProperty("primary", true);
    auto *form = new QWidget(this);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins({});
    column->setSpacing(2 * metrics::grid);
    column->addWidget(m_number);
    column->addWidget(m_state);
    column->addWidget(m_open, 0, Qt::AlignLeft);
    return form;
}

void ReceivingPage::enter()
{
    WizardPage::enter();
    if (checkup().arrival().state() == Arrival::State::Idle) {
        watch();
    }
    tick();
}

void ReceivingPage::leave()
{
    m_second.stop();
}

void ReceivingPage::check()
{
    watch();
}

bool ReceivingPage::isWaiting() const
{
    const Arrival::State state = checkup().arrival().state();
    return state == Arrival::State::Waiting || state == Arrival::State::Asking;
}

void ReceivingPage::cancel()
{
    WizardPage::cancel();
    if (isWaiting()) {
        checkup().arrival().stop();
    }
}

void ReceivingPage::watch()
{
    if (!checkup().plan().number.isEmpty()) {
        checkup().arrival().watch();
        Q_EMIT watching();
    }
}

void ReceivingPage::tick()
{
    const Arrival &arrival = checkup().arrival();
    const QString number = checkup().plan().number;
    m_number->setText(number.isEmpty() ? tr("Choose a phone number first.")
                                       : tr("Text %1 now").arg(displayNumber(number)));
    m_open->setVisible(arrival.state() == Arrival::State::Arrived);
    switch (arrival.state()) {
    case Arrival::State::Idle:
        m_state->setText(number.isEmpty() ? QString()
                                          : tr("Nothing is waiting now. Press Check, then text the number."));
        break;
    case Arrival::State::Waiting: {
        const int seconds = int((arrival.left().count() + 999) / 1'000);
        m_state->setText(tr("Waiting for a text, %n s left…", nullptr, seconds));
        m_second.start(1s);
        break;
    }
    case Arrival::State::Arrived:
        m_state->setText(tr("A text of %1 arrived after %2 s.")
                             .arg(plainLine(displayNumber(arrival.customer())),
                                  locale().toString(double(arrival.took().count()) / 1'000, 'f', 1)));
        break;
    case Arrival::State::Asking:
        m_state->setText(tr("Nothing came within a minute. Twilio is asked why…"));
        break;
    case Arrival::State::Missed:
        m_state->setText(tr("Nothing arrived here. What Twilio knows of it stands below. "
                            "To try again, press Check, then text the number."));
        break;
    }
}

} // namespace greenline
