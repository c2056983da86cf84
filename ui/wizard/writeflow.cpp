#include "ui/wizard/writeflow.h"

#include "ui/wizard/codedialog.h"
#include "ui/wizard/wizardparts.h"
#include "ui/words/setupwords.h"

#include <QAbstractButton>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace greenline {

WriteFlow::WriteFlow(QWidget &window)
    : QObject(&window)
    , m_window(window)
{
}

void WriteFlow::start(const Attempt &attempt)
{
    if (isBusy()) {
        return;
    }
    m_attempt = attempt;
    go({});
}

void WriteFlow::confirm(const RepairPlan &plan, const Attempt &attempt)
{
    if (isBusy()) {
        return;
    }
    if (!plan.isForeign && plan.alsoMoves.isEmpty()) {
        start(attempt);
        return;
    }
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Change it for others, too?"), planWords(plan),
                                     QMessageBox::Cancel, &m_window);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(tr("This concerns more than this set-up."));
    QAbstractButton *agree = question->addButton(tr("Change it"), QMessageBox::AcceptRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(agree, &QAbstractButton::clicked, this, [this, attempt] { start(attempt); });
    question->open();
}

void WriteFlow::go(const QString &code)
{
    const Attempt attempt = m_attempt; // which may answer at once, and ends ours
    m_isAsking = false;
    Q_EMIT busyChanged();
    attempt(code, {this, [this](const Status &status) { onAnswer(status); }});
}

void WriteFlow::onAnswer(const Status &status)
{
    if (status) {
        end();
        Q_EMIT done();
        return;
    }
    const Error error = status.error();
    if (error.code == "totp-required"_L1 || error.code == "totp-invalid"_L1) {
        askForCode(error);
        return;
    }
    end();
    Q_EMIT failed(changeFailure(error));
}

void WriteFlow::askForCode(const Error &error)
{
    const bool isWrong = error.code == "totp-invalid"_L1;
    if (!isWrong) {
        m_method = error.detail;
    }
    auto *dialog
        = new CodeDialog(m_method, isWrong ? CodeDialog::Mistake::WrongCode : CodeDialog::Mistake::None, &m_window);
    connect(dialog, &CodeDialog::entered, this, &WriteFlow::go);
    connect(dialog, &CodeDialog::rejected, this, &WriteFlow::end);
    dialog->open();
    m_isAsking = true;
    Q_EMIT busyChanged();
}

void WriteFlow::end()
{
    m_attempt = nullptr;
    m_isAsking = false;
    Q_EMIT busyChanged();
}

} // namespace greenline
