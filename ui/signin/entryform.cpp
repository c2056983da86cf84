#include "ui/signin/entryform.h"

#include "ui/signin/checklines.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace greenline {

namespace {

QVBoxLayout *columnIn(QWidget *part)
{
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins({});
    column->setSpacing(3 * metrics::grid);
    return column;
}

} // namespace

QLineEdit *EntryForm::addField(const QString &caption, QVBoxLayout *column)
{
    auto *label = new QLabel(caption, this);
    auto *field = new QLineEdit(this);
    label->setFont(strongFont(secondaryFont(font())));
    label->setBuddy(field);
    field->setAccessibleName(caption);
    auto *pair = new QVBoxLayout;
    pair->setSpacing(metrics::grid);
    pair->addWidget(label);
    pair->addWidget(field);
    column->addLayout(pair);
    connect(field, &QLineEdit::returnPressed, this, &EntryForm::submitted);
    return field;
}

EntryForm::EntryForm(QWidget *parent)
    : QWidget(parent)
    , m_lines(new CheckLines(this))
    , m_passwordPart(new QWidget(this))
    , m_codePart(new QWidget(this))
    , m_codeHint(new QLabel(this))
    , m_again(new QPushButton(tr("Send the code again"), this))
    , m_tokenPart(new QWidget(this))
    , m_keep(new QCheckBox(tr("Keep me signed in (in this computer's keyring)"), this))
{
    QVBoxLayout *column = columnIn(this);
    m_address = addField(tr("Workspace address"), column);
    m_address->setPlaceholderText(tr("support.example.com"));
    column->addWidget(m_lines);

    QVBoxLayout *passwordColumn = columnIn(m_passwordPart);
    m_user = addField(tr("Username or e-mail"), passwordColumn);
    m_password = addField(tr("Password"), passwordColumn);
    m_password->setEchoMode(QLineEdit::Password);
    column->addWidget(m_passwordPart);

    QVBoxLayout *codeColumn = columnIn(m_codePart);
    m_codeHint->setTextFormat(Qt::PlainText);
    m_codeHint->setWordWrap(true);
    codeColumn->addWidget(m_codeHint);
    m_codeField = addField(tr("Verification code"), codeColumn);
    codeColumn->addWidget(m_again, 0, Qt::AlignLeft);
    column->addWidget(m_codePart);

    QVBoxLayout *tokenColumn = columnIn(m_tokenPart);
    m_userId = addField(tr("User id"), tokenColumn);
    m_token = addField(tr("Access token"), tokenColumn);
    m_token->setEchoMode(QLineEdit::Password);
    column->addWidget(m_tokenPart);
    m_keep->setChecked(true);
    column->addWidget(m_keep);

    setCode(Code::NotAsked);
    setWay(Way::Password);
    const QList<QWidget *> order{m_address, m_user, m_password, m_codeField, m_again, m_userId, m_token, m_keep};
    for (qsizetype place = 1; place < order.size(); ++place) {
        setTabOrder(order.at(place - 1), order.at(place));
    }
    connect(m_address, &QLineEdit::textChanged, this, &EntryForm::addressTyped);
    connect(m_address, &QLineEdit::editingFinished, this, &EntryForm::addressLeft);
    connect(m_again, &QPushButton::clicked, this, &EntryForm::codeWanted);
}

QString EntryForm::address() const
{
    return m_address->text();
}

QString EntryForm::user() const
{
    return (m_way == Way::Token ? m_userId : m_user)->text().trimmed();
}

QString EntryForm::secret() const
{
    return m_way == Way::Token ? m_token->text().trimmed() : m_password->text();
}

QString EntryForm::code() const
{
    return m_code == Code::NotAsked ? QString() : m_codeField->text().trimmed();
}

bool EntryForm::isKept() const
{
    return m_keep->isChecked();
}

void EntryForm::setWay(Way way)
{
    m_way = way;
    m_passwordPart->setVisible(way == Way::Password);
    m_codePart->setVisible(way == Way::Password && m_code != Code::NotAsked);
    m_tokenPart->setVisible(way == Way::Token);
}

void EntryForm::setCode(Code code)
{
    if (code == Code::NotAsked) {
        m_codeField->clear();
    }
    m_code = code;
    m_codeHint->setText(code == Code::ByEmail ? tr("The workspace has sent you a code by e-mail.")
                                              : tr("Your workspace asks for the code from your authenticator app."));
    m_again->setVisible(code == Code::ByEmail);
    m_codePart->setVisible(m_way == Way::Password && code != Code::NotAsked);
    if (code != Code::NotAsked) {
        m_codeField->setFocus();
        m_codeField->selectAll();
    }
}

void EntryForm::setAddress(const QString &address)
{
    m_address->setText(address);
}

void EntryForm::setUser(const QString &user)
{
    m_user->setText(user);
}

void EntryForm::clearSecret()
{
    m_password->clear();
    m_token->clear();
    setCode(Code::NotAsked);
}

void EntryForm::focusRefused()
{
    QLineEdit *secret = m_way == Way::Token ? m_token : m_password;
    QLineEdit *refused = m_way == Way::Password && m_code != Code::NotAsked ? m_codeField : secret;
    refused->setFocus();
    refused->selectAll();
}

void EntryForm::focusFirstEmpty()
{
    const QList<QLineEdit *> fields = m_way == Way::Token ? QList<QLineEdit *>{m_address, m_userId, m_token}
                                                          : QList<QLineEdit *>{m_address, m_user, m_password};
    for (QLineEdit *field : fields) {
        if (field->text().isEmpty()) {
            field->setFocus();
            return;
        }
    }
}

void EntryForm::focusAddress()
{
    m_address->setFocus();
    m_address->selectAll();
}

QString EntryForm::missing() const
{
    if (address().trimmed().isEmpty()) {
        return tr("Type the address of your workspace.");
    }
    if (m_way == Way::Token) {
        return user().isEmpty() || secret().isEmpty() ? tr("Type the user id and the access token.") : QString();
    }
    if (user().isEmpty() || secret().isEmpty()) {
        return tr("Type your username and your password.");
    }
    return m_code != Code::NotAsked && code().isEmpty() ? tr("Type the verification code.") : QString();
}

} // namespace greenline
