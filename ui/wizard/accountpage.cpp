#include "ui/wizard/accountpage.h"

#include "app/twilio/loginforms.h"
#include "ui/theme/metrics.h"
#include "ui/wizard/wizardparts.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

AccountPage::AccountPage(const Needs &needs, QWidget *parent)
    : WizardPage(u"twilio"_s, needs, parent)
    , m_sid(new QLineEdit(this))
    , m_token(new QLineEdit(this))
    , m_keyForm(new QWidget(this))
    , m_key(new QLineEdit(m_keyForm))
    , m_keySecret(new QLineEdit(m_keyForm))
    , m_keyFold(new Fold(tr("Ask by an API key"), *m_keyForm, this))
    , m_show(new QPushButton(tr("Hold to show"), this))
    , m_keep(new QCheckBox(tr("Keep the token in the keyring"), this))
{
    addForm(buildForm());
    addForm(buildKey());
    connect(m_sid, &QLineEdit::editingFinished, this, &AccountPage::adopt);
    for (const QLineEdit *edit : {m_token, m_key, m_keySecret}) {
        connect(edit, &QLineEdit::editingFinished, this, &AccountPage::adopt);
    }
    connect(m_key, &QLineEdit::textChanged, this, &AccountPage::showKeeping);
    connect(m_keep, &QCheckBox::toggled, this, [this] {
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
    grid->setColumnMinimumWidth(0, captionWidth());
    return form;
}

/// The fields of both forms begin at one edge.
int AccountPage::captionWidth() const
{
    int widest = 0;
    for (const QString &words : {tr("&Account SID"), tr("Auth &Token"), tr("API &key SID"), tr("API key s&ecret")}) {
        widest = qMax(widest, QLabel(words).sizeHint().width());
    }
    return widest;
}

QWidget *AccountPage::buildKey()
{
    m_key->setPlaceholderText(u"SK…"_s);
    m_key->setAccessibleName(tr("API key SID"));
    m_keySecret->setAccessibleName(tr("API key secret"));
    m_keySecret->setEchoMode(QLineEdit::Password);
    m_keySecret->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhHiddenText);
    auto *sid = new QLabel(tr("API &key SID"), m_keyForm);
    sid->setBuddy(m_key);
    auto *secret = new QLabel(tr("API key s&ecret"), m_keyForm);
    secret->setBuddy(m_keySecret);
    auto *rows = new QGridLayout(m_keyForm);
    rows->setContentsMargins({});
    rows->setHorizontalSpacing(3 * metrics::grid);
    rows->setVerticalSpacing(2 * metrics::grid);
    rows->addWidget(sid, 0, 0);
    rows->addWidget(m_key, 0, 1);
    rows->addWidget(secret, 1, 0);
    rows->addWidget(m_keySecret, 1, 1);
    rows->addWidget(
        wizardNote(tr("Greenline then asks Twilio by the key. The Auth Token is still needed for the workspace: it "
                      "sends by it, and checks by it what arrives, which no key can."),
                   m_keyForm),
        2, 1);
    rows->setColumnStretch(1, 1);
    rows->setColumnMinimumWidth(0, captionWidth());
    auto *form = new QWidget(this);
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins({});
    column->addWidget(m_keyFold, 0, Qt::AlignLeft);
    column->addWidget(m_keyForm);
    return form;
}

void AccountPage::setLogin(const SetupPlan &plan)
{
    m_sid->setText(plan.twilio.account);
    m_token->setText(plan.workspaceLogin().secret);
    m_key->setText(plan.twilio.user);
    m_keySecret->setText(plan.twilio.isKey() ? plan.twilio.secret : QString());
    m_keyFold->setChecked(!plan.twilio.user.isEmpty());
    showKeeping();
}

void AccountPage::setKeeping(bool isKept)
{
    const QSignalBlocker nobodyAsks(m_keep);
    m_keep->setChecked(isKept);
}

void AccountPage::setKeepable(bool isKeepable)
{
    m_isKeepable = isKeepable;
    showKeeping();
}

/// The same box for both: what is kept is the login that looks every week.
void AccountPage::showKeeping()
{
    const bool isKey = !m_key->text().trimmed().isEmpty();
    m_keep->setText(isKey ? tr("Keep the token and the API key in the keyring") : tr("Keep the token in the keyring"));
    m_keep->setVisible(m_isKeepable);
}

bool AccountPage::isKept() const
{
    return m_keep->isChecked();
}

void AccountPage::adopt()
{
    SetupPlan plan = checkup().plan();
    const SetupPlan before = plan;
    plan.twilio = trimmed({m_sid->text(), m_key->text(), m_token->text()});
    plan.token.clear();
    if (plan.twilio.isKey()) {
        plan.token = std::exchange(plan.twilio.secret, m_keySecret->text().trimmed());
    }
    if (plan == before) {
        return;
    }
    if (plan.twilio.account != before.twilio.account) {
        plan.number.clear(); // another account has other numbers
    }
    checkup().setPlan(plan);
    Q_EMIT loginChanged();
}

void AccountPage::enter()
{
    const bool hasSecret = !m_token->text().isEmpty() || !m_keySecret->text().isEmpty();
    if (!m_sid->text().isEmpty() && hasSecret) {
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
