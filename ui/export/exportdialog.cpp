#include "ui/export/exportdialog.h"

#include "ui/dialogs/problembar.h"
#include "ui/theme/metrics.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace greenline {

namespace {

QLabel *exportCaption(const QString &text, QWidget *parent)
{
    auto *caption = new QLabel(text, parent);
    caption->setFont(strongFont(parent->font()));
    return caption;
}

} // namespace

ExportDialog::ExportDialog(const QString &customer, QWidget *parent)
    : QDialog(parent)
    , m_pdf(new QRadioButton(tr("PDF, to print or to file"), this))
    , m_text(new QRadioButton(tr("Text, to read and to copy"), this))
    , m_json(new QRadioButton(tr("JSON, for programs"), this))
    , m_numbers(new QCheckBox(tr("Phone numbers, but for the last two digits"), this))
    , m_mails(new QCheckBox(tr("E-mail addresses"), this))
    , m_names(new QCheckBox(tr("The customer's name, but for the initials"), this))
    , m_progress(new QLabel(this))
    , m_problem(new ProblemBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_export(new QPushButton(tr("Export…"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export conversation"));
    setAccessibleName(tr("Export conversation"));
    setProperty("panel", true);
    build(customer);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_export, &QPushButton::clicked, this, [this] {
        m_problem->clear();
        Q_EMIT exportRequested();
    });
}

void ExportDialog::build(const QString &customer)
{
    auto *about = new QLabel(tr("The whole conversation with %1 is read from the workspace and written to a file on "
                                "this computer. Nothing is sent anywhere.")
                                 .arg(customer),
                             this);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    m_pdf->setChecked(true);
    m_progress->setTextFormat(Qt::PlainText);
    m_progress->setProperty("secondary", true);
    m_export->setAccessibleName(tr("Export"));
    m_export->setProperty("primary", true);
    m_export->setDefault(true);
    m_cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_progress, 1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_export);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(metrics::grid);
    column->addWidget(about);
    column->addSpacing(2 * metrics::grid);
    column->addWidget(exportCaption(tr("Form"), this));
    column->addWidget(m_pdf);
    column->addWidget(m_text);
    column->addWidget(m_json);
    column->addSpacing(2 * metrics::grid);
    column->addWidget(exportCaption(tr("Hide in the file"), this));
    column->addWidget(m_numbers);
    column->addWidget(m_mails);
    column->addWidget(m_names);
    column->addSpacing(metrics::grid);
    column->addWidget(m_problem);
    column->addStretch(1);
    column->addLayout(buttons);
    resize(fontMetrics().averageCharWidth() * 64, sizeHint().height());
}

ExportDialog::Form ExportDialog::form() const
{
    if (m_json->isChecked()) {
        return Form::Json;
    }
    return m_text->isChecked() ? Form::Text : Form::Pdf;
}

Redaction ExportDialog::redaction() const
{
    return {m_numbers->isChecked(), m_mails->isChecked(), m_names->isChecked()};
}

void ExportDialog::showProgress(int messages)
{
    setBusy(true);
    m_progress->setText(messages > 0 ? tr("%n message(s) read…", nullptr, messages) : tr("Reading…"));
    m_progress->setAccessibleName(m_progress->text());
}

void ExportDialog::stop(const ErrorText &problem)
{
    stop();
    m_problem->tell(problem);
}

void ExportDialog::stop()
{
    setBusy(false);
    m_progress->clear();
}

void ExportDialog::setBusy(bool isBusy)
{
    for (QWidget *choice :
         std::initializer_list<QWidget *>{m_pdf, m_text, m_json, m_numbers, m_mails, m_names, m_export}) {
        choice->setEnabled(!isBusy);
    }
}

} // namespace greenline
