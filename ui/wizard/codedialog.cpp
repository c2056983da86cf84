#include "ui/wizard/codedialog.h"

#include "ui/theme/metrics.h"
#include "ui/wizard/wizardparts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace greenline {

namespace {

QString codeQuestion(const QString &method)
{
    if (method == "password"_L1) {
        return CodeDialog::tr("The workspace asks for your password before it saves settings.");
    }
    return method == "email"_L1
        ? CodeDialog::tr("The workspace has mailed you a code. Enter it, and the settings are saved.")
        : CodeDialog::tr("Enter the code of your authenticator app, and the settings are saved.");
}

} // namespace

CodeDialog::CodeDialog(const QString &method, Mistake mistake, QWidget *parent)
    : QDialog(parent)
    , m_code(new QLineEdit(this))
    , m_continue(new QPushButton(tr("Continue"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Second factor"));
    setAccessibleName(tr("Second factor"));
    setProperty("panel", true);
    build(method, mistake);
    connect(m_code, &QLineEdit::textChanged, this,
            [this] { m_continue->setEnabled(!m_code->text().trimmed().isEmpty()); });
    connect(m_continue, &QPushButton::clicked, this, [this] {
        Q_EMIT entered(m_code->text());
        accept();
    });
}

void CodeDialog::build(const QString &method, Mistake mistake)
{
    const bool isPassword = method == "password"_L1;
    m_code->setAccessibleName(isPassword ? tr("Password") : tr("Code"));
    m_code->setEchoMode(isPassword ? QLineEdit::Password : QLineEdit::Normal);
    m_continue->setDefault(true);
    m_continue->setProperty("primary", true);
    m_continue->setEnabled(false);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_continue);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(3 * metrics::grid);
    column->addWidget(wizardText(codeQuestion(method), this));
    if (mistake == Mistake::WrongCode) {
        QLabel *wrong = wizardText(tr("That was not accepted. Try again."), this);
        wrong->setProperty("error", true);
        column->addWidget(wrong);
    }
    column->addWidget(m_code);
    column->addLayout(buttons);
    const int wide = fontMetrics().averageCharWidth() * 56;
    resize(wide, column->totalHeightForWidth(wide)); // its words are on fewer lines than in a narrow one
    connect(cancel, &QPushButton::clicked, this, &CodeDialog::reject);
}

} // namespace greenline
