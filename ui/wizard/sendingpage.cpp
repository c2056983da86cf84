#include "ui/wizard/sendingpage.h"

#include "app/sms/phonenumber.h"
#include "ui/theme/metrics.h"
#include "ui/wizard/wizardparts.h"
#include "ui/words/plainline.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

constexpr int longestTest = 160;

} // namespace

SendingPage::SendingPage(const Needs &needs, QWidget *parent)
    : WizardPage(u"sending"_s, needs, parent)
    , m_to(new QLineEdit(this))
    , m_body(new QLineEdit(tr("This is a test of Greenline."), this))
    , m_send(new QPushButton(tr("Send test SMS"), this))
    , m_state(wizardText({}, this))
{
    addForm(buildForm());
    onTest();
    connect(m_send, &QPushButton::clicked, this, &SendingPage::send);
    connect(m_to, &QLineEdit::returnPressed, this, &SendingPage::send);
    connect(&checkup().testSms(), &TestSms::changed, this, &SendingPage::onTest);
}

QWidget *SendingPage::buildForm()
{
    m_to->setAccessibleName(tr("Test number"));
    m_to->setPlaceholderText(u"+1 415 555 0142"_s);
    m_body->setAccessibleName(tr("Test text"));
    m_body->setMaxLength(longestTest);
    m_send->setAutoDefault(false);
    m_send->setProperty("primary", true);
    auto *form = new QWidget(this);
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(3 * metrics::grid);
    grid->setVerticalSpacing(2 * metrics::grid);
    auto *to = new QLabel(tr("Test n&umber"), form);
    to->setBuddy(m_to);
    auto *body = new QLabel(tr("Te&xt"), form);
    body->setBuddy(m_body);
    grid->addWidget(to, 0, 0);
    grid->addWidget(m_to, 0, 1);
    grid->addWidget(body, 1, 0);
    grid->addWidget(m_body, 1, 1);
    grid->addWidget(m_send, 2, 1, Qt::AlignLeft);
    grid->addWidget(m_state, 3, 1);
    grid->setColumnStretch(1, 1);
    return form;
}

QString SendingPage::testNumber() const
{
    return m_to->text().trimmed();
}

void SendingPage::setTestNumber(const QString &number)
{
    m_to->setText(number);
}

void SendingPage::enter()
{
    WizardPage::enter();
    onTest();
    m_to->setFocus();
}

/// Written as people do, sent as Twilio wants it; what is no number is left to Twilio to refuse.
void SendingPage::send()
{
    if (!m_send->isEnabled()) {
        return;
    }
    if (testNumber().isEmpty()) {
        m_state->setText(tr("Enter the number of a phone that you have at hand."));
        m_to->setFocus();
        return;
    }
    Q_EMIT testNumberChanged();
    const std::optional<PhoneNumber> parsed = parsePhoneNumber(testNumber());
    checkup().testSms().start(parsed ? parsed->e164 : testNumber(), m_body->text());
}

QString SendingPage::stateWords() const
{
    const TestSms &test = checkup().testSms();
    const QString to = plainLine(displayNumber(test.to()));
    const double seconds = double(test.took().count()) / 1'000;
    switch (test.state()) {
    case TestSms::State::Idle:
        return checkup().plan().number.isEmpty() ? tr("Choose a phone number first.") : QString();
    case TestSms::State::Sending:
        return tr("Sending to %1…").arg(to);
    case TestSms::State::Following:
        return tr("Twilio has it (%1). It is followed until it arrives…").arg(plainLine(test.message().status));
    case TestSms::State::Delivered:
        return tr("Arrived at %1 after %2 s.").arg(to, locale().toString(seconds, 'f', 1));
    case TestSms::State::HandedOver:
        return tr("Handed to the network of %1, which sends no receipt. Look at the phone.").arg(to);
    case TestSms::State::Failed:
        return tr("It did not arrive. The reason stands below.");
    case TestSms::State::Unknown:
        break;
    }
    return tr("It is not known whether it arrived. What is known stands below.");
}

void SendingPage::onTest()
{
    const TestSms &test = checkup().testSms();
    m_send->setEnabled(!test.isUnderway() && !checkup().plan().number.isEmpty());
    m_state->setText(breakable(stateWords()));
    m_state->setVisible(!m_state->text().isEmpty());
}

} // namespace greenline
