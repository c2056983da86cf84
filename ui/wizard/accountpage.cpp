#include "ui/wizard/accountpage.h"

#include "app/twilio/loginforms.h"
#include "ui/theme/metrics.h"
#include "ui/wizard/wizardparts.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace greenline {

AccountPage::AccountPage(const Needs &needs, QWidget *parent)
    : WizardPage(u"twilio"_s, needs, parent)
    , m_sid(new QLineEdit(this))
    , m_token(new QLineEdit(this))
    , m_show(new QPushButton(tr("Hold to show"), this))
    , m_keep(new QCheckBox(tr("Keep the token in the keyring"), this))
{
    addForm(buildForm());
    connect(m_sid, &QLineEdit::editingFinished, this, &AccountPage::adopt);
    connect(m_token, &QLineEdit::editingFinished, this, &AccountPage::adopt);
    connect(m_keep, &QCheckBox::clicked, this, [this] {
        adopt();
        Q_EMIT keepingChanged();
    });
    connect(m_show, &QPushButton::pressed, this, [this] { m_token->setEchoMode(QLineEdit::Normal); });
    connect(m_show, &QPushButton::released, this, [this] { m_token->setEchoMode(QLineEdit::Password); });
}

QWidget *AccountPage::buildForm()
{
    m_sid->setAccessibleName(tr("Account SID"));
    m_sid->setPlaceholderText(u"AC…"_s);
    m_token->setAccessibleName(tr("Auth Token"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText);
    m_show->setAutoDefault(false);
    m_show->setAccessibleName(tr("Hold to show the Auth Token"));
    m_keep->setToolTip(tr("Then the set-up can be checked again every week by itself."));
    auto *form = new QWidget(this);
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(3 * metrics::grid);
    grid->setVerticalSpacing(2 * metrics::grid);
    auto *sid = new QLabel(tr("&Account SID"), form);
    sid->setBuddy(m_sid);
    auto *token = new QLabel(tr("Auth &Token"), form);
    token->setBuddy(m_token);
    grid->addWidget(sid, 0, 0);
    grid->addWidget(m_sid, 0, 1, 1, 2);
    grid->addWidget(token, 1, 0);
    grid->addWidget(m_token, 1, 1);
    grid->addWidget(m_show, 1, 2);
    grid->addWidget(m_keep, 2, 1, 1, 2);
    grid->setColumnStretch(1, 1);
    return form;
}

void AccountPage::setLogin(const TwilioLogin &login)
{
    m_sid->setText(login.account);
    m_token->setText(login.secret);
}

void AccountPage::setKeeping(bool isKept)
{
    m_keep->setChecked(isKept);
}

void AccountPage::setKeepable(bool isKeepable)
{
    m_keep->setVisible(isKeepable);
}

bool AccountPage::isKept() const
{
    return m_keep->isChecked();
}

void AccountPage::adopt()
{
    SetupPlan plan = checkup().plan();
    const TwilioLogin before = plan.twilio;
    plan.twilio = trimmed({m_sid->text(), {}, m_token->text()});
    if (plan.twilio == before) {
        return;
    }
    if (plan.twilio.account != before.account) {
        plan.number.clear(); // another account has other numbers
    }
    checkup().setPlan(plan);
    Q_EMIT loginChanged();
}

void AccountPage::enter()
{
    if (!m_sid->text().isEmpty() && !m_token->text().isEmpty()) {
        WizardPage::enter();
    } else {
        (m_sid->text().isEmpty() ? m_sid : m_token)->setFocus();
    }
}

void AccountPage::leave()
{
    m_token->setEchoMode(QLineEdit::Password);
    adopt();
}

void AccountPage::check()
{
    adopt();
    WizardPage::check();
}

} // namespace greenline
